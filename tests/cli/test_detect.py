"""`detect`: what it adds to each row, and what it says of files that it cannot judge."""

import csv
import io

import pytest

from heyzack_console.rules.anomaly.detector import Detector
from tests.cli.running import console
from tests.rules.anomaly.nab import LABELLED, labelled_series
from tests.rules.anomaly.rows import judged, times, warm_days


def a_file(folder, lines, name="rows.csv"):
    file = folder / name
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(file)


def an_odd_week():
    """Seven warm days; in the afternoon of the sixth the room is cold for two hours."""
    values = warm_days(7)
    for row in range(5 * 288 + 170, 5 * 288 + 194):
        values[row] -= 6.0
    return values


def written(values):
    stamps = times(len(values))
    return ["timestamp,value", *(f"{at:%Y-%m-%d %H:%M:%S},{value}" for at, value in zip(stamps, values, strict=True))]


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


async def test_each_row_comes_back_as_it_was_with_the_detectors_own_score_and_alert(tmp_path):
    values = an_odd_week()
    lines = written(values)
    ended = await console("detect", a_file(tmp_path, lines))
    assert ended.code == 0, ended.err
    assert [line.rsplit(",", 2)[0] for line in ended.out.splitlines()] == lines
    expected = [(judgement.score, judgement.alert) for judgement in judged(values)]
    assert any(alert for _, alert in expected)
    assert [(float(row["anomaly_score"]), row["alert"] == "1") for row in table(ended.out)] == expected


async def test_json_is_one_object_a_line_and_a_missing_value_is_null(tmp_path):
    lines = ["timestamp,value", "2026-03-02 00:00:00,21.5", "2026-03-02 00:05:00,", "2026-03-02T00:10:00Z,NaN"]
    ended = await console("detect", "--json", a_file(tmp_path, lines))
    nothing = {"anomaly_score": 0.0, "alert": 0}
    assert ended.lines == [
        {"timestamp": "2026-03-02 00:00:00", "value": 21.5, **nothing},
        {"timestamp": "2026-03-02 00:05:00", "value": None, **nothing},
        {"timestamp": "2026-03-02T00:10:00Z", "value": None, **nothing},
    ]


async def test_the_beginning_of_a_file_gives_the_beginning_of_the_answer(tmp_path):
    lines = written(an_odd_week())
    whole = await console("detect", a_file(tmp_path, lines, "whole.csv"))
    part = await console("detect", a_file(tmp_path, lines[:1_650], "part.csv"))
    assert whole.out.startswith(part.out)
    assert len(part.out.splitlines()) == 1_650


async def test_out_writes_what_would_have_been_shown_and_shows_nothing(tmp_path):
    source = a_file(tmp_path, written(warm_days(1)))
    target = tmp_path / "judged.csv"
    shown = await console("detect", source)
    ended = await console("detect", source, "--out", str(target))
    assert (ended.code, ended.out) == (0, "")
    assert target.read_bytes().decode() == shown.out.replace("\r\n", "\n")


async def test_further_columns_and_a_byte_order_mark_are_kept_out_of_the_way(tmp_path):
    lines = ["\ufeffvalue,room,timestamp", '21.5,"Room 1.02, east",2026-03-02 00:00:00']
    ended = await console("detect", a_file(tmp_path, lines))
    (row,) = table(ended.out)
    assert row == {
        "value": "21.5",
        "room": "Room 1.02, east",
        "timestamp": "2026-03-02 00:00:00",
        "anomaly_score": "0.0",
        "alert": "0",
    }


GOOD = "2026-03-02 00:00:00,21.5"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([], "line 1"),
        (["time,value", GOOD], "line 1: exactly one column has to be called timestamp"),
        (["timestamp,value,value", GOOD + ",1"], "line 1: exactly one column has to be called value"),
        (["timestamp,value,alert", GOOD + ",1"], "line 1: there is a column alert already"),
        (["timestamp,value", GOOD, "yesterday,3"], "line 3: 'yesterday' is no time"),
        (["timestamp,value", GOOD, "2026-03-02 00:05:00,warm"], "line 3: 'warm' is no number"),
        (["timestamp,value", GOOD, "", "2026-03-02 00:05:00"], "line 4: 1 fields"),
    ],
)
async def test_a_file_that_cannot_be_judged_ends_with_two_and_names_the_line(tmp_path, lines, words):
    file = tmp_path / "rows.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    target = tmp_path / "judged.csv"
    target.write_text("as it was", encoding="utf-8")
    ended = await console("detect", str(file), "--out", str(target))
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert target.read_text(encoding="utf-8") == "as it was"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["judged.csv", "rows.csv"]


async def test_what_is_no_text_or_not_there_ends_with_two(tmp_path):
    binary = tmp_path / "picture.csv"
    binary.write_bytes(b"timestamp,value\n\xff\xfe\x00\x80\n")
    for file, words in ((binary, "no CSV text"), (tmp_path / "absent.csv", "cannot be read")):
        ended = await console("detect", str(file))
        assert ended.code == 2
        assert words in ended.err


async def test_json_and_out_exclude_one_another(tmp_path):
    ended = await console("detect", a_file(tmp_path, ["timestamp,value"]), "--json", "--out", str(tmp_path / "x"))
    assert (ended.code, ended.out) == (2, "")
    assert "exclude" in ended.err


@pytest.mark.skipif(not LABELLED.is_dir(), reason="the labelled series are not beside this checkout")
async def test_a_public_series_gets_the_scores_that_the_benchmark_counts(tmp_path):
    (series,) = labelled_series("occupancy_6005")
    detector = Detector()
    expected = [detector.take(value, at) for value, at in zip(series.values, series.times, strict=True)]
    ended = await console("detect", "--json", str(LABELLED / "data" / series.name))
    assert [(row["anomaly_score"], row["alert"]) for row in ended.lines] == [
        (judgement.score, int(judgement.alert)) for judgement in expected
    ]


async def test_no_graphical_part_and_no_device_library_is_loaded_by_the_command_itself(tmp_path):
    source = a_file(tmp_path, ["timestamp,value", GOOD])
    ended = await console("detect", source, PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rsplit("|", 1)[-1].strip() for line in ended.err.splitlines() if line.startswith("import time:")}
    assert "numpy" in loaded
    assert not {name for name in loaded if name.partition(".")[0] in {"PySide6", "sqlalchemy", "pyqtgraph"}}
