"""Today's work is ordered by the way to it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.calendar import CalendarKind, CalendarStatus, Occurrence
from heyzack_console.domain.devices.device import FloorId, Place
from heyzack_console.domain.sites import Floor
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.fieldwork.listing import WorkList
from heyzack_console.presentation.fieldwork.work import STOREY_M, Spot, day_of, way_m, work_of_today
from heyzack_console.presentation.mirror import Mirror
from tests.support.building import BOOK, GROUND, SMOKE, T0, THERMOSTAT, VALVE
from tests.support.map_site import alert as an_alert

UPPER = FloorId("u")
SITE = replace(BOOK.site, floors=(*BOOK.site.floors, Floor(UPPER, 2, "Second", 20, 10)))
DEVICES = tuple(
    replace(device, place=place)
    for device, place in (
        (THERMOSTAT, Place(GROUND, 3, 4)),
        (VALVE, Place(GROUND, 13, 4)),
        (SMOKE, Place(UPPER, 3, 4)),
    )
)
HOUSE = replace(BOOK, site=SITE, devices=DEVICES)
INDEX = index_of(HOUSE)
ZONE = ZoneInfo("Europe/Berlin")
HERE = Spot(GROUND, (3, 4), "Thermostat 1.03")


def mirror_with(*devices, state=AlertState.UNACKNOWLEDGED):
    mirror = Mirror()
    mirror.show_book(HOUSE)
    alerts = tuple(an_alert(device.id, 2, "Too warm", state) for device in devices)
    mirror.apply(Batch(1, T0, alerts=alerts))
    return mirror


def planned(title, kind=CalendarKind.WORK, **more):
    return Occurrence(kind, (title,), T0, T0 + timedelta(hours=1), **more)


def test_the_nearest_comes_first_and_a_storey_counts_as_way():
    tasks = work_of_today(mirror_with(SMOKE, VALVE, THERMOSTAT), INDEX, (), HERE, ZONE)
    assert [(task.device, task.way_m) for task in tasks] == [
        (THERMOSTAT.id, 0),
        (VALVE.id, 10),
        (SMOKE.id, 2 * STOREY_M),
    ]
    upstairs = Spot(UPPER, (3, 4))
    assert work_of_today(mirror_with(SMOKE, VALVE), INDEX, (), upstairs, ZONE)[0].device == SMOKE.id


def test_what_is_shelved_or_over_is_no_work():
    assert work_of_today(mirror_with(VALVE, state=AlertState.SHELVED), INDEX, (), HERE, ZONE) == ()


def test_planned_work_is_found_on_the_plan_by_the_device_that_it_names():
    shown = (
        planned("Service Main valve"),
        planned("Read meters"),
        planned("Fair", CalendarKind.EVENT),
        planned("Called off", status=CalendarStatus.CANCELLED),
    )
    tasks = work_of_today(mirror_with(), INDEX, shown, HERE, ZONE)
    assert [(task.title, task.device, task.way_m, task.due) for task in tasks] == [
        ("Service Main valve", VALVE.id, 10, "09:00"),
        ("Read meters", None, None, "09:00"),
    ]


def test_nobody_knows_the_way_before_one_says_where_one_stands():
    tasks = work_of_today(mirror_with(VALVE), INDEX, (), None, ZONE)
    assert tasks[0].way_m is None
    assert way_m(INDEX, None, HERE) is None


def test_the_day_is_that_of_the_site_also_when_clocks_change():
    begin, end = day_of(datetime(2026, 3, 29, 12, tzinfo=UTC), ZONE)
    assert (begin.astimezone(UTC).hour, end.astimezone(UTC).hour) == (23, 22)
    begin, end = day_of(datetime(2026, 10, 25, 12, tzinfo=UTC), ZONE)
    assert end.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=25)


def test_a_line_says_what_where_and_how_far():
    listing = WorkList()
    listing.take(work_of_today(mirror_with(VALVE), INDEX, (), HERE, ZONE))
    row = listing.row(0)
    assert [cell.text for cell in row.cells[1:]] == [
        "Main valve: Too warm",
        "Ground",
        "",
        "10 m",
    ]
    assert listing.position(row.key) == 0
