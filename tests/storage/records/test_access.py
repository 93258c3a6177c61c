"""Access rules are records with undo."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from heyzack_console.domain.access import AccessRule, AccessRuleId, Right
from heyzack_console.domain.devices.device import DeviceId, ZoneId
from heyzack_console.domain.devices.groups import GroupId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import ActorId, By, Role
from heyzack_console.storage.access import AccessRecords
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.store import RecordStore, open_store
from tests.support.journal_notes import HandClock

FRIDAY = datetime(2026, 3, 6, 17, 0, tzinfo=UTC)
ONE = AccessRule(
    AccessRuleId("1" * 32), True, Right.OPERATE, ActorId("a" * 32), device=DeviceId("d"), until=FRIDAY, note="boiler"
)
ROOM = AccessRule(AccessRuleId("2" * 32), False, Right.VIEW, role=Role.AUDITOR, zone=ZoneId("z"))
GROUP = AccessRule(AccessRuleId("3" * 32), False, Right.CONFIGURE, role=Role.TECHNICIAN, group=GroupId("4" * 32))


async def test_rules_come_back_in_every_field_also_after_a_restart(
    store: RecordStore, by: By, clock: HandClock, tmp_path: Path
):
    records = AccessRecords(store)
    for rule in (GROUP, ONE, ROOM):
        await records.put(rule, by)
    assert await records.put(ONE, by) == ""
    assert [actor.id for actor in await records.people()] == [by.actor.id]
    await store.close()
    again = await open_store(tmp_path, clock)
    found = await AccessRecords(again).load()
    await again.close()
    assert found == (ONE, ROOM, GROUP)


async def test_change_and_revocation_are_undone(store: RecordStore, by: By, clock: HandClock):
    records, journal = AccessRecords(store), JournalRecords(store, clock)
    await records.put(ONE, by)
    changed = await records.put(replace(ONE, until=None, right=Right.VIEW), by)
    await journal.undo(changed, by)
    assert await records.load() == (ONE,)
    removed = await records.remove(ONE.id, by)
    assert await records.load() == ()
    await journal.undo(removed, by)
    assert await records.load() == (ONE,)


async def test_a_rule_that_is_not_there_cannot_be_revoked(store: RecordStore, by: By):
    with pytest.raises(NotFound, match="no such access rule"):
        await AccessRecords(store).remove(ONE.id, by)
