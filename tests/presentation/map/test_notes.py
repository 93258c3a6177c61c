"""What the layers say of single devices, of rooms and in the legend."""

from datetime import timedelta

import pytest

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.presentation.map.facts import LayerFacts, links_of
from heyzack_console.presentation.map.layers import Layer, Note, Tone
from heyzack_console.presentation.map.legend import legend
from heyzack_console.presentation.map.notes import note_of
from heyzack_console.presentation.map.picture import MapPicture
from heyzack_console.presentation.map.room_words import room_words
from heyzack_console.presentation.map.topology import topology_words
from heyzack_console.presentation.mirror import Mirror
from tests.support.map_site import NOW, alert, apply, busy_mirror, calm_mirror, first_of, health, reading

LAMP = Device(DeviceId("lamp"), "L-1", Category.LIGHT)


def says(mirror: Mirror, layer: Layer, device: Device = LAMP, facts: LayerFacts | None = None) -> Note:
    return note_of(device, mirror, layer, facts or LayerFacts(), NOW)


def on(*paths: tuple[Path, PathState]) -> Mirror:
    mirror = Mirror(connected=True)
    apply(mirror, healths=[DeviceHealth(LAMP.id, tuple(PathHealth(p, s, NOW) for p, s in paths))])
    return mirror


UP, DOWN = PathState.CONNECTED, PathState.UNREACHABLE


@pytest.mark.parametrize(
    ("paths", "note"),
    [
        ([(Path.LAN, UP)], Note(Tone.SOLID, "LAN")),
        ([(Path.GATEWAY, PathState.ASLEEP)], Note(Tone.SOLID, "gateway")),
        ([(Path.LAN, DOWN), (Path.CLOUD, UP)], Note(Tone.DASHED, "cloud")),
        ([(Path.CLOUD, UP), (Path.LAN, UP)], Note(Tone.DOUBLE, "LAN + cloud")),
        ([(Path.CLOUD, DOWN), (Path.LAN, DOWN)], Note(Tone.CRITICAL, "none")),
        ([(Path.LAN, PathState.CONNECTING)], Note()),
    ],
)
def test_the_path_layer_tells_lan_cloud_both_and_none_apart(paths: list[tuple[Path, PathState]], note: Note):
    assert says(on(*paths), Layer.PATH) == note


@pytest.mark.parametrize(
    ("code", "value", "tone"),
    [
        ("battery_percentage", 80, Tone.SOLID),
        ("battery_percentage", 25, Tone.LOW),
        ("battery_percentage", 4, Tone.CRITICAL),
        ("battery_state", "low", Tone.CRITICAL),
        ("rssi", -50, Tone.SOLID),
        ("rssi", -75, Tone.DASHED),
        ("rssi", -90, Tone.CRITICAL),
    ],
)
def test_the_worse_of_battery_and_signal_gives_the_form(code: str, value: int | str, tone: Tone):
    mirror = Mirror(connected=True)
    apply(mirror, readings=[reading(LAMP.id, code, value)])
    assert says(mirror, Layer.BATTERY).tone is tone
    apply(mirror, readings=[reading(LAMP.id, "residual_electricity" if code == "rssi" else "signal_strength", 99)])
    assert says(mirror, Layer.BATTERY).tone is tone


def test_what_has_neither_battery_nor_signal_stands_without_a_form():
    assert says(Mirror(), Layer.BATTERY) == Note()


def test_only_devices_that_do_less_than_well_are_set_apart_in_the_health_layer():
    mirror = Mirror(connected=True)
    apply(mirror, readings=[reading(LAMP.id, "switch_led", True)], healths=[health(LAMP.id)])
    assert says(mirror, Layer.HEALTH) == Note()
    apply(mirror, healths=[health(LAMP.id, PathState.UNREACHABLE)])
    assert says(mirror, Layer.HEALTH) == Note(Tone.LOW, "60 poor")
    apply(mirror, readings=[reading(LAMP.id, "switch_led", True, at=NOW - timedelta(days=9))])
    apply(mirror, readings=[reading(LAMP.id, "battery_percentage", 1, at=NOW - timedelta(days=9))])
    assert says(mirror, Layer.HEALTH).tone is Tone.CRITICAL


def test_sources_and_what_they_supply_have_forms_of_their_own():
    mirror = calm_mirror()
    facts = LayerFacts(links=links_of(mirror.book))
    gateway = first_of(mirror, Category.GATEWAY)
    child = next(d for d in mirror.devices.values() if d.gateway == gateway.id)
    assert says(mirror, Layer.TOPOLOGY, gateway, facts).tone is Tone.DOUBLE
    assert says(mirror, Layer.TOPOLOGY, child, facts).tone is not Tone.NONE
    apply(mirror, healths=[health(gateway.id, PathState.UNREACHABLE)])
    assert says(mirror, Layer.TOPOLOGY, gateway, facts).tone is Tone.CRITICAL


def test_gateways_and_drawn_lines_are_links_and_a_line_is_counted_once():
    mirror = calm_mirror()
    assert mirror.book is not None
    child = next(d for d in mirror.book.devices if d.gateway is not None)
    line = Dependency(Thing.device(child.gateway or child.id), Thing.device(child.id), Supply.NETWORK)
    links = links_of(mirror.book).all
    assert links.count(line) == 1
    assert set(mirror.book.dependencies) <= set(links)


def test_the_topology_says_how_many_lines_leave_the_floor():
    picture = MapPicture(busy_mirror())
    floor = picture.index.floors[0]
    words = topology_words(picture.facts.links, picture.index, floor.id)
    assert "lines on this floor, 2 more to other floors" in words
    assert topology_words(LayerFacts().links, picture.index, floor.id).startswith("Nothing supplies anything")


def test_rooms_count_their_alerts_paths_and_lowest_battery():
    mirror = on((Path.CLOUD, UP))
    apply(
        mirror,
        alerts=[alert(LAMP.id, 3, "Hot"), alert(LAMP.id, 3, "Dim", AlertState.ACKNOWLEDGED)],
        readings=[reading(LAMP.id, "battery_percentage", 12)],
    )
    alerts = mirror.alerts_of(LAMP.id)

    def room(layer: Layer) -> tuple[tuple[str, ...], bool]:
        found = room_words((LAMP,), alerts, mirror, layer, LayerFacts())
        return found.lines, found.caution

    assert room(Layer.ALERTS) == (("2 open", "1 unacknowledged"), True)
    assert room(Layer.PATH) == (("1 cloud",), False)
    assert room(Layer.BATTERY) == (("lowest 12 %",), True)
    assert room(Layer.TOPOLOGY) == ((), False)


@pytest.mark.parametrize("layer", Layer)
def test_every_layer_has_a_legend_whose_words_differ(layer: Layer):
    mirror = calm_mirror()
    picture = MapPicture(mirror)
    rows = picture.legend(picture.index.floors[0].id, layer)
    assert len(rows) >= 4
    assert len({row.word for row in rows}) == len(rows)


@pytest.mark.parametrize("layer", Layer)
def test_every_form_that_a_layer_uses_stands_in_its_legend(layer: Layer):
    mirror = busy_mirror()
    picture = MapPicture(mirror)
    used = {row.tone for floor in picture.index.floors for row in picture.rows(floor.id, layer)}
    assert used - {Tone.NONE} <= {row.tone for row in legend(layer, (), picture.facts)}


def test_every_layer_has_a_key_of_its_own():
    assert len({layer.key for layer in Layer}) == len(Layer)
