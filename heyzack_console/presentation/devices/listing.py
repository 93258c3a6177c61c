"""The device table: filter, order, groups."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.looks import main_reading, main_text
from heyzack_console.presentation.building.marks import worst
from heyzack_console.presentation.building.site_index import SiteIndex, zone_words
from heyzack_console.presentation.devices.rows import COLUMNS, device_row, path_words, search_words
from heyzack_console.presentation.devices.score import all_scores
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.tables import Column, Row


class Grouping(StrEnum):
    """By what the lines are parted; the value is the word in the menu."""

    NONE = "No groups"
    FLOOR = "Floor"
    CATEGORY = "Type"
    GATEWAY = "Gateway"
    HEALTH = "Path"


class DeviceListing:
    """A table's source over the mirror's devices. Values move no line: only sorting, filtering and the book do.

    Args:
        clock: the present, aware UTC, for ages.
    """

    columns: tuple[Column, ...] = COLUMNS

    def __init__(self, mirror: Mirror, clock: Callable[[], datetime]) -> None:
        self._mirror = mirror
        self._clock = clock
        self._index = SiteIndex()
        self._words: dict[DeviceId, str] = {}
        self._listed: dict[DeviceId, Device] = {}
        self._needle = ""
        self._sorted_by = "name"
        self._descending = False
        self.grouping = Grouping.NONE
        self._lines: list[Row | DeviceId] = []
        self._at: dict[str, int] = {}
        self.matching = 0
        self._scores: dict[DeviceId, int] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def key(self, position: int) -> str:
        """The device at *position*; the title of a group's head."""
        line = self._lines[position]
        return line.key if isinstance(line, Row) else line

    def position(self, key: str) -> int | None:
        """Where a device stands; None where the filter hides it."""
        return self._at.get(key)

    def row(self, position: int) -> Row:
        """The line at *position*."""
        line = self._lines[position]
        if isinstance(line, Row):
            return line
        # Between the news that a device is gone and the new list, tables still ask for its line.
        device = self._mirror.devices.get(line) or self._listed[line]
        return device_row(device, self._mirror, self._index, self._clock())

    @property
    def needle(self) -> str:
        """What the list is filtered for."""
        return self._needle

    @property
    def order(self) -> tuple[str, bool]:
        """The column sorted by, and whether downwards."""
        return self._sorted_by, self._descending

    def take_book(self, index: SiteIndex) -> None:
        """Devices, names or places changed."""
        self._index = index
        self._listed = dict(self._mirror.devices)
        self._words = {d.id: search_words(d, index) for d in self._mirror.devices.values()}
        self.rebuild()

    def look_for(self, text: str) -> None:
        """Show only devices whose words hold every word of *text*."""
        self._needle = text.strip().lower()
        self.rebuild()

    def sort_by(self, column: str) -> None:
        """Order by *column*; a second time the other way round."""
        self._descending = not self._descending if column == self._sorted_by else False
        self._sorted_by = column
        self.rebuild()

    def group_by(self, grouping: Grouping) -> None:
        """Part the lines."""
        self.grouping = grouping
        self.rebuild()

    def rebuild(self) -> None:
        """Filter, sort and group anew."""
        needles = self._needle.split()
        found = [d for d in self._mirror.devices.values() if all(n in self._words[d.id] for n in needles)]
        self._scores = all_scores(self._mirror, self._clock()) if self._sorted_by == "health" else {}
        found.sort(key=self._order, reverse=self._descending)
        self.matching = len(found)
        self._lines = [*self._grouped(found)]
        self._at = {self.key(n): n for n in range(len(self._lines))}

    def _grouped(self, devices: list[Device]) -> list[Row | DeviceId]:
        if self.grouping is Grouping.NONE:
            return [d.id for d in devices]
        groups: dict[tuple[float, str], list[Device]] = {}
        for device in devices:
            groups.setdefault(self._group_of(device), []).append(device)
        lines: list[Row | DeviceId] = []
        for (_, title), members in sorted(groups.items()):
            count = "1 device" if len(members) == 1 else f"{len(members)} devices"
            lines.append(Row(f"group {title}", (), head=title, count=count))
            lines.extend(d.id for d in members)
        return lines

    def _group_of(self, device: Device) -> tuple[float, str]:
        if self.grouping is Grouping.FLOOR:
            floor = self._index.floor(self._index.floor_of.get(device.id))
            return (-floor.level, floor.name) if floor else (float("inf"), "Not on the plan")
        if self.grouping is Grouping.CATEGORY:
            return 0, category_word(device.category)
        if self.grouping is Grouping.GATEWAY:
            gateway = self._mirror.devices.get(device.gateway) if device.gateway else None
            return (0, gateway.name) if gateway else (1, "Without a gateway")
        word = path_words(self._mirror.health.get(device.id))[1]
        return (0 if word == "No path" else 1), word

    def _order(self, device: Device) -> tuple[object, ...]:
        readings = self._mirror.readings.get(device.id, {})
        name = (device.name.lower(), device.id)
        if self._sorted_by == "type":
            return category_word(device.category), *name
        if self._sorted_by == "room":
            zone = self._index.zone_of.get(device.id)
            return (zone_words(zone) if zone else "\uffff"), *name
        if self._sorted_by == "reading":
            shown = main_reading(device, readings)
            number = shown is not None and isinstance(shown.value, int | float) and not isinstance(shown.value, bool)
            return (0, float(shown.value or 0), "") if number and shown else (
                1,
                0.0,
                main_text(device, readings),
            ), *name
        if self._sorted_by == "path":
            return path_words(self._mirror.health.get(device.id))[1], *name
        if self._sorted_by == "health":
            return self._scores[device.id], *name
        if self._sorted_by == "age":
            shown = main_reading(device, readings)
            return (-shown.at.timestamp() if shown else 0.0), *name
        mark = worst(self._mirror.alerts_of(device.id)) if self._sorted_by == "mark" else None
        return (-mark.badness if mark else 0), *name
