"""Anomalies from the value on the wire to the alert, its end, and across restarts."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from heyzack_console.domain.alerts.alert import AlertState, Trigger
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId, Place, ZoneId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.engine.alerts import Acknowledge, AlertHistory
from heyzack_console.ports.engine.devices import RemoveDevices
from heyzack_console.ports.engine.journal import ChangeSetting
from heyzack_console.rules.anomaly.announcing import SeriesKey
from heyzack_console.services.anomalies_memory import AnomalyMemory
from heyzack_console.services.anomalies_series import series_of
from heyzack_console.services.troubles import Troubles
from tests.rules.anomaly.rows import DAY, warm_days
from tests.support.building import BOOK, CLIMATE, DEVICES, GROUND, SMOKE, THERMOSTAT, reading
from tests.support.console import console
from tests.support.hand_clock import HandClock
from tests.support.memory_store import Disk, MemoryTelemetry

B, D = AlertState.UNACKNOWLEDGED, AlertState.RETURNED
ROOM = SeriesKey(CLIMATE.id, "va_temperature")
CODES = {CLIMATE.id: "va_temperature", THERMOSTAT.id: "temp_current"}
SETTING = "anomalies.sensitivity"
# On the sixth day, when it is warm.
ODD = 5 * DAY + 170


def one_zone():
    """A home whose two rooms with a temperature are one zone."""
    placed = [
        replace(device, place=Place(GROUND, 3.0, 4.0, ZoneId("east"))) if device.id in CODES else device
        for device in DEVICES
    ]
    return Disk(book=SiteBook(BOOK.site, tuple(placed)))


def odd_days(seed=1, rows=24, begin=ODD):
    """Eight warm days; on the sixth the room is cold for two hours."""
    values = warm_days(8, seed)
    for row in range(begin, begin + rows):
        values[row] -= 5.0
    return values


def live(app, *rooms, seconds=300.0):
    """Let (device, values) report a value every five minutes."""
    for row in zip(*(values for _, values in rooms), strict=True):
        for (device, _), value in zip(rooms, row, strict=True):
            app.lan.tell(device, CODES[device.id], round(value, 2))
        rest(app, seconds)


def rest(app, seconds):
    """Let time pass in which nothing is reported."""
    app.services.parts.ground.pipeline.drain()
    app.services.parts.alerts.anomalies.tick(app.clock.advance(seconds))


async def anomalies(app):
    return {alert.device: alert for alert in await app.alerts() if alert.rule == "anomaly"}


async def steps(app):
    """What the journal says of anomalies, oldest first."""
    await app.settle()
    events = await app.engine.ask(AlertHistory(limit=100))
    return [event for event in reversed(events) if event.rule == "anomaly"]


async def kept(disk, series):
    memory = AnomalyMemory(MemoryTelemetry(disk), Troubles())
    await memory.load()
    return memory.take(series)


async def test_an_odd_afternoon_of_one_room_is_told_at_the_lowest_priority_with_its_reasons():
    async with console() as app:
        app.lan.connect(CLIMATE)
        live(app, (CLIMATE, odd_days()[: ODD + 12]))
        alert = (await anomalies(app))[CLIMATE.id]
        assert (alert.state, alert.priority, alert.code, alert.unit) == (B, Priority.P4, "va_temperature", "°C")
        assert alert.condition.startswith("Unusual course: Temperature. The 20 minutes up to ")
        assert "nearest: " in alert.condition


async def test_hours_are_told_as_the_clocks_of_the_place_show_them():
    async with console() as app:
        app.lan.connect(CLIMATE)
        live(app, (CLIMATE, odd_days()[: ODD + 12]))
        (event,) = await steps(app)
        began = event.at - timedelta(minutes=5)
        assert f"up to Saturday {began + timedelta(hours=1):%H:%M}" in event.condition  # Berlin in winter


async def test_when_it_is_over_the_alert_returns_and_both_are_journalled():
    async with console() as app:
        app.lan.connect(CLIMATE)
        values = odd_days()
        live(app, (CLIMATE, values[: ODD + 12]))
        assert (await anomalies(app))[CLIMATE.id].state is B
        live(app, (CLIMATE, values[ODD + 12 : ODD + 60]))
        assert (await anomalies(app))[CLIMATE.id].state is D
        assert [event.trigger for event in await steps(app)] == [Trigger.TRUE, Trigger.FALSE]
        assert all(by.actor.name == "console" for _, by in app.disk.entries)


async def test_nothing_is_said_while_too_little_has_been_seen():
    async with console() as app:
        app.lan.connect(CLIMATE)
        values = warm_days(1)[:200]
        values[150:170] = [8.0] * 20
        live(app, (CLIMATE, values))
        assert await anomalies(app) == {}


async def test_rooms_of_one_zone_that_agree_are_raised_and_name_one_another():
    async with console(one_zone()) as app:
        app.lan.connect(CLIMATE, THERMOSTAT)
        live(app, (CLIMATE, odd_days()[: ODD + 12]), (THERMOSTAT, odd_days(seed=2, begin=ODD + 4)[: ODD + 12]))
        found = await anomalies(app)
        assert {alert.priority for alert in found.values()} == {Priority.P3}
        assert {alert.state for alert in found.values()} == {B}
        assert found[CLIMATE.id].condition.endswith("Thermostat 1.03 in the same zone is unusual too")
        assert "nearest: " in found[CLIMATE.id].condition
        assert found[THERMOSTAT.id].condition.endswith("Climate 1.02 in the same zone is unusual too")
        of_climate = [event for event in await steps(app) if event.device == CLIMATE.id]
        assert [(event.trigger, event.priority) for event in of_climate] == [
            (Trigger.TRUE, Priority.P4),
            (Trigger.REALARM, Priority.P3),
        ]


async def test_one_that_lasts_is_raised_even_after_it_was_acknowledged():
    chance = random.Random(5)
    values = warm_days(8)[:ODD] + [21.0 + chance.uniform(-6.0, 6.0) for _ in range(60)]
    async with console() as app:
        app.lan.connect(CLIMATE)
        live(app, (CLIMATE, values[: ODD + 12]))
        alert = (await anomalies(app))[CLIMATE.id]
        await app.engine.do(Acknowledge(((alert.id, alert.annunciation),)))
        live(app, (CLIMATE, values[ODD + 12 :]))
        again = (await anomalies(app))[CLIMATE.id]
        assert (again.state, again.priority) == (B, Priority.P3)
        assert again.condition.endswith("and goes on")


async def test_switched_off_it_says_nothing_and_ends_what_it_had_said():
    async with console() as app:
        app.lan.connect(CLIMATE)
        values = odd_days()
        live(app, (CLIMATE, values[: ODD + 12]))
        assert CLIMATE.id in await anomalies(app)
        await app.engine.do(ChangeSetting(SETTING, "off"))
        rest(app, 1)
        assert (await anomalies(app))[CLIMATE.id].state is D
    async with console() as app:
        await app.engine.do(ChangeSetting(SETTING, "off"))
        app.lan.connect(CLIMATE)
        live(app, (CLIMATE, odd_days()))
        assert await anomalies(app) == {}


async def test_the_quiet_preset_leaves_a_small_oddity_untold():
    def slightly_odd():
        values = warm_days(8)
        for row in range(ODD, ODD + 24):
            values[row] += 0.3 * (-1) ** row
        return values

    told = {}
    for preset in ("standard", "quiet"):
        async with console() as app:
            app.lan.connect(CLIMATE)
            live(app, (CLIMATE, slightly_odd()[:DAY]))
            await app.engine.do(ChangeSetting(SETTING, preset))
            live(app, (CLIMATE, slightly_odd()[DAY:]))
            told[preset] = [event for event in await steps(app) if event.trigger is Trigger.TRUE]
    assert [len(told[preset]) for preset in ("standard", "quiet")] == [1, 0]


async def test_a_restart_goes_on_as_if_nothing_had_happened():
    values = odd_days()
    async with console() as app:
        app.lan.connect(CLIMATE)
        live(app, (CLIMATE, values[: ODD + 60]))
        uninterrupted = [(event.trigger, event.at, event.condition) for event in await steps(app)]
    disk, clock = Disk(book=BOOK), HandClock()
    for part in (values[:ODD], values[ODD : ODD + 12], values[ODD + 12 : ODD + 60]):
        async with console(disk, clock) as app:
            app.lan.connect(CLIMATE)
            live(app, (CLIMATE, part))
            again = [(event.trigger, event.at, event.condition) for event in await steps(app)]
    assert len(uninterrupted) == 2
    assert again == uninterrupted


async def test_an_alert_whose_memory_a_crash_has_taken_still_ends():
    values, disk, clock = odd_days(), Disk(book=BOOK), HandClock()
    async with console(disk, clock) as app:
        app.lan.connect(CLIMATE)
        live(app, (CLIMATE, values[:ODD]))
    before = dict(disk.learned)
    async with console(disk, clock) as app:
        app.lan.connect(CLIMATE)
        live(app, (CLIMATE, values[ODD : ODD + 12]))
        assert (await anomalies(app))[CLIMATE.id].state is B
    disk.learned = before
    async with console(disk, clock) as app:
        app.lan.connect(CLIMATE)
        live(app, (CLIMATE, values[ODD + 24 : ODD + 60]))
        assert (await anomalies(app))[CLIMATE.id].state is D
        assert [event.trigger for event in await steps(app)] == [Trigger.TRUE, Trigger.FALSE]


async def test_what_cannot_be_read_is_learned_again():
    disk = Disk(book=BOOK, learned={f"{ROOM.code}@{ROOM.device}": b"rubbish", "courses": b"\x00"})
    async with console(disk) as app:
        app.lan.connect(CLIMATE)
        live(app, (CLIMATE, warm_days(1)[:20]))
    learned = await kept(disk, ROOM)
    assert learned.detector.shapes.rows == 20


async def test_a_connected_device_stands_by_its_value_and_a_lost_one_only_for_half_an_hour():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.connect(CLIMATE)
        app.lan.tell(CLIMATE, "va_temperature", 21.0)
        for _ in range(24):
            rest(app, 300)
        app.lan.lose(CLIMATE)
        for _ in range(24):
            rest(app, 300)
        app.lan.connect(CLIMATE)
        app.lan.tell(CLIMATE, "va_temperature", 21.5)
        rest(app, 300)
    learned = await kept(disk, ROOM)
    assert learned.detector.shapes.rows == 24 + 6 + 1
    assert learned.detector.shapes.unbroken == 1


async def test_more_series_than_one_tick_takes_on_all_get_their_rows():
    rooms = [replace(THERMOSTAT, id=DeviceId(f"room{number}"), address=None) for number in range(12)]
    disk = Disk(book=SiteBook(BOOK.site, tuple(rooms)))
    async with console(disk) as app:
        app.lan.connect(*rooms)
        for room in rooms:
            app.lan.tell(room, "temp_current", 21.0)
        for _ in range(3):
            rest(app, 1)
        for _ in range(2):
            rest(app, 299)
            rest(app, 1)
    for room in rooms:
        learned = await kept(disk, SeriesKey(room.id, "temp_current"))
        assert (learned.detector.shapes.rows, learned.detector.last) == (2, 21.0)


async def test_values_that_come_between_two_ticks_leave_the_last_of_them():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.connect(CLIMATE)
        for value in (19.0, 20.0, 21.0):
            app.lan.tell(CLIMATE, ROOM.code, value)
        rest(app, 300)
        app.lan.tell(CLIMATE, ROOM.code, 25.0)
        rest(app, 300)
        rest(app, 300)
    assert (await kept(disk, ROOM)).detector.last == 25.0


@pytest.mark.parametrize("value", [True, "warm", None, float("nan"), float("inf"), 10**400])
async def test_what_is_no_number_that_can_be_measured_teaches_nothing(value):
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.connect(CLIMATE)
        app.services.parts.alerts.anomalies.heard(reading(CLIMATE, ROOM.code, value), app.clock.now())
        for _ in range(5):
            rest(app, 300)
    assert await kept(disk, ROOM) is None


async def test_remembered_values_teach_nothing():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        for number in range(20):
            app.lan.listener.heard([reading(CLIMATE, ROOM.code, 21.0, 300.0 * number, Quality.CACHED)])
            rest(app, 300)
    assert await kept(disk, ROOM) is None


async def test_a_full_disk_is_told_and_what_was_learned_is_written_later():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.connect(CLIMATE)
        live(app, (CLIMATE, warm_days(1)[:20]))
        disk.full = True
        await app.services.parts.alerts.anomalies.save(app.clock.now())
        assert any("What is usual is not being saved" in one for one in app.services.parts.ground.troubles.sentences)
        disk.full = False
        await app.services.parts.alerts.anomalies.save(app.clock.now())
        assert app.services.parts.ground.troubles.sentences == ()
        assert await kept(disk, ROOM) is not None


async def test_a_device_that_leaves_takes_its_alert_along_and_is_forgotten_at_the_next_start():
    disk, clock = Disk(book=BOOK), HandClock()
    async with console(disk, clock) as app:
        app.lan.connect(CLIMATE)
        live(app, (CLIMATE, odd_days()[: ODD + 12]))
        await app.services.parts.alerts.anomalies.save_all()
        await app.engine.do(RemoveDevices((CLIMATE.id,)))
        rest(app, 300)
        assert [alert.active for alert in (await anomalies(app)).values()] == [False]
    assert await kept(disk, ROOM) is not None
    async with console(disk, clock) as app:
        app.lan.connect(THERMOSTAT)
        live(app, (THERMOSTAT, warm_days(1)[:20]))
    assert await kept(disk, ROOM) is None


def device_with(*points):
    return replace(CLIMATE, points=points)


@pytest.mark.parametrize(
    ("point", "watched"),
    [
        (PointSpec(1, "co2_value", PointKind.NUMBER, unit="ppm"), True),
        (PointSpec(1, "humidity_value", PointKind.NUMBER, unit="%"), True),
        (PointSpec(1, "cur_power", PointKind.NUMBER, unit="W"), True),
        (PointSpec(1, "battery_percentage", PointKind.NUMBER, unit="%"), False),
        (PointSpec(1, "percent_state", PointKind.NUMBER, unit="%"), False),
        (PointSpec(1, "add_ele", PointKind.NUMBER, unit="kWh"), False),
        (PointSpec(1, "temp_set", PointKind.NUMBER, unit="°C", writable=True), False),
        (PointSpec(1, "va_temperature", PointKind.STRING, unit="°C"), False),
    ],
)
def test_measurements_are_watched_but_no_batteries_counters_positions_and_set_points(point, watched):
    assert bool(series_of([device_with(point)])) is watched


def test_where_there_are_too_many_the_most_telling_are_watched():
    power = replace(device_with(PointSpec(1, "cur_power", PointKind.NUMBER, unit="W")), id=SMOKE.id)
    assert [one.key.device for one in series_of([power, CLIMATE, THERMOSTAT], most=2)] == [CLIMATE.id, THERMOSTAT.id]
