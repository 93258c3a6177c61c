"""Takes devices of the cloud into the building's book."""

from collections.abc import Sequence
from dataclasses import replace

from heyzack_console.domain.cloud import CloudDevice
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.ports.engine.cloud import ImportCloudDevices
from heyzack_console.ports.engine.devices import NewDevice
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.products import ProductWords
from heyzack_console.services.cloud.listings import CloudLister, Memory
from heyzack_console.services.cloud.merging import brought_up_to_date, new_device
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.devices.desk import DeviceDesk
from heyzack_console.services.devices.keyring import is_key


class CloudImport:
    """A device that is in the book already is brought up to date and keeps its name and place."""

    def __init__(
        self, lister: CloudLister, memory: Memory, book: BuildingBook, devices: DeviceDesk, words: ProductWords
    ) -> None:
        self._lister = lister
        self._memory = memory
        self._book = book
        self._devices = devices
        self._words = words

    async def take_in(self, command: ImportCloudDevices, by: By) -> Receipt:
        """Take in what *command* names, or everything that was listed; with *dry_run* only report.

        Raises:
            InvalidInput: nothing of it was listed; nothing was changed.
            CloudError: the devices' data points could not be asked for; nothing was changed.
        """
        listed = self._memory.listed.get(command.project, ())
        wanted = [each for each in listed if not command.devices or each.id in command.devices]
        if not wanted:
            raise InvalidInput("The cloud lists none of these devices. Nothing was changed.", "devices")
        wanted, homeless = self._with_a_way(wanted)
        if command.dry_run:
            return Receipt(count=len(wanted), text=f"Would take in {self._report(wanted, homeless)}")
        described = await self._lister.described(wanted)
        new = [NewDevice(self._device(each), self._key(each)) for each in described]
        receipt = await self._devices.take_in(new, by)
        self._lister.know()
        self._memory.paths.retell(each.device.id for each in new)
        await self._lister.read([each.device.id for each in new])
        return replace(receipt, text=f"Took in {self._report(wanted, homeless)}")

    def shown(self, each: CloudDevice) -> CloudDevice:
        """Return a listed device as people may see it: without its key, with our kind of device."""
        return replace(each, local_key="", kind=self._words.category(each.category))

    def _with_a_way(self, wanted: Sequence[CloudDevice]) -> tuple[list[CloudDevice], int]:
        """Leave a sub-device of a gateway that comes along or is known as it is; any other is reached by the cloud."""
        coming = {each.id for each in wanted} | self._book.devices.keys()
        alone = [each for each in wanted if each.gateway is not None and each.gateway not in coming]
        lonely = {each.id for each in alone}
        return [replace(each, gateway=None) if each.id in lonely else each for each in wanted], len(alone)

    def _device(self, each: CloudDevice) -> Device:
        known = self._book.device(self._memory.members.book_id(each.id))
        if known is None:
            return new_device(each, self._words.category)
        return brought_up_to_date(known, each, self._words.category)

    def _key(self, each: CloudDevice) -> str:
        return each.local_key if is_key(each.local_key) and not each.sub else ""

    def _report(self, wanted: Sequence[CloudDevice], homeless: int) -> str:
        new = sum(self._memory.members.book_id(each.id) not in self._book.devices for each in wanted)
        without = sum(not self._key(each) and not each.sub for each in wanted)
        text = f"{len(wanted)} devices, {new} of them new, {without} without a key."
        return (
            f"{text} {homeless} hang on a gateway that is not taken in; only the cloud reaches them."
            if homeless
            else text
        )
