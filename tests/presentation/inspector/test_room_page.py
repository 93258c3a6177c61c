"""A room of the demo building in words: averages of what is live, people, state, alerts."""

from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.inspector.room_page import RoomBook, RoomPage
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.simulator.house.harbour_house import harbour_house
from tests.support.building import T0, at

HOUSE = harbour_house(150).book
INDEX = index_of(HOUSE)
MEASURING = {"temperature", "air_quality", "fan_coil"}
ZONE, DEVICES = next(
    (zone, devices)
    for zone, devices in INDEX.in_zone.items()
    if sum(device.category.value in MEASURING for device in devices) >= 2
)
ONE, OTHER = [device for device in DEVICES if device.category.value in MEASURING][:2]


def code_of(device):
    return next(p.code for p in device.points if p.code in {"va_temperature", "temp_current", "temperature"})


def warm(device, value, quality=Quality.LIVE):
    return Reading(device.id, code_of(device), value, "°C", T0, quality)


def page(**batch: object) -> RoomPage:
    mirror = Mirror(connected=True)
    mirror.show_book(HOUSE)
    mirror.apply(Batch(1, T0, complete=True, **batch))
    found = RoomBook(mirror).page(ZONE, INDEX, at(60))
    assert found is not None
    return found


def test_what_is_live_is_averaged_and_the_rest_left_out():
    both = dict(page(readings=(warm(ONE, 20.0), warm(OTHER, 23.0))).facts)
    assert both["Temperature"] == "21.5\N{NO-BREAK SPACE}°C, mean of 2"
    one = dict(page(readings=(warm(ONE, 20.0), warm(OTHER, 23.0, Quality.CACHED))).facts)
    assert one["Temperature"] == "20.0\N{NO-BREAK SPACE}°C"
    assert "Temperature" not in dict(page().facts)


def test_the_state_counts_what_is_reached_and_alerts_come_the_worst_first():
    lost = DeviceHealth(ONE.id, (PathHealth(Path.LAN, PathState.UNREACHABLE, T0),))
    raised = [
        Alert(AlertId(name), ONE.id, name, AlertState.UNACKNOWLEDGED, priority, name, T0, EventId(name), T0)
        for name, priority in (("stuffy", Priority.P3), ("burning", Priority.P1))
    ]
    shown = page(health=(lost,), alerts=tuple(raised))
    assert dict(shown.facts)["Devices"] == f"{len(DEVICES) - 1} of {len(DEVICES)} reached"
    assert [mark.priority for mark, _ in shown.alerts] == [1, 3]
    assert shown.alerts[0][1].startswith(f"{ONE.name}: burning")


def test_a_room_that_is_gone_has_no_page():
    mirror = Mirror(connected=True)
    mirror.show_book(HOUSE)
    assert RoomBook(mirror).page(ZoneId("attic"), INDEX, T0) is None
