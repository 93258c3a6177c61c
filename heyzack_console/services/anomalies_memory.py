"""What was learned of each series, kept for the next start."""

import asyncio
import logging
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from heyzack_console.domain.errors import StoreError
from heyzack_console.ports.store import Telemetry
from heyzack_console.rules.anomaly.announcing import Course, SeriesKey
from heyzack_console.rules.anomaly.detector import DetectorState
from heyzack_console.rules.anomaly.means import MeansState
from heyzack_console.services.troubles import Troubles

log = logging.getLogger(__name__)

T = TypeVar("T")

_COURSES = "courses"
# Most of a state are 4,000 values and their times; more effort saves little.
_EFFORT = 1


@dataclass(frozen=True, slots=True)
class Learned:
    """Everything that one series needs to go on after a restart."""

    means: MeansState
    detector: DetectorState


@dataclass(frozen=True, slots=True)
class _Courses:
    courses: tuple[Course, ...] = field(default=())


class AnomalyMemory:
    """What is lost here is learned again, so nothing here ever stops the engine."""

    def __init__(self, store: Telemetry, troubles: Troubles) -> None:
        self._store = store
        self._troubles = troubles
        self._kept: dict[str, bytes] = {}
        self._gone: set[str] = set()

    async def load(self) -> None:
        """Read what earlier runs learned; what cannot be read is learned again."""
        try:
            self._kept = dict(await self._store.load_learned())
        except StoreError as problem:
            log.warning("what was usual is learned again: %s", problem.text)

    def courses(self) -> tuple[Course, ...]:
        """Where each series stood."""
        packed = self._kept.pop(_COURSES, None)
        found = _unpacked(packed, _Courses, _COURSES) if packed is not None else None
        return found.courses if found is not None else ()

    def take(self, series: SeriesKey) -> Learned | None:
        """What was learned of *series*; None where nothing was. It is given once."""
        name = _name(series)
        packed = self._kept.pop(name, None)
        return _unpacked(packed, Learned, name) if packed is not None else None

    def watch_only(self, series: Collection[SeriesKey]) -> None:
        """Forget what an earlier run learned of series that are no longer watched, with the next writing."""
        left = {_name(one) for one in series} | {_COURSES}
        gone = self._kept.keys() - left
        self._gone |= gone
        for name in gone:
            del self._kept[name]

    async def keep(self, learned: Mapping[SeriesKey, Learned], courses: tuple[Course, ...]) -> bool:
        """Write *learned* and *courses*; whether the store took it. It is packed beside the loop."""
        gone = frozenset(self._gone)
        try:
            packed = await asyncio.to_thread(_packed, learned, courses)
            await self._store.keep_learned(packed, gone - packed.keys())
        except StoreError as problem:
            self._troubles.came("anomalies", f"What is usual is not being saved. {problem.text}")
            return False
        self._gone -= gone
        self._troubles.went("anomalies")
        return True


def _name(series: SeriesKey) -> str:
    return f"{series.code}@{series.device}"


def _packed(learned: Mapping[SeriesKey, Learned], courses: tuple[Course, ...]) -> dict[str, bytes]:
    states: dict[str, object] = {_name(series): state for series, state in learned.items()}
    states[_COURSES] = _Courses(courses)
    return {name: zlib.compress(msgspec.msgpack.encode(state), _EFFORT) for name, state in states.items()}


def _unpacked(packed: bytes, kind: type[T], name: str) -> T | None:
    try:
        return msgspec.msgpack.decode(zlib.decompress(packed), type=kind)
    except (zlib.error, msgspec.MsgspecError) as error:
        log.warning("what was learned of %s cannot be read and is learned again: %s", name, error)
        return None
