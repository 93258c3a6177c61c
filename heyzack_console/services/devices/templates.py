"""Device templates: what is kept, what they change, and how devices differ from them."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.devices.templates import DeviceDrift, DeviceTemplate, TemplateId, Threshold
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.templates import (
    ApplyTemplate,
    RemoveTemplate,
    SaveTemplate,
    TemplateDrift,
    Templates,
)
from heyzack_console.ports.store import SiteStore, TemplateStore
from heyzack_console.rules.alerts.defaults import bundled_rules
from heyzack_console.rules.templates.checking import checked
from heyzack_console.rules.templates.drift import drift
from heyzack_console.rules.templates.fitting import Outcome, by_id, outcome
from heyzack_console.rules.templates.naming import Naming, name_words, names
from heyzack_console.services.devices.book import BuildingBook

# How many devices are compared before others have their turn.
AT_ONCE = 500

Actual = Callable[[DeviceId, str], Reading | None]
"""The value of a point that was last heard."""


class TemplateBook:
    """The templates in memory, as the store has them."""

    def __init__(self, store: TemplateStore) -> None:
        self._store = store
        self._templates: dict[TemplateId, DeviceTemplate] = {}

    async def load(self) -> None:
        """Read them from the store."""
        self._templates = by_id(await self._store.load())

    @property
    def all(self) -> tuple[DeviceTemplate, ...]:
        """Every template."""
        return tuple(self._templates.values())

    def get(self, template: TemplateId) -> DeviceTemplate | None:
        """One template, None where there is none."""
        return self._templates.get(template)

    def outcome(self, device: Device) -> Outcome | None:
        """What holds for *device*; None where no template fits it."""
        return outcome(device, self._templates)

    def thresholds(self, devices: Iterable[Device]) -> dict[DeviceId, tuple[Threshold, ...]]:
        """What is changed in the alert rules, by device; those without a change are left out."""
        if not any(template.thresholds for template in self._templates.values()):
            return {}
        found = {device.id: self.outcome(device) for device in devices}
        return {one: each.thresholds for one, each in found.items() if each is not None and each.thresholds}


class TemplateDesk:
    """Every change is one journal entry, read back before the receipt is given."""

    def __init__(
        self, store: TemplateStore, sites: SiteStore, book: TemplateBook, building: BuildingBook, actual: Actual
    ) -> None:
        self._store = store
        self._sites = sites
        self._book = book
        self._building = building
        self._actual = actual

    async def save(self, command: SaveTemplate, by: By) -> Receipt:
        """Keep a template; its thresholds are in force with the receipt.

        Raises:
            InvalidInput: some part is not acceptable; nothing was changed.
        """
        wanted = command.template
        kept = checked(wanted, bundled_rules(), self._meant(wanted))
        entry = await self._store.put(kept, by)
        await self._again()
        text = f"Template for {_title(kept)} kept. It fits {_devices(len(self._meant(kept)))}."
        return Receipt(entry or None, undoable=bool(entry), count=1, text=text, made=kept.id)

    async def remove(self, command: RemoveTemplate, by: By) -> Receipt:
        """Forget a template.

        Raises:
            NotFound: there is none.
        """
        known = self._book.get(command.template)
        entry = await self._store.remove(command.template, by)
        await self._again()
        title = _title(known) if known is not None else "this product"
        return Receipt(entry, undoable=True, count=1, text=f"Template for {title} removed.")

    async def apply(self, command: ApplyTemplate, by: By) -> Receipt:
        """Give devices the names and kinds that their templates say, or only report.

        Raises:
            NotFound: a device is not in the book.
            InvalidInput: nothing would change.
        """
        wanted = {self._building.known(device).id for device in command.devices}
        proposed = self._names()
        fresh = [self._applied(self._building.known(device), proposed, command) for device in sorted(wanted)]
        changed = [device for device in fresh if device != self._building.device(device.id)]
        if command.dry_run:
            return Receipt(count=len(changed), text=f"Would change {_devices(len(changed))} of {len(wanted)}.")
        if not changed:
            raise InvalidInput("The devices are as their templates say. Nothing was changed.", "devices")
        entry = await self._sites.put_devices(changed, by)
        await self._building.load()
        return Receipt(entry, undoable=True, count=len(changed), text=f"Template applied to {_devices(len(changed))}.")

    async def templates(self, _query: Templates) -> tuple[DeviceTemplate, ...]:
        """Answer with every template."""
        return self._book.all

    async def drift(self, query: TemplateDrift) -> tuple[DeviceDrift, ...]:
        """Answer with the devices that differ, in the order of the book."""
        wanted = frozenset(query.devices)
        proposed = self._names()
        found = []
        for number, device in enumerate(tuple(self._building.devices.values())):
            if number % AT_ONCE == AT_ONCE - 1:
                await asyncio.sleep(0)
            fitting = self._book.outcome(device) if not wanted or device.id in wanted else None
            if fitting is not None:
                found.append(drift(device, fitting, proposed.get(device.id, ""), self._heard(device.id)))
        return tuple(each for each in found if each is not None)

    def _heard(self, device: DeviceId) -> Callable[[str], Reading | None]:
        return lambda code: self._actual(device, code)

    async def _again(self) -> None:
        """The building's readers arm the rules anew and the windows are told."""
        await self._book.load()
        await self._building.load()

    def _meant(self, template: DeviceTemplate) -> list[Device]:
        with_it = by_id([*self._book.all, template])
        found = ((device, outcome(device, with_it)) for device in self._building.devices.values())
        return [device for device, each in found if each is not None and template.id in each.templates]

    def _names(self) -> dict[DeviceId, str]:
        """What every device with a pattern is to be called; numbers run through the whole building."""
        wanted, taken = [], []
        for device in self._building.devices.values():
            found = self._book.outcome(device)
            if found is not None and found.name_pattern:
                words = name_words(device, self._building.site, found.category)
                wanted.append(Naming(device.id, found.name_pattern, words, device.name))
            else:
                taken.append(device.name)
        return names(wanted, taken)

    def _applied(self, device: Device, proposed: dict[DeviceId, str], command: ApplyTemplate) -> Device:
        found = self._book.outcome(device)
        name = proposed.get(device.id) or device.name
        return replace(
            device,
            name=name if command.names else device.name,
            category=found.category if found is not None and command.categories else device.category,
        )


def _title(template: DeviceTemplate) -> str:
    return template.of_category.word.lower() if template.of_category else f"product {template.product}"


def _devices(count: int) -> str:
    return "1 device" if count == 1 else f"{count} devices"
