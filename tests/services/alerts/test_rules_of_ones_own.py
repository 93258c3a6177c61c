"""Rules are taken in, replace bundled ones, change while alerts stand, are removed, undone, handed out and tried."""

from datetime import timedelta

import pytest

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.alerts.rule_file import RuleFormat
from heyzack_console.domain.errors import InvalidInput, NotFound, StoreFull
from heyzack_console.ports.engine.alerts import AlertRules
from heyzack_console.ports.engine.journal import JournalEntries, Undo
from heyzack_console.ports.engine.rules import CheckRules, ExportRules, ImportRules, OwnRules, RemoveRules, TryRules
from tests.support.building import BOOK, LEAK, THERMOSTAT
from tests.support.console import console
from tests.support.memory_store import Disk
from tests.support.rule_texts import BOTH, WARM, toml_of, yaml_of

B, D = AlertState.UNACKNOWLEDGED, AlertState.RETURNED
NOW_WARM = WARM | {"id": "own-warm", "above": 22}


async def take(app, *rules, reason=""):
    return await app.engine.do(ImportRules(yaml_of(*rules), reason=reason))


async def states(app):
    return {alert.rule: alert.state for alert in await app.alerts()}


async def test_a_rule_that_is_taken_in_judges_at_once_what_is_there():
    async with console() as app:
        app.lan.tell(THERMOSTAT, "temp_current", 24.0)
        await app.settle()
        receipt = await take(app, NOW_WARM, reason="people complain")
        assert (receipt.undoable, receipt.text) == (True, "1 rule in force.")
        assert await states(app) == {"own-warm": B}
        (own,) = await app.engine.ask(OwnRules())
        assert (own.version, own.author, own.reason) == (1, "Ines", "people complain")
        assert own.id in {rule.id for rule in await app.engine.ask(AlertRules())}
        entries = await app.engine.ask(JournalEntries("", 5))
        assert ("ImportRules", "people complain") in [(entry.command, entry.reason) for entry in entries]


async def test_a_change_is_the_next_version_and_a_standing_alert_goes_on():
    async with console() as app:
        app.lan.tell(THERMOSTAT, "temp_current", 24.0)
        await take(app, NOW_WARM)
        (before,) = await app.alerts()
        await take(app, NOW_WARM | {"above": 23})
        (after,) = await app.alerts()
        assert (after.annunciation, after.state) == (before.annunciation, B)
        (own,) = await app.engine.ask(OwnRules())
        assert (own.version, own.limit) == (2, 23)
        await take(app, NOW_WARM | {"above": 25})
        assert await states(app) == {"own-warm": D}


async def test_what_is_in_force_already_makes_no_version():
    async with console() as app:
        await take(app, NOW_WARM)
        with pytest.raises(InvalidInput, match="in force as they are"):
            await take(app, NOW_WARM)


async def test_a_bundled_rule_gives_way_to_one_with_its_id_and_comes_back_when_that_is_removed():
    async with console() as app:
        bundled = "temperature_high/temp_current"
        await take(app, WARM | {"id": bundled, "above": 40})
        app.lan.tell(THERMOSTAT, "temp_current", 35.0)
        await app.wait(301)
        assert await app.alerts() == ()
        await app.engine.do(RemoveRules((bundled,)))
        await app.wait(301)
        assert await states(app) == {bundled: B}


async def test_the_alert_of_a_rule_that_is_removed_returns():
    async with console() as app:
        app.lan.tell(THERMOSTAT, "temp_current", 24.0)
        await take(app, NOW_WARM)
        receipt = await app.engine.do(RemoveRules(("own-warm",), "too many calls"))
        assert receipt.text == "1 rule removed."
        assert await states(app) == {"own-warm": D}
        assert await app.engine.ask(OwnRules()) == ()


async def test_removing_can_be_undone():
    async with console() as app:
        await take(app, NOW_WARM)
        receipt = await app.engine.do(RemoveRules(("own-warm",)))
        await app.engine.do(Undo(receipt.entry))
        assert [rule.id for rule in await app.engine.ask(OwnRules())] == ["own-warm"]
        app.lan.tell(THERMOSTAT, "temp_current", 24.0)
        await app.settle()
        assert await states(app) == {"own-warm": B}


async def test_taking_in_can_be_undone():
    async with console() as app:
        receipt = await take(app, NOW_WARM)
        await app.engine.do(Undo(receipt.entry))
        app.lan.tell(THERMOSTAT, "temp_current", 24.0)
        await app.settle()
        assert (await app.alerts(), await app.engine.ask(OwnRules())) == ((), ())


async def test_an_expression_has_an_alert_of_its_own_that_survives_a_restart():
    disk = Disk(book=BOOK)
    both = BOTH | {
        "operands": {"warm": {"point": "temp_current"}, "wet": {"point": "watersensor_state", "take": "any"}},
        "expression": "warm > 22.0 && wet",
    }
    async with console(disk) as app:
        await take(app, both)
        app.lan.tell(THERMOSTAT, "temp_current", 24.0)
        app.lan.tell(LEAK, "watersensor_state", "alarm")
        await app.settle()
        assert (await states(app))[both["id"]] is B
    async with console(disk) as app:
        assert (await states(app))[both["id"]] is B
        app.lan.tell(THERMOSTAT, "temp_current", 21.0)
        app.lan.tell(LEAK, "watersensor_state", "alarm")
        await app.settle()
        assert (await states(app))[both["id"]] is D


async def test_a_file_that_is_not_in_order_changes_nothing_and_says_where():
    async with console() as app:
        with pytest.raises(InvalidInput, match=r"line 9, column 5: 'colour' is not a field"):
            await take(app, NOW_WARM | {"colour": "red"})
        assert await app.engine.ask(OwnRules()) == ()
        result = await app.engine.ask(CheckRules(yaml_of(NOW_WARM | {"colour": "red"})))
        assert [(fault.line, fault.column) for fault in result.faults] == [(9, 5)]


async def test_a_full_disk_leaves_the_rules_as_they_were():
    async with console() as app:
        await take(app, NOW_WARM)
        app.disk.full = True
        with pytest.raises(StoreFull):
            await take(app, NOW_WARM | {"above": 30})
        app.disk.full = False
        (own,) = await app.engine.ask(OwnRules())
        assert own.limit == 22


async def test_names_that_the_building_does_not_have_are_said():
    async with console() as app:
        receipt = await take(app, NOW_WARM | {"scope": {"zones": ["9.99"]}})
        assert receipt.text == "1 rule in force. This building does not know: 9.99."


async def test_bundled_rules_that_call_for_lives_cannot_be_replaced():
    async with console() as app:
        with pytest.raises(InvalidInput, match="calls for lives"):
            await take(app, NOW_WARM, WARM | {"id": "smoke/smoke_sensor_state"})
        assert await app.engine.ask(OwnRules()) == ()


async def test_removing_what_is_not_there_is_refused():
    async with console() as app:
        with pytest.raises(NotFound, match="no rule 'nobody'"):
            await app.engine.do(RemoveRules(("nobody",)))


async def test_rules_are_handed_out_in_both_formats_and_alone():
    async with console() as app:
        await take(app, NOW_WARM, BOTH)
        for kind in RuleFormat:
            text = await app.engine.ask(ExportRules(kind))
            result = await app.engine.ask(CheckRules(text, kind))
            assert {rule.id for rule in result.rules} == {"own-warm", BOTH["id"]}
        one = await app.engine.ask(ExportRules(rules=("temperature_high/temp_current",)))
        assert [rule.id for rule in (await app.engine.ask(CheckRules(one))).rules] == ["temperature_high/temp_current"]


async def test_rules_are_tried_on_what_the_engine_has_recorded():
    async with console() as app:
        start = app.clock.now()
        for value in (20.0, 24.0, 20.0, 25.0):
            app.lan.tell(THERMOSTAT, "temp_current", value)
            await app.wait(60)
        await app.services.parts.sampling.flush()
        trial = await app.engine.ask(TryRules(toml_of(NOW_WARM), start, app.clock.now(), RuleFormat.TOML))
        assert len(trial.rules[0].firings) == 2
        assert (trial.before.annunciations, trial.after.annunciations) == (0, 2)
        with pytest.raises(InvalidInput, match="at most"):
            await app.engine.ask(TryRules(yaml_of(NOW_WARM), start - timedelta(days=400), start))
