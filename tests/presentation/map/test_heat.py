"""The heat map: what is painted, where, and what is left empty."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, Place, ZoneId
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.sites import Zone, ZoneKind
from heyzack_console.presentation.map.heat import RADIUS, HeatMap, Sample, spread
from heyzack_console.presentation.map.quantities import Quantity
from heyzack_console.presentation.mirror import Mirror
from tests.support.map_site import apply, reading

FLOOR = FloorId("f")
HALL = Zone(ZoneId("hall"), FLOOR, "Hall", "", ZoneKind.OPEN, ((0, 0), (30, 0), (30, 6), (0, 6)))
ANGLE = replace(HALL, id=ZoneId("angle"), outline=((0, 0), (8, 0), (8, 4), (4, 4), (4, 8), (0, 8)))
WARM = Device(DeviceId("warm"), "TH-1", Category.TEMPERATURE, place=Place(FLOOR, 2, 3))
COLD = Device(DeviceId("cold"), "TH-2", Category.TEMPERATURE, place=Place(FLOOR, 8, 3))
TEMPERATURE = Quantity.TEMPERATURE

spots = st.tuples(st.floats(0, 10), st.floats(0, 10), st.floats(-40, 60))


def told(warm: float = 27.0, cold: float = 17.0, **more: object) -> Mirror:
    mirror = Mirror(connected=True)
    apply(
        mirror,
        readings=[
            reading(WARM.id, "va_temperature", warm, "°C", **more),
            reading(COLD.id, "va_temperature", cold, "°C", **more),
        ],
    )
    return mirror


def heat_of(mirror: Mirror, zone: Zone = HALL, quantity: Quantity = TEMPERATURE) -> HeatMap:
    heat = HeatMap()
    heat.take(zone, (WARM, COLD), mirror, quantity)
    return heat


def test_a_spot_at_a_sensor_has_its_value_and_between_two_it_lies_between():
    x, y = np.array([[2.0, 5.0, 8.0]]), np.array([[3.0, 3.0, 3.0]])
    found = spread(x, y, [(2, 3, 27.0), (8, 3, 17.0)])[0]
    assert found[0] == pytest.approx(27.0, abs=0.2)
    assert found[1] == pytest.approx(22.0)
    assert found[2] == pytest.approx(17.0, abs=0.2)


@given(st.lists(spots, min_size=1, max_size=6), spots)
def test_nothing_is_hotter_or_colder_than_the_sensors_near_it(sensors: list[Sample], spot: Sample):
    found = spread(np.array([[spot[0]]]), np.array([[spot[1]]]), sensors)[0, 0]
    near = [v for x, y, v in sensors if np.hypot(x - spot[0], y - spot[1]) <= RADIUS]
    if near:
        assert min(near) - 1e-6 <= found <= max(near) + 1e-6
    else:
        assert np.isnan(found)


def test_farther_than_the_radius_from_every_sensor_nothing_is_painted():
    patch = heat_of(told()).patches[HALL.id]
    middles = patch.box.left + (np.arange(patch.steps.shape[1]) + 0.5) * patch.box.width / patch.steps.shape[1]
    assert (patch.steps[:, middles > COLD.place.x + RADIUS] == -1).all()
    assert (patch.steps[:, middles < COLD.place.x] >= 0).all()


def test_a_room_without_a_live_sensor_is_left_empty():
    assert not heat_of(Mirror()).patches
    assert not heat_of(told(quality=Quality.CACHED)).patches
    assert not heat_of(told(), quantity=Quantity.CO2).patches


def test_a_value_in_another_unit_is_not_mixed_in():
    mirror = told()
    apply(mirror, readings=[reading(WARM.id, "va_temperature", 80.6, "°F")])
    patch = heat_of(mirror).patches[HALL.id]
    assert set(np.unique(patch.steps)) == {-1, 1}


def test_the_corner_cut_out_of_a_room_is_not_painted():
    steps = heat_of(told(), ANGLE).patches[ANGLE.id].steps
    rows, columns = steps.shape
    assert (steps[rows // 2 :, columns // 2 :] == -1).all()
    assert (steps[: rows // 2] >= 0).all()


def test_a_change_below_the_resolution_is_not_painted_anew():
    heat, mirror = heat_of(told()), told(warm=27.04)
    before = heat.patches[HALL.id]
    assert not heat.take(HALL, (WARM, COLD), mirror, TEMPERATURE)
    assert heat.patches[HALL.id] is before
    assert heat.take(HALL, (WARM, COLD), told(warm=25.0), TEMPERATURE)


def test_a_room_whose_last_sensor_falls_silent_looks_different():
    heat = heat_of(told())
    assert heat.take(HALL, (WARM, COLD), told(quality=Quality.CACHED), TEMPERATURE)
    assert not heat.patches


@pytest.mark.parametrize("quantity", Quantity)
def test_every_scale_has_eight_steps_in_order(quantity: Quantity):
    assert list(quantity.scale.bounds) == sorted(set(quantity.scale.bounds))
    assert len(quantity.scale.words) == 8
    assert quantity.scale.unit in quantity.scale.words[-1]
