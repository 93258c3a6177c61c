"""The tests of the merge are tested: each of these faults, planted on purpose, is found by a random history.

Here alone our own code is patched: a fault that nobody finds would be a rule that nobody checks.
"""

import asyncio
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from heyzack_console.storage import effective, merge, merge_rows, side_rows, weave, work
from heyzack_console.storage.causes import Causes
from heyzack_console.storage.effective import Corrections
from heyzack_console.storage.merge import CAUSE, Merge
from tests.support.merge_history import Step, Story
from tests.support.merge_notes import blank_home

MOST_HISTORIES = 40


@pytest.fixture(scope="module")
def blank() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield asyncio.run(blank_home(Path(folder)))


def history(seed: int, steps: tuple[str, ...], least: int = 15) -> list[Step]:
    chance = random.Random(seed)

    def number() -> int:
        return chance.randrange(5)

    return [(chance.choice(steps), number(), number(), number()) for _ in range(chance.randint(least, least + 25))]


async def _lived(blank: Path, steps: list[Step], count: int, *, still: bool) -> None:
    with TemporaryDirectory() as folder:
        story = await Story.begin(blank, Path(folder), count)
        try:
            if still:
                story.true.step *= 0
            await story.live([("note", 0, 0, 1), ("send", 0, 1, 0), ("send", 0, 2, 0), *steps])
            await story.meet()
            await story.judge()
        finally:
            await story.end()


def found(blank: Path, steps: tuple[str, ...], *, still: bool = False) -> bool:
    """Whether one of a fixed row of histories of *steps* goes wrong."""
    for seed in range(MOST_HISTORIES):
        try:
            asyncio.run(_lived(blank, history(seed, steps), 3 + seed % 3, still=still))
        except Exception:  # noqa: BLE001 - whatever a planted fault breaks, it was found
            return True
    return False


Plant = Callable[[pytest.MonkeyPatch], None]


def last_to_arrive_wins(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(weave, "winner", lambda front, shared, group, causes: front[-1])


def ties_by_local_number(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(weave, "winner", lambda front, shared, group, causes: max(front, key=lambda one: one.version))


def severity_like_any_column(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        weave,
        "winner",
        lambda front, shared, group, causes: max(front, key=lambda o: (o.version[0], causes.ids[o.version[1]])),
    )


def severity_of_all_versions(patch: pytest.MonkeyPatch) -> None:
    real = weave.frontier
    patch.setattr(
        weave, "frontier", lambda written, causes: written if "severity" in written[0].values else real(written, causes)
    )


def every_older_version_counts_as_seen(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(weave, "frontier", lambda written, causes: [max(written, key=lambda one: one.version[0])])


def losers_are_forgotten(patch: pytest.MonkeyPatch) -> None:
    real = side_rows.replace

    def replace(conn: Any, table: str, key: bytes, row: Any) -> None:
        row.siblings = []
        real(conn, table, key, row)

    patch.setattr(side_rows, "replace", replace)


def settled_losers_stay(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(side_rows, "settled", lambda conn, table, key, groups: None)


def clashes_are_not_kept(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(weave, "clashes", lambda fronts, causes: ())


def every_delete_clashes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(weave, "related", lambda one, other, causes: one == other)


def causes_are_not_awaited(patch: pytest.MonkeyPatch) -> None:
    real = Merge.obstacle

    def obstacle(self: Merge, one: Any) -> Any:
        why, cause = real(self, one)
        return ("", None) if why == CAUSE else (why, cause)

    patch.setattr(Merge, "obstacle", obstacle)


def what_waits_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Merge, "_keep_waiting", lambda self, before: None)


def the_future_is_let_in(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(merge, "AHEAD_MS", 1 << 45)


def the_future_never_arrives(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(merge, "AHEAD_MS", -(1 << 45))


def corrected_rows_are_not_made_anew(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(merge_rows.Rows, "touch_entries", lambda self, positions: list(positions))


def corrections_are_not_heard(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Merge, "_corrects", lambda self, one: False)


def corrected_stamps_before_their_causes(patch: pytest.MonkeyPatch) -> None:
    def early(header: Any, delta: int | None, causes: Any) -> int:
        return header.stamp if delta is None else max(header.stamp - (delta << 16), 0)

    for module in (effective, merge):
        patch.setattr(module, "effective", early)


def late_erased_values_are_kept(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(merge, "cover_late", lambda conn, schema, pos, causes: None)


def erasures_leave_the_journal_alone(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(merge, "cover_by", lambda conn, patch, place, causes: None)


def an_erasure_is_an_ordinary_write(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(weave, "alive", lambda written, erasures, causes: written)


def an_erasure_voids_what_knew_of_it(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(weave, "alive", lambda written, erasures, causes: [] if list(erasures) else written)


def the_next_entry_does_not_name_what_came(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(work, "_open_ends", lambda conn, own: ())


def one_chain_for_ever(patch: pytest.MonkeyPatch) -> None:
    real = work.open_chain

    def open_chain(conn: Any, run: Any, stamp: int) -> Any:
        row = conn.exec_driver_sql(
            "SELECT no, id, seq, head FROM chain WHERE console = ? ORDER BY no LIMIT 1", (run.console,)
        ).first()
        if run.head is None and row is not None:
            run.head, run.heard = work.Head(*row), True
        return real(conn, run, stamp)

    patch.setattr(work, "open_chain", open_chain)


def the_past_ends_with_what_is_named(patch: pytest.MonkeyPatch) -> None:
    def step(self: Causes, place: Any, deps: Any, numbers: dict[bytes, int]) -> None:
        seqs, pasts = self._steps.setdefault(place[0], ([], []))
        seqs.append(place[1])
        pasts.append({numbers[dep.chain]: dep.seq for dep in deps if dep.chain in numbers})

    patch.setattr(Causes, "_step", step)


def the_clock_forgets_what_it_heard(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Corrections, "apply", lambda self: [])


MIXED = ("note", "title", "spot", "severity", "delete", "tag", "untag", "line", "send", "send", "part", "shuffle")
CLOCKS = ("title", "title", "spot", "send", "send", "part", "slightly", "ahead", "heal", "restart")
ERASING = ("title", "title", "erase", "erase", "send", "send", "part", "shuffle")
RESTORES = ("title", "note", "send", "send", "part", "backup", "restore", "restore")

FAULTS: tuple[tuple[Plant, tuple[str, ...]], ...] = (
    (last_to_arrive_wins, MIXED),
    (severity_like_any_column, MIXED),
    (severity_of_all_versions, MIXED),
    (every_older_version_counts_as_seen, MIXED),
    (losers_are_forgotten, MIXED),
    (settled_losers_stay, MIXED),
    (clashes_are_not_kept, MIXED),
    (every_delete_clashes, MIXED),
    (causes_are_not_awaited, MIXED),
    (what_waits_is_forgotten, MIXED),
    (the_future_is_let_in, CLOCKS),
    (the_future_never_arrives, MIXED),
    (corrected_rows_are_not_made_anew, CLOCKS),
    (corrections_are_not_heard, CLOCKS),
    (corrected_stamps_before_their_causes, CLOCKS),
    (the_clock_forgets_what_it_heard, CLOCKS),
    (late_erased_values_are_kept, ERASING),
    (erasures_leave_the_journal_alone, ERASING),
    (an_erasure_is_an_ordinary_write, ERASING),
    (an_erasure_voids_what_knew_of_it, ERASING),
    (the_next_entry_does_not_name_what_came, MIXED),
    (the_past_ends_with_what_is_named, MIXED),
)


@pytest.mark.parametrize(("plant", "steps"), FAULTS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_planted_fault_is_found(blank: Path, monkeypatch: pytest.MonkeyPatch, plant: Plant, steps: tuple[str, ...]):
    plant(monkeypatch)
    assert found(blank, steps)


def test_ties_are_not_left_to_local_numbers(blank: Path, monkeypatch: pytest.MonkeyPatch):
    ties_by_local_number(monkeypatch)
    assert found(blank, ("title", "spot", "send", "send", "part"), still=True)


def test_a_chain_that_outlives_a_restored_backup_is_found(blank: Path, monkeypatch: pytest.MonkeyPatch):
    one_chain_for_ever(monkeypatch)
    steps = [("backup", 0), ("title", 0), ("send", 0), ("restore", 0), ("title", 0), ("send", 0)]
    with pytest.raises(AssertionError):
        asyncio.run(_lived(blank, [(what, who, 1 if what == "send" else 0, 3) for what, who in steps], 3, still=False))


@pytest.mark.parametrize("steps", [MIXED, CLOCKS, ERASING, RESTORES], ids=["mixed", "clocks", "erasing", "restores"])
def test_without_a_fault_these_histories_go_well(blank: Path, steps: tuple[str, ...]):
    for seed in range(5):
        asyncio.run(_lived(blank, history(seed, steps), 3 + seed % 3, still=False))
