"""Which templates a device has, and what they come to together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.templates import DeviceTemplate, TemplateId, Threshold, WantedValue


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the templates of one device come to. *own*: codes that the product's own template names."""

    templates: tuple[TemplateId, ...]
    category: Category
    name_pattern: str = ""
    thresholds: tuple[Threshold, ...] = ()
    values: tuple[WantedValue, ...] = ()
    own: frozenset[str] = frozenset()


def by_id(templates: Iterable[DeviceTemplate]) -> dict[TemplateId, DeviceTemplate]:
    """Return *templates* by what they are kept under."""
    return {template.id: template for template in templates}


def outcome(device: Device, templates: Mapping[TemplateId, DeviceTemplate]) -> Outcome | None:
    """Return what holds for *device*; None where no template fits it."""
    own = templates.get(DeviceTemplate(product=device.product).id) if device.product else None
    category = own.category if own is not None and own.category is not None else device.category
    general = templates.get(DeviceTemplate(of_category=category).id)
    found = [each for each in (own, general) if each is not None]
    if not found:
        return None
    wanted = {each.code: each for template in reversed(found) for each in template.values}
    return Outcome(
        templates=tuple(each.id for each in found),
        category=category,
        name_pattern=next((each.name_pattern for each in found if each.name_pattern), ""),
        thresholds=_together(own.thresholds if own else (), general.thresholds if general else ()),
        values=tuple(wanted[code] for code in sorted(wanted)),
        own=frozenset(each.code for each in own.values) if own else frozenset(),
    )


def _together(own: Iterable[Threshold], general: Iterable[Threshold]) -> tuple[Threshold, ...]:
    found = {each.rule: each for each in general}
    for each in own:
        below = found.get(each.rule, each)
        found[each.rule] = replace(
            each,
            limit=below.limit if each.limit is None else each.limit,
            delay_s=below.delay_s if each.delay_s is None else each.delay_s,
            dead_band=below.dead_band if each.dead_band is None else each.dead_band,
        )
    return tuple(found[rule] for rule in sorted(found))
