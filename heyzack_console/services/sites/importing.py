"""Takes in lists of devices and keys, or only says what it would do."""

import asyncio
from dataclasses import replace

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import ImportDevices
from heyzack_console.ports.products import ProductWords
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.devices.desk import DeviceDesk
from heyzack_console.services.sites import device_list
from heyzack_console.services.sites.device_list import DeviceList

# How many refusals the report spells out.
NAMED = 5


class ImportDesk:
    """A list comes from outside: every row is checked, and a row that is left out is named with its line."""

    def __init__(self, desk: DeviceDesk, book: BuildingBook, words: ProductWords) -> None:
        self._desk = desk
        self._book = book
        self._words = words

    async def take_in(self, command: ImportDevices, by: By) -> Receipt:
        """Take in a list, or with *dry_run* only report.

        Raises:
            InvalidInput: no device of the list could be read; the text names the first reason.
            NotFound: there is no site to take them into.
        """
        found = await asyncio.to_thread(device_list.read, command.text, self._words)
        if not found.devices:
            why = f" {found.left_out[0]}." if found.left_out else ""
            raise InvalidInput(f"The list holds no device that can be taken in.{why} Nothing was changed.", "text")
        if command.dry_run:
            report = f"Would take in {self._report(found)}"
            return Receipt(count=len(found.devices), text=report, notes=found.left_out)
        receipt = await self._desk.take_in(found.devices, by)
        return replace(receipt, text=f"Took in {self._report(found)}", notes=found.left_out)

    def _report(self, found: DeviceList) -> str:
        new = sum(each.device.id not in self._book.devices for each in found.devices)
        without = sum(not each.key and each.device.gateway is None for each in found.devices)
        parts = [f"{len(found.devices)} devices, {new} of them new, {without} without a key."]
        if found.left_out:
            more = len(found.left_out) - NAMED
            named = "; ".join(found.left_out[:NAMED]) + (f"; and {more} more" if more > 0 else "")
            parts.append(f"Left out or doubtful: {named}.")
        return " ".join(parts)
