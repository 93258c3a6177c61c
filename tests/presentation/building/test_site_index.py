"""Where everything is."""

from dataclasses import replace

from heyzack_console.domain.devices.device import FloorId, Place, ZoneId
from heyzack_console.presentation.building.site_index import SiteIndex, index_of, place_words
from heyzack_console.rules.zoning import zone_under
from tests.support.map_site import calm_mirror


def index() -> SiteIndex:
    return index_of(calm_mirror().book)


def test_the_highest_floor_comes_first():
    assert [floor.level for floor in index().floors] == [3, 2, 1, 0]


def test_every_placed_device_is_on_one_floor_and_none_is_left_over():
    book = calm_mirror().book
    assert book is not None
    found = [d for devices in index_of(book).devices.values() for d in devices]
    assert sorted(d.id for d in found) == sorted(d.id for d in book.devices)
    assert index_of(book).unplaced == ()


def test_a_device_on_a_floor_that_is_gone_counts_as_not_placed():
    book = calm_mirror().book
    assert book is not None
    lost = replace(book.devices[0], place=Place(FloorId("gone"), 1, 1))
    found = index_of(replace(book, devices=(lost, *book.devices[1:])))
    assert found.unplaced == (lost,)
    assert place_words(found, lost) == "Not on the plan yet"


def test_a_place_without_a_zone_takes_the_smallest_one_it_lies_in():
    found = index()
    floor = found.floors[0]
    for zone in found.zones[floor.id]:
        x = sum(p[0] for p in zone.outline) / len(zone.outline)
        y = sum(p[1] for p in zone.outline) / len(zone.outline)
        under = zone_under(found.zones[floor.id], x, y)
        assert under is not None


def test_a_spot_outside_all_zones_is_in_none():
    found = index()
    assert zone_under(found.zones[found.floors[0].id], -5, -5) is None


def test_a_place_is_said_with_floor_room_and_number():
    found = index()
    floor = found.floors[0]
    device = next(d for d in found.devices[floor.id] if found.zone_of[d.id].number == "3.09")
    assert place_words(found, device).startswith("Floor 3 · ")
    assert place_words(found, device).endswith(" 3.09")


def test_a_named_zone_wins_over_the_one_that_lies_there():
    book = calm_mirror().book
    assert book is not None
    device = book.devices[0]
    assert device.place is not None
    other = next(z for z in book.site.zones if z.floor == device.place.floor and z.id != device.place.zone)
    moved = replace(device, place=replace(device.place, zone=ZoneId(other.id)))
    assert index_of(replace(book, devices=(moved, *book.devices[1:]))).zone_of[device.id] == other
