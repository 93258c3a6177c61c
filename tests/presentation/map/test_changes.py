"""What counts as changed, and how it is worded."""

from datetime import UTC, timedelta

import pytest

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.hand_overs import HandOverId, HandOverNote
from heyzack_console.domain.time_travel import PastPicture
from heyzack_console.presentation.map.changes import Since, change_of, changes_words, hand_over_lines, moved, then_of
from heyzack_console.presentation.map.facts import LayerFacts
from heyzack_console.presentation.map.layers import Layer, Tone
from heyzack_console.presentation.map.notes import note_of
from heyzack_console.presentation.map.work import work_words
from heyzack_console.presentation.mirror import Mirror
from tests.support.map_site import NOW, alert, apply, health, reading

WARM = PointSpec(1, "va_temperature", PointKind.NUMBER, unit="°C", scale=1)
ONE = Device(DeviceId("one"), "TH-1", Category.TEMPERATURE, points=(WARM,))
BEFORE = NOW - timedelta(hours=8)
HANDED = HandOverNote(HandOverId("01" * 16), BEFORE, "Ines", "Chiller 1 is watched")


def then(value: float | None = 22.1, *alerts, lost: bool = False):
    readings = () if value is None else (reading(ONE.id, "va_temperature", value, "°C", at=BEFORE),)
    states = (health(ONE.id, PathState.UNREACHABLE),) if lost else ()
    return then_of(PastPicture(BEFORE, readings, states, alerts))


def now(value: float = 22.1, *alerts, state: PathState = PathState.CONNECTED) -> Mirror:
    mirror = Mirror(connected=True)
    apply(mirror, alerts, [reading(ONE.id, "va_temperature", value, "°C")], [health(ONE.id, state)])
    return mirror


def words(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_device_as_it_was_has_not_changed():
    seen = alert(ONE.id, 3, "Temperature high")
    assert change_of(ONE, now(22.1, seen), then(22.1, seen)) == ""


def test_a_value_beyond_its_step_is_told_with_what_it_was():
    assert words(change_of(ONE, now(24.3), then(22.1))) == "22.1 → 24.3 °C"
    assert change_of(ONE, now(22.9), then(22.1)) == ""


def test_what_was_not_recorded_then_is_no_change():
    assert change_of(ONE, now(24.3), then(None)) == ""


def test_new_ended_and_answered_alerts_are_told():
    seen = alert(ONE.id, 3, "Temperature high")
    assert change_of(ONE, now(22.1, seen), then()) == "new: Temperature high"
    assert change_of(ONE, now(), then(22.1, seen)) == "alert over"
    answered = alert(ONE.id, 3, "Temperature high", AlertState.ACKNOWLEDGED)
    assert change_of(ONE, now(22.1, answered), then(22.1, seen)) == "Temperature high acknowledged"


def test_a_lost_device_and_one_that_came_back_are_told():
    assert change_of(ONE, now(state=PathState.UNREACHABLE), then()) == "no path any more"
    assert change_of(ONE, now(), then(lost=True)) == "reached again"


@pytest.mark.parametrize(
    ("before", "after", "unit", "told"),
    [
        (20.0, 21.0, "°C", True),
        (20.0, 20.9, "°C", False),
        (True, False, "", True),
        ("open", "open", "", False),
        (1000, 1099, "m³", False),
        (1000, 1200, "m³", True),
        (0, 0, "", False),
    ],
)
def test_each_unit_has_its_step(before: Value, after: Value, unit: str, told: bool):
    assert moved(before, after, unit) is told


def test_changed_devices_stand_on_a_plate_and_others_do_not():
    facts = LayerFacts(then=then(22.1))
    assert note_of(ONE, now(26.0), Layer.CHANGED, facts, NOW).tone is Tone.PLATE
    assert note_of(ONE, now(22.1), Layer.CHANGED, facts, NOW).tone is Tone.NONE
    assert note_of(ONE, now(26.0), Layer.CHANGED, LayerFacts(), NOW).tone is Tone.NONE


def test_the_sentence_names_the_moment_and_who_handed_over():
    told = changes_words(Since.HAND_OVER, BEFORE, HANDED, UTC, 2)
    assert (
        told == "2 devices have changed on this floor since 23 Jul 04:32, when Ines handed over: “Chiller 1 is watched”"
    )
    assert changes_words(Since.LOOK, BEFORE, None, UTC, 0).startswith("No device has changed on this floor since")
    assert changes_words(Since.LOOK, None, None, UTC, 0).startswith("This is your first look")
    assert changes_words(Since.HAND_OVER, None, None, UTC, 0).startswith("Nobody has handed over yet")


def test_hand_overs_are_listed_by_the_sites_clock():
    assert hand_over_lines([HANDED], UTC) == ("23 Jul 04:32  Ines: Chiller 1 is watched",)


def test_open_work_is_what_somebody_has_taken_on():
    taken = alert(ONE.id, 2, "Hot", AlertState.ACKNOWLEDGED, acknowledged_by="Omar", note="fetching a fan")
    unseen = alert(ONE.id, 1, "Water")
    assert work_words([unseen, taken]) == ("Omar: fetching a fan",)
    assert work_words([unseen]) == ()
