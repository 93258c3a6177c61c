"""The shipped sensitivity on public labelled series and on two ordinary rooms; skipped where these are absent."""

import csv
from datetime import datetime
from math import nan

import pytest

from heyzack_console.rules.anomaly.detector import Detector
from heyzack_console.rules.anomaly.sensitivity import STANDARD
from tests.rules.anomaly.nab import LABELLED, ROOMS, labelled_series, tally

ROWS_OF_A_WEEK = 2_016


def alerting_rows(values, times) -> list[int]:
    detector = Detector(STANDARD)
    return [row for row, (value, at) in enumerate(zip(values, times, strict=True)) if detector.take(value, at).alert]


@pytest.mark.skipif(not LABELLED.is_dir(), reason="the labelled series are not beside this checkout")
def test_the_public_score_stays_within_a_point_of_what_was_measured():
    points = tally((one, alerting_rows(one.values, one.times)) for one in labelled_series())
    assert points.score() == pytest.approx(77.15, abs=1.0)


@pytest.mark.skipif(not LABELLED.is_dir(), reason="the labelled series are not beside this checkout")
@pytest.mark.parametrize("name", ["occupancy_6005", "ec2_disk_write_bytes", "TravelTime_387"])
def test_the_beginning_of_a_file_is_judged_as_the_whole_file_is(name):
    (series,) = labelled_series(name)
    whole, part = Detector(), Detector()
    scores = [whole.take(value, at) for value, at in zip(series.values, series.times, strict=True)]
    half = len(scores) // 2
    beginning = [part.take(value, at) for value, at in zip(series.values[:half], series.times[:half], strict=True)]
    assert beginning == scores[:half]


@pytest.mark.skipif(not ROOMS.is_dir(), reason="the room records are not beside this checkout")
@pytest.mark.parametrize("room", ["robod_room1_lecture.csv", "robod_room3_office.csv"])
def test_an_ordinary_room_alerts_at_most_twice_per_series_and_week(room):
    with (ROOMS / room).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    times = [datetime.fromisoformat(row["timestamp"]) for row in rows]
    columns = [name for name in rows[0] if name != "timestamp"][::3]  # all of them are the benchmark's
    found = [len(alerting_rows([float(row[name] or nan) for row in rows], times)) for name in columns]
    assert sum(found) / len(found) / (len(rows) / ROWS_OF_A_WEEK) <= 2.0
