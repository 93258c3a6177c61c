"""Rules tried on recorded values do what the engine would have done, and the figures say what that means."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.alerts.alert import AlertEvent, EventId, Trigger
from heyzack_console.domain.alerts.kpi import Kpi, Period
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.ports.engine.alerts import AlertHistory
from heyzack_console.rules.alerts.defaults import rules_for
from heyzack_console.rules.alerts.identity import identity
from heyzack_console.services.alerts.past import Past
from tests.support.building import BOOK, DEVICES, THERMOSTAT, at, reading
from tests.support.console import console

WARM = AlertRule("warm", "Warm", Test.ABOVE, Priority.P3, "temp_current", limit=26.0, delay_s=60, dead_band=1.0)
HOUR = 3600
COURSES = st.lists(st.tuples(st.integers(1, 300), st.sampled_from([24.0, 25.5, 26.5, 28.0])), max_size=40)


def tried(rules, told, start=0, end=4 * HOUR, events=()):
    past = Past(rules, BOOK, Period(at(start), at(end)), UTC)
    past.hear([reading(THERMOSTAT, "temp_current", value, second) for second, value in told])
    return past.end(events, at(0), at(end))


def spans(trial, number=0):
    firings = trial.rules[number].firings
    return [((one.start - at(0)).total_seconds(), one.end and (one.end - at(0)).total_seconds()) for one in firings]


def slowly(told, end):
    """Second by second, as the rule's sentence has it."""
    found, since, announced, value = [], None, False, None
    told = dict(told)
    for now in range(end):
        value = told.get(now, value)
        if value is None:
            continue
        true = value > (25.0 if announced else 26.0)
        if announced and not true:
            found[-1] = (found[-1][0], now)
        since = (since if since is not None else now) if true else None
        announced = announced and true
        if since is not None and not announced and now - since >= 60:
            announced = True
            found.append((now, None))
    return found


@settings(max_examples=60, deadline=None)
@given(COURSES)
def test_a_rule_fires_when_a_look_at_every_second_says_so(steps):
    told, now = [], 0
    for wait, value in steps:
        now += wait
        told.append((now, value))
    trial = tried([WARM], told)
    expected = slowly(told, 4 * HOUR)
    assert spans(trial) == expected
    stood = sum((until if until is not None else 4 * HOUR) - since for since, until in expected)
    assert trial.rules[0].seconds == pytest.approx(stood)
    assert trial.after.annunciations == len(expected)
    assert trial.samples == len(told)


def journal_of(trial):
    """What the journal would hold had the first rule been in force."""
    for number, one in enumerate(trial.rules[0].firings):
        called = AlertEvent(
            EventId(f"{number:032x}"),
            identity(BOOK.site.id, one.device, one.rule),
            one.device,
            one.rule,
            Trigger.TRUE,
            one.start,
        )
        yield called
        yield replace(called, id=EventId(f"f{number:031x}"), trigger=Trigger.FALSE, at=one.end)


COURSE = [(0, 25.0), (100, 31.0), (250, 29.5), (300, 32.0), (900, 28.0), (1000, 33.0), (1100, 20.0), (1500, 31.5)]


async def test_the_past_has_the_same_alerts_as_the_engine_had():
    async with console() as app:
        begin = app.clock.now()
        passed = 0
        for second, value in COURSE:
            await app.wait(second - passed)
            passed = second
            app.lan.tell(THERMOSTAT, "temp_current", value)
        await app.wait(400)
        live = await app.engine.ask(AlertHistory())
    rules = [rule for rule in rules_for(DEVICES) if rule.code == "temp_current"]
    past = Past(rules, BOOK, Period(begin, begin + timedelta(hours=2)), UTC)
    past.hear(
        replace(reading(THERMOSTAT, "temp_current", value), at=begin + timedelta(seconds=second))
        for second, value in COURSE
    )
    trial = past.end((), begin, begin + timedelta(hours=2))
    fired = [(one.rule, one.start) for rule in trial.rules for one in rule.firings]
    raised = [(event.rule, event.at) for event in reversed(live) if event.trigger is Trigger.TRUE]
    assert [rule for rule, _ in fired] == [rule for rule, _ in raised] != []
    for (_, then), (_, now) in zip(fired, raised, strict=True):
        assert abs((then - now).total_seconds()) <= 1.5


def test_what_stood_before_the_period_is_no_firing_in_it_but_counts_its_time():
    trial = tried([WARM], [(0, 27.0), (5000, 20.0)], start=3600)
    assert spans(trial) == []
    assert trial.rules[0].seconds == 5000 - 3600
    assert trial.before.figure(Kpi.PER_DAY).value is None


def test_a_rule_that_is_in_force_already_takes_the_place_of_what_it_did():
    told = [(n * 600 + s, v) for n in range(6) for s, v in ((0, 27.0), (120, 20.0))]
    busy = tried([WARM], told)
    assert len(busy.rules[0].firings) == 6
    events = journal_of(busy)
    calmer = tried([replace(WARM, delay_s=300)], told, events=events)
    assert (calmer.before.annunciations, calmer.after.annunciations) == (6, 0)


def test_the_points_that_are_needed_are_known_and_learning_takes_its_time():
    worn = AlertRule("worn", "Worn", Test.DEGRADED, Priority.P4, "power", limit=10, span_s=7 * 86400)
    past = Past([WARM, worn], BOOK, Period(at(0), at(60)), UTC)
    assert past.codes == {"temp_current", "power"}
    assert past.begins == at(0) - timedelta(days=7)
    silent = AlertRule("silent", "Silent", Test.SILENT, Priority.P4, delay_s=60)
    assert Past([silent], BOOK, Period(at(0), at(60)), UTC).codes == frozenset()
