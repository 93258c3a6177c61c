"""What is on the map now: floor, layer, filter, selection, and how the plan lies on the screen."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from heyzack_console.desktop.panes.map.backlog import Backlog
from heyzack_console.desktop.panes.map.field import MarkerField
from heyzack_console.desktop.panes.map.floor_pictures import FloorPictures
from heyzack_console.domain.alerts.alert import AlertId
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, ZoneId
from heyzack_console.domain.sites import Floor, Zone
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.site_index import SiteIndex, place_words
from heyzack_console.presentation.map.facts import LayerFacts
from heyzack_console.presentation.map.heat import HeatMap
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.picture import MapPicture
from heyzack_console.presentation.map.view import View
from heyzack_console.presentation.map.zones import ZoneLabel
from heyzack_console.presentation.mirror import Mirror, Touched

AGES_EVERY = timedelta(seconds=30)
EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Changed:
    """What looks different: devices by their number in the field, room labels, the plan's grounds, or everything.

    *valued*: devices that reported, which only their captions show. *heated*: rooms whose heat map looks different.
    """

    everything: bool = False
    numbers: frozenset[int] = frozenset()
    valued: frozenset[int] = frozenset()
    zones: frozenset[ZoneId] = frozenset()
    grounds: bool = False
    heated: frozenset[ZoneId] = frozenset()


class MapScene:
    """Holds what the painter paints; changes when told and says what looks different."""

    def __init__(self, mirror: Mirror) -> None:
        self.mirror = mirror
        self.facts = LayerFacts()
        self.picture = MapPicture(mirror, self.facts)
        self.heat = HeatMap()
        self.pictures = FloorPictures()
        self.field = MarkerField()
        self.view = View()
        self.layer = Layer.VALUES
        self.floor: Floor | None = None
        self.labels: dict[ZoneId, ZoneLabel] = {}
        self.selected: tuple[DeviceId, ...] = ()
        self.text = ""
        self.category: Category | None = None
        self.past = False
        self._device_of: dict[AlertId, DeviceId] = {}
        self._backlog = Backlog()
        self._aged_at = EPOCH

    @property
    def behind(self) -> bool:
        """Whether values have come that are not shown yet: call `catch_up`."""
        return bool(self._backlog)

    @property
    def now(self) -> datetime:
        """The engine's time of the last news, by which ages count."""
        return self.mirror.heard_at or EPOCH

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The zones of the floor that is shown."""
        return self.picture.index.zones.get(self.floor.id, ()) if self.floor else ()

    @property
    def devices(self) -> tuple[Device, ...]:
        """The devices of the floor that is shown, without the filter."""
        return self.picture.index.devices.get(self.floor.id, ()) if self.floor else ()

    @property
    def filtered(self) -> bool:
        """Whether a filter hides devices."""
        return bool(self.text) or self.category is not None

    def take_book(self) -> None:
        """Take in a new book; the floor stays where it still exists, else the topmost one is shown."""
        self.picture.take_book()
        self.pictures.retry()
        index = self.picture.index
        wanted = self.floor.id if self.floor else None
        self.floor = index.floor(wanted) or next(iter(index.floors), None)
        self.refresh()

    def look_at(self, mirror: Mirror, *, past: bool) -> None:
        """Show *mirror* in place of the one so far; *past*: it holds no present."""
        self.mirror, self.past = mirror, past
        self.picture = MapPicture(mirror, self.facts)
        self.take_book()

    def show_floor(self, floor: FloorId) -> None:
        """Show *floor*; an unknown one is left alone."""
        found = self.picture.index.floor(floor)
        if found is not None:
            self.floor = found
            self.refresh()

    def show_layer(self, layer: Layer) -> None:
        """Show *layer*; leaving the categories gives up the choice of one."""
        self.layer = layer
        if layer is not Layer.CATEGORY:
            self.category = None
        self.refresh()

    def filter(self, text: str, category: Category | None) -> None:
        """Show only devices whose name, kind or room contains *text* and that are of *category*."""
        self.text, self.category = text.strip().casefold(), category
        self.refresh()

    def refresh(self) -> None:
        """Word everything anew."""
        self._device_of = {alert.id: alert.device for alert in self.mirror.alerts.values()}
        self._aged_at = self.now
        self._backlog.clear()
        self.heat.clear()
        self._warm({zone.id for zone in self.zones})
        if self.floor is None:
            self.field.show(())
            self.labels = {}
            return
        wanted = partial(_fits, self.text, self.category, self.picture.index) if self.filtered else None
        self.field.show(self.picture.rows(self.floor.id, self.layer, wanted))
        self.labels = {x.zone: x for x in self.picture.labels(self.floor.id, self.layer, self.now)}

    def follow(self, touched: Touched) -> Changed:
        """Word anew what *touched* names and return what looks different; many new values at once may lag."""
        if touched.everything or touched.book:
            self.take_book()
            return Changed(everything=True)
        index, floor = self.picture.index, self.floor.id if self.floor else None
        values = index.on(floor, {device for device, _ in touched.points})
        self._backlog.add(self.field.numbers(values), index.zones_of(values))
        if self.now - self._aged_at >= AGES_EVERY:
            self._aged_at = self.now
            self._backlog.add((), self.labels)
        states = index.on(floor, touched.devices | self._alerted(touched.alerts))
        numbers, zones = self.field.numbers(states), index.zones_of(states)
        if not self._backlog.long:  # in a storm, taking the batch in is work enough for one turn of the loop
            more, more_zones = self._backlog.portion()
            numbers, zones = numbers | more, zones | more_zones
        return self._reword(numbers, zones)

    def catch_up(self) -> Changed:
        """Word a few of those that lag and return what looks different."""
        return self._reword(*self._backlog.portion())

    def number(self, device: DeviceId | None) -> int | None:
        """The number of *device* in the field; None where it is not shown."""
        return None if device is None else self.field.number(device)

    def _reword(self, numbers: set[int], zones: set[ZoneId]) -> Changed:
        changed_zones, grounds = self._relabel(zones)
        return Changed(
            numbers=frozenset(self._restate(numbers)),
            valued=frozenset(numbers),
            zones=frozenset(changed_zones),
            grounds=grounds,
            heated=frozenset(self._warm(zones)),
        )

    def _warm(self, zones: Collection[ZoneId]) -> set[ZoneId]:
        """Work out the heat map of *zones* anew and return those that look different."""
        if self.layer is not Layer.HEAT:
            return set()
        inside, quantity = self.picture.index.in_zone, self.facts.quantity
        here = [zone for zone in self.zones if zone.id in zones]
        return {z.id for z in here if self.heat.take(z, inside.get(z.id, ()), self.mirror, quantity)}

    def _restate(self, numbers: Iterable[int]) -> set[int]:
        changed = set()
        for number in numbers:
            device = self.picture.device(self.field.ids[number])
            if device is not None and self.field.change(self.picture.row(device, self.layer)):
                changed.add(number)
        return changed

    def _relabel(self, zones: Collection[ZoneId]) -> tuple[set[ZoneId], bool]:
        if not zones or self.floor is None:
            return set(), False
        changed, grounds = set(), False
        for label in self.picture.labels(self.floor.id, self.layer, self.now, zones):
            before = self.labels.get(label.zone)
            if label == before:
                continue
            self.labels[label.zone] = label
            changed.add(label.zone)
            grounds |= before is None or (before.tint, before.no_data) != (label.tint, label.no_data)
        return changed, grounds

    def _alerted(self, alerts: Iterable[AlertId]) -> set[DeviceId]:
        """The devices of *alerts*, also of those that the mirror has just dropped."""
        devices = set()
        for alert in alerts:
            found = self.mirror.alerts.get(alert)
            if found is not None:
                self._device_of[alert] = found.device
            device = self._device_of.get(alert)
            if device is not None:
                devices.add(device)
        return devices


def _fits(text: str, category: Category | None, index: SiteIndex, device: Device) -> bool:
    if category is not None and device.category is not category:
        return False
    return text in f"{device.name} {category_word(device.category)} {place_words(index, device)}".casefold()
