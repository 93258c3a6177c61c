"""The picture of a building in words."""

from datetime import timedelta

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.presentation.building.looks import DeviceLook
from heyzack_console.presentation.building.marks import Mark
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.picture import MapPicture
from heyzack_console.presentation.mirror import Mirror
from tests.support.map_site import NOW, alert, apply, busy_mirror, calm_mirror, first_of, health, reading


def test_a_calm_building_has_no_mark_on_any_device_or_floor():
    picture = MapPicture(calm_mirror())
    rows = [row for floor in picture.index.floors for row in picture.rows(floor.id, Layer.VALUES)]
    assert len(rows) == 150
    assert not any(row.mark for row in rows)
    assert not any(badge.worst or badge.count for badge in picture.badges())


def test_a_floor_carries_its_worst_mark_and_the_number_of_open_alerts():
    badge = MapPicture(busy_mirror()).badges()[0]
    assert badge.level == 3
    assert badge.worst == Mark(1, "unacknowledged")
    assert badge.count == 6  # the suppressed one is not open
    assert badge.words == "Floor 3, 6 open alerts, the worst critical"


def test_a_floor_without_alerts_says_so():
    assert MapPicture(calm_mirror()).badges()[3].words == "Ground floor, no open alert"


def test_in_the_health_layer_only_what_is_lost_looks_different():
    mirror = calm_mirror()
    light = first_of(mirror, Category.LIGHT)
    picture = MapPicture(mirror)
    assert picture.row(light, Layer.HEALTH).look is DeviceLook.NORMAL
    assert picture.row(light, Layer.VALUES).look in {DeviceLook.ON, DeviceLook.OFF}
    apply(mirror, healths=[health(light.id, PathState.UNREACHABLE)])
    assert picture.row(light, Layer.HEALTH).look is DeviceLook.NO_PATH


def test_a_device_with_an_unacknowledged_p1_is_bright():
    mirror = busy_mirror()
    assert MapPicture(mirror).row(first_of(mirror, Category.LEAK), Layer.VALUES).look is DeviceLook.ON


def test_the_tooltip_says_name_place_value_age_and_alert():
    mirror = busy_mirror()
    heat = first_of(mirror, Category.TEMPERATURE)
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in MapPicture(mirror).tooltip(heat.id, NOW)]
    assert heat.name in lines[0]
    assert lines[1].startswith("Floor 3 · ")
    assert lines[2] == "31.4 °C · 1 s ago"
    assert lines[3] == "P2 Temperature high · 31.4 °C, limit 27.0 · unacknowledged, 5 min"


def test_an_old_value_is_called_old_and_an_ordered_one_not_confirmed():
    mirror = calm_mirror()
    heat = first_of(mirror, Category.TEMPERATURE)
    code = next(p.code for p in heat.points if p.unit in {"°C", "℃"})
    picture = MapPicture(mirror)
    old = {"quality": Quality.CACHED, "at": NOW - timedelta(hours=2)}
    apply(mirror, readings=[reading(heat.id, code, 21.0, "°C", **old)])
    assert picture.tooltip(heat.id, NOW)[2].endswith(" · 2 h old")
    apply(mirror, readings=[reading(heat.id, code, 21.0, "°C", quality=Quality.ASSUMED)])
    assert picture.tooltip(heat.id, NOW)[2].endswith("ordered, not confirmed yet")
    assert picture.caption(heat.id, Layer.VALUES)[1] is True


def test_the_summary_counts_devices_and_reads_out_what_nobody_has_acknowledged():
    mirror = busy_mirror()
    picture = MapPicture(mirror)
    said = picture.summary(picture.index.floors[0].id, NOW)
    assert said.startswith("Floor 3, 6 open alerts, the worst critical. ")
    assert "1 not reachable." in said
    assert "Critical: Water detected" in said
    assert "CO₂ high" not in said


def test_without_a_site_there_is_nothing_to_say():
    picture = MapPicture(Mirror())
    assert picture.badges() == ()
    assert picture.summary(None, NOW) == "No floor plan"


def test_the_legend_of_the_categories_counts_what_is_on_the_floor():
    mirror = calm_mirror()
    picture = MapPicture(mirror)
    rows = picture.legend(picture.index.floors[0].id, Layer.CATEGORY)
    assert sum(1 for row in rows if row.category is Category.AIR_QUALITY and row.word == "Air quality 9") == 1
    assert all(row.choosable for row in rows)


def test_the_legend_of_values_shows_marks_before_chips():
    rows = MapPicture(calm_mirror()).legend(None, Layer.VALUES)
    assert [row.word for row in rows] == ["Unacknowledged", "Acknowledged", "Suppressed", "No path", "Stale"]
    assert not any(row.choosable for row in rows)


def test_an_alert_that_clears_takes_its_mark_along():
    mirror = busy_mirror()
    leak = first_of(mirror, Category.LEAK)
    apply(mirror, alerts=[alert(leak.id, 1, "Water detected", AlertState.NORMAL)])
    assert MapPicture(mirror).row(leak, Layer.VALUES).mark is None
