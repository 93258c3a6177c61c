"""What lags behind on the map: alerts and lost paths never do, new values of a storm may."""

from heyzack_console.desktop.panes.map.backlog import DEVICES_AT_ONCE, ROOMS_AT_ONCE, Backlog
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.devices.health import PathState
from tests.support.map_site import alert, apply, calm_mirror, health, reading

ROOMS = [ZoneId(f"z{n}") for n in range(20)]


def test_what_waits_longest_comes_first_and_only_once():
    backlog = Backlog()
    backlog.add(range(DEVICES_AT_ONCE + 2), ())
    backlog.add([DEVICES_AT_ONCE, 0], ())
    assert backlog.portion() == (set(range(DEVICES_AT_ONCE)), set())
    backlog.add([0], ())
    assert backlog.portion()[0] == {DEVICES_AT_ONCE, DEVICES_AT_ONCE + 1, 0}
    assert not backlog


def test_a_portion_holds_few_rooms():
    backlog = Backlog()
    backlog.add((), ROOMS)
    assert backlog.portion() == (set(), set(ROOMS[:ROOMS_AT_ONCE]))
    assert backlog


def test_after_everything_was_worded_anew_nothing_waits():
    backlog = Backlog()
    backlog.add([1], ROOMS)
    backlog.clear()
    assert not backlog
    assert backlog.portion() == (set(), set())


def test_an_alert_and_a_lost_path_overtake_a_storm_of_values():
    mirror = calm_mirror(2000)
    scene = MapScene(mirror)
    scene.take_book()
    here = [d for d in scene.devices if d.points]
    wet, lost = here[-1], here[-2]
    changed = scene.follow(
        apply(
            mirror,
            alerts=[alert(wet.id, 1, "Water detected")],
            healths=[health(lost.id, PathState.UNREACHABLE)],
            readings=[reading(d.id, d.points[0].code, 1) for d in here],
        )
    )
    assert scene.behind
    assert {scene.number(wet.id), scene.number(lost.id)} <= changed.numbers
