"""Implements `ports.products.ProductWords`: device lists in the vendor's words become categories and points."""

import json
from collections.abc import Mapping
from typing import Any

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.catalogue.categories import category_of
from heyzack_console.tuya.catalogue.writable import is_probably_writable
from heyzack_console.tuya.normalise_guess import usual_point
from heyzack_console.tuya.normalise_specs import build_specs, kind_of, published_point

_BOUNDS = ("unit", "scale", "min", "max", "step", "range", "label")


class TuyaProductWords:
    """Knows the vendor's categories and how its lists describe data points."""

    def category(self, code: str) -> Category:
        """The kind of device behind Tuya's category code; UNKNOWN where it says nothing to us."""
        return category_of(code)

    def points(self, code: str, mapping: Mapping[str, Any]) -> tuple[PointSpec, ...]:
        """The data points of a device of category *code* from its mapping: dp number to {code, type, values}.

        Such lists do not say what can be written; that is judged by the points' codes.

        Raises:
            InvalidInput: the mapping cannot be read; the text names the data point.
        """
        return build_specs([published_point(_row(dp, told)) for dp, told in mapping.items()], category_of(code))

    def usual_point(self, category: Category, code: str) -> PointSpec | None:
        """What a data point called *code* usually is on such a device; None where that is not known."""
        return usual_point(category, code)


def _row(dp: str, told: object) -> dict[str, Any]:
    if not isinstance(told, Mapping):
        raise InvalidInput(f"Data point {dp} of the mapping cannot be read.", "mapping")
    name, vendor_type = str(told.get("code") or ""), str(told.get("type") or "string")
    kind = kind_of(vendor_type)
    mode = "rw" if is_probably_writable(name, kind) else "ro"
    values = _members(dp, told.get("values"))
    bounds = {key: values[key] for key in _BOUNDS if key in values} if vendor_type.lower() != "json" else {}
    return {"id": dp, "code": name, "mode": mode, "type": vendor_type, **bounds}


def _members(dp: str, values: object) -> Mapping[str, Any]:
    if isinstance(values, str):
        try:
            values = json.loads(values or "{}")
        except ValueError as wrong:
            raise InvalidInput(f"The values of data point {dp} of the mapping are no JSON.", "mapping") from wrong
    return values if isinstance(values, Mapping) else {}
