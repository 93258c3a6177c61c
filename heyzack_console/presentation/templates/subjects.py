"""What a template can be for: the products and the kinds that the building has."""

from collections.abc import Iterable
from dataclasses import dataclass

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.domain.devices.templates import DeviceTemplate
from heyzack_console.domain.sites import SiteBook
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.rules.templates.naming import Naming, name_words, names, pattern_fault

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """One product or kind with its *devices*; *template* is what is kept for it, else an empty one."""

    template: DeviceTemplate
    title: str
    devices: tuple[Device, ...]
    kept: bool

    @property
    def words(self) -> str:
        """The line of the list."""
        count = "1 device" if len(self.devices) == 1 else f"{len(self.devices)} devices"
        return f"{self.title}, {count}{' (has a template)' if self.kept else ''}"

    @property
    def points(self) -> tuple[PointSpec, ...]:
        """The points that can be written, of all its devices, by name."""
        found = {point.code: point for device in self.devices for point in device.points if point.writable}
        return tuple(sorted(found.values(), key=lambda point: (point.name or point.code).casefold()))


def subjects(book: SiteBook | None, templates: Iterable[DeviceTemplate]) -> tuple[Subject, ...]:
    """Return the products of *book*, then its kinds, then what has a template without a device."""
    kept = {template.id: template for template in templates}
    devices = book.devices if book else ()
    products: dict[str, list[Device]] = {}
    kinds: dict[Category, list[Device]] = {}
    for device in devices:
        if device.product:
            products.setdefault(device.product, []).append(device)
        if device.category is not Category.UNKNOWN:
            kinds.setdefault(device.category, []).append(device)
    empty = [DeviceTemplate(product=one) for one in products] + [DeviceTemplate(of_category=one) for one in kinds]
    wanted = {template.id: template for template in empty} | kept
    found = []
    for name, template in wanted.items():
        kind = template.of_category
        own = products.get(template.product, []) if kind is None else kinds.get(kind, [])
        found.append(Subject(template, _title(template, own), tuple(own), name in kept))
    return tuple(sorted(found, key=lambda one: (one.template.of_category is not None, one.title.casefold())))


def preview(subject: Subject, pattern: str, category: Category | None, book: SiteBook | None) -> str:
    """Return what the first devices would be called, or what is wrong with *pattern*; empty where nothing would."""
    fault = pattern_fault(" ".join(pattern.split()))
    if fault or not pattern.strip() or not subject.devices:
        return fault
    from_book = book.site if book else None
    wanted = [
        Naming(one.id, " ".join(pattern.split()), name_words(one, from_book, category), one.name)
        for one in subject.devices
    ]
    own = {one.id for one in subject.devices}
    given = names(wanted, [device.name for device in (book.devices if book else ()) if device.id not in own])
    shown = list(given.values())[:SHOWN]
    more = len(given) - len(shown)
    return f"Would be called: {', '.join(shown)}{f' and {more} more' if more else ''}."


def _title(template: DeviceTemplate, devices: list[Device]) -> str:
    if template.of_category is not None:
        return f"Kind: {category_word(template.of_category)}"
    model = next((device.model for device in devices if device.model), "")
    return f"{model} ({template.product})" if model else f"Product {template.product}"
