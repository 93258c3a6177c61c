"""The whole engine on a building with a LAN and a cloud: real sockets, real signatures, real files."""

import asyncio
from contextlib import asynccontextmanager

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.domain.cloud import LinkState
from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.points import PointKind
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.domain.orders import OrderState
from heyzack_console.host.home import open_home
from heyzack_console.ports.engine.cloud import CloudInventory, CloudProjects, CloudStates
from heyzack_console.ports.engine.devices import Health
from heyzack_console.ports.engine.orders import Orders, SendOrder
from heyzack_console.ports.engine.telemetry import Readings
from heyzack_console.simulator.building.wire import from_wire
from heyzack_console.simulator.cloud.temper import CloudTemper, QueueTemper
from heyzack_console.simulator.house.roads import Road
from heyzack_console.tuya.cloud_network_reading import ALONE
from heyzack_console.tuya.lan.timings import Timings
from tests.support.harbour_house import ForwardClock
from tests.support.two_road_house import two_road_house

PATIENCE_S = 60
IMPATIENT = Timings(first_pause=0.5, longest_pause=3.0)
OUTAGE = CloudTemper(outage=True, queue=QueueTemper(down=True))


@asynccontextmanager
async def running(tmp_path, description, clock=None):
    world = EngineWorld(clock or ForwardClock(), demo=description, listens=False, timings=IMPATIENT)
    async with open_engine(open_home(tmp_path, {}), world) as services:
        yield services.engine


async def until(engine, fits):
    """Follow the engine's changes until *fits* is true of its health and its readings."""
    changes = engine.changes()
    try:
        async with asyncio.timeout(PATIENCE_S):
            async for _ in changes:
                health = {h.device: h for h in await engine.ask(Health())}
                if await fits(engine, health):
                    return
    finally:
        await changes.aclose()


def everything_is_reached_by_its_roads(house):
    async def fits(engine, health):
        (state,) = await engine.ask(CloudStates())
        reached = {device for device, h in health.items() if h.reachable}
        by_cloud = {d for d, h in health.items() if h.on(Path.CLOUD) and h.on(Path.CLOUD).state.value != "connecting"}
        whole = house.on(Road.LAN, Road.CLOUD, Road.BOTH) <= reached and house.on(Road.CLOUD, Road.BOTH) <= by_cloud
        return whole and state.queue is LinkState.UP and await all_told(engine, house.on(Road.CLOUD, Road.BOTH))

    return fits


async def all_told(engine, devices):
    return devices <= {reading.device for reading in await engine.ask(Readings())}


def nothing_is_reached():
    async def fits(_engine, health):
        return health and not any(h.road for h in health.values())

    return fits


def the_lan_is_gone(devices):
    async def fits(_engine, health):
        return all(health[device].road in {None, Path.CLOUD} for device in devices)

    return fits


def the_cloud_is_gone(house):
    async def fits(_engine, health):
        return all(health[d].on(Path.CLOUD).state.value == "unreachable" for d in house.on(Road.CLOUD, Road.BOTH))

    return fits


def the_cloud_tells_of_its_own(house):
    """The queue is there again: changes of what the cloud alone reaches are told."""

    async def fits(_engine, health):
        paths = [health[device].on(Path.CLOUD) for device in house.on(Road.CLOUD)]
        return all(path.state is PathState.CONNECTED and path.pushes for path in paths)

    return fits


def in_the_cloud(house):
    """What the cloud knows of the devices that it alone reaches."""
    twins = [house.cloud.project.twins[device] for device in house.on(Road.CLOUD)]
    return {(t.id, code): from_wire(t.points[code], value) for t in twins for code, value in t.values.items()}


def live_as_in_the_cloud(house, points):
    """Each of *points* is live and has the value that the cloud has."""

    async def fits(engine, _health):
        live = {(r.device, r.code): r.value for r in await engine.ask(Readings()) if r.quality is Quality.LIVE}
        known = in_the_cloud(house)
        return all(point in live and live[point] == known[point] for point in points)

    return fits


def a_point_beyond_the_standard_set(house):
    """A device that only the cloud reaches, and a measured point that it has of its maker."""
    twins = [house.cloud.project.twins[device] for device in sorted(house.on(Road.CLOUD))]
    return next(
        (twin.id, point)
        for twin in twins
        for point in twin.points.values()
        if point not in twin.standard and point.kind is PointKind.NUMBER
    )


def a_switch(house, road):
    """A device on *road* with something that may be switched, and that data point."""
    return next(
        (device, point)
        for device in house.description.book.devices
        if not device.sleeper and not device.gateway and house.cloud.roads[device.id] is road
        for point in device.points
        if point.kind is PointKind.BOOLEAN and point.writable
    )


async def value_of(engine, device, code):
    return next(r for r in await engine.ask(Readings((device.id,))) if r.code == code)


async def order_to(engine, device, code):
    """Order the opposite of what is shown."""
    shown = await value_of(engine, device, code)
    return (await engine.do(SendOrder(device.id, {code: not shown.value}, confirmed=True))).made


def settled(made):
    async def fits(engine, _health):
        return any(order.id == made and order.state.final for order in await engine.ask(Orders()))

    return fits


async def order(engine, made):
    return next(one for one in await engine.ask(Orders()) if one.id == made)


async def test_the_demo_s_project_is_connected_by_itself_and_lists_what_is_not_on_the_lan_alone(tmp_path):
    async with two_road_house() as house, running(tmp_path, house.description) as engine:
        await until(engine, everything_is_reached_by_its_roads(house))
        (project,) = await engine.ask(CloudProjects())
        listed = await engine.ask(CloudInventory(project.id))
        assert {each.id for each in listed} == house.on(Road.CLOUD, Road.BOTH)
        assert {each.local_key for each in listed} == {""}


async def test_an_order_to_a_device_of_the_cloud_alone_goes_there_and_is_confirmed(tmp_path):
    async with two_road_house() as house, running(tmp_path, house.description) as engine:
        await until(engine, everything_is_reached_by_its_roads(house))
        device, point = a_switch(house, Road.CLOUD)
        made = await order_to(engine, device, point.code)
        await until(engine, settled(made))
        done = await order(engine, made)
        assert (done.state, done.path) == (OrderState.CONFIRMED, Path.CLOUD)


async def test_with_the_lan_unplugged_nothing_turns_grey_that_the_cloud_still_reaches(tmp_path):
    async with two_road_house() as house, running(tmp_path, house.description) as engine:
        await until(engine, everything_is_reached_by_its_roads(house))
        lan = {h.device for h in await engine.ask(Health()) if h.road in {Path.LAN, Path.GATEWAY}}
        house.cut_lan()
        await until(engine, the_lan_is_gone(lan))
        health = {h.device: h for h in await engine.ask(Health())}
        on_cloud = {d for d in house.on(Road.CLOUD, Road.BOTH) if house.cloud.project.twins[d].online}
        assert {device for device in on_cloud if not health[device].reachable} == set()
        known = {(twin.id, code) for twin in house.cloud.project.twins.values() for code in twin.values}
        grey = {
            (r.device, r.code)
            for r in await engine.ask(Readings(tuple(on_cloud)))
            if r.quality is not Quality.LIVE and (r.device, r.code) in known
        }
        assert grey == set()
        device, point = a_switch(house, Road.BOTH)
        made = await order_to(engine, device, point.code)
        await until(engine, settled(made))
        done = await order(engine, made)
        assert (done.state, done.path) == (OrderState.CONFIRMED, Path.CLOUD)


async def test_with_the_cloud_gone_the_lan_goes_on(tmp_path):
    async with two_road_house() as house, running(tmp_path, house.description) as engine:
        await until(engine, everything_is_reached_by_its_roads(house))
        house.change_cloud(OUTAGE)
        await until(engine, the_cloud_is_gone(house))
        health = {h.device: h for h in await engine.ask(Health())}
        assert {device for device in house.on(Road.LAN, Road.BOTH) if not health[device].reachable} == set()
        assert not any(health[device].reachable for device in house.on(Road.CLOUD))
        device, point = a_switch(house, Road.BOTH)
        made = await order_to(engine, device, point.code)
        await until(engine, settled(made))
        assert (await order(engine, made)).path == Path.LAN


async def test_with_both_gone_values_keep_their_age_orders_wait_and_all_of_it_recovers(tmp_path):
    async with two_road_house() as house, running(tmp_path, house.description) as engine:
        await until(engine, everything_is_reached_by_its_roads(house))
        house.cut_lan()
        house.change_cloud(OUTAGE)
        await until(engine, nothing_is_reached())
        awake = [d for d in house.description.book.devices if not d.sleeper]
        shown = await engine.ask(Readings(tuple(d.id for d in awake)))
        assert {r.quality for r in shown} <= {Quality.CACHED, Quality.UNKNOWN}
        device, point = a_switch(house, Road.BOTH)
        made = await order_to(engine, device, point.code)
        assert (await order(engine, made)).state is OrderState.WAITING
        house.change_cloud(CloudTemper())
        await house.join_lan()
        await until(engine, settled(made))
        assert (await order(engine, made)).state is OrderState.CONFIRMED
        await until(engine, everything_is_reached_by_its_roads(house))


async def test_after_an_outage_all_that_the_cloud_alone_tells_is_live_again_and_as_it_is_there(tmp_path):
    clock = ForwardClock()
    async with (
        two_road_house(47, busy=False) as house,
        running(tmp_path, house.description, clock) as engine,
    ):
        await until(engine, everything_is_reached_by_its_roads(house))
        pump, point = a_point_beyond_the_standard_set(house)
        house.cloud.project.report(pump, {point.code: 1.5}, urgent=True)
        known = in_the_cloud(house).keys()
        assert len({device for device, _ in known}) > ALONE  # they are read together, which leaves *point* out
        await until(engine, live_as_in_the_cloud(house, known))
        house.change_cloud(OUTAGE)
        house.cut_lan()
        clock.forward(70)
        await until(engine, the_cloud_is_gone(house))
        shown = await engine.ask(Readings(tuple(house.on(Road.CLOUD))))
        assert {r.quality for r in shown if (r.device, r.code) in known} == {Quality.CACHED}
        device, switch = a_switch(house, Road.CLOUD)
        house.cloud.project.report(device.id, {switch.code: not in_the_cloud(house)[device.id, switch.code]})
        house.change_cloud(CloudTemper())
        await house.join_lan()
        await until(engine, live_as_in_the_cloud(house, known - {(pump, point.code)}))
        await until(engine, the_cloud_tells_of_its_own(house))  # the time to the closer look counts from here
        clock.forward(90)
        await until(engine, live_as_in_the_cloud(house, known))
        health = {h.device: h for h in await engine.ask(Health())}
        near = [health[device].on(Path.LAN) for device in house.on(Road.CLOUD)]
        assert {path.state for path in near if path is not None} == {PathState.UNCONFIGURED}
