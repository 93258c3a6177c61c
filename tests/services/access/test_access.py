"""Access rules at work: commands are refused device by device, and what may not be seen is not told."""

from dataclasses import MISSING, fields, replace
from typing import get_type_hints

import pytest

from heyzack_console.domain.access import AccessRule, AccessRuleId, Right
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.groups import DeviceGroup, GroupId
from heyzack_console.domain.errors import InvalidInput, NotFound, PermissionDenied
from heyzack_console.domain.group_orders import DeviceOrder, Take
from heyzack_console.domain.identity import ActorId, Role
from heyzack_console.domain.journal import EntryRef, EntryView
from heyzack_console.ports.engine.access import AccessRules, RevokeAccessRule, SaveAccessRule
from heyzack_console.ports.engine.alerts import Acknowledge, OpenAlerts
from heyzack_console.ports.engine.catalogue import COMMANDS, QUERIES
from heyzack_console.ports.engine.devices import Health, ReleaseSession, RenameDevice
from heyzack_console.ports.engine.group_orders import OrderGroup, PlanGroupOrder
from heyzack_console.ports.engine.groups import Groups, SaveGroup
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.orders import CancelOrder, Orders, SendOrder
from heyzack_console.ports.engine.sites import ExportSite, SitePicture
from heyzack_console.ports.engine.telemetry import Readings
from heyzack_console.services.access.gate import Gate
from heyzack_console.services.identity import Identity
from tests.support.building import BOOK, T0, THERMOSTAT, VALVE, at
from tests.support.console import console
from tests.support.memory_store import ADMIN, Disk

AGENT = replace(ADMIN, id=ActorId("b" * 32), name="Anna", role=Role.SUPPORT_AGENT)
MANAGER = replace(ADMIN, id=ActorId("d" * 32), name="Max", role=Role.FACILITY_MANAGER)
WARMER = SendOrder(THERMOSTAT.id, {"temp_set": 21.5})


def rule(allow, right, actor, device=THERMOSTAT.id, until=None):
    return AccessRule(AccessRuleId(""), allow, right, person=actor.id, device=device, until=until)


def house(actor, *rules):
    disk = Disk(book=BOOK, people=(ADMIN, AGENT, MANAGER))
    for number, one in enumerate(rules, start=1):
        name = AccessRuleId(f"{number:032x}")
        disk.kept.access[name] = replace(one, id=name)
    return console(disk, actor=actor)


async def test_a_shared_device_can_be_operated_until_the_end_and_no_other_device():
    async with house(AGENT, rule(True, Right.OPERATE, AGENT, until=at(60))) as app:
        await app.engine.do(WARMER)
        with pytest.raises(PermissionDenied, match="role support agent"):
            await app.engine.do(SendOrder(VALVE.id, {"switch_1": True}, confirmed=True))
        with pytest.raises(PermissionDenied):
            await app.engine.do(RenameDevice(THERMOSTAT.id, "Mine"))
        await app.wait(61)
        with pytest.raises(PermissionDenied):
            await app.engine.do(WARMER)


async def test_what_a_rule_takes_is_refused_to_a_role_that_has_it():
    async with house(MANAGER, rule(False, Right.OPERATE, MANAGER), rule(True, Right.CONFIGURE, MANAGER)) as app:
        for command in (WARMER, ReleaseSession(THERMOSTAT.id), RenameDevice(THERMOSTAT.id, "Mine")):
            with pytest.raises(PermissionDenied, match="access rule does not let you"):
                await app.engine.do(command)
        assert app.disk.orders == {}
        await app.engine.do(RenameDevice(VALVE.id, "Valve of the cellar"))


async def test_a_group_order_leaves_out_who_may_not_be_operated_and_says_so():
    orders = tuple(DeviceOrder(one.id, {"switch": True}) for one in (THERMOSTAT, VALVE))
    async with house(MANAGER, rule(False, Right.OPERATE, MANAGER)) as app:
        plan = await app.engine.ask(PlanGroupOrder(orders))
        assert [line.why for line in plan.lines] == ["You may not operate it.", "It has no data point switch."]
        assert {line.take for line in plan.lines} == {Take.REFUSES}
    async with house(AGENT) as app:
        with pytest.raises(PermissionDenied):
            await app.engine.do(OrderGroup(orders))


async def test_a_hidden_device_is_in_no_answer_and_in_no_change():
    async with house(MANAGER, rule(False, Right.VIEW, MANAGER)) as app:
        changes = app.engine.changes()
        app.lan.tell(THERMOSTAT, "temp_current", 20.0)
        app.lan.connect(THERMOSTAT, VALVE)
        await app.settle()
        book = await app.engine.ask(SitePicture())
        assert THERMOSTAT.id not in {device.id for device in book.devices}
        assert VALVE.id in {device.id for device in book.devices}
        assert await app.engine.ask(Readings()) == ()
        assert THERMOSTAT.id not in {one.device for one in await app.engine.ask(Health())}
        for query in (Readings((THERMOSTAT.id,)), Orders(THERMOSTAT.id), ExportSite("passphrase")):
            with pytest.raises(PermissionDenied):
                await app.engine.ask(query)
        picture = await anext(changes)
        assert not picture.readings
        assert {one.device for one in picture.health} == {VALVE.id}
        app.lan.tell(THERMOSTAT, "temp_current", 21.0)
        app.lan.tell(VALVE, "switch_1", True)
        await app.settle()
        batch = await anext(changes)
        assert {one.device for one in batch.readings} == {VALVE.id}
        await changes.aclose()


async def test_the_journal_keeps_its_entries_without_the_name_of_a_hidden_device():
    entries = (
        EntryView(EntryRef("a"), T0, "Ines", "RenameDevice", "", (f"device {VALVE.name}", "device Lamp")),
        EntryView(EntryRef("b"), T0, "Ines", "SaveGroup", "", ("device group North",)),
    )
    async with house(MANAGER, rule(False, Right.VIEW, MANAGER, device=VALVE.id)) as app:
        book = app.services.parts.ground.access
        shown = Gate(Identity(MANAGER, MANAGER), book, lambda _: None, lambda _: None).veiled(entries)
    assert [entry.touched for entry in shown] == [
        ("a device that you may not see", "device Lamp"),
        ("device group North",),
    ]


async def test_alerts_of_a_hidden_device_are_neither_shown_nor_answered():
    async with house(MANAGER, rule(False, Right.VIEW, MANAGER, device=VALVE.id)) as app:
        app.lan.lose(VALVE, THERMOSTAT)
        await app.wait(40)
        assert {alert.device for alert in await app.engine.ask(OpenAlerts())} == {THERMOSTAT.id}
        (hidden,) = [one for one in app.services.parts.alerts.book.all() if one.device == VALVE.id]
        with pytest.raises(PermissionDenied):
            await app.engine.do(Acknowledge(((hidden.id, hidden.annunciation),)))


async def test_the_picture_comes_whole_again_when_a_rule_begins_and_when_it_ends():
    async with house(MANAGER, rule(False, Right.VIEW, MANAGER, until=at(30))) as app:
        changes = app.engine.changes()
        app.lan.tell(THERMOSTAT, "temp_current", 20.0)
        await app.settle()
        assert not (await anext(changes)).readings
        await app.wait(31)
        batch = await anext(changes)
        while not batch.complete:
            batch = await anext(changes)
        assert (batch.book_changed, len(batch.readings)) == (True, 1)
        await changes.aclose()


async def test_a_rule_for_a_group_follows_its_members():
    async with house(ADMIN) as app:
        made = await app.engine.do(SaveGroup(DeviceGroup(GroupId(""), "Boilers", (VALVE.id,))))
        group = GroupId(made.made)
        taken = AccessRule(AccessRuleId(""), False, Right.OPERATE, role=Role.ADMINISTRATOR, group=group)
        await app.engine.do(SaveAccessRule(taken))
        await app.engine.do(WARMER)
        await app.engine.do(SaveGroup(DeviceGroup(group, "Boilers", (VALVE.id, THERMOSTAT.id))))
        with pytest.raises(PermissionDenied):
            await app.engine.do(WARMER)
        assert [each.group.name for each in await app.engine.ask(Groups())] == ["Boilers"]


async def test_rules_are_kept_listed_revoked_and_undone():
    async with house(ADMIN) as app:
        kept = rule(False, Right.OPERATE, ADMIN)
        receipt = await app.engine.do(SaveAccessRule(kept))
        listed = await app.engine.ask(AccessRules())
        assert [one.id for one in listed.rules] == [receipt.made]
        assert [one.name for one in listed.people] == ["Ines", "Anna", "Max"]
        with pytest.raises(PermissionDenied):
            await app.engine.do(WARMER)
        revoked = await app.engine.do(RevokeAccessRule(AccessRuleId(receipt.made)))
        await app.engine.do(WARMER)
        app.disk.entries.pop()
        await app.engine.do(Undo(revoked.entry))
        with pytest.raises(PermissionDenied):
            await app.engine.do(WARMER)
        with pytest.raises(NotFound):
            await app.engine.do(RevokeAccessRule(AccessRuleId("f" * 32)))
        with pytest.raises(InvalidInput):
            await app.engine.do(SaveAccessRule(replace(kept, until=T0)))


async def test_an_order_of_a_device_that_may_not_be_operated_is_not_cancelled():
    async with house(ADMIN) as app:
        sent = await app.engine.do(WARMER)
        await app.engine.do(SaveAccessRule(rule(False, Right.OPERATE, ADMIN)))
        with pytest.raises(PermissionDenied):
            await app.engine.do(CancelOrder(sent.made))


def _names_devices(kind):
    hints = {name: hint for name, hint in get_type_hints(kind).items() if name not in {"permission", "answer"}}
    return [name for name, hint in hints.items() if "DeviceId" in str(hint) or hint is DeviceId]


NAMING = [kind for kind in (*COMMANDS, *QUERIES) if _names_devices(kind)]


@pytest.mark.parametrize("kind", NAMING, ids=lambda kind: kind.__name__)
async def test_whatever_names_a_device_is_refused_where_the_device_may_not_be_seen(kind):
    (field,) = _names_devices(kind)
    value = VALVE.id if field == "device" else ((VALVE.id, None),) if field == "places" else (VALVE.id,)
    needed = {one.name: () for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING}
    async with house(MANAGER, rule(False, Right.VIEW, MANAGER, device=VALVE.id)) as app:
        asked = app.engine.do if kind in COMMANDS else app.engine.ask
        with pytest.raises(PermissionDenied):
            await asked(kind(**{**needed, field: value}))
