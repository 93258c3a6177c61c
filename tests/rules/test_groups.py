"""Who belongs to a group, and which groups can be kept."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId, FloorId, ZoneId
from heyzack_console.domain.devices.groups import DeviceFilter, DeviceGroup, GroupId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.groups import checked_group, fits, members
from tests.support.building import CLIMATE, DEVICES, GROUND, THERMOSTAT, VALVE

PARTS = (
    DeviceFilter(category=Category.THERMOSTAT),
    DeviceFilter(floor=GROUND),
    DeviceFilter(words="thermo 1.03"),
)


def group(**parts):
    return DeviceGroup(GroupId("1" * 32), "Heating", **parts)


def test_chosen_members_come_in_the_order_of_the_book_and_those_that_are_gone_are_left_out():
    chosen = group(members=(VALVE.id, DeviceId("gone"), THERMOSTAT.id))
    assert members(chosen, DEVICES) == (THERMOSTAT.id, VALVE.id)


@pytest.mark.parametrize("wanted", PARTS)
def test_a_filter_holds_what_fits_it_now(wanted):
    assert members(group(filter=wanted), DEVICES) == (THERMOSTAT.id,)


@pytest.mark.parametrize(
    "wanted",
    [
        DeviceFilter(),
        DeviceFilter(product="other"),
        DeviceFilter(zone=ZoneId("z")),
        DeviceFilter(floor=FloorId("roof")),
        DeviceFilter(category=Category.THERMOSTAT, words="climate"),
    ],
)
def test_a_device_that_misses_one_part_does_not_belong(wanted):
    assert not fits(wanted, THERMOSTAT)


@given(st.sets(st.sampled_from(["thermostat", "1.03", "th1", "valve", "x9"])))
def test_more_words_never_let_more_devices_in(words):
    fewer = DeviceFilter(category=Category.THERMOSTAT, words=" ".join(sorted(words)[:1]))
    more = replace(fewer, words=" ".join(sorted(words)))
    assert set(members(group(filter=more), DEVICES)) <= set(members(group(filter=fewer), DEVICES))


def test_a_group_is_kept_tidy():
    wanted = DeviceGroup(GroupId(""), "  North   side ", (VALVE.id, VALVE.id, CLIMATE.id))
    kept = checked_group(wanted, ())
    assert (kept.name, kept.members) == ("North side", (VALVE.id, CLIMATE.id))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (DeviceGroup(GroupId(""), "  ", (VALVE.id,)), "needs a name"),
        (DeviceGroup(GroupId(""), "x" * 81, (VALVE.id,)), "at most 80"),
        (DeviceGroup(GroupId(""), "heating", (VALVE.id,)), "already"),
        (DeviceGroup(GroupId(""), "Empty"), "at least one device"),
        (DeviceGroup(GroupId(""), "All", filter=DeviceFilter()), "asks for nothing"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_reason(wanted, said):
    with pytest.raises(InvalidInput, match=said):
        checked_group(wanted, (group(members=(VALVE.id,)),))
