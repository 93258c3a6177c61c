"""The building model through time, without a network."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.categories import Category
from heyzack_console.simulator.building.model import BuildingModel
from heyzack_console.simulator.house.harbour_house import harbour_house

BOOK = harbour_house(150, 1).book
THURSDAY_MORNING = datetime(2026, 7, 23, 8, 30, tzinfo=UTC)
MOMENTS = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def a_model(begins=THURSDAY_MORNING, seed=1):
    return BuildingModel(BOOK, begins, seed)


def live(model, seconds, step=5.0):
    for _ in range(int(seconds / step)):
        model.pass_time(step)
        for instrument in model.instruments.values():
            instrument.renew(step)


def alarms(model):
    """What a default rule would complain about."""
    found = []
    for instrument in model.instruments.values():
        shown, category = instrument.shown, instrument.device.category
        machine_room = instrument.spot.climate.room.use == "server"
        for code in ("va_temperature", "temp_current"):
            if code in shown and category is not Category.BREAKER:
                low, high = (15, 27) if machine_room else (19, 25)
                found += [] if low <= shown[code] <= high else [(instrument.device.name, code, shown[code])]
        alarming = {
            "co2_value": lambda v: v >= 1000,
            "battery_percentage": lambda v: v <= 20,
            "residual_electricity": lambda v: v <= 20,
            "fault": lambda v: v != 0,
            "watersensor_state": lambda v: v == "alarm",
            "smoke_sensor_status": lambda v: v == "alarm",
            "gas_sensor_status": lambda v: v == "alarm",
            "co_status": lambda v: v == "alarm",
            "sos_state": bool,
            "alarm_switch": bool,
        }
        found += [(instrument.device.name, c, shown[c]) for c, bad in alarming.items() if c in shown and bad(shown[c])]
    return found


@settings(max_examples=15)
@given(MOMENTS, st.integers(0, 1000))
def test_nothing_alarms_in_a_building_that_was_left_alone_at_any_hour_of_any_day(begins, seed):
    model = a_model(begins, seed)
    assert alarms(model) == []
    live(model, 60)
    assert alarms(model) == []


def test_nothing_alarms_through_a_whole_week():
    model = a_model(datetime(2026, 7, 20, tzinfo=UTC))
    for _ in range(7 * 8):
        live(model, 3 * 3600, step=3 * 3600)
        assert alarms(model) == []


def test_values_are_the_same_for_the_same_seed_and_differ_for_another():
    first, second, other = a_model(seed=4), a_model(seed=4), a_model(seed=5)
    for model in (first, second, other):
        live(model, 60)
    shown = [{i.device.id: i.shown for i in model.instruments.values()} for model in (first, second, other)]
    assert shown[0] == shown[1]
    assert shown[0] != shown[2]


def test_the_clock_of_the_building_goes_as_far_as_time_was_given():
    model = a_model()
    model.pass_time(3700.5)
    assert model.now == THURSDAY_MORNING + timedelta(seconds=3700.5)


def test_people_come_on_a_working_day_and_stay_away_at_night_and_on_sunday():
    def people(at):
        return sum(storey.people_w for storey in a_model(at).storeys)

    working, night = people(THURSDAY_MORNING), people(datetime(2026, 7, 23, 1, tzinfo=UTC))
    sunday = people(datetime(2026, 7, 26, 8, 30, tzinfo=UTC))
    assert working > 20 * night
    assert working > 10 * sunday


def one(model, category, level=None):
    return model.of_category(category, level)[0].id


def test_a_lamp_that_is_switched_off_lowers_the_load_and_stays_off():
    model = a_model()
    lamp = one(model, Category.LIGHT, 3)
    storey = model.storeys[3]
    before = storey.lights_w
    model.order(lamp, {"switch_led": False})
    assert storey.lights_w < before
    live(model, 30)
    assert model.instruments[lamp].shown["switch_led"] is False


def test_the_meter_shows_what_its_storey_draws():
    model = a_model()
    shown = model.instruments[one(model, Category.METER, 2)].shown
    watts = sum(int.from_bytes(base64.b64decode(shown[code])[5:8], "big") for code in ("phase_a", "phase_b", "phase_c"))
    assert watts == pytest.approx(model.storeys[2].power_w, rel=0.05)


def test_a_socket_that_is_off_draws_nothing():
    model = a_model()
    socket = one(model, Category.SOCKET)
    model.order(socket, {"switch_1": False})
    live(model, 10)
    assert model.instruments[socket].shown["cur_power"] == 0
    assert model.instruments[socket].shown["cur_current"] == 0


def test_a_valve_takes_some_seconds_to_close_and_then_the_water_is_off():
    model = a_model()
    valve = one(model, Category.VALVE, 2)
    model.set_leak(2, 18.0)
    assert model.order(valve, {"switch": False})["work_state"] == "closing"
    assert model.storeys[2].flow_l_min > 18
    live(model, 6, step=1)
    assert model.instruments[valve].shown["work_state"] == "closed"
    assert model.storeys[2].flow_l_min == 0


def test_a_blind_runs_to_its_target_and_then_stands():
    model = a_model()
    blind = one(model, Category.BLIND)
    assert model.order(blind, {"percent_control": 40})["work_state"] == "closing"
    live(model, 20, step=1)
    shown = model.instruments[blind].shown
    assert (shown["percent_state"], shown["work_state"]) == (40, "standby")


def test_a_blind_that_is_stopped_stays_where_it_is():
    model = a_model()
    blind = one(model, Category.BLIND)
    model.order(blind, {"control": "close"})
    live(model, 3, step=1)
    where = model.order(blind, {"control": "stop"})["percent_state"]
    live(model, 10, step=1)
    assert model.instruments[blind].shown["percent_state"] == where
    assert 0 < where < 100


def test_a_lock_that_was_opened_locks_itself():
    model = a_model()
    lock = one(model, Category.LOCK)
    assert model.order(lock, {"manual_lock": True})["lock_motor_state"] is True
    live(model, 12, step=1)
    assert model.instruments[lock].shown["lock_motor_state"] is False


def test_a_siren_falls_silent_when_its_time_is_over():
    model = a_model()
    siren = one(model, Category.SIREN)
    model.order(siren, {"alarm_time": 5, "alarm_switch": True})
    live(model, 3, step=1)
    assert model.instruments[siren].shown["alarm_switch"] is True
    live(model, 5, step=1)
    assert model.instruments[siren].shown["alarm_switch"] is False


def test_a_higher_set_point_warms_the_room():
    model = a_model()
    coil = one(model, Category.FAN_COIL, 3)
    before = model.instruments[coil].spot.climate.temperature
    model.order(coil, {"temp_set": 25})
    live(model, 3600, step=60)
    assert model.instruments[coil].spot.climate.temperature > before + 2


def test_without_cooling_the_server_room_passes_its_limit_within_two_minutes():
    model = a_model()
    server = next(d.id for d in model.of_category(Category.TEMPERATURE, 3) if d.name == "Temperature TH-3-09")
    model.set_cooling(on=False, from_level=2)
    live(model, 120)
    assert model.instruments[server].shown["va_temperature"] > 27


def test_settling_undoes_orders_and_faults_and_keeps_what_was_counted():
    model = a_model()
    valve, meter = one(model, Category.VALVE, 2), one(model, Category.METER, 2)
    model.order(valve, {"switch": False})
    model.impose(one(model, Category.LEAK, 2), {"watersensor_state": "alarm"})
    model.set_cooling(on=False)
    live(model, 600)
    counted = model.instruments[meter].shown["forward_energy_total"]
    model.settle()
    live(model, 10, step=1)
    assert alarms(model) == []
    assert model.instruments[valve].shown["switch"] is True
    assert model.storeys[2].water_on
    assert model.instruments[meter].shown["forward_energy_total"] >= counted
