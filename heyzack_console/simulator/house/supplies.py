"""What supplies what in the demo building: each floor has a breaker and a valve, the pump heats the whole house."""

from collections.abc import Iterator, Sequence

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.sites import Site, Zone

WET = ("wc", "kitchen", "canteen", "plant")
WARMED = frozenset({Category.FAN_COIL, Category.RADIATOR_VALVE, Category.THERMOSTAT})


def supplies_of(site: Site, devices: Sequence[Device]) -> tuple[Dependency, ...]:
    """Draw the lines of the house: rooms of a floor hang on its breaker, wet rooms on its valve."""
    return tuple(dict.fromkeys(line for device in devices for line in _from(device, site, devices)))


def _from(device: Device, site: Site, devices: Sequence[Device]) -> Iterator[Dependency]:
    source = Thing.device(device.id)
    if device.category is Category.BREAKER:
        yield from (Dependency(source, Thing.zone(zone.id), Supply.POWER) for zone in _beside(device, site))
    elif device.category is Category.VALVE:
        wet = (zone for zone in _beside(device, site) if any(word in zone.name.lower() for word in WET))
        yield from (Dependency(source, Thing.zone(zone.id), Supply.WATER) for zone in wet)
    elif device.category is Category.PUMP:
        warmed = (one for one in devices if one.category in WARMED)
        yield from (Dependency(source, Thing.device(one.id), Supply.HEAT) for one in warmed)


def _beside(device: Device, site: Site) -> Iterator[Zone]:
    floor = device.place.floor if device.place is not None else None
    return (zone for zone in site.zones if zone.floor == floor)
