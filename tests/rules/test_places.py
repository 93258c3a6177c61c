"""The site tree that the cloud's spaces suggest."""

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heyzack_console.domain.cloud import CloudSpace, PlaceKind
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.rules.places import level_of, proposed

HOUSE = (
    CloudSpace("room", "Server room", "f2"),
    CloudSpace("b", "Mill"),
    CloudSpace("f2", "Floor 2", "b"),
    CloudSpace("hall", "Hall", "g"),
    CloudSpace("g", "Ground floor", "b"),
)


def test_a_building_has_floors_and_floors_have_rooms_with_their_devices():
    found = proposed(HOUSE, {"room": [DeviceId("rack")]})
    assert [(one.name, one.kind, one.parent, one.level) for one in found] == [
        ("Mill", PlaceKind.BUILDING, "", None),
        ("Floor 2", PlaceKind.FLOOR, "b", 2),
        ("Server room", PlaceKind.ROOM, "f2", None),
        ("Ground floor", PlaceKind.FLOOR, "b", 0),
        ("Hall", PlaceKind.ROOM, "g", None),
    ]
    assert [one.devices for one in found if one.devices] == [(DeviceId("rack"),)]


@pytest.mark.parametrize(
    ("name", "level"),
    [("Erdgeschoss", 0), ("EG", 0), ("3. OG", 3), ("Level -1", -1), ("Basement 2", -2), ("Keller", -1), ("Roof", None)],
)
def test_a_floor_s_name_tells_its_level(name, level):
    assert level_of(name) == level


IDS = st.sampled_from("abcdef")


@hypothesis_settings(max_examples=200)
@given(st.lists(st.builds(CloudSpace, IDS, IDS, st.one_of(st.just(""), IDS)), max_size=8))
def test_every_space_is_proposed_once_after_its_parent_however_they_are_tangled(spaces):
    found = proposed(spaces, {})
    assert sorted(one.space for one in found) == sorted({one.id for one in spaces})
    seen = {""}
    for one in found:
        assert one.parent in seen
        seen.add(one.space)
