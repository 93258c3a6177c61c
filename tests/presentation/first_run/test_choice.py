"""The first page's words."""

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import FoundDevice
from heyzack_console.presentation.first_run.choice import CHOICES, FIND, heard_facts
from tests.support.building import T0


def heard(number: int, version: str) -> FoundDevice:
    return FoundDevice(DeviceId(f"d{number}"), f"10.0.0.{number}", 6668, version, "", T0)


@pytest.mark.parametrize(
    ("found", "count", "versions"),
    [
        (None, "cannot listen", "—"),
        ((), "none yet", "—"),
        ((heard(1, "3.4"),), "1 device", "3.4"),
        ((heard(1, "3.5"), heard(2, "3.3"), heard(3, "3.3"), heard(4, "")), "4 devices", "3.3, 3.5"),
    ],
)
def test_what_was_heard_is_counted(found: tuple[FoundDevice, ...] | None, count: str, versions: str):
    facts = heard_facts(found)
    assert [value for _, value in facts] == [count, versions]
    assert [label for label, _ in facts] == [label for label, _ in FIND.facts]


def test_every_choice_has_a_button_that_begins_with_a_verb():
    assert [choice.verb.split()[0] for choice in CHOICES] == ["Open", "Start", "Choose"]
