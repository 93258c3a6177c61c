"""The alarm figures, each against a slow count that follows the sentence of the table and nothing else."""

import math
from collections import Counter
from dataclasses import replace
from datetime import UTC, timedelta
from statistics import median
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.alerts.kpi import Grade, Kpi, Period
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.rules.alerts.annunciations import told
from heyzack_console.rules.alerts.grading import graded, worst
from heyzack_console.rules.alerts.kpi import covered, measured
from tests.support.alarm_history import BEGIN, Call, alert_of, events_of, histories, second

MANY = settings(max_examples=60, deadline=None)
FEW = settings(max_examples=20, deadline=None)
SPANS = st.tuples(st.integers(0, 3000), st.integers(600, 4000)).map(lambda span: (span[0], span[0] + span[1]))


def report_of(calls, start, end, zone=UTC):
    period = Period(second(start), second(end))
    return measured(told(events_of(calls), period.end), period, zone)


def value(report, kpi):
    return report.figure(kpi).value


def inside(calls, start, end):
    return [call for call in calls if start <= call.at < end]


@MANY
@given(histories(), SPANS)
def test_rates_are_annunciations_by_hours_slots_and_days_and_nothing_counts_as_no_data(calls, span):
    start, end = span
    report, own = report_of(calls, *span), inside(calls, *span)
    if not own:
        rates = {value(report, kpi) for kpi in (Kpi.RATE_PER_HOUR, Kpi.RATE_PER_10_MIN, Kpi.PER_DAY, Kpi.PEAK_SLOTS)}
        assert rates == {None}
        return
    # BEGIN is a full hour, so that slots of the UTC clock are tens of minutes after it.
    slots = len({tick // 600 for tick in range(start, end)})
    busy = Counter(call.at // 600 for call in own)
    assert value(report, Kpi.RATE_PER_HOUR) == pytest.approx(len(own) * 3600 / (end - start))
    assert value(report, Kpi.PER_DAY) == pytest.approx(len(own) * 86400 / (end - start))
    assert value(report, Kpi.RATE_PER_10_MIN) == pytest.approx(len(own) / slots)
    assert value(report, Kpi.PEAK_SLOTS) == pytest.approx(sum(1 for n in busy.values() if n > 10) / slots)


@FEW
@given(histories(identities=4, most=16, longest=30, quiet=40), SPANS)
def test_flood_time_is_what_a_look_at_every_second_finds(calls, span):
    flooded, seconds = False, 0
    for now in range(span[1]):
        count = sum(1 for call in calls if now - 600 < call.at <= now)
        flooded = count >= 5 if flooded else count > 10
        seconds += flooded and now >= span[0]
    found = value(report_of(calls, *span), Kpi.FLOOD_TIME)
    assert found == (pytest.approx(seconds / (span[1] - span[0])) if inside(calls, *span) else None)


def test_a_flood_goes_on_until_fewer_than_five_are_left_in_ten_minutes():
    calls = [Call(number, number, None, None, "", Priority.P4) for number in range(11)]
    (flood,) = report_of(calls, 0, 3600).floods
    # It begins with the eleventh; the seventh is the first whose leaving leaves four.
    assert (flood.start, flood.end) == (second(10), second(606))
    (cut,) = report_of(calls, 0, 300).floods
    assert cut.end == second(300)


def test_two_thousand_calls_in_ten_minutes_are_all_counted_and_make_one_flood():
    calls = [
        Call(who, who * 600 // 2000, who * 600 // 2000 + 1200, None, "", Priority(1 if who % 500 == 0 else 4))
        for who in range(2000)
    ]
    report = report_of(calls, 0, 4 * 3600)
    flooded, seconds = False, 0
    for now in range(4 * 3600):
        count = sum(1 for call in calls if now - 600 < call.at <= now)
        flooded = count >= 5 if flooded else count > 10
        seconds += flooded
    assert (report.annunciations, report.mix, len(report.floods)) == (2000, (4, 0, 0, 1996), 1)
    assert value(report, Kpi.FLOOD_TIME) * 4 * 3600 == pytest.approx(seconds)
    assert value(report, Kpi.RATE_PER_HOUR) == 500
    assert report.overall is Grade.TOO_MUCH


@MANY
@given(histories(identities=14, most=4), SPANS)
def test_the_top_10_share_is_that_of_the_ten_most_frequent(calls, span):
    own = inside(calls, *span)
    ranked = sorted((sum(1 for c in own if c.who == who) for who in {c.who for c in own}), reverse=True)
    expected = sum(ranked[:10]) / len(own) if own else None
    assert value(report_of(calls, *span), Kpi.TOP_10_SHARE) == expected


@MANY
@given(histories(longest=25, quiet=50), SPANS)
def test_chattering_is_three_calls_of_one_identity_within_a_minute(calls, span):
    own = inside(calls, *span)
    found = {
        first.who
        for first in own
        if sum(1 for other in own if other.who == first.who and 0 <= other.at - first.at <= 60) >= 3
    }
    report = report_of(calls, *span)
    assert value(report, Kpi.CHATTERING) == (len(found) if own else None)
    assert {one.alert for one in report.offenders if one.chattering} == {alert_of(who) for who in found}


@MANY
@given(histories(longest=15, quiet=90), SPANS)
def test_fleeting_is_a_return_within_ten_seconds_that_is_not_repeated_within_a_minute(calls, span):
    own = inside(calls, *span)
    found = 0
    for call in own:
        returned = call.back < span[1] and call.back - call.at < 10
        repeated = any(o.who == call.who and 0 < o.at - call.at <= 60 for o in own)
        found += returned and not repeated
    assert value(report_of(calls, *span), Kpi.FLEETING) == (found if own else None)


HOUR = 3600


@FEW
@given(histories(identities=4, most=3, longest=60, quiet=30), st.integers(0, 40), st.integers(24, 120))
def test_stale_is_what_stands_for_more_than_a_day(in_hours, start, length):
    calls = [
        replace(c, at=c.at * HOUR, back=c.back * HOUR, seen=None if c.seen is None else c.seen * HOUR) for c in in_hours
    ]
    stale, days = set(), {}
    # Everything happens on full hours, so that half past shows every state there is.
    for half in range(2 * start + 1, 2 * (start + length), 2):
        for call in in_hours:
            if call.at + 24 < half / 2 < call.back:
                stale.add(call)
                days.setdefault((8 + half // 2) // 24, set()).add(call)
    report = report_of(calls, start * HOUR, (start + length) * HOUR)
    if not inside(calls, start * HOUR, (start + length) * HOUR) and not stale:
        assert value(report, Kpi.STALE) is None
        return
    assert value(report, Kpi.STALE) == len(stale)
    assert report.stale_most_a_day == max(map(len, days.values()), default=0)


@MANY
@given(histories(identities=5), SPANS)
def test_the_priority_mix_is_judged_by_its_greatest_distance_from_5_15_80(calls, span):
    own = inside(calls, *span)
    report = report_of(calls, *span)
    assert report.mix == tuple(sum(1 for call in own if call.priority == p) for p in (1, 2, 3, 4))
    if not own:
        assert value(report, Kpi.PRIORITY_MIX) is None
        return
    urgent, medium, low = (100 * n / len(own) for n in (sum(report.mix[:2]), report.mix[2], report.mix[3]))
    farthest = max(abs(urgent - 5), abs(medium - 15), abs(low - 80))
    assert 100 * value(report, Kpi.PRIORITY_MIX) == pytest.approx(farthest)


@MANY
@given(histories(identities=5), SPANS)
def test_the_time_to_acknowledge_is_that_of_the_answered_calls_of_the_period(calls, span):
    report = report_of(calls, *span)
    for priority in Priority:
        taken = sorted(
            c.seen - c.at
            for c in inside(calls, *span)
            if c.priority is priority and c.seen is not None and c.seen < span[1]
        )
        found = report.ack_times[priority - 1]
        if not taken:
            assert (found.count, found.median_s, found.p95_s) == (0, None, None)
            continue
        enough = next(one for one in taken if sum(1 for other in taken if other <= one) >= 0.95 * len(taken))
        assert (found.count, found.median_s, found.p95_s) == (len(taken), median(taken), enough)
    assert value(report, Kpi.TIME_TO_ACKNOWLEDGE) == report.ack_times[0].p95_s


@MANY
@given(histories(identities=6, most=5, longest=3, quiet=5), SPANS)
def test_a_rubber_stamp_is_an_answer_less_than_a_second_from_another_of_the_same_person(calls, span):
    acks = [(c.seen, c.by) for c in calls if c.seen is not None and span[0] <= c.seen < span[1]]
    hasty = sum(1 for number, ack in enumerate(acks) if ack in acks[:number] + acks[number + 1 :])
    report = report_of(calls, *span)
    assert report.acknowledgements == len(acks)
    assert value(report, Kpi.RUBBER_STAMP_RATE) == (hasty / len(acks) if acks else None)


@MANY
@given(histories(quiet=30000), st.sampled_from(["UTC", "Europe/Paris", "Asia/Kathmandu"]))
def test_days_are_those_of_the_site_and_every_call_is_in_one(calls, zone):
    report = report_of(calls, 0, 200_000, ZoneInfo(zone))
    expected = Counter(second(c.at).astimezone(ZoneInfo(zone)).date() for c in inside(calls, 0, 200_000))
    assert {one.day: sum(one.counts) for one in report.days if any(one.counts)} == expected
    days = [one.day for one in report.days]
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]


def test_an_empty_period_has_no_data_and_no_grade():
    report = report_of([], 0, 86400)
    assert {(f.value, f.grade) for f in report.figures} == {(None, Grade.NO_DATA)}
    assert (report.overall, report.annunciations) == (Grade.NO_DATA, 0)


@pytest.mark.parametrize(
    ("kpi", "good", "acceptable", "too_much"),
    [
        (Kpi.RATE_PER_HOUR, 6, 12, 12.01),
        (Kpi.RATE_PER_10_MIN, 1, 2, 2.01),
        (Kpi.PER_DAY, 150, 300, 300.1),
        (Kpi.PEAK_SLOTS, 0.0099, 0.05, 0.0501),
        (Kpi.FLOOD_TIME, 0.0099, 0.01, 0.0501),
        (Kpi.TOP_10_SHARE, 0.05, 0.15, 0.1501),
        (Kpi.CHATTERING, 0, None, 1),
        (Kpi.FLEETING, 0, None, 1),
        (Kpi.STALE, 0, 5, 6),
        (Kpi.PRIORITY_MIX, 0.05, 0.15, 0.1501),
        (Kpi.TIME_TO_ACKNOWLEDGE, 179.9, 600, 600.1),
        (Kpi.RUBBER_STAMP_RATE, 0.0199, 0.10, 0.1001),
    ],
)
def test_each_figure_is_graded_by_the_limits_of_the_table(kpi, good, acceptable, too_much):
    assert graded(kpi, good) is Grade.GOOD
    assert acceptable is None or graded(kpi, acceptable) is Grade.ACCEPTABLE
    assert graded(kpi, too_much) is Grade.TOO_MUCH
    assert graded(kpi, None) is Grade.NO_DATA


@given(st.lists(st.sampled_from(Grade)))
def test_the_overall_grade_is_the_worst_single_one(grades):
    order = [Grade.NO_DATA, Grade.GOOD, Grade.ACCEPTABLE, Grade.TOO_MUCH]
    assert worst(grades) is max(grades, key=order.index, default=Grade.NO_DATA)


def test_the_days_covered_are_those_since_the_record_began():
    period = Period(BEGIN, BEGIN + timedelta(days=30))
    now = BEGIN + timedelta(days=3)
    assert covered(period, BEGIN + timedelta(days=1), now).seconds == 2 * 86400
    assert covered(period, BEGIN - timedelta(days=9), now).seconds == 3 * 86400
    assert covered(period, None, now).seconds == 0
    assert math.isclose(measured(told([], now), period, UTC, covered(period, BEGIN, now)).covered_days, 3)
