"""The book of the demo building."""

from collections import Counter, defaultdict
from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import LAN_VERSIONS
from heyzack_console.domain.devices.points import PointKind
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.sites import StrokeKind, Zone
from heyzack_console.simulator.house.harbour_house import DemoSite, harbour_house


def _box(zone: Zone) -> tuple[float, float, float, float]:
    xs, ys = zip(*zone.outline, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _closest(site: DemoSite) -> float:
    spots = defaultdict(list)
    for device in site.book.devices:
        spots[device.place.floor].append((device.place.x, device.place.y))
    return min(hypot(a[0] - b[0], a[1] - b[1]) for points in spots.values() for a, b in combinations(points, 2))


def test_the_usual_building_has_four_floors_and_a_hundred_and_fifty_devices_of_many_kinds():
    book = harbour_house().book
    assert [floor.level for floor in book.site.floors] == [0, 1, 2, 3]
    assert len(book.devices) == 150
    assert len({device.category for device in book.devices}) >= 14
    assert book.site.demo


def test_every_lan_version_is_spoken_in_the_usual_building():
    assert {d.address.version for d in harbour_house().book.devices if d.address} == set(LAN_VERSIONS)


def test_fourteen_sensors_stand_behind_the_gateway_of_the_second_floor():
    book = harbour_house().book
    behind = Counter(device.gateway for device in book.devices if device.gateway)
    gateway = next(device for device in book.devices if device.name == "Gateway GW-2-A")
    assert behind[gateway.id] == 14
    assert len(behind) >= 2


@pytest.mark.parametrize("devices", [10, 149, 150, 301, 5000])
def test_exactly_as_many_devices_as_asked_with_ids_and_names_of_their_own(devices):
    book = harbour_house(devices, seed=3).book
    assert len(book.devices) == devices
    assert len({device.id for device in book.devices}) == devices
    assert len({device.name for device in book.devices}) == devices


@settings(max_examples=12)
@given(st.integers(10, 600), st.integers(0, 2**32))
def test_every_device_stands_inside_its_zone_and_clear_of_its_neighbours(devices, seed):
    site = harbour_house(devices, seed)
    zones = {zone.id: zone for zone in site.book.site.zones}
    for device in site.book.devices:
        x0, y0, x1, y1 = _box(zones[device.place.zone])
        assert x0 < device.place.x < x1
        assert y0 < device.place.y < y1
        assert zones[device.place.zone].floor == device.place.floor
    assert _closest(site) >= 0.8


def test_two_thousand_devices_keep_their_distance_on_at_most_twelve_floors():
    site = harbour_house(2000, seed=1)
    assert len({device.name for device in site.book.devices}) == 2000
    assert len(site.book.site.floors) <= 12
    assert _closest(site) >= 0.8


def test_zones_lie_inside_their_floor_and_do_not_overlap():
    site = harbour_house().book.site
    for floor in site.floors:
        boxes = [_box(zone) for zone in site.zones if zone.floor == floor.id]
        assert len(boxes) >= 18
        for x0, y0, x1, y1 in boxes:
            assert x0 >= 0
            assert y0 >= 0
            assert x1 <= floor.width
            assert y1 <= floor.height
        for (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) in combinations(boxes, 2):
            assert ax1 <= bx0 or bx1 <= ax0 or ay1 <= by0 or by1 <= ay0


def test_the_zones_of_a_floor_cover_it_without_a_gap():
    site = harbour_house().book.site
    for floor in site.floors:
        boxes = [_box(zone) for zone in site.zones if zone.floor == floor.id]
        covered = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in boxes)
        assert covered == pytest.approx(floor.width * floor.height)


def test_room_numbers_are_unique():
    numbers = [zone.number for zone in harbour_house().book.site.zones]
    assert len(set(numbers)) == len(numbers)


def test_every_line_of_the_plan_stays_inside_the_plan():
    for floor in harbour_house().book.site.floors:
        for stroke in floor.strokes:
            assert all(0 <= x <= floor.width and 0 <= y <= floor.height for x, y in stroke.points), stroke


def test_a_door_is_a_quarter_turn_in_a_gap_of_the_walls():
    for floor in harbour_house().book.site.floors:
        walls = [s.points for s in floor.strokes if s.kind in {StrokeKind.WALL, StrokeKind.OUTER_WALL} and not s.closed]
        sides = [(a, b) for points in walls for a, b in pairwise(points)]
        doors = [stroke for stroke in floor.strokes if stroke.kind is StrokeKind.DOOR]
        assert len(doors) >= 25
        for door in doors:
            hinge, closed, opened = door.points
            across = (closed[0] - hinge[0]) * (opened[0] - hinge[0]) + (closed[1] - hinge[1]) * (opened[1] - hinge[1])
            assert across == pytest.approx(0)
            middle = ((hinge[0] + closed[0]) / 2, (hinge[1] + closed[1]) / 2)
            assert not any(_on(middle, a, b) for a, b in sides)


def _on(point, a, b):
    x_in = min(a[0], b[0]) - 1e-6 <= point[0] <= max(a[0], b[0]) + 1e-6
    y_in = min(a[1], b[1]) - 1e-6 <= point[1] <= max(a[1], b[1]) + 1e-6
    return x_in and y_in


def test_the_same_seed_gives_the_same_building_and_another_seed_other_keys():
    assert harbour_house(150, 5) == harbour_house(150, 5)
    assert set(harbour_house(150, 5).keys.values()).isdisjoint(harbour_house(150, 6).keys.values())


def test_every_device_with_an_address_has_a_key_of_sixteen_letters_and_no_other_device_has_one():
    site = harbour_house()
    assert set(site.keys) == {device.id for device in site.book.devices if device.address}
    assert all(len(key) == 16 and key.isprintable() for key in site.keys.values())


def test_sub_devices_have_a_gateway_of_the_book_and_a_cid_of_their_own():
    devices = harbour_house().book.devices
    gateways = {device.id for device in devices if device.category is Category.GATEWAY}
    behind = [device for device in devices if device.gateway]
    assert {device.gateway for device in behind} <= gateways
    assert len({device.cid for device in behind}) == len(behind)


def test_data_points_of_a_product_have_ids_and_codes_of_their_own():
    for device in harbour_house(500).book.devices:
        assert len({point.dp for point in device.points}) == len(device.points), device.name
        assert len({point.code for point in device.points}) == len(device.points), device.name
        for point in device.points:
            assert point.kind is not PointKind.ENUM or point.options


def test_valves_locks_sirens_and_breakers_ask_before_they_obey():
    asking = {d.category for d in harbour_house().book.devices if any(p.safety and p.writable for p in d.points)}
    assert {Category.VALVE, Category.LOCK, Category.SIREN, Category.BREAKER} <= asking


def test_ports_that_were_really_bound_replace_the_usual_one():
    site = harbour_house(20)
    ports = {device: 20_000 + index for index, device in enumerate(site.keys)}
    bound = site.bound(ports).book.devices
    assert {device.id: device.address.port for device in bound if device.address} == ports


@pytest.mark.parametrize("devices", [-1, 0, 9, 5001])
def test_a_building_too_small_or_too_large_is_refused(devices):
    with pytest.raises(InvalidInput, match="10 to 5,000"):
        harbour_house(devices)
