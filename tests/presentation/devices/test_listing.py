"""The device table: filter, order, groups."""

from dataclasses import replace

from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.devices.listing import DeviceListing, Grouping
from heyzack_console.presentation.devices.rows import short_name
from heyzack_console.presentation.mirror import Mirror
from tests.support.building import BOOK, CLIMATE, DEVICES, T0, THERMOSTAT, at, reading


def health(device: str, state: PathState) -> DeviceHealth:
    return DeviceHealth(device, (PathHealth(Path.LAN, state, T0),))


def a_listing() -> tuple[Mirror, DeviceListing]:
    mirror = Mirror(connected=True)
    mirror.show_book(BOOK)
    mirror.apply(
        Batch(
            1,
            T0,
            complete=True,
            readings=(reading(CLIMATE, "va_temperature", 21.5), reading(THERMOSTAT, "temp_current", 19.0, -30)),
            health=tuple(
                health(d.id, PathState.UNREACHABLE if d is DEVICES[-1] else PathState.CONNECTED) for d in DEVICES
            ),
        )
    )
    listing = DeviceListing(mirror, lambda: at(10))
    listing.take_book(index_of(BOOK))
    return mirror, listing


def names(listing: DeviceListing) -> list[str]:
    return [listing.row(n).head or listing.row(n).cells[1].text for n in range(len(listing))]


def test_devices_are_listed_by_name_and_a_second_click_turns_the_order():
    _, listing = a_listing()
    upwards = names(listing)
    assert len(upwards) == len(DEVICES)
    listing.sort_by("name")
    assert names(listing) == upwards[::-1]


def test_readings_are_ordered_as_numbers_with_words_behind_them():
    _, listing = a_listing()
    listing.sort_by("reading")
    assert [listing.key(0), listing.key(1)] == [THERMOSTAT.id, CLIMATE.id]


def test_every_word_of_the_filter_must_be_found():
    _, listing = a_listing()
    listing.look_for("climate 1.02")
    assert [listing.key(n) for n in range(len(listing))] == [CLIMATE.id]
    listing.look_for("climate vlave")
    assert len(listing) == 0
    assert listing.needle == "climate vlave"


def test_groups_have_a_head_that_counts_and_cannot_be_taken_for_a_device():
    _, listing = a_listing()
    listing.group_by(Grouping.GATEWAY)
    heads = [listing.row(n) for n in range(len(listing)) if listing.row(n).head]
    assert [(head.head, head.count) for head in heads] == [
        ("Gateway east", "2 devices"),
        ("Without a gateway", "4 devices"),
    ]
    assert listing.matching == len(DEVICES)


def test_devices_without_a_path_come_first_when_grouped_by_path():
    _, listing = a_listing()
    listing.group_by(Grouping.HEALTH)
    assert listing.row(0).head == "No path"
    assert listing.key(1) == DEVICES[-1].id


def test_values_move_no_line():
    mirror, listing = a_listing()
    listing.sort_by("reading")
    before = [listing.key(n) for n in range(len(listing))]
    mirror.apply(Batch(2, at(11), readings=(reading(THERMOSTAT, "temp_current", 35.0, 11),)))
    assert [listing.key(n) for n in range(len(listing))] == before
    assert listing.row(0).cells[4].text == "35.0\N{NO-BREAK SPACE}°C"


def test_a_remembered_value_looks_stale_and_its_age_is_loud():
    mirror, listing = a_listing()
    mirror.apply(Batch(2, at(5), readings=(reading(CLIMATE, "va_temperature", 20.0, -3600, Quality.CACHED),)))
    position = listing.position(CLIMATE.id)
    assert position is not None
    row = listing.row(position)
    assert row.cells[4].hatched
    assert (row.cells[6].text, row.cells[6].ink) == ("1 h", "caution")


def test_a_device_off_the_plan_says_so():
    _, listing = a_listing()
    position = listing.position(CLIMATE.id)
    assert position is not None
    assert listing.row(position).cells[3].text == "Not on the plan"


def test_a_name_that_ends_in_an_id_is_listed_by_it():
    assert short_name(replace(CLIMATE, name="Leak sensor WL-1-36")) == "WL-1-36"
    assert short_name(replace(CLIMATE, name="Climate 1.02")) == "Climate 1.02"


def test_the_list_sorts_by_health_score_the_worst_first():
    _, listing = a_listing()
    listing.sort_by("health")
    worst = listing.row(0).cells[-1]
    assert listing.key(0) == DEVICES[-1].id
    assert worst.text == "45"
    assert "No path leads to it." in worst.tip


def test_a_line_can_be_asked_for_until_the_list_is_made_anew_without_its_device():
    mirror, listing = a_listing()
    before = names(listing)
    mirror.show_book(replace(BOOK, devices=BOOK.devices[1:]))
    assert names(listing) == before
    listing.take_book(index_of(mirror.book))
    assert len(listing) == len(BOOK.devices) - 1
