"""Snapshots in words: the list, what differs, and the orders that restore the chosen lines."""

from collections.abc import Iterable
from datetime import datetime, tzinfo

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.devices.snapshots import SetPoint, SetPointDifference, SnapshotHead
from heyzack_console.domain.group_orders import DeviceOrder
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.building.values import value_text
from heyzack_console.presentation.inspector.controls import point_name
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("device", "Device", 0, least=140),
    Column("point", "Point", 170, least=90),
    Column("then", "Snapshot", 150, least=80),
    Column("age", "Heard before", 100, drops=1),
    Column("now", "Now", 200, least=100),
)
UNKNOWN = "not known"


class DifferenceLines:
    """One line for each point that stands otherwise, by the devices' names."""

    columns = COLUMNS

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self._taken_at: datetime | None = None
        self._lines: dict[str, SetPointDifference] = {}
        self._order: list[str] = []

    def __len__(self) -> int:
        return len(self._order)

    def key(self, position: int) -> str:
        """The key of the line at *position*."""
        return self._order[position]

    def position(self, key: str) -> int | None:
        """Where the line *key* stands."""
        return self._order.index(key) if key in self._lines else None

    def take(self, found: Iterable[SetPointDifference], head: SnapshotHead | None) -> None:
        """Show *found*, which differs from the snapshot *head*."""
        self._taken_at = head.taken_at if head else None
        known = [(self._name(one.device).casefold(), one) for one in found]
        known.sort(key=lambda pair: (pair[0], pair[1].device, pair[1].code))
        self._lines = {f"{one.device}\n{one.code}": one for _, one in known}
        self._order = list(self._lines)

    def row(self, position: int) -> Row:
        """The finished line."""
        key = self._order[position]
        line = self._lines[key]
        device = self._mirror.devices.get(line.device)
        spec = device.point(line.code) if device else None
        name = self._name(line.device)
        category = (device.category if device else Category.UNKNOWN).value
        then, now = self._side(line, line.then), self._side(line, line.now)
        old = line.now is not None and line.now.quality is not Quality.LIVE
        age = ""
        if line.then is not None and self._taken_at is not None:
            age = age_text(self._taken_at - line.then.at)
        return Row(
            key,
            (
                Cell(name, strong=True, glyph=f"category.{category}", tip=f"{name}\n{line.device}"),
                Cell(point_name(spec) if spec else line.code, "ink2", tip=line.code),
                Cell(then, tip=then),
                Cell(age, "ink2"),
                Cell(f"{now}, remembered" if old else now, "ink3" if old else "ink", hatched=old, tip=now),
            ),
        )

    def orders(self, keys: Iterable[str]) -> tuple[DeviceOrder, ...]:
        """The orders that bring the lines *keys* back to the snapshot, one for each device."""
        wanted: dict[DeviceId, dict[str, Value]] = {}
        chosen = set(keys)
        for key in self._order:
            line = self._lines[key]
            if key in chosen and line.then is not None:
                wanted.setdefault(line.device, {})[line.code] = line.then.value
        return tuple(DeviceOrder(device, values) for device, values in wanted.items())

    def as_text(self) -> str:
        """The lines for the clipboard, parted by tabs."""
        heads = "\t".join(("Id", *(column.title for column in COLUMNS)))
        rows = (
            "\t".join((self._lines[key].device, *(" ".join(cell.text.split()) for cell in self.row(position).cells)))
            for position, key in enumerate(self._order)
        )
        return "\n".join((heads, *rows)) + "\n"

    def _side(self, line: SetPointDifference, point: SetPoint | None) -> str:
        if point is None:
            return UNKNOWN
        device = self._mirror.devices.get(line.device)
        category = device.category if device else Category.UNKNOWN
        return value_text(category, device.point(line.code) if device else None, point.value, point.unit)

    def _name(self, device: DeviceId) -> str:
        known = self._mirror.devices.get(device)
        return known.name if known else device


def head_words(head: SnapshotHead, zone: tzinfo) -> str:
    """Return the line of the list, in the site's time."""
    devices = "1 device" if head.devices == 1 else f"{head.devices} devices"
    return f"{head.name}, {head.taken_at.astimezone(zone):%d %b %Y %H:%M}, {head.points} values of {devices}"
