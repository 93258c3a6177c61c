"""The blast radius of things in the demo building, worded over a mirror."""

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.impact.view import ImpactBook, supply_words
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.simulator.house.harbour_house import harbour_house
from tests.support.building import T0

HOUSE = harbour_house(150).book


def mirror_of(**batch: object) -> Mirror:
    mirror = Mirror(connected=True)
    mirror.show_book(HOUSE)
    mirror.apply(Batch(1, T0, complete=True, **batch))
    return mirror


def one(category: Category, floor: int) -> Device:
    found = [d for d in HOUSE.devices if d.category is category and d.place]
    level = {f.id: f.level for f in HOUSE.site.floors}
    return next(device for device in found if device.place and level[device.place.floor] == floor)


def behind(gateway: Device) -> list[Device]:
    return [device for device in HOUSE.devices if device.gateway == gateway.id]


def silent(device: Device) -> DeviceHealth:
    return DeviceHealth(device.id, (PathHealth(Path.GATEWAY, PathState.UNREACHABLE, T0),))


def test_before_a_failure_it_says_what_would_be_lost():
    gateway = one(Category.GATEWAY, 2)
    view = ImpactBook(mirror_of()).of(Thing.device(gateway.id))
    assert view.devices == {device.id for device in behind(gateway)}
    assert view.headline.startswith(f"{len(behind(gateway))} devices and ")
    assert "do not answer" not in view.headline
    assert "No leak detection in " in view.safety
    assert "Rooms for " in view.people


def test_after_it_it_says_what_is_lost():
    gateway = one(Category.GATEWAY, 2)
    children = behind(gateway)
    some = ImpactBook(mirror_of(health=tuple(map(silent, children[:3])))).of(Thing.device(gateway.id))
    assert "3 of these devices do not answer now." in some.headline
    assert sum(line.lost for line in some.lines) == 3
    every = ImpactBook(mirror_of(health=tuple(map(silent, children)))).of(Thing.device(gateway.id))
    assert "All of these devices do not answer now." in every.headline


def test_a_breaker_takes_the_gateway_of_its_floor_and_so_its_sensors():
    breaker, gateway = one(Category.BREAKER, 2), one(Category.GATEWAY, 2)
    view = ImpactBook(mirror_of()).of(Thing.device(breaker.id))
    assert {gateway.id, *(device.id for device in behind(gateway))} <= view.devices
    assert all(line.drawn is None or line.drawn.source == view.root for line in view.lines)
    assert any(line.drawn == Dependency(view.root, line.thing, Supply.POWER) for line in view.lines)


def test_people_who_are_seen_now_are_counted_by_room():
    breaker = one(Category.BREAKER, 2)
    view = ImpactBook(mirror_of()).of(Thing.device(breaker.id))
    watcher = next(d for d in HOUSE.devices if d.category is Category.MOTION and d.id in view.devices)
    code = watcher.points[0].code
    moved = Reading(watcher.id, code, "pir", "", T0)
    seen = ImpactBook(mirror_of(readings=(moved,))).of(Thing.device(breaker.id))
    assert "seen" not in view.people
    still = ImpactBook(mirror_of(readings=(Reading(watcher.id, code, "none", "", T0),))).of(Thing.device(breaker.id))
    assert "nobody is seen" in still.people
    assert "people are seen in 1 of 1 watched rooms" in seen.people


def test_a_thing_on_which_nothing_hangs_says_so():
    lamp = one(Category.LIGHT, 2)
    view = ImpactBook(mirror_of()).of(Thing.device(lamp.id))
    assert (view.empty, view.headline, view.safety) == (True, "Nothing hangs on it.", "")


def test_supplies_are_named_in_one_order():
    assert supply_words({Supply.HEAT, Supply.POWER}) == "power and heat"
    assert supply_words(set(Supply)) == "everything"
