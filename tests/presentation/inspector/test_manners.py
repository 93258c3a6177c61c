"""Which data points get more than their raw text."""

import pytest

from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.presentation.inspector.manners import better_than_raw
from tests.support.building import THERMOSTAT


@pytest.mark.parametrize(
    ("spec", "better"),
    [
        (PointSpec(1, "switch", PointKind.BOOLEAN, writable=True), True),
        (PointSpec(1, "door", PointKind.BOOLEAN), True),
        (PointSpec(1, "power", PointKind.NUMBER), True),
        (PointSpec(1, "mode", PointKind.ENUM, writable=True, options=("a", "b")), True),
        (PointSpec(1, "mode", PointKind.ENUM, writable=True), False),
        (PointSpec(1, "fault", PointKind.BITMAP, labels=("hot",)), True),
        (PointSpec(1, "fault", PointKind.BITMAP), False),
        (PointSpec(1, "colour_data", PointKind.JSON, writable=True), True),
        (PointSpec(1, "colour_data", PointKind.JSON), True),
        (PointSpec(1, "scene_data", PointKind.JSON, writable=True), False),
        (PointSpec(1, "version", PointKind.STRING), False),
        (PointSpec(1, "timer", PointKind.RAW, writable=True), False),
    ],
    ids=lambda value: value.code if isinstance(value, PointSpec) else "",
)
def test_a_point_is_better_than_raw_when_it_has_a_control_or_words(spec, better):
    assert better_than_raw(THERMOSTAT, spec) is better
