"""Orders to many devices at once: who will take it, and what became of it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.orders import OrderId

RunId = NewType("RunId", str)
"""UUIDv7 as 32 hex digits."""


@dataclass(frozen=True, slots=True)
class DeviceOrder:
    """What one device of a group is told: new values by code, in canonical units."""

    device: DeviceId
    values: dict[str, Value]


class Take(StrEnum):
    """Whether a device takes its order: at once, when it can be reached again, or not at all."""

    NOW = "now"
    WAITS = "waits"
    REFUSES = "refuses"


@dataclass(frozen=True, slots=True)
class PlannedOrder:
    """One line of the preview.

    *why* says why the device waits or refuses; *asks_first* names its points that protect people; *road* is the path
    in use; *before* holds the values that are live now, which an undo would send.
    """

    device: DeviceId
    values: dict[str, Value]
    take: Take
    why: str = ""
    asks_first: tuple[str, ...] = ()
    road: Path | None = None
    before: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """Who will and who will not take the order, in the order of asking."""

    lines: tuple[PlannedOrder, ...]

    @property
    def taking(self) -> tuple[PlannedOrder, ...]:
        """Those that get an order."""
        return tuple(line for line in self.lines if line.take is not Take.REFUSES)

    @property
    def careful(self) -> tuple[PlannedOrder, ...]:
        """Those that get one and act on something that protects people."""
        return tuple(line for line in self.taking if line.asks_first)


class LineState(StrEnum):
    """How far one device's order has come. PENDING: its turn has not come; REFUSED: it never got one."""

    PENDING = "pending"
    WAITING = "waiting"
    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    REFUSED = "refused"

    @property
    def final(self) -> bool:
        """Nothing more will happen to it."""
        return self not in {LineState.PENDING, LineState.WAITING, LineState.SENT}


@dataclass(frozen=True, slots=True)
class RunLine:
    """One device of a run; *text* says why it stands as it does."""

    planned: PlannedOrder
    state: LineState
    order: OrderId | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class GroupProgress:
    """How far a run has come, in counts of devices; *counts* by state, *ended* when nothing more will happen."""

    run: RunId
    title: str
    by: str
    started_at: datetime
    counts: dict[LineState, int]
    ended: bool = False

    @property
    def total(self) -> int:
        """All devices that were asked for."""
        return sum(self.counts.values())

    @property
    def settled(self) -> int:
        """Those to which nothing more will happen."""
        return sum(count for state, count in self.counts.items() if state.final)

    @property
    def missed(self) -> int:
        """Those that did not take it."""
        return self.settled - self.counts.get(LineState.CONFIRMED, 0)


@dataclass(frozen=True, slots=True)
class GroupReport:
    """A run with each of its lines."""

    progress: GroupProgress
    lines: tuple[RunLine, ...]
