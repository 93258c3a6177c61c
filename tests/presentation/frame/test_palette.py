"""What the command palette finds."""

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.actions import Action, ActionRegistry
from heyzack_console.presentation.frame.palette import DeviceEntry, HelpEntry, Hit, find
from heyzack_console.presentation.selection import Selection

DEVICES = (
    DeviceEntry(DeviceId("d1"), "VA-3-1 Valve", "open · LAN · 12 s", place="3.38 Shaft"),
    DeviceEntry(DeviceId("d2"), "Main valve", "closed · gateway", place="Plant room"),
    DeviceEntry(DeviceId("d3"), "LT-1-2 Lamp", "on", place="1.02 Valley room", other="light"),
)
PAGES = (HelpEntry("keys", "Which keys are there?"),)


def nothing(_selection: Selection) -> None:
    return None


def registry() -> ActionRegistry:
    actions = ActionRegistry()
    actions.add(Action("valve.close", "Close valve", nothing, asks_first=True, enabled=lambda s: bool(s.devices)))
    actions.add(Action("view.map", "Go to map", nothing, "Ctrl+1", menu="View"))
    return actions


def found(text: str, selection: Selection | None = None) -> tuple[Hit, ...]:
    return find(text, DEVICES, registry(), selection or Selection(), PAGES)


def keys(text: str, selection: Selection | None = None) -> list[str]:
    return [hit.key for hit in found(text, selection)]


def test_a_title_that_begins_with_the_word_comes_before_one_that_has_it_later_and_before_a_place():
    assert keys("va") == ["d1", "d2", "d3"]


def test_every_word_must_occur():
    assert keys("valve shaft") == ["d1"]
    assert keys("valve attic") == []


@pytest.mark.parametrize("text", ["VALLEY", "valley", "light"])
def test_place_and_kind_are_searched_whatever_the_case(text: str):
    assert keys(text) == ["d3"]


def test_without_text_no_device_is_offered_but_what_can_be_done_now():
    assert keys("") == ["view.map", "keys"]


def test_a_command_that_cannot_be_done_now_is_not_found():
    assert "valve.close" not in keys("close")
    assert "valve.close" in keys("close", Selection(devices=(DeviceId("d1"),)))


def test_a_command_that_asks_first_says_so():
    hit = next(hit for hit in found("close valve", Selection(devices=(DeviceId("d1"),))) if hit.group == "Commands")
    assert (hit.title, hit.detail) == ("Close valve…", "asks first")


def test_an_angle_finds_commands_only():
    assert keys(">map") == ["view.map"]
    assert keys("> valve", Selection(devices=(DeviceId("d1"),))) == ["valve.close"]


def test_groups_stand_in_their_order():
    groups = [hit.group for hit in found("a", Selection(devices=(DeviceId("d1"),)))]
    assert groups == sorted(groups, key=["Devices", "Commands", "Help"].index)


def test_a_group_offers_only_its_best():
    many = tuple(DeviceEntry(DeviceId(str(n)), f"Valve {n}") for n in range(50))
    assert len(find("valve", many, ActionRegistry(), Selection(), ())) == 6
