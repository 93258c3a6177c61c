"""Templates: how the devices of one product or of one kind are named, watched and set up."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value

TemplateId = NewType("TemplateId", str)
"""'product/<product id>' or 'category/<word of ours>'."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a template changes in a bundled alert rule, named without its point ('temperature_high'); None: nothing."""

    rule: str
    limit: float | None = None
    delay_s: float | None = None
    dead_band: float | None = None


@dataclass(frozen=True, slots=True)
class WantedValue:
    """What a set-point or parameter should be, in the point's canonical unit."""

    code: str
    value: Value


@dataclass(frozen=True, slots=True)
class DeviceTemplate:
    """What holds for the devices of *product*, or where that is empty for the kind *of_category*.

    Of two templates that fit a device the product's goes before, part by part. *name_pattern* has placeholders
    ({category} {product} {floor} {room} {room_number} {number}); empty: names are left alone. *category* None: the
    kind is left alone. Thresholds are in force as long as the template is there; name, kind and values are applied.
    """

    product: str = ""
    of_category: Category | None = None
    name_pattern: str = ""
    category: Category | None = None
    thresholds: tuple[Threshold, ...] = ()
    values: tuple[WantedValue, ...] = ()

    @property
    def id(self) -> TemplateId:
        """What it is kept under."""
        return TemplateId(f"product/{self.product}" if self.product else f"category/{self.of_category or ''}")


class DriftKind(StrEnum):
    """What of a device is not as its template says."""

    NAME = "name"
    CATEGORY = "category"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs; *code* names the point of a VALUE, *at* is when its value was last heard.

    *why_not* says why it cannot be put right from here, empty where it can; *asks_first*: the order acts on
    something that protects people.
    """

    kind: DriftKind
    wanted: Value
    shown: Value = None
    code: str = ""
    title: str = ""
    unit: str = ""
    at: datetime | None = None
    why_not: str = ""
    asks_first: bool = False


@dataclass(frozen=True, slots=True)
class DeviceDrift:
    """How one device differs from the *templates* that fit it, the product's first."""

    device: DeviceId
    templates: tuple[TemplateId, ...]
    differences: tuple[Difference, ...]
