"""Editing a saved group: what can be asked for in its filter, and its members in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, ZoneId
from heyzack_console.domain.devices.groups import DeviceFilter, DeviceGroup, GroupId
from heyzack_console.domain.sites import SiteBook
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.site_index import zone_words
from heyzack_console.rules.groups import members

NEW_NAME = "New group"


@dataclass(frozen=True, slots=True)
class FilterOffers:
    """What the building has, as (words, value), by words."""

    categories: tuple[tuple[str, Category], ...] = ()
    floors: tuple[tuple[str, FloorId], ...] = ()
    zones: tuple[tuple[str, ZoneId], ...] = ()
    products: tuple[tuple[str, str], ...] = ()


def offers(book: SiteBook | None, floor: FloorId | None = None) -> FilterOffers:
    """Return what a filter can ask for; rooms of *floor* only where one is given."""
    if book is None:
        return FilterOffers()
    kinds = {device.category for device in book.devices}
    models = {device.product: device.model for device in book.devices if device.product}
    return FilterOffers(
        tuple(sorted(((category_word(kind), kind) for kind in kinds), key=_by_words)),
        tuple((one.name, one.id) for one in sorted(book.site.floors, key=lambda one: -one.level)),
        tuple(
            sorted(
                ((zone_words(zone), zone.id) for zone in book.site.zones if floor in {None, zone.floor}), key=_by_words
            )
        ),
        tuple(sorted(((model or product, product) for product, model in models.items()), key=_by_words)),
    )


def chosen_group(devices: Iterable[DeviceId]) -> DeviceGroup:
    """Return a new group of *devices*."""
    return DeviceGroup(GroupId(""), NEW_NAME, tuple(devices))


def filter_group() -> DeviceGroup:
    """Return a new group that is still to be told what it asks for."""
    return DeviceGroup(GroupId(""), NEW_NAME, filter=DeviceFilter())


def belonging(group: DeviceGroup, book: SiteBook | None) -> tuple[Device, ...]:
    """Return who belongs to *group* now, by name."""
    known = {device.id: device for device in (book.devices if book else ())}
    found = (known[one] for one in members(group, known.values()))
    return tuple(sorted(found, key=lambda device: (device.name.casefold(), device.id)))


def members_words(group: DeviceGroup, count: int) -> str:
    """Return how many belong to it, and by what."""
    devices = "1 device" if count == 1 else f"{count} devices"
    if group.filter is None:
        return f"{devices}, chosen"
    return "The filter asks for nothing yet" if group.filter.empty else f"{devices} fit now"


def _by_words(offer: tuple[str, object]) -> str:
    return offer[0].casefold()
