"""The blast radius of one thing as people read it: before a failure what would be lost, after it what is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, ZoneId
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.sites import SiteBook
from heyzack_console.presentation.building.looks import main_text
from heyzack_console.presentation.building.site_index import SiteIndex, index_of, place_words, zone_words
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.rules.impact import Dependencies, Hit, Impact, dependencies_of

SEES_PEOPLE = frozenset({Category.MOTION, Category.PRESENCE})
PEOPLE = frozenset({"motion", "present"})
SUPPLY_ORDER = tuple(Supply)


@dataclass(frozen=True, slots=True)
class ImpactLine:
    """One device or room that is hit: *lost* is whether it is silent already; *direct*, the line was drawn to it."""

    thing: Thing
    name: str
    place: str
    supplies: str
    lost: bool = False
    drawn: Dependency | None = None


@dataclass(frozen=True, slots=True)
class ImpactView:
    """What hangs on *root*. *headline*, *people*, *safety*, *weakened* and *floors* are sentences, empty where there is
    nothing to say."""

    root: Thing
    name: str
    headline: str
    people: str = ""
    safety: str = ""
    weakened: str = ""
    lines: tuple[ImpactLine, ...] = ()
    devices: frozenset[DeviceId] = frozenset()
    zones: frozenset[ZoneId] = frozenset()
    floors: str = ""
    steps: tuple[tuple[Thing, Thing], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing hangs on it."""
        return not self.lines


class ImpactBook:
    """Answers for the mirror's book; what supplies what is sorted anew only when the book is another one."""

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self._book: SiteBook | None = None
        self._index = SiteIndex()
        self._known = Dependencies()

    def of(self, root: Thing) -> ImpactView:
        """Return what hangs on *root*, as the mirror knows it now."""
        self._sort()
        impact = self._known.of(root)
        lines = tuple(self._line(hit, root) for hit in impact.hits)
        return ImpactView(
            root=root,
            name=self._name(root),
            headline=self._headline(impact, lines),
            people=self._people(impact),
            safety=self._safety(impact),
            weakened=self._weakened(impact),
            lines=lines,
            devices=frozenset(impact.devices),
            zones=frozenset(impact.zones),
            floors=self._by_floor(impact),
            steps=tuple((hit.above, hit.thing) for hit in impact.hits),
        )

    def drawn_from(self, source: Thing) -> tuple[Dependency, ...]:
        """Return the lines that people drew from *source*."""
        book = self._mirror.book
        return tuple(one for one in book.dependencies if one.source == source) if book is not None else ()

    def _sort(self) -> None:
        book = self._mirror.book
        if book is self._book:
            return
        self._book, self._index = book, index_of(book)
        self._known = dependencies_of(book, {device: zone.id for device, zone in self._index.zone_of.items()})

    def _line(self, hit: Hit, root: Thing) -> ImpactLine:
        device = self._device(hit.thing)
        drawn = next((one for one in self.drawn_from(root) if one.target == hit.thing), None)
        place = place_words(self._index, device) if device is not None else self._floor_of_zone(hit.thing)
        lost = device is not None and self._lost(device.id)
        return ImpactLine(hit.thing, self._name(hit.thing), place, supply_words(hit.supplies), lost, drawn)

    def _headline(self, impact: Impact, lines: Sequence[ImpactLine]) -> str:
        if not lines:
            return "Nothing hangs on it."
        devices = len(impact.devices)
        parts = [counted(devices, "device")] if devices else []
        parts += [counted(len(impact.zones), "room")] if impact.zones else []
        lost = sum(1 for line in lines if line.lost)
        now = "" if not lost else f" {'All' if lost == devices else lost} of these devices do not answer now."
        if lost == 1:
            now = " One of these devices does not answer now."
        return f"{' and '.join(parts)}.{now}"

    def _people(self, impact: Impact) -> str:
        told = [occupied for zone in impact.zones if (occupied := self._occupied(zone)) is not None]
        seen, watched = sum(told), len(told)
        parts = [f"Rooms for {counted(impact.capacity, 'person', 'people')}"] if impact.capacity else []
        if watched:
            where = "nobody is seen in them" if not seen else f"people are seen in {seen} of {watched} watched rooms"
            parts.append(where if parts else where.capitalize())
        return "; ".join(parts) + "." if parts else ""

    def _safety(self, impact: Impact) -> str:
        found = Counter((loss.function, self._zone_name(loss.zone)) for loss in impact.safety)
        by_function: dict[str, list[str]] = {}
        for function, where in found:
            by_function.setdefault(function, []).append(where)
        return " ".join(
            f"No {function} in {_listed([place for place in places if place] or ['places that are not on the plan'])}."
            for function, places in sorted(by_function.items())
        )

    def _weakened(self, impact: Impact) -> str:
        if not impact.weakened:
            return ""
        names = _listed([self._name(hit.thing) for hit in impact.weakened])
        return f"Another source keeps up {names}."

    def _by_floor(self, impact: Impact) -> str:
        floors = Counter(floor for device in impact.devices if (floor := self._index.floor_of.get(device)))
        parts = [f"{floor.name} {floors[floor.id]}" for floor in self._index.floors if floors[floor.id]]
        return f"{', '.join(parts)}." if len(parts) > 1 else ""

    def _device(self, thing: Thing) -> Device | None:
        return self._mirror.devices.get(thing.device_id) if thing.device_id is not None else None

    def _name(self, thing: Thing) -> str:
        device = self._device(thing)
        return device.name if device is not None else self._zone_name(thing.zone_id) or thing.id

    def _zone_name(self, zone: ZoneId | None) -> str:
        found = self._known.zones.get(zone) if zone is not None else None
        return zone_words(found) if found is not None else ""

    def _floor_of_zone(self, thing: Thing) -> str:
        zone = self._known.zones.get(thing.zone_id) if thing.zone_id is not None else None
        floor = self._index.floor(zone.floor) if zone is not None else None
        return floor.name if floor is not None else ""

    def _lost(self, device: DeviceId) -> bool:
        health = self._mirror.health.get(device)
        return health is not None and health.lost

    def _occupied(self, zone: ZoneId) -> bool | None:
        """Whether people are seen in *zone*; None where nothing live tells."""
        words = []
        for device in self._index.in_zone.get(zone, ()):
            readings = self._mirror.readings.get(device.id, {}) if device.category in SEES_PEOPLE else {}
            live = {code: one for code, one in readings.items() if one.quality is Quality.LIVE}
            words.append(main_text(device, live))
        told = [word for word in words if word]
        return any(word in PEOPLE for word in told) if told else None


def supply_words(supplies: Iterable[Supply]) -> str:
    """Return what is lost: "power", "network and control"; a thing that loses all of them fails altogether."""
    found = [supply.word for supply in SUPPLY_ORDER if supply in set(supplies)]
    return "everything" if len(found) == len(SUPPLY_ORDER) else _listed(found)


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 room", "3 rooms"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _listed(names: Sequence[str], most: int = 4) -> str:
    shown = list(names[:most])
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return " and ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part) if shown else ""
