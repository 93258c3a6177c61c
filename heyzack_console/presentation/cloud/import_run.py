"""One import of many devices: part by part, so that it can be stopped and a refused device does not stop the rest."""

from collections import deque
from collections.abc import Sequence
from typing import Protocol

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError, InvalidInput
from heyzack_console.ports.engine.port import Receipt

PART = 20
"""Devices in one command: a page of the cloud's lists, and what can be lost to a stop."""
REASONS = 2
NAMES = 3
_OF_ONE_DEVICE = {CloudCause.DEVICE, CloudCause.INPUT, CloudCause.OTHER}


class Listed(Protocol):
    """What a run has to know of a device."""

    @property
    def id(self) -> DeviceId: ...

    @property
    def name(self) -> str: ...

    @property
    def gateway(self) -> DeviceId | None: ...


class ImportRun:
    """What is still to be taken in, and what became of the rest. Gateways come before what hangs on them."""

    def __init__(self, devices: Sequence[Listed], part: int = PART) -> None:
        self.total = len(devices)
        self.taken: list[DeviceId] = []
        self.refused: dict[DeviceId, str] = {}
        self.stopped = False
        self._receipts: list[Receipt] = []
        self._names = {each.id: each.name or each.id for each in devices}
        ordered = [each.id for each in sorted(devices, key=lambda each: each.gateway is not None)]
        self._waiting = deque(tuple(ordered[n : n + part]) for n in range(0, len(ordered), part))

    @property
    def part(self) -> tuple[DeviceId, ...]:
        """What is to be taken in next; empty when all was tried."""
        return self._waiting[0] if self._waiting else ()

    @property
    def left(self) -> tuple[DeviceId, ...]:
        """What was not tried, and what was refused: worth another attempt."""
        return (*self.refused, *(one for part in self._waiting for one in part))

    @property
    def done(self) -> int:
        """How many are behind us."""
        return len(self.taken) + len(self.refused)

    def took(self, receipt: Receipt) -> None:
        """The present part is in the book."""
        self.taken += self._waiting.popleft()
        self._receipts.append(receipt)

    def refuse(self, error: ConsoleError) -> None:
        """The present part was refused: its devices are tried one by one, unless *error* would meet all of them."""
        if not _meets_one(error):
            self.stopped = True
            return
        part = self._waiting.popleft()
        if len(part) == 1:
            self.refused[part[0]] = error.text
        else:
            self._waiting.extendleft((one,) for one in reversed(part))

    def receipt(self) -> Receipt:
        """For the undo line: the way back exists only where one command did it all."""
        if len(self._receipts) == 1:
            return self._receipts[0]
        return Receipt(count=len(self.taken), text=f"{_devices(len(self.taken))} taken in.")

    def counts(self) -> str:
        """How far it is, in words."""
        missing = f", {len(self.refused)} refused" if self.refused else ""
        return f"{len(self.taken)} of {self.total} taken in{missing}"

    def words(self) -> str:
        """What it came to, in words."""
        if len(self.taken) == self.total:
            return f"{_devices(self.total)} taken in. They wait beside the plan to be placed."
        parts = [f"{len(self.taken)} of {_devices(self.total)} taken in."]
        if self.refused:
            parts.append(f"{len(self.refused)} refused; each line says why.")
            parts += self._reasons()
        waiting = self.total - self.done
        if waiting:
            parts.append(f"{waiting} not tried. What is not taken in is still selected.")
        return " ".join(parts)

    def as_text(self) -> str:
        """What did not come in, for the clipboard: tab-separated, id, name and reason."""
        waiting = [one for one in self.left if one not in self.refused]
        reasons = {**self.refused, **dict.fromkeys(waiting, "not tried")}
        lines = (f"{one}\t{self._names[one]}\t{' '.join(text.split())}" for one, text in reasons.items())
        return "\n".join(("Id\tName\tReason", *lines)) + "\n"

    def _reasons(self) -> list[str]:
        """The most frequent reasons, each with the first devices that it met."""
        met: dict[str, list[str]] = {}
        for device, text in self.refused.items():
            met.setdefault(text, []).append(self._names[device])
        often = sorted(met.items(), key=lambda each: -len(each[1]))[:REASONS]
        return [f"{', '.join(names[:NAMES])}{' and others' if len(names) > NAMES else ''}: {t}" for t, names in often]


def _meets_one(error: ConsoleError) -> bool:
    if isinstance(error, CloudError):
        return error.cause in _OF_ONE_DEVICE
    return isinstance(error, InvalidInput)


def _devices(count: int) -> str:
    return "1 device" if count == 1 else f"{count} devices"
