"""Random histories of consoles that were apart: whatever happened, all end with the rows that the rules name."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.merge_history import EDITS, MEETINGS, TROUBLES, Step, Story
from tests.support.merge_notes import blank_home

PROFILES = {
    "mixed": (*EDITS, *EDITS, *MEETINGS, *MEETINGS, *TROUBLES),
    "equal clocks": (*EDITS, *MEETINGS, *MEETINGS, "restart", "restore", "backup"),
    "mostly erasures": ("note", "title", "title", "erase", "erase", "undo", *MEETINGS, "restart"),
    "few records": ("note", "title", "severity", "delete", "spot", *MEETINGS),
}


@pytest.fixture(scope="module")
def blank() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield asyncio.run(blank_home(Path(folder)))


def steps_of(profile: str, least: int = 15, most: int = 40) -> st.SearchStrategy[list[Step]]:
    number = st.integers(0, 4)
    step = st.tuples(st.sampled_from(PROFILES[profile]), number, number, number)
    return st.lists(step, min_size=least, max_size=most)


async def lived(blank: Path, steps: list[Step], count: int, *, still: bool = False) -> None:
    with TemporaryDirectory() as folder:
        story = await Story.begin(blank, Path(folder), count)
        try:
            if still:
                story.true.step *= 0
            await story.live([("note", 0, 0, 1), ("send", 0, 1, 0), *steps])
            await story.meet()
            await story.judge()
        finally:
            await story.end()


@pytest.mark.parametrize("profile", PROFILES)
@given(data=st.data())
@settings(max_examples=12)
def test_all_consoles_end_with_the_rows_of_the_specification(blank: Path, profile: str, data: st.DataObject):
    steps = data.draw(steps_of(profile))
    count = data.draw(st.integers(3, 5))
    asyncio.run(lived(blank, steps, count, still=profile == "equal clocks"))
