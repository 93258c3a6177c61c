"""Short words for writing data points of the demo's products, in the shape of Tuya's specifications."""

from collections.abc import Sequence
from dataclasses import replace

from heyzack_console.domain.devices.points import PointKind, PointSpec

_SPELT = {"°C": "℃", "m³": "m3", "kWh": "kW·h"}
"""How products spell our units; other units are spelt alike."""


def boolean(dp: int, code: str, name: str, *, writable: bool = False, safety: bool = False) -> PointSpec:
    """A point that is true or false."""
    return PointSpec(dp, code, PointKind.BOOLEAN, name, writable=writable, safety=safety)


def number(dp: int, code: str, name: str, span: tuple[int, int], unit: str = "", scale: int = 0) -> PointSpec:
    """A reported number; *span* is raw, as products state it."""
    low, high, step = (value / 10**scale for value in (*span, 1))
    return PointSpec(
        dp,
        code,
        PointKind.NUMBER,
        name,
        unit=unit,
        scale=scale,
        minimum=low,
        maximum=high,
        step=step,
        raw_unit=_SPELT.get(unit, unit),
    )


def setting(dp: int, code: str, name: str, span: tuple[int, int], unit: str = "", scale: int = 0) -> PointSpec:
    """A number that can be set."""
    return replace(number(dp, code, name, span, unit, scale), writable=True)


def words(
    dp: int,
    code: str,
    name: str,
    options: Sequence[str],
    *,
    writable: bool = False,
    spelt: Sequence[tuple[str, str]] = (),
) -> PointSpec:
    """One word out of *options*; *spelt* where the LAN has other words than the cloud."""
    return PointSpec(
        dp,
        code,
        PointKind.ENUM,
        name,
        writable=writable,
        options=tuple(options),
        words=tuple(spelt),
    )


def bits(dp: int, code: str, name: str, labels: Sequence[str]) -> PointSpec:
    """A bitmap; label i names bit i."""
    return PointSpec(dp, code, PointKind.BITMAP, name, labels=tuple(labels))


def raw(dp: int, code: str, name: str) -> PointSpec:
    """Bytes, as base64 on the wire."""
    return PointSpec(dp, code, PointKind.RAW, name)


def battery(dp: int, code: str = "battery_percentage") -> PointSpec:
    """The charge of a battery."""
    return number(dp, code, "Battery", (0, 100), "%")
