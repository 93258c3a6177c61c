"""Turns published product schemas into point specifications, with what is wrong in them put right.

Two shapes are read: the product schema (a list of points with id, code, mode, type and bounds side by side) and the
cloud's specification of one device (functions and status_range by code, with the dp ids joined on).
"""

import json
from collections.abc import Iterable, Mapping
from math import ceil, floor
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.colours import is_colour
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.catalogue.categories import category_of
from heyzack_console.tuya.catalogue.safety import is_safety_point
from heyzack_console.tuya.normalise_phases import phase_points
from heyzack_console.tuya.normalise_temperature import settle_either
from heyzack_console.tuya.normalise_words import lan_words, options_of
from heyzack_console.tuya.units import CELSIUS_STEP, EITHER_TEMPERATURE, unit_of

# The cloud's names of the types and the product schema's, both seen in either letter case.
_KINDS = {
    "boolean": PointKind.BOOLEAN,
    "bool": PointKind.BOOLEAN,
    "integer": PointKind.NUMBER,
    "value": PointKind.NUMBER,
    "float": PointKind.NUMBER,
    "enum": PointKind.ENUM,
    "string": PointKind.STRING,
    "json": PointKind.JSON,
    "struct": PointKind.JSON,
    "raw": PointKind.RAW,
    "bitmap": PointKind.BITMAP,
    "fault": PointKind.BITMAP,
}
LARGEST_SCALE = 9
_MAX_NAME = 80


class PublishedPoint(BaseModel):
    """One data point as a vendor's schema gives it."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: int = Field(ge=1, le=65535)
    code: str = Field(min_length=1, max_length=64)
    mode: str = "rw"
    type: str = "string"
    name: str = ""
    unit: str = ""
    scale: int = 0
    min: float | None = None
    max: float | None = None
    step: float | None = None
    range: list[str] = []
    label: list[str] = []
    lan_range: list[str] = []
    """The words on the LAN where they differ from *range*, in the same order."""

    @field_validator("unit", "name", mode="before")
    @classmethod
    def _absent_text(cls, value: object) -> object:
        return "" if value is None else value

    @field_validator("scale", mode="before")
    @classmethod
    def _sound_scale(cls, value: object) -> object:
        # Missing means 0; a few products say 100, which no number of theirs agrees with.
        try:
            scale = int(str(value))
        except ValueError:
            return 0
        return scale if abs(scale) <= LARGEST_SCALE else 0

    @field_validator("range", "label", "lan_range", mode="before")
    @classmethod
    def _absent_list(cls, value: object) -> object:
        return [] if value is None else value


def specs_of_product(product: Mapping[str, Any]) -> tuple[PointSpec, ...]:
    """Read a product schema: ``category`` (Tuya's code or None) and ``dps``, one object per data point.

    Raises:
        InvalidInput: a data point lacks its id or code; the text names it.
    """
    points = [published_point(dp) for dp in product.get("dps") or ()]
    return build_specs(points, category_of(product.get("category") or ""))


def specs_of_cloud_device(device: Mapping[str, Any]) -> tuple[PointSpec, ...]:
    """Read the cloud's specification of a device; codes without a known dp id cannot be used on the LAN and are left.

    ``functions`` and ``status_range`` map code -> {type, value}; ``dp_ids`` maps code -> dp; ``lan_differs`` and
    ``lan_only_dps`` add what the LAN does differently.

    Raises:
        InvalidInput: a specification cannot be read; the text names the code.
    """
    functions, states = device.get("functions") or {}, device.get("status_range") or {}
    differs = device.get("lan_differs") or {}
    points = []
    for code, dp in (device.get("dp_ids") or {}).items():
        spec = functions.get(code) or states.get(code) or {}
        mode = ("rw" if code in states else "wr") if code in functions else "ro"
        values = spec.get("value") or {}
        values = json.loads(values) if isinstance(values, str) else values
        bounds = {k: values.get(k) for k in ("unit", "scale", "min", "max", "step", "range", "label") if k in values}
        # A Json type describes its own members under these very names; none of them bounds the point itself.
        bounds = {} if str(spec.get("type", "")).lower() == "json" else bounds
        lan = differs.get(code) or {}
        kind = lan.get("lan_type") or spec.get("type") or "string"
        points.append(
            published_point(
                {"id": dp, "code": code, "mode": mode, "type": kind, "lan_range": lan.get("lan_range"), **bounds}
            )
        )
    for dp, code, mode, kind in device.get("lan_only_dps") or ():
        points.append(published_point({"id": dp, "code": code, "mode": mode, "type": kind}))
    return build_specs(points, category_of(device.get("category") or ""))


def build_specs(points: Iterable[PublishedPoint], category: Category) -> tuple[PointSpec, ...]:
    """Make the specifications of one product; phase records also get the points that they are split into."""
    specs = [_spec(point, category) for point in points]
    settled = settle_either(specs, category)
    return tuple(sorted((*settled, *phase_points(settled)), key=lambda s: s.dp))


def published_point(raw: Mapping[str, Any]) -> PublishedPoint:
    """Check one data point that came from outside.

    Raises:
        InvalidInput: it cannot be read; the text names it and the field.
    """
    try:
        return PublishedPoint.model_validate(raw)
    except ValidationError as wrong:
        named = raw.get("code") or raw.get("id") or "?"
        field = ".".join(str(part) for part in wrong.errors()[0]["loc"])
        raise InvalidInput(f"Data point {named} of the product cannot be read: its {field} is wrong.", field) from wrong


def kind_of(vendor_type: str) -> PointKind:
    """Return our kind for a type of the cloud or of a product schema, in any letter case; unknown ones are texts."""
    return _KINDS.get(vendor_type.strip().lower(), PointKind.STRING)


def _spec(point: PublishedPoint, category: Category) -> PointSpec:
    kind = kind_of(point.type)
    if kind is PointKind.STRING and is_colour(point.code):
        kind = PointKind.JSON  # digits on the LAN, an object on the cloud and here
    writable = "w" in point.mode
    common = PointSpec(
        dp=point.id,
        code=point.code,
        kind=kind,
        name=point.name[:_MAX_NAME],
        writable=writable,
        readable=point.mode != "wr",
        safety=writable and is_safety_point(category, point.code),
    )
    if kind is PointKind.NUMBER:
        return _number(common, point)
    if kind is PointKind.ENUM:
        words = lan_words(point.code, point.range, point.lan_range)
        return _with(common, options=options_of(point.range, point.lan_range, words), words=words)
    return _with(common, labels=tuple(point.label)) if kind is PointKind.BITMAP else common


def _number(spec: PointSpec, point: PublishedPoint) -> PointSpec:
    unit = unit_of(point.unit, point.code)
    shown = 10.0**-point.scale
    low, high = (None if raw is None else unit.to_canonical(round(raw * shown, 9)) for raw in (point.min, point.max))
    step = None if not point.step and unit.factor == 1 else round((point.step or 1) * shown * unit.factor, 9)
    if unit.offset:
        # Whole °F are uneven in °C: orders move in half degrees inside the range, the device takes the nearest °F.
        step = CELSIUS_STEP
        low = None if low is None else ceil(low / step) * step
        high = None if high is None else floor(high / step) * step
    raw_unit = EITHER_TEMPERATURE if unit.either else point.unit.strip()
    bounds = {"minimum": low, "maximum": high, "step": step}
    return _with(spec, unit=unit.name, raw_unit=raw_unit, scale=point.scale, **bounds)


def _with(spec: PointSpec, **fields: Any) -> PointSpec:
    return PointSpec(**{name: getattr(spec, name) for name in PointSpec.__slots__} | fields)
