"""The map's picture of a building: rows per floor, room labels, floor badges, tooltips, worded over the mirror."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, ZoneId
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.looks import DeviceLook, look_of, main_reading, main_text
from heyzack_console.presentation.building.marks import Flag, Mark, alert_line, flag_of, mark_of, marked, worst
from heyzack_console.presentation.building.site_index import SiteIndex, index_of, place_words, zone_words
from heyzack_console.presentation.map.facts import LayerFacts, links_of
from heyzack_console.presentation.map.layers import Layer, Tone
from heyzack_console.presentation.map.legend import LegendRow, legend
from heyzack_console.presentation.map.notes import note_of
from heyzack_console.presentation.map.zones import ZoneLabel, value_assumed, zone_label
from heyzack_console.presentation.mirror import Mirror

EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """One device as the painter needs it; *x*, *y* in metres."""

    device: DeviceId
    x: float
    y: float
    category: Category
    look: DeviceLook
    mark: Mark | None = None
    tone: Tone = Tone.NONE


@dataclass(frozen=True, slots=True)
class FloorBadge:
    """One floor in the switcher: its level, the worst open mark and how many alerts are open."""

    floor: FloorId
    level: int
    name: str
    worst: Mark | None
    count: int

    @property
    def words(self) -> str:
        """For the tooltip and the screen reader: "Floor 3, 4 open alerts, the worst critical"."""
        if not self.worst:
            return f"{self.name}, no open alert"
        alerts = "1 open alert" if self.count == 1 else f"{self.count} open alerts"
        return f"{self.name}, {alerts}, the worst {_PRIORITY_WORDS[self.worst.priority]}"


class MapPicture:
    """Words what the mirror holds for one building; holds nothing that the mirror and the book do not."""

    def __init__(self, mirror: Mirror, facts: LayerFacts | None = None) -> None:
        self._mirror = mirror
        self.facts = LayerFacts() if facts is None else facts
        self.index = SiteIndex()
        self.take_book()

    def take_book(self) -> None:
        """Sort the mirror's book anew, after it changed."""
        self.index = index_of(self._mirror.book)
        self.facts.links = links_of(self._mirror.book)

    def device(self, device: DeviceId) -> Device | None:
        """The device of that id; None where the book does not have it."""
        return self._mirror.devices.get(device)

    def row(self, device: Device, layer: Layer) -> DeviceRow:
        """Return how *device* is drawn; it must have a place."""
        place = device.place
        x, y = (place.x, place.y) if place else (0.0, 0.0)
        mark = worst(self._mirror.alerts_of(device.id))
        tone = note_of(device, self._mirror, layer, self.facts, self._now).tone
        return DeviceRow(device.id, x, y, device.category, self._look(device, mark, layer), mark, tone)

    def rows(self, floor: FloorId, layer: Layer, wanted: Callable[[Device], bool] | None = None) -> list[DeviceRow]:
        """Return the rows of *floor*, in the order of the book; *wanted* filters."""
        devices = self.index.devices.get(floor, ())
        return [self.row(device, layer) for device in devices if wanted is None or wanted(device)]

    def caption(self, device: DeviceId, layer: Layer) -> tuple[str, bool]:
        """Return what *layer* writes below *device*, mostly empty, and whether it is a value that is only assumed."""
        found = self._mirror.devices.get(device)
        if found is None:
            return "", False
        assumed = layer is Layer.VALUES and value_assumed(found, self._mirror)
        return note_of(found, self._mirror, layer, self.facts, self._now).text, assumed

    def flag(self, device: DeviceId) -> Flag | None:
        """Return the flag of *device*; None without an unacknowledged P1 or P2."""
        found = self._mirror.devices.get(device)
        return flag_of(found, self._mirror.alerts_of(device)) if found else None

    def labels(
        self, floor: FloorId, layer: Layer, now: datetime, only: Collection[ZoneId] | None = None
    ) -> tuple[ZoneLabel, ...]:
        """Return what is written into the rooms of *floor*, or into those of *only*."""
        zones = [z for z in self.index.zones.get(floor, ()) if only is None or z.id in only]
        return tuple(
            zone_label(z, self.index.in_zone.get(z.id, ()), self._mirror, layer, now, self.facts) for z in zones
        )

    def badges(self) -> tuple[FloorBadge, ...]:
        """Return the floors for the switcher, highest first."""
        open_on: dict[FloorId, list[Alert]] = {}
        for alert in self._mirror.alerts.values():
            floor = self.index.floor_of.get(alert.device)
            if floor is not None and alert.state.open:
                open_on.setdefault(floor, []).append(alert)
        return tuple(
            FloorBadge(f.id, f.level, f.name, worst(open_on.get(f.id, ())), len(open_on.get(f.id, ())))
            for f in self.index.floors
        )

    def legend(self, floor: FloorId | None, layer: Layer) -> tuple[LegendRow, ...]:
        """Return the legend of *layer* on *floor*."""
        return legend(layer, self.index.devices.get(floor, ()) if floor else (), self.facts)

    def tooltip(self, device: DeviceId, now: datetime) -> tuple[str, ...]:
        """Return the lines of a device's tooltip: name, place, value with age, state, alerts."""
        found = self._mirror.devices.get(device)
        if found is None:
            return ()
        kind = category_word(found.category)
        lines = [found.name if kind.lower() in found.name.lower() else f"{kind} {found.name}"]
        lines.append(place_words(self.index, found))
        lines.append(self._state_line(found, now))
        for alert in marked(self._mirror.alerts_of(device))[:3]:
            state = mark_of(alert).state.replace("_", " ")
            since = age_text(now - alert.since)
            lines.append(f"P{alert.priority:d} {alert_line(found, alert)} · {state}, {since}")
        return tuple(lines)

    def summary(self, floor: FloorId | None, now: datetime) -> str:
        """Return the map in words, for those who do not see it."""
        shown = self.index.floor(floor)
        if shown is None or floor is None:
            return "No floor plan"
        devices = self.index.devices.get(floor, ())
        badge = next(b for b in self.badges() if b.floor == floor)
        lost = sum(1 for d in devices if (h := self._mirror.health.get(d.id)) is not None and h.lost)
        parts = [f"{badge.words}.", f"{len(devices)} devices, {lost} not reachable."]
        for device in devices:
            for alert in marked(self._mirror.alerts_of(device.id)):
                if mark_of(alert).unacknowledged:
                    zone = self.index.zone_of.get(device.id)
                    where = f", {zone_words(zone)}" if zone else ""
                    parts.append(f"{alert.priority.word.capitalize()}: {alert_line(device, alert)}{where}.")
        return " ".join(parts[:10])

    @property
    def _now(self) -> datetime:
        return self._mirror.heard_at or EPOCH

    def _look(self, device: Device, mark: Mark | None, layer: Layer) -> DeviceLook:
        look = look_of(
            device,
            self._mirror.readings.get(device.id, {}),
            self._mirror.health.get(device.id),
            connected=self._mirror.connected,
        )
        if look in {DeviceLook.STALE, DeviceLook.NO_PATH}:
            return look
        if mark is not None and mark.unacknowledged and mark.priority <= 2:
            return DeviceLook.ON
        return look if layer is Layer.VALUES else DeviceLook.NORMAL

    def _state_line(self, device: Device, now: datetime) -> str:
        readings = self._mirror.readings.get(device.id, {})
        shown = main_reading(device, readings)
        look = self._look(device, None, Layer.HEALTH)
        value = main_text(device, readings)
        if shown is None or not value:
            return "No value yet" if look is DeviceLook.NORMAL else look.word.capitalize()
        age = age_text(now - shown.at)
        if value_assumed(device, self._mirror):
            return f"{value} · ordered, not confirmed yet"
        told = {DeviceLook.STALE: f"{age} old", DeviceLook.NO_PATH: f"not reachable, value {age} old"}
        return f"{value} · {told.get(look, f'{age} ago')}"


_PRIORITY_WORDS = {1: "critical", 2: "high", 3: "medium", 4: "low"}
