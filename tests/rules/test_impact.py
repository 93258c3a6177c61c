"""Blast radius on small books whose answer can be worked out by hand, and what holds for any book."""

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, ZoneId
from heyzack_console.domain.sites import Site, SiteBook, SiteId, Zone, ZoneKind
from heyzack_console.rules.impact import dependencies_of

OFFICE, SERVERS = ZoneId("office"), ZoneId("servers")
SQUARE = ((0.0, 0.0), (5.0, 0.0), (5.0, 5.0), (0.0, 5.0))


def device(name, category=Category.LIGHT, gateway=None, sleeper=False):
    return Device(DeviceId(name), name, category, gateway=gateway, sleeper=sleeper, cid="1" if gateway else None)


def thing(name):
    return Thing.zone(name) if name in (OFFICE, SERVERS) else Thing.device(DeviceId(name))


def feeds(source, target, supply=Supply.POWER):
    return Dependency(thing(source), thing(target), supply)


def sorted_out(devices, drawn=(), where=()):
    zones = (
        Zone(OFFICE, FloorId("f"), "Office", "1", ZoneKind.ROOM, SQUARE, capacity=12),
        Zone(SERVERS, FloorId("f"), "Servers", "2", ZoneKind.ROOM, SQUARE, capacity=2),
    )
    site = Site(SiteId("0" * 32), "House", "UTC", zones=zones)
    return dependencies_of(SiteBook(site, tuple(devices), tuple(drawn)), dict(where))


def test_what_hangs_on_a_gateway_is_known_without_drawing():
    hub, smoke = device("hub", Category.GATEWAY), device("smoke", Category.SMOKE, gateway="hub", sleeper=True)
    impact = sorted_out([hub, smoke, device("lamp")], where={"smoke": OFFICE}).of(thing("hub"))
    assert impact.devices == ("smoke",)
    assert impact.zones == (OFFICE,)
    assert impact.capacity == 12
    assert [(loss.function, loss.zone) for loss in impact.safety] == [("smoke detection", OFFICE)]


def test_a_breaker_takes_the_mains_devices_of_its_room_and_leaves_those_with_a_battery():
    devices = [device("breaker", Category.BREAKER), device("lamp"), device("sensor", gateway="hub", sleeper=True)]
    book = [*devices, device("hub", Category.GATEWAY)]
    where = {"lamp": OFFICE, "sensor": OFFICE, "hub": SERVERS}
    impact = sorted_out(book, [feeds("breaker", OFFICE)], where).of(thing("breaker"))
    assert impact.devices == ("lamp",)
    both = sorted_out(book, [feeds("breaker", OFFICE), feeds("breaker", SERVERS)], where).of(thing("breaker"))
    assert set(both.devices) == {"lamp", "hub", "sensor"}
    assert both.capacity == 14


def test_without_network_a_breaker_still_feeds_its_room():
    book = [device("hub", Category.GATEWAY), device("breaker", Category.BREAKER, gateway="hub"), device("lamp")]
    found = sorted_out(book, [feeds("breaker", OFFICE)], {"lamp": OFFICE})
    assert found.of(thing("hub")).devices == ("breaker",)
    assert found.of(thing("breaker")).devices == ("lamp",)


def test_a_second_source_keeps_a_thing_up():
    book = [
        device("a", Category.BREAKER),
        device("b", Category.BREAKER),
        device("main", Category.BREAKER),
        device("ups"),
    ]
    drawn = [feeds("a", "ups"), feeds("b", "ups"), feeds("main", "a"), feeds("main", "b")]
    found = sorted_out(book, drawn)
    one = found.of(thing("a"))
    assert one.devices == ()
    assert [hit.thing for hit in one.weakened] == [thing("ups")]
    both = found.of(thing("main"))
    assert set(both.devices) == {"a", "b", "ups"}
    assert both.weakened == ()


def test_what_is_drawn_for_a_device_counts_before_its_room():
    book = [device("a", Category.BREAKER), device("b", Category.BREAKER), device("rack")]
    found = sorted_out(book, [feeds("a", SERVERS), feeds("b", "rack")], {"rack": SERVERS})
    assert found.of(thing("a")).devices == ()
    assert found.of(thing("b")).devices == ("rack",)


def test_a_lost_room_takes_all_that_stands_in_it_and_what_hangs_on_that():
    book = [
        device("hub", Category.GATEWAY),
        device("sensor", gateway="hub", sleeper=True),
        device("valve", Category.VALVE),
    ]
    found = sorted_out(book, [feeds("valve", OFFICE, Supply.WATER)], {"hub": SERVERS, "valve": SERVERS})
    impact = found.of(thing(SERVERS))
    assert set(impact.devices) == {"hub", "valve", "sensor"}
    assert impact.zones == (SERVERS, OFFICE)


def test_a_valve_dries_rooms_and_switches_nothing_off():
    found = sorted_out(
        [device("valve", Category.VALVE), device("lamp")], [feeds("valve", OFFICE, Supply.WATER)], {"lamp": OFFICE}
    )
    impact = found.of(thing("valve"))
    assert impact.devices == ()
    assert impact.zones == (OFFICE,)


def test_a_circle_ends_and_the_root_is_never_its_own_consequence():
    found = sorted_out([device("a"), device("b")], [feeds("a", "b"), feeds("b", "a")])
    assert found.of(thing("a")).devices == ("b",)


def test_what_is_not_in_the_book_any_more_is_left_out():
    found = sorted_out([device("a")], [feeds("a", "gone"), feeds("gone", "a")])
    assert found.of(thing("a")).hits == ()
    assert found.of(thing("gone")).hits == ()


NAMES = ["a", "b", "c", "d", "e"]
DRAWN = st.lists(
    st.builds(feeds, st.sampled_from([*NAMES, OFFICE]), st.sampled_from([*NAMES, SERVERS]), st.sampled_from(Supply)),
    max_size=12,
)


@given(DRAWN, st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(Supply))
def test_another_source_never_makes_a_thing_fall_that_stood(drawn, root, source, target, supply):
    book, where = [device(name) for name in NAMES], {"b": OFFICE, "c": SERVERS}
    before = set(sorted_out(book, drawn, where).of(thing(root)).hits)
    more = feeds(source, target, supply)
    if source == root or any(hit.thing == thing(source) for hit in before) or more in drawn:
        return
    if not any(one.target == thing(target) and one.supply is supply for one in drawn):
        return  # it may only now take something else's place
    after = {hit.thing for hit in sorted_out(book, [*drawn, more], where).of(thing(root)).hits}
    assert after <= {hit.thing for hit in before}


@given(DRAWN, st.sampled_from(NAMES))
def test_every_hit_hangs_on_the_root_by_a_chain(drawn, root):
    impact = sorted_out([device(name) for name in NAMES], drawn, {"b": OFFICE, "c": SERVERS}).of(thing(root))
    above = {hit.thing: hit.above for hit in impact.hits}
    assert thing(root) not in above
    for hit in impact.hits:
        seen, at = set(), hit.thing
        while at != thing(root):
            assert at not in seen
            seen.add(at)
            at = above[at]
