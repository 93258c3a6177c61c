"""Records of one electric phase: voltage, current and power packed into a single data point."""

import base64
import binascii
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from heyzack_console.domain.devices.points import PointKind, PointSpec

_PHASE = re.compile(r"^phase_[abc]$")
_SHORTEST = 8
_PARTS = (("voltage", "V", 1), ("current", "A", 3), ("power", "W", 0))


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase: volts, amperes, watts."""

    voltage: float
    current: float
    power: float


def is_phase(spec: PointSpec) -> bool:
    """Tell whether *spec* is a packed record of one phase."""
    return bool(_PHASE.match(spec.code)) and spec.kind in {PointKind.RAW, PointKind.JSON, PointKind.STRING}


def phase_points(specs: Iterable[PointSpec]) -> tuple[PointSpec, ...]:
    """Return the points that the phase records among *specs* are split into; they share the record's dp."""
    return tuple(
        PointSpec(spec.dp, f"{spec.code}_{part}", PointKind.NUMBER, unit=unit, scale=scale)
        for spec in specs
        if is_phase(spec)
        for part, unit, scale in _PARTS
    )


def read_phase(raw: object) -> Phase | None:
    """Unpack a phase record, or return None where it is neither of the two known forms.

    Raw: base64 of volts × 10 (2 bytes), milliamperes (3), watts (3), big endian; some products add bytes. JSON: text
    or object with ``voltage`` in V, ``electricCurrent`` in A and ``power`` in kW.
    """
    if isinstance(raw, dict):
        return _from_members(raw)
    if not isinstance(raw, str) or not raw:
        return None
    if raw.lstrip().startswith("{"):
        return _from_text(raw)
    try:
        packed = base64.b64decode(raw, validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(packed) < _SHORTEST:
        return None
    volts, milliamperes, watts = (int.from_bytes(packed[a:b], "big") for a, b in ((0, 2), (2, 5), (5, 8)))
    return Phase(volts / 10, milliamperes / 1000, float(watts))


def _from_text(text: str) -> Phase | None:
    try:
        members = json.loads(text)
    except ValueError:
        return None
    return _from_members(members) if isinstance(members, dict) else None


def _from_members(members: dict[str, object]) -> Phase | None:
    try:
        volts, amperes, kilowatts = (float(str(members[name])) for name in ("voltage", "electricCurrent", "power"))
    except (KeyError, ValueError):
        return None
    return Phase(volts, amperes, round(kilowatts * 1000, 3))
