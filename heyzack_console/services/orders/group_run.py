"""One group order under way: the state of each of its lines."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.group_orders import (
    GroupPlan,
    GroupProgress,
    GroupReport,
    LineState,
    PlannedOrder,
    RunId,
    RunLine,
    Take,
)
from heyzack_console.domain.identity import By
from heyzack_console.domain.orders import Order, OrderId


class GroupRun:
    """The lines of one run. *pending* are those whose turn has not come, *since* tells who has it and from when."""

    def __init__(self, run: RunId, title: str, plan: GroupPlan, by: By, now: datetime) -> None:
        self.id = run
        self.title = title
        self.by = by
        self._started = now
        self._lines = {line.device: _first(line) for line in plan.lines}
        self._counts = Counter(line.state for line in self._lines.values())
        self.pending = {line.device: line for line in plan.taking}
        self._of: dict[OrderId, DeviceId] = {}
        self.since: dict[DeviceId, datetime] = {}

    @property
    def waiting(self) -> Iterator[OrderId]:
        """Orders that are still in the outbox."""
        return (line.order for line in self._lines.values() if line.order and line.state is LineState.WAITING)

    @property
    def ended(self) -> bool:
        """Nothing more will happen."""
        return all(state.final for state, count in self._counts.items() if count)

    @property
    def progress(self) -> GroupProgress:
        """How far it is."""
        counts = {state: count for state, count in self._counts.items() if count}
        return GroupProgress(self.id, self.title, self.by.actor.name, self._started, counts, self.ended)

    @property
    def report(self) -> GroupReport:
        """Each line."""
        return GroupReport(self.progress, tuple(self._lines.values()))

    def begins(self, device: DeviceId, now: datetime, *, answers: bool) -> None:
        """*device* has its turn; one that *answers* keeps others waiting until it has."""
        del self.pending[device]
        if answers:
            self.since[device] = now
        self._set(device, LineState.WAITING)

    def ordered(self, device: DeviceId, order: OrderId) -> None:
        """The order of *device* is recorded."""
        self._of[order] = device
        self._lines[device] = replace(self._lines[device], order=order)

    def fell(self, device: DeviceId, state: LineState, text: str) -> None:
        """*device* gets no order after all."""
        self.since.pop(device, None)
        self._set(device, state, text)

    def heard(self, order: Order) -> bool:
        """An order came a step further; True where it is one of this run."""
        device = self._of.get(order.id)
        if device is None:
            return False
        state = LineState(order.state.value)
        self._set(device, state, order.text)
        if state.final:
            self.since.pop(device, None)
        return True

    def drop_pending(self, text: str) -> int:
        """Let nobody else begin; returns how many had not."""
        left, self.pending = self.pending, {}
        for device in left:
            self._set(device, LineState.CANCELLED, text)
        return len(left)

    def _set(self, device: DeviceId, state: LineState, text: str = "") -> None:
        before = self._lines[device]
        self._counts[before.state] -= 1
        self._counts[state] += 1
        self._lines[device] = replace(before, state=state, text=text)


def _first(line: PlannedOrder) -> RunLine:
    refused = line.take is Take.REFUSES
    return RunLine(line, LineState.REFUSED if refused else LineState.PENDING, text=line.why if refused else "")
