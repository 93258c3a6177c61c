"""Names for the data points of a device whose product is not known."""

from collections.abc import Mapping
from functools import cache

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import GUESSED, PointKind, PointSpec
from heyzack_console.tuya.catalogue.common_points import COMMON_POINTS, CommonPoint
from heyzack_console.tuya.normalise_specs import PublishedPoint, build_specs
from heyzack_console.tuya.normalise_values import RawValue

_TYPES: dict[PointKind, tuple[type, ...]] = {
    PointKind.BOOLEAN: (bool,),
    PointKind.NUMBER: (int, float),
    PointKind.BITMAP: (int,),
    PointKind.ENUM: (str,),
    PointKind.STRING: (str,),
    PointKind.RAW: (str,),
    PointKind.JSON: (dict, list, str),
}


def guess_points(category: Category, dps: Mapping[int, RawValue]) -> tuple[PointSpec, ...]:
    """Give every reported data point a specification: the usual one of the category, else a plain numbered one.

    A usual point is only taken where the value has its type. Guessed names end in " (guessed)".
    """
    return tuple(guess_point(category, dp, raw) or raw_point(dp, raw) for dp, raw in sorted(dps.items()))


def guess_point(category: Category, dp: int, raw: RawValue) -> PointSpec | None:
    """Return what data point *dp* usually is on such a device, or None where that does not fit *raw*."""
    spec = _usual(category).get(dp) or _usual(Category.UNKNOWN).get(dp)
    if spec is None or not _fits(spec, raw):
        return None
    return spec


def raw_point(dp: int, raw: RawValue) -> PointSpec:
    """Return the specification of a data point of which only number and value are known: read-only, named so."""
    return PointSpec(dp, f"dp_{dp}", _kind(raw), name=f"Data point {dp} (not in the product's list)")


def usual_point(category: Category, code: str) -> PointSpec | None:
    """Return what a data point called *code* usually is on such a device, or None where that is not known."""
    for usual in (_usual(category), _usual(Category.UNKNOWN)):
        found = next((spec for spec in usual.values() if spec.code == code), None)
        if found is not None:
            return found
    return None


@cache
def _usual(category: Category) -> dict[int, PointSpec]:
    published = [_published(point) for point in COMMON_POINTS.get(category, ())]
    specs = build_specs(published, category)
    records = {p.dp: p for p in specs}
    # Phase records come first among the points that share their number.
    return records | {p.dp: p for p in reversed(specs)}


def _published(point: CommonPoint) -> PublishedPoint:
    low, high = point.bounds or (None, None)
    return PublishedPoint(
        id=point.dp,
        code=point.code,
        mode=point.mode,
        type=point.type,
        name=point.name + GUESSED,
        unit=point.unit,
        scale=point.scale,
        min=low,
        max=high,
        range=list(point.words),
    )


def _fits(spec: PointSpec, raw: RawValue) -> bool:
    if isinstance(raw, bool):
        return spec.kind is PointKind.BOOLEAN
    return isinstance(raw, _TYPES[spec.kind])


def _kind(raw: RawValue) -> PointKind:
    if isinstance(raw, bool):
        return PointKind.BOOLEAN
    if isinstance(raw, int | float):
        return PointKind.NUMBER
    return PointKind.STRING if isinstance(raw, str) else PointKind.JSON
