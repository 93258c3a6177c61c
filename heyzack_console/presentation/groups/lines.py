"""The preview and the report of a group order: one line for each device."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.group_orders import GroupPlan, GroupReport, LineState, PlannedOrder, RunLine, Take
from heyzack_console.presentation.building.values import NOTHING, value_text
from heyzack_console.presentation.inspector.controls import point_name
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("device", "Device", 180, least=110),
    Column("now", "Now", 110, drops=1, least=60),
    Column("wanted", "Ordered", 110, least=60),
    Column("outcome", "Takes it", 0, least=300),
)
_ROADS = {Path.LAN: "by LAN", Path.GATEWAY: "through its gateway", Path.CLOUD: "over the cloud"}
_WORDS = {
    LineState.PENDING: ("open_step", "its turn has not come", "ink2"),
    LineState.WAITING: ("paused", "waits in the outbox", "ink2"),
    LineState.SENT: ("running", "sent, not confirmed yet", "ink2"),
    LineState.CONFIRMED: ("done", "confirmed by the device", "ok"),
    LineState.FAILED: ("caution", "failed", "caution"),
    LineState.EXPIRED: ("caution", "expired", "caution"),
    LineState.CANCELLED: ("paused", "not sent, cancelled", "caution"),
    LineState.REFUSED: ("caution", "does not take it", "caution"),
}


class OrderLines:
    """Lines that do not take the order first, then those that ask first, then the rest, each by name."""

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self._planned: dict[str, PlannedOrder] = {}
        self._run: dict[str, RunLine] = {}
        self._order: list[str] = []
        self._at: dict[str, int] = {}

    @property
    def columns(self) -> tuple[Column, ...]:
        """The last is what will come of it, or what has."""
        return (*COLUMNS[:-1], replace(COLUMNS[-1], title="Result")) if self._run else COLUMNS

    def __len__(self) -> int:
        return len(self._order)

    def key(self, position: int) -> str:
        """The device at *position*."""
        return self._order[position]

    def position(self, key: str) -> int | None:
        """Where the device *key* stands."""
        return self._at.get(key)

    def row(self, position: int) -> Row:
        """The finished line."""
        line = self._planned[self._order[position]]
        device = self._mirror.devices.get(line.device)
        name = device.name if device else line.device
        glyph, outcome, ink = self._outcome(line)
        wanted, now = _values_text(device, line.values), self._now(device, line)
        category = (device.category if device else Category.UNKNOWN).value
        return Row(
            line.device,
            (
                Cell(name, strong=True, glyph=f"category.{category}", tip=f"{name}\n{line.device}"),
                Cell(now, "ink2", tip=now),
                Cell(wanted, "ink3" if line.take is Take.REFUSES else "ink", tip=wanted),
                Cell(outcome, ink, glyph=glyph, glyph_ink=ink, tip=outcome),
            ),
        )

    def preview(self, plan: GroupPlan) -> None:
        """Show who would take it."""
        self._run = {}
        self._take(plan.lines)

    def report(self, report: GroupReport) -> None:
        """Show what became of each; the order of the lines stays as it is while the same devices are shown."""
        self._run = {line.planned.device: line for line in report.lines}
        if self._planned.keys() == self._run.keys():
            self._planned = {key: line.planned for key, line in self._run.items()}
        else:
            self._take(line.planned for line in report.lines)

    def clear(self) -> None:
        """Show nothing."""
        self._run = {}
        self._take(())

    def as_text(self) -> str:
        """The lines for the clipboard, parted by tabs."""
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in self._table()) + "\n"

    def as_csv(self) -> str:
        """The lines for a file."""
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(
            [_harmless(cell.replace("\N{NO-BREAK SPACE}", " ")) for cell in line] for line in self._table()
        )
        return out.getvalue()

    def _table(self) -> Iterable[list[str]]:
        outcome = "Result" if self._run else "Takes it"
        yield ["Id", "Device", "Now", "Ordered", outcome]
        for position, key in enumerate(self._order):
            yield [key, *(cell.text for cell in self.row(position).cells)]

    def _take(self, lines: Iterable[PlannedOrder]) -> None:
        self._planned = {line.device: line for line in lines}
        self._order = sorted(self._planned, key=self._rank)
        self._at = {key: position for position, key in enumerate(self._order)}

    def _rank(self, key: str) -> tuple[int, str, str]:
        line = self._planned[key]
        device = self._mirror.devices.get(line.device)
        rank = 0 if line.take is Take.REFUSES else 1 if line.asks_first else 2
        return rank, (device.name if device else key).casefold(), key

    def _outcome(self, line: PlannedOrder) -> tuple[str, str, str]:
        run = self._run.get(line.device)
        if run is not None:
            glyph, words, ink = _WORDS[run.state]
            return glyph, f"{words}: {run.text}" if run.text else words, ink
        if line.take is Take.REFUSES:
            return "caution", f"Will not: {line.why}", "caution"
        careful = f" Acts on what protects people: {', '.join(line.asks_first)}." if line.asks_first else ""
        if line.take is Take.WAITS:
            return "paused", f"Later: {line.why}{careful}", "ink2"
        road = _ROADS[line.road] if line.road else ""
        return "done", f"Will, {road}.{careful}", "caution" if careful else "ok"

    def _now(self, device: Device | None, line: PlannedOrder) -> str:
        readings = self._mirror.readings.get(line.device, {})
        shown = {code: readings[code].value for code in line.values if code in readings}
        return _values_text(device, shown) if shown else NOTHING


def _values_text(device: Device | None, values: Mapping[str, Value]) -> str:
    if len(values) == 1:
        return "".join(_value_text(device, code, value) for code, value in values.items())
    return ", ".join(f"{_title(device, code)} {_value_text(device, code, value)}" for code, value in values.items())


def _value_text(device: Device | None, code: str, value: Value) -> str:
    spec = device.point(code) if device else None
    category = device.category if device else Category.UNKNOWN
    return value_text(category, spec, value, spec.unit if spec else "")


def _title(device: Device | None, code: str) -> str:
    spec = device.point(code) if device else None
    return point_name(spec) if spec else code


def names(devices: Iterable[DeviceId], mirror: Mirror, most: int = 3) -> str:
    """Return the first names, and how many more there are."""
    found = [mirror.devices[one].name if one in mirror.devices else one for one in devices]
    more = len(found) - most
    return ", ".join(found[:most]) + (f" and {more} more" if more > 0 else "")


def _harmless(text: str) -> str:
    """A spreadsheet must not take a device's name for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
