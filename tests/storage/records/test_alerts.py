"""Alert events, and which of them a start needs."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, AlertState, EventId, Trigger
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.identity import By
from heyzack_console.rules.alerts.states import fold
from heyzack_console.storage.alerts import LONG_STORY, AlertRecords
from heyzack_console.storage.keys import new_key
from heyzack_console.storage.store import RecordStore
from tests.support.journal_notes import BY, HandClock

ALERTS = tuple(AlertId(f"{number:02x}" * 16) for number in range(1, 4))

HAPPENINGS = st.tuples(st.sampled_from(range(3)), st.sampled_from(Trigger), st.integers(0, 3))
"""An alert, what happens to it, and how many raisings back an answer reaches."""

SHELVED_FOR = timedelta(milliseconds=100)
"""About ten happenings."""
ANSWERED = {Trigger.UNSHELVE: Trigger.SHELVE}


def event(clock: HandClock, trigger: Trigger, alert: AlertId = ALERTS[0], answers: EventId | None = None) -> AlertEvent:
    now = clock.now()
    shelves = trigger is Trigger.SHELVE
    return AlertEvent(
        id=EventId(new_key(now).hex()), alert=alert, device=DeviceId("gw1/a4c1"), rule="smoke", trigger=trigger, at=now,
        priority=Priority.P1, condition="Smoke", code="smoke_sensor_state", value=None if shelves else "alarm", unit="",
        limit=0.5, answers=answers, until=now + SHELVED_FOR if shelves else None, note="a note", by="Anna",
    )  # fmt: skip


async def test_events_come_back_as_they_were_written(store: RecordStore, by: By, clock: HandClock):
    book = AlertRecords(store)
    raised = event(clock, Trigger.TRUE)
    bare = AlertEvent(
        EventId("0b" * 16), ALERTS[1], DeviceId("d"), "offline", Trigger.SUPPRESS, clock.now(), parent=ALERTS[0]
    )
    await book.append([raised, bare], by)
    assert await book.history(None, None, 10) == (bare, raised)
    assert await book.load_current() == (raised, bare)


async def test_history_is_newest_first_and_kept_to_alert_time_and_number(store: RecordStore, by: By, clock: HandClock):
    book = AlertRecords(store)
    events = [event(clock, Trigger.TRUE, ALERTS[number % 2]) for number in range(6)]
    await book.append(events, by)
    assert await book.history(None, None, 3) == (events[5], events[4], events[3])
    assert await book.history(ALERTS[0], None, 10) == (events[4], events[2], events[0])
    assert await book.history(None, events[4].at, 10) == (events[5], events[4])
    assert await book.history(None, events[5].at + timedelta(seconds=1), 10) == ()


async def test_history_of_devices_leaves_out_all_others(store: RecordStore, by: By, clock: HandClock):
    book = AlertRecords(store)
    own, other = event(clock, Trigger.TRUE), replace(event(clock, Trigger.TRUE, ALERTS[1]), device=DeviceId("loud"))
    flood = [replace(other, id=EventId(new_key(clock.now()).hex())) for _ in range(50)]
    await book.append([own, *flood], by)
    assert await book.history(None, None, 10, [own.device]) == (own,)
    assert await book.history(None, None, 10, [DeviceId("silent")]) == ()
    assert len(await book.history(None, None, 100, [own.device, DeviceId("loud")])) == 51


async def test_a_start_needs_nothing_of_an_alert_that_is_normal(store: RecordStore, by: By, clock: HandClock):
    book = AlertRecords(store)
    raised = event(clock, Trigger.TRUE)
    await book.append([raised], by)
    await book.append([event(clock, Trigger.FALSE)], by)
    await book.append([event(clock, Trigger.ACK, answers=raised.id)], by)
    assert await book.load_current() == ()
    again = event(clock, Trigger.TRUE)
    await book.append([event(clock, Trigger.FALSE), again], by)
    assert await book.load_current() == (again,)


@given(st.lists(st.lists(HAPPENINGS, min_size=1, max_size=3), max_size=12))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_what_a_start_loads_folds_to_the_same_states_as_everything(
    store: RecordStore, clock: HandClock, works: list[list[tuple[int, Trigger, int]]]
):
    book = AlertRecords(store)
    alerts = [AlertId(new_key(clock.now()).hex()) for _ in ALERTS]
    told: list[AlertEvent] = []
    for work in works:
        events = []
        for number, trigger, back in work:
            answered = ANSWERED.get(trigger, Trigger.TRUE)
            earlier = [one.id for one in told if one.alert == alerts[number] and one.trigger is answered]
            answers = earlier[-1 - back] if len(earlier) > back else None
            events.append(event(clock, trigger, alerts[number], answers))
        told += events
        await book.append(events, BY)
    loaded = await book.load_current()
    for alert in alerts:
        whole = fold([one for one in told if one.alert == alert])
        part = fold([one for one in loaded if one.alert == alert])
        if whole is None or whole.state is AlertState.NORMAL:
            assert part is None
        else:
            assert part is not None
            assert (part.state, part.active, part.count) == (whole.state, whole.active, whole.count)
            assert part.since == whole.since or not whole.active


async def test_the_story_of_an_alert_that_nobody_acknowledges_does_not_grow_without_end(
    store: RecordStore, by: By, clock: HandClock
):
    book = AlertRecords(store)
    told: list[AlertEvent] = []
    for _ in range(LONG_STORY):
        told += [event(clock, Trigger.TRUE), event(clock, Trigger.FALSE)]
    await book.append(told, by)
    last = event(clock, Trigger.TRUE)
    await book.append([last], by)
    loaded = await book.load_current()
    assert len(loaded) < LONG_STORY
    whole, part = fold([*told, last]), fold(loaded)
    assert whole is not None
    assert part is not None
    assert (part.state, part.since, part.annunciation) == (whole.state, whole.since, whole.annunciation)


async def test_a_shelving_and_an_answer_to_its_end_come_back_as_they_were_written(
    store: RecordStore, by: By, clock: HandClock
):
    book = AlertRecords(store)
    raised = event(clock, Trigger.TRUE)
    shelved = event(clock, Trigger.SHELVE)
    answer = event(clock, Trigger.ACK, answers=EventId(f"{shelved.id}:up"))
    await book.append([raised, shelved, answer], by)
    assert await book.load_current() == (raised, shelved, answer)


async def test_a_story_begins_anew_after_a_shelving_that_ended_with_its_condition_gone(
    store: RecordStore, by: By, clock: HandClock
):
    book = AlertRecords(store)
    raised = event(clock, Trigger.TRUE)
    shelved = event(clock, Trigger.SHELVE)
    await book.append([raised, shelved, event(clock, Trigger.FALSE)], by)
    again = replace(event(clock, Trigger.TRUE), at=shelved.at + SHELVED_FOR)
    await book.append([again], by)
    assert await book.load_current() == (again,)


async def test_a_shelving_of_unknown_make_has_no_end(store: RecordStore, by: By, clock: HandClock):
    book = AlertRecords(store)
    strange = replace(event(clock, Trigger.SHELVE), until=None, value="tomorrow")
    await book.append([strange], by)
    assert [(e.until, e.value) for e in await book.history(None, None, 10)] == [(None, None)]


async def test_the_story_of_all_alerts_ends_where_it_is_asked_to_and_says_since_when_it_is_told(
    store: RecordStore, by: By, clock: HandClock
):
    book = AlertRecords(store)
    begun = await book.begun()
    events = [event(clock, Trigger.TRUE, ALERTS[number % 2]) for number in range(4)]
    await book.append(events, by)
    assert await book.told(events[3].at) == tuple(events[:3])
    older = replace(events[0], id=EventId("0c" * 16), at=events[0].at - timedelta(days=400))
    assert begun is None or begun > older.at
    await book.append([older], by)
    assert await book.begun() == older.at


@given(st.lists(st.lists(HAPPENINGS, min_size=1, max_size=3), max_size=14), st.integers(0, 50))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_what_stood_at_any_past_moment_folds_to_the_same_states_as_everything_until_then(
    store: RecordStore, clock: HandClock, works: list[list[tuple[int, Trigger, int]]], back: int
):
    book = AlertRecords(store)
    alerts = [AlertId(new_key(clock.now()).hex()) for _ in ALERTS]
    told: list[AlertEvent] = []
    for work in works:
        events = []
        for number, trigger, earlier in work:
            answered = ANSWERED.get(trigger, Trigger.TRUE)
            ids = [one.id for one in told if one.alert == alerts[number] and one.trigger is answered]
            answers = ids[-1 - earlier] if len(ids) > earlier else None
            events.append(event(clock, trigger, alerts[number], answers))
        told += events
        await book.append(events, BY)
    moment = told[max(0, len(told) - 1 - back)].at if told else clock.now()
    stood = await book.standing(moment)
    assert all(one.at <= moment for one in stood)
    for alert in alerts:
        whole = fold([one for one in told if one.alert == alert and one.at <= moment], now=moment)
        part = fold([one for one in stood if one.alert == alert], now=moment)
        if whole is None or whole.state is AlertState.NORMAL:
            assert part is None or part.state is AlertState.NORMAL
        else:
            assert part is not None
            assert (part.state, part.active) == (whole.state, whole.active)
            # What is put aside without ever having called has no annunciation that anybody could answer.
            assert part.annunciation == whole.annunciation or not whole.state.open
            assert part.since == whole.since or not whole.active


async def test_a_picture_reads_nothing_of_alerts_that_were_normal_then(store: RecordStore, by: By, clock: HandClock):
    book = AlertRecords(store)
    told: list[AlertEvent] = []
    for _ in range(50):
        raised = event(clock, Trigger.TRUE)
        told += [raised, event(clock, Trigger.ACK, answers=raised.id), event(clock, Trigger.FALSE)]
    await book.append(told, by)
    assert await book.standing(told[-1].at) == ()
    assert await book.standing(told[31].at) == tuple(told[30:32])


async def test_a_story_that_was_cut_can_still_be_told_from_before_the_cut(store: RecordStore, by: By, clock: HandClock):
    book = AlertRecords(store)
    told: list[AlertEvent] = []
    for _ in range(LONG_STORY):
        told += [event(clock, Trigger.TRUE), event(clock, Trigger.FALSE)]
    await book.append(told, by)
    await book.append([event(clock, Trigger.TRUE)], by)
    for number in (10, 11, 250):
        part = fold(await book.standing(told[number].at))
        whole = fold(told[: number + 1])
        assert part is not None
        assert whole is not None
        assert (part.state, part.annunciation) == (whole.state, whole.annunciation)


async def test_the_beginnings_of_alerts_in_a_span_are_told_oldest_first(store: RecordStore, by: By, clock: HandClock):
    book = AlertRecords(store)
    events = [event(clock, Trigger.TRUE, ALERTS[0]), event(clock, Trigger.FALSE), event(clock, Trigger.TRUE, ALERTS[1])]
    await book.append(events, by)
    assert [call.at for call in await book.calls(events[0].at, clock.now())] == [events[0].at, events[2].at]
    assert await book.calls(events[0].at, events[0].at) == ()
