"""The table of ratios that the benchmarks print."""

from tests.benchmarks.__main__ import main, names
from tests.benchmarks.table import Row, as_table


def test_a_ratio_at_its_target_meets_it():
    assert Row("decode", "tinytuya", 0.6, 0.6).met is True


def test_a_ratio_above_its_target_misses_it():
    assert Row("decode", "tinytuya", 0.61, 0.6).met is False


def test_where_larger_is_better_a_ratio_below_its_target_misses_it():
    assert Row("ingest", "executemany", 0.4, 0.5, better="larger").met is False


def test_a_row_without_a_target_only_informs():
    assert Row("start", "bare window", 1.5, None).met is None


def test_the_table_shows_path_yardstick_ratio_target_and_verdict_of_each_row():
    shown = as_table([Row("decode", "tinytuya", 0.5, 0.6), Row("idle session", "-", 12.0, 10, unit="KB")]).splitlines()
    assert shown[0].split() == ["path", "yardstick", "measured", "target"]
    assert shown[2].split() == ["decode", "tinytuya", "0.5", "<=", "0.6", "met"]
    assert shown[3].split() == ["idle", "session", "-", "12", "KB", "<=", "10", "KB", "MISSED"]


def test_columns_stand_under_their_headings():
    heading, _, row = as_table([Row("a rather long path", "y", 1, 2)]).splitlines()
    assert heading.index("yardstick") == row.index("y", len("a rather long path"))


def test_an_unknown_benchmark_is_refused_by_name(capsys):
    assert main(["no_such_benchmark"]) == 2
    assert "no_such_benchmark" in capsys.readouterr().err


def test_the_runner_and_the_table_are_not_benchmarks():
    assert not {"__main__", "table", "test_table"} & set(names())
