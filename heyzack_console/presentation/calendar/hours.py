"""Days as columns of hours: what overlaps stands side by side, and what has no room is counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from heyzack_console.domain.calendar import CalendarKind
from heyzack_console.presentation.calendar.items import Item
from heyzack_console.presentation.calendar.pages import Page

DAY_MINUTES = 24 * 60
LEAST_MINUTES = 20
BEHIND = frozenset({CalendarKind.WINDOW, CalendarKind.FREEZE})


@dataclass(frozen=True, slots=True)
class Block:
    """An item in one day, in minutes of the wall clock, and its share of the column's width."""

    item: Item
    top: int
    bottom: int
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many items between *top* and *bottom* have no room."""

    count: int
    top: int
    bottom: int
    lanes: int


@dataclass(frozen=True, slots=True)
class HourColumn:
    """One day: *ground* is what is drawn behind the blocks."""

    day: date
    ground: tuple[Block, ...]
    blocks: tuple[Block, ...]
    crowds: tuple[Crowd, ...]


def hour_columns(page: Page, found: Iterable[Item], most_lanes: int) -> tuple[HourColumn, ...]:
    """The days of *page*, at most *most_lanes* items side by side."""
    known = tuple(found)
    return tuple(_column(day, known, max(most_lanes, 1)) for day in page.days)


def _column(day: date, found: Sequence[Item], most: int) -> HourColumn:
    here = [block for one in found if (block := _block(one, day)) is not None]
    ground = tuple(block for block in here if block.item.occurrence.kind in BEHIND)
    blocks: list[Block] = []
    crowds: list[Crowd] = []
    for cluster in _clusters([block for block in here if block.item.occurrence.kind not in BEHIND]):
        shown, crowd = _side_by_side(cluster, most)
        blocks += shown
        crowds += [crowd] if crowd is not None else []
    return HourColumn(day, ground, tuple(blocks), tuple(crowds))


def _block(one: Item, day: date) -> Block | None:
    midnight = datetime.combine(day, time())
    top, bottom = _minutes(one.start - midnight), _minutes(one.end - midnight)
    if one.first == day and bottom <= top:
        bottom = top  # in the night that has an hour twice
    if one.last < day or one.first > day:
        return None
    top, bottom = max(top, 0), min(bottom, DAY_MINUTES)
    bottom = max(bottom, min(top + LEAST_MINUTES, DAY_MINUTES))
    return Block(one, min(top, DAY_MINUTES - LEAST_MINUTES), bottom)


def _minutes(length: timedelta) -> int:
    return round(length.total_seconds() / 60)


def _clusters(blocks: Iterable[Block]) -> Iterable[list[Block]]:
    cluster: list[Block] = []
    ends = 0
    for block in sorted(blocks, key=lambda one: (one.top, -one.bottom, one.item.title)):
        if cluster and block.top >= ends:
            yield cluster
            cluster, ends = [], 0
        cluster.append(block)
        ends = max(ends, block.bottom)
    if cluster:
        yield cluster


def _side_by_side(cluster: list[Block], most: int) -> tuple[list[Block], Crowd | None]:
    ends: list[int] = []
    placed: list[tuple[Block, int]] = []
    for block in cluster:
        lane = next((n for n, end in enumerate(ends) if end <= block.top), len(ends))
        ends[lane : lane + 1] = [block.bottom]
        placed.append((block, lane))
    if len(ends) <= most:
        return [_in_lane(block, lane, len(ends)) for block, lane in placed], None
    room = most - 1
    shown = [_in_lane(block, lane, most) for block, lane in placed if lane < room]
    hidden = [block for block, lane in placed if lane >= room]
    return shown, Crowd(len(hidden), min(b.top for b in hidden), max(b.bottom for b in hidden), most)


def _in_lane(block: Block, lane: int, lanes: int) -> Block:
    return Block(block.item, block.top, block.bottom, lane, lanes)
