"""Stretches that were filled from a log: added late, counted once, marked, and never in the place of the present."""

import sqlite3
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.readings import Quality
from heyzack_console.storage.samples.store import SampleStore
from tests.storage.samples.test_samples import ROOM, START, rolled, warm


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def ms(seconds: float) -> int:
    return int(after(seconds).timestamp() * 1000)


async def doors(store: SampleStore) -> list[tuple[float, object]]:
    words = await store.words(ROOM, "door", START, after(100_000))
    return [((change.at - START).total_seconds(), change.value) for change in words.changes]


async def test_a_filled_stretch_is_marked_in_samples_and_in_every_rollup(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(0, 20.0), warm(7200, 20.0)])
    await store.fill(after(600), after(6600), [warm(s, 23.0, Quality.CACHED) for s in range(600, 6600, 300)], ())
    for pixels in (7200, 120, 2):
        series = await store.series(ROOM, "temperature", START, after(7201), pixels)
        assert series.filled == ((ms(600), ms(6600)),)
        assert max(series.highs) == 23.0
    await store.close()


async def test_only_series_that_the_log_told_of_are_marked(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(0, 20.0), warm(0, True)])
    await store.fill(after(10), after(90), [warm(20, 21.0)], ())
    assert (await store.series(ROOM, "temperature", START, after(100), 100)).filled == ((ms(10), ms(90)),)
    assert (await store.words(ROOM, "door", START, after(100))).filled == ()
    await store.close()


async def test_a_mark_is_told_as_far_as_it_reaches_into_the_span_and_survives_a_restart(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.fill(after(10), after(90), [warm(20, 21.0)], ())
    await store.close()
    again = SampleStore(tmp_path / "samples.db")
    assert (await again.series(ROOM, "temperature", after(50), after(60), 100)).filled == ((ms(50), ms(60)),)
    assert (await again.series(ROOM, "temperature", after(90), after(99), 100)).filled == ()
    await again.close()


async def test_stretches_that_touch_become_one(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    for begin, end in ((10, 20), (40, 50), (20, 30), (25, 41)):
        await store.fill(after(begin), after(end), [warm(begin, 21.0)], ())
    assert (await store.series(ROOM, "temperature", START, after(99), 99)).filled == ((ms(10), ms(50)),)
    await store.close()


async def test_filling_twice_counts_once(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(0, 10.0), warm(600, 10.0)])
    for _ in range(2):
        await store.fill(after(60), after(540), [warm(90, 20.0), warm(100, 30.0)], ())
    assert [mean for _, mean, _, _ in await rolled(store, 3600, 60)] == [10.0, 25.0, 10.0]
    await store.close()


async def test_a_logged_word_stands_at_its_time_although_the_same_word_was_heard_later(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(0, False), warm(100, True)])
    await store.fill(after(10), after(90), [warm(40, True)], [warm(100, True)])
    assert await doors(store) == [(0, False), (40, True)]
    await store.close()


async def test_the_present_word_ends_what_the_log_said_last(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(0, False), warm(100, False)])
    await store.fill(after(10), after(90), [warm(40, True)], [warm(100, False)])
    assert await doors(store) == [(0, False), (40, True), (100, False)]
    await store.write([warm(120, False), warm(130, True)])
    assert (await doors(store))[-1] == (130, True)
    await store.close()


@settings(max_examples=60)
@example(heard=[(0, True), (10, False)], logged=[(10, True)])
@given(
    st.lists(st.tuples(st.integers(0, 50), st.booleans()), max_size=12, unique_by=lambda word: word[0]),
    st.lists(st.tuples(st.integers(10, 40), st.booleans()), min_size=1, max_size=8, unique_by=lambda word: word[0]),
)
async def test_changes_alternate_however_words_come_in(tmp_path_factory, heard, logged):
    store = SampleStore(tmp_path_factory.mktemp("words") / "samples.db")
    await store.write([warm(s, value) for s, value in sorted(heard)])
    await store.fill(after(10), after(40), [warm(s, value) for s, value in logged], ())
    values = [value for _, value in await doors(store)]
    assert all(one != other for one, other in pairwise(values))
    await store.close()


async def test_a_file_of_the_release_before_gets_the_marks_and_keeps_its_samples(tmp_path: Path):
    file = tmp_path / "samples.db"
    store = SampleStore(file)
    await store.write([warm(0, 20.0)])
    await store.close()
    database = sqlite3.connect(file)
    database.executescript("DROP TABLE filled; DROP TABLE gap; UPDATE alembic_version SET version_num = 's0002'")
    database.close()
    again = SampleStore(file)
    await again.fill(after(10), after(90), [warm(20, 21.0)], ())
    series = await again.series(ROOM, "temperature", START, after(100), 100)
    await again.close()
    assert (series.means, series.filled) == ((20.0, 21.0), ((ms(10), ms(90)),))
