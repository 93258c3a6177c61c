"""What differs between two moments, in words."""

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.health import PathState
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.map.differences import differences, summary
from tests.support.map_site import alert, apply, calm_mirror, first_of, health, reading

WET = {"code": "watersensor_state", "value": "alarm"}


def test_two_equal_moments_do_not_differ():
    one, other = calm_mirror(), calm_mirror()
    assert differences(one, other, index_of(other.book)) == ()
    assert summary(()) == "Nothing differs on this floor"


def test_an_alert_that_came_and_one_that_went_are_told_most_urgent_first():
    before, after = calm_mirror(), calm_mirror()
    leak, lamp = first_of(before, Category.LEAK), first_of(before, Category.LIGHT)
    apply(before, alerts=[alert(lamp.id, 3, "Held open")])
    apply(after, alerts=[alert(leak.id, 1, "Water detected", **WET)])
    came, went = differences(before, after, index_of(after.book))
    assert (came.device, came.before, came.after) == (leak.id, "no alert", "P1 Water detected, unacknowledged")
    assert (went.device, went.before, went.after) == (lamp.id, "P3 Held open, unacknowledged", "over")
    assert summary((came, went)) == "2 alerts differ"


def test_an_alert_that_was_acknowledged_differs():
    before, after = calm_mirror(), calm_mirror()
    leak = first_of(before, Category.LEAK)
    apply(before, alerts=[alert(leak.id, 1, "Water detected", **WET)])
    apply(after, alerts=[alert(leak.id, 1, "Water detected", AlertState.ACKNOWLEDGED, **WET)])
    (one,) = differences(before, after, index_of(after.book))
    assert one.after == "P1 Water detected, acknowledged"


def test_another_value_and_a_lost_device_are_told_with_their_place():
    before, after = calm_mirror(), calm_mirror()
    warm, fan = first_of(before, Category.TEMPERATURE), first_of(before, Category.FAN_COIL)
    code = next(p.code for p in warm.points if p.unit in {"°C", "℃"})
    apply(before, readings=[reading(warm.id, code, 21.0, "°C")])
    apply(after, readings=[reading(warm.id, code, 31.4, "°C")], healths=[health(fan.id, PathState.UNREACHABLE)])
    found = {one.device: one for one in differences(before, after, index_of(after.book))}
    assert found[warm.id].words.endswith("21.0\N{NO-BREAK SPACE}°C → 31.4\N{NO-BREAK SPACE}°C")
    assert "Floor 3" in found[warm.id].place
    assert found[fan.id].after == "no path"
    assert summary(found.values()) == "2 values differ"


def test_only_the_floor_that_is_shown_counts():
    before, after = calm_mirror(), calm_mirror()
    below = first_of(before, Category.GATEWAY, level=1)
    apply(after, alerts=[alert(below.id, 2, "Offline")])
    index = index_of(after.book)
    assert differences(before, after, index, index.floor_of[first_of(after, Category.LEAK).id]) == ()
    assert len(differences(before, after, index, index.floor_of[below.id])) == 1
