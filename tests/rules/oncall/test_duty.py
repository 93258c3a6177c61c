"""Who is on call: layers, overrides that overlap, gaps; the answers were worked out by hand."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.notifications.people import PersonId, Quiet
from heyzack_console.domain.notifications.schedules import Layer, Override, OverrideId, Schedule, ScheduleId, Turn
from heyzack_console.rules.oncall.duty import coming, duty, gaps, on_call, taken

A, B, C, D = (PersonId(letter) for letter in "abcd")


def utc(day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, 6, day, hour, minute, tzinfo=UTC)


def override(name: str, person: PersonId, start: datetime, end: datetime) -> Override:
    return Override(OverrideId(name), person, start, end)


def schedule(*overrides: Override, layers: tuple[Layer, ...] | None = None) -> Schedule:
    first = datetime(2026, 6, 1, 8)  # noqa: DTZ001
    days = (Layer("days", (A, B), first, Turn.DAILY),)
    return Schedule(ScheduleId("s"), "Plant room", "UTC", days if layers is None else layers, overrides)


def told(shifts) -> list[tuple[datetime, datetime, str | None]]:
    return [(shift.start, shift.end, shift.person) for shift in shifts]


def test_of_overrides_that_overlap_the_one_made_last_holds_and_the_earlier_goes_on_around_it():
    plan = schedule(
        override("1", C, utc(1, 10), utc(1, 20)),
        override("2", D, utc(1, 12), utc(1, 14)),
        override("3", B, utc(1, 13), utc(1, 22)),
    )
    assert told(duty(plan, utc(1, 8), utc(2, 8))) == [
        (utc(1, 8), utc(1, 10), A),
        (utc(1, 10), utc(1, 12), C),
        (utc(1, 12), utc(1, 13), D),
        (utc(1, 13), utc(1, 22), B),
        (utc(1, 22), utc(2, 8), A),
    ]


def test_the_same_overrides_made_in_another_order_give_another_answer():
    plan = schedule(
        override("3", B, utc(1, 13), utc(1, 22)),
        override("2", D, utc(1, 12), utc(1, 14)),
        override("1", C, utc(1, 10), utc(1, 20)),
    )
    assert told(duty(plan, utc(1, 8), utc(2, 8))) == [
        (utc(1, 8), utc(1, 10), A),
        (utc(1, 10), utc(1, 20), C),
        (utc(1, 20), utc(1, 22), B),
        (utc(1, 22), utc(2, 8), A),
    ]


def test_a_later_layer_lies_over_an_earlier_one_where_it_has_duty():
    first = datetime(2026, 6, 1)  # noqa: DTZ001
    layers = (
        Layer("base", (A,), first, Turn.WEEKLY),
        Layer("nights", (B,), first, Turn.WEEKLY, hours=(Quiet(time(22), time(6)),)),
    )
    assert told(duty(schedule(layers=layers), utc(2, 12), utc(3, 12))) == [
        (utc(2, 12), utc(2, 22), A),
        (utc(2, 22), utc(3, 6), B),
        (utc(3, 6), utc(3, 12), A),
    ]


def test_where_nobody_is_on_call_is_flagged():
    first = datetime(2026, 6, 1)  # noqa: DTZ001
    layers = (Layer("office", (A,), first, Turn.WEEKLY, hours=(Quiet(time(8), time(18), days=(0, 1, 2, 3, 4)),)),)
    plan = schedule(override("1", B, utc(6, 8), utc(6, 12)), layers=layers)
    assert told(gaps(plan, utc(5, 12), utc(8, 9))) == [
        (utc(5, 18), utc(6, 8), None),
        (utc(6, 12), utc(8, 8), None),
    ]
    assert gaps(schedule(), utc(1, 8), utc(30)) == []


def test_who_is_on_call_now_and_who_comes_next():
    plan = schedule()
    here = on_call(plan, utc(3, 9))
    assert (here.person, here.start, here.end) == (A, utc(3, 8), utc(4, 8))
    assert (coming(plan, utc(3, 9)).person, coming(plan, utc(3, 9)).start) == (B, utc(4, 8))
    assert on_call(plan, utc(4, 8)).person == B


def test_a_shift_that_is_taken_is_that_persons_to_its_end_and_no_longer():
    plan = taken(schedule(), OverrideId("t"), C, utc(3, 15))
    assert told(duty(plan, utc(3, 8), utc(4, 12))) == [
        (utc(3, 8), utc(3, 15), A),
        (utc(3, 15), utc(4, 8), C),
        (utc(4, 8), utc(4, 12), B),
    ]


def test_a_gap_that_is_taken_lasts_for_a_day_at_most():
    empty = schedule(layers=())
    assert told(duty(taken(empty, OverrideId("t"), C, utc(3, 15)), utc(3, 12), utc(6))) == [
        (utc(3, 12), utc(3, 15), None),
        (utc(3, 15), utc(4, 15), C),
        (utc(4, 15), utc(6), None),
    ]


MOMENTS = st.integers(0, 24 * 20).map(lambda hours: utc(1) + timedelta(hours=hours))
OVERRIDES = st.lists(
    st.tuples(st.sampled_from([A, B, C, D]), MOMENTS, st.integers(1, 80)).map(
        lambda drawn: override("o", drawn[0], drawn[1], drawn[1] + timedelta(hours=drawn[2]))
    ),
    max_size=6,
)
HOURS = st.lists(st.builds(Quiet, st.times(), st.times()), max_size=2).map(tuple)


@settings(max_examples=80, deadline=None)
@given(OVERRIDES, HOURS, MOMENTS, st.integers(1, 10), MOMENTS)
def test_shifts_and_gaps_fill_the_span_without_overlap_and_each_moment_has_its_last_override(
    overrides, hours, begin, days, moment
):
    first = datetime(2026, 6, 3, 8)  # noqa: DTZ001
    plan = schedule(*overrides, layers=(Layer("days", (A, B), first, Turn.DAILY, hours=hours),))
    end = begin + timedelta(days=days)
    found = duty(plan, begin, end)
    assert (found[0].start, found[-1].end) == (begin, end)
    assert all(one.end == other.start for one, other in pairwise(found))
    last = next((o.person for o in reversed(overrides) if o.start <= moment < o.end), None)
    if last is not None and begin <= moment < end:
        assert next(s.person for s in found if s.start <= moment < s.end) == last


@settings(max_examples=40, deadline=None)
@given(OVERRIDES, HOURS, MOMENTS, st.sampled_from(["Europe/Berlin", "Pacific/Apia", "America/St_Johns"]))
def test_the_answer_does_not_depend_on_the_zone_in_which_the_question_is_asked(overrides, hours, begin, zone):
    first = datetime(2026, 6, 3, 8)  # noqa: DTZ001
    plan = schedule(*overrides, layers=(Layer("days", (A, B), first, Turn.DAILY, hours=hours),))
    end, here = begin + timedelta(days=3), ZoneInfo(zone)
    assert duty(plan, begin.astimezone(here), end.astimezone(here)) == duty(plan, begin, end)
