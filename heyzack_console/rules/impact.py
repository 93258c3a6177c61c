"""Blast radius: what is lost when a device or a room is.

A loss travels along what is supplied. What a thing still gets from another source it keeps: it is *weakened* only.
Which losses a loss brings along is this project's reading: without power a device does nothing any more; without
network it goes on working but nobody hears of it, so a breaker that cannot be reached still feeds its sockets.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, ZoneId
from heyzack_console.domain.sites import SiteBook, Zone

BRINGS: Mapping[Supply, frozenset[Supply]] = {
    Supply.POWER: frozenset(Supply),
    Supply.NETWORK: frozenset({Supply.NETWORK, Supply.CONTROL}),
    Supply.WATER: frozenset({Supply.WATER, Supply.HEAT}),
    Supply.HEAT: frozenset({Supply.HEAT, Supply.AIR}),
    Supply.AIR: frozenset({Supply.AIR}),
    Supply.CONTROL: frozenset({Supply.CONTROL}),
}
"""What a device that lost the key no longer passes on."""
SAFETY: Mapping[Category, str] = {
    Category.SMOKE: "smoke detection",
    Category.GAS: "gas detection",
    Category.CARBON_MONOXIDE: "CO detection",
    Category.LEAK: "leak detection",
    Category.EMERGENCY_LIGHT: "emergency lighting",
    Category.SIREN: "sounding of alarms",
    Category.SOS_BUTTON: "calls for help",
    Category.LOCK: "access control",
}
"""Which function that protects people a kind of device carries."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that loses *supplies*; *above* is what it hangs on, one step nearer to the cause."""

    thing: Thing
    above: Thing
    supplies: frozenset[Supply]


@dataclass(frozen=True, slots=True)
class SafetyLoss:
    """A function that protects people and is no longer there, or no longer heard of, in a zone (None: no zone)."""

    function: str
    zone: ZoneId | None
    device: DeviceId


@dataclass(frozen=True, slots=True)
class Impact:
    """What hangs on *root*, nearest first, without the root itself.

    *weakened*: things that keep a supply because another source carries it. *zones*: every room that loses a supply
    or has a device that does. *capacity*: how many people those rooms are meant for.
    """

    root: Thing
    hits: tuple[Hit, ...] = ()
    weakened: tuple[Hit, ...] = ()
    zones: tuple[ZoneId, ...] = ()
    capacity: int = 0
    safety: tuple[SafetyLoss, ...] = ()

    @property
    def devices(self) -> tuple[DeviceId, ...]:
        """The devices among the hits, nearest first."""
        return tuple(hit.thing.device_id for hit in self.hits if hit.thing.device_id is not None)


@dataclass(slots=True)
class Dependencies:
    """Everything that supplies something, sorted for walking; built once per book."""

    devices: Mapping[DeviceId, Device] = field(default_factory=dict)
    zones: Mapping[ZoneId, Zone] = field(default_factory=dict)
    zone_of: Mapping[DeviceId, ZoneId] = field(default_factory=dict)
    down: dict[Thing, list[tuple[Thing, Supply]]] = field(default_factory=lambda: defaultdict(list))
    up: dict[tuple[Thing, Supply], set[Thing]] = field(default_factory=lambda: defaultdict(set))

    def of(self, root: Thing) -> Impact:
        """What is lost when *root* fails altogether."""
        hits = {thing: Hit(thing, root, frozenset(Supply)) for thing in self._standing_in(root)}
        lost = {thing: set(Supply) for thing in (root, *hits)}
        weakened: dict[Thing, Hit] = {}
        waiting = list(lost)
        while waiting:
            thing = waiting.pop(0)
            for target, supply in self.down.get(thing, ()):
                if target == root or not self._passes(lost[thing], supply) or supply in lost.get(target, ()):
                    continue
                if any(not self._dry(source, supply, lost) for source in self.up[target, supply]):
                    weakened[target] = Hit(target, thing, frozenset({supply}))
                    continue
                lost.setdefault(target, set()).add(supply)
                above = hits[target].above if target in hits else thing
                hits[target] = Hit(target, above, frozenset(lost[target]))
                waiting.append(target)
        return self._summed(root, hits, {thing: hit for thing, hit in weakened.items() if thing not in hits})

    def _standing_in(self, root: Thing) -> list[Thing]:
        zone = root.zone_id
        return [] if zone is None else [Thing.device(device) for device, at in self.zone_of.items() if at == zone]

    @staticmethod
    def _passes(lost: Iterable[Supply], supply: Supply) -> bool:
        return any(supply in BRINGS[gone] for gone in lost)

    def _dry(self, source: Thing, supply: Supply, lost: Mapping[Thing, set[Supply]]) -> bool:
        return source in lost and self._passes(lost[source], supply)

    def _summed(self, root: Thing, hits: dict[Thing, Hit], weakened: dict[Thing, Hit]) -> Impact:
        zones = {} if root.zone_id is None else {root.zone_id: None}
        safety = []
        for thing in hits:
            zone = thing.zone_id or self.zone_of.get(DeviceId(thing.id))
            if zone is not None:
                zones[zone] = None
            device = self.devices.get(thing.device_id) if thing.device_id is not None else None
            if device is not None and device.category in SAFETY:
                safety.append(SafetyLoss(SAFETY[device.category], self.zone_of.get(device.id), device.id))
        capacity = sum(self.zones[zone].capacity for zone in zones if zone in self.zones)
        return Impact(root, tuple(hits.values()), tuple(weakened.values()), tuple(zones), capacity, tuple(safety))


def dependencies_of(book: SiteBook | None, zone_of: Mapping[DeviceId, ZoneId]) -> Dependencies:
    """Sort what supplies what in *book*: gateways by themselves, the rest as drawn; *zone_of*: where devices stand.

    Dependencies that name things which are no longer there are left out.
    """
    if book is None:
        return Dependencies()
    found = Dependencies(
        {device.id: device for device in book.devices}, {zone.id: zone for zone in book.site.zones}, zone_of
    )
    for edge in _edges(book, found):
        if edge.source != edge.target and edge.source not in found.up[edge.target, edge.supply]:
            found.down[edge.source].append((edge.target, edge.supply))
            found.up[edge.target, edge.supply].add(edge.source)
    return found


def _edges(book: SiteBook, known: Dependencies) -> Iterable[Dependency]:
    for device in book.devices:
        if device.gateway is not None:
            yield Dependency(Thing.device(device.gateway), Thing.device(device.id), Supply.NETWORK)
    drawn = [one for one in book.dependencies if _there(one.source, known) and _there(one.target, known)]
    yield from drawn
    fed = {(one.target, one.supply) for one in drawn}
    for device in book.devices:
        zone = known.zone_of.get(device.id)
        if zone is None:
            continue
        for supply in _from_room(device):
            room, thing = Thing.zone(zone), Thing.device(device.id)
            # What was drawn for the device itself is truer than what its room is fed with.
            if (room, supply) in fed and (thing, supply) not in fed:
                yield Dependency(room, thing, supply)


def _there(thing: Thing, known: Dependencies) -> bool:
    return thing.id in (known.devices if thing.device_id is not None else known.zones)


def _from_room(device: Device) -> Iterable[Supply]:
    """What a device takes from the room it stands in: a battery needs no mains, a sub-device has its gateway."""
    if not device.sleeper:
        yield Supply.POWER
    if device.gateway is None:
        yield Supply.NETWORK
