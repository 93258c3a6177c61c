"""What people do with the book of devices."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from heyzack_console.domain.devices.device import LAN_VERSIONS, Device, DeviceId, LanAddress, Place
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.ports.engine.devices import (
    AddDevices,
    NewDevice,
    PlaceDevices,
    RemoveDevices,
    RenameDevice,
    SetLanAddress,
)
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import SiteStore
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.devices.keyring import LocalKeys

LONGEST_NAME = 120
MOST_DEVICES = 50_000


class DeviceDesk:
    """Every change is one journal entry, read back into the book before the receipt is given."""

    def __init__(self, store: SiteStore, book: BuildingBook, keys: LocalKeys) -> None:
        self._store = store
        self._book = book
        self._keys = keys

    async def add(self, command: AddDevices, by: By) -> Receipt:
        """Take devices in or update them; a known device keeps its place.

        Raises:
            NotFound: there is no site yet.
            InvalidInput: a device or key is not acceptable; nothing was changed.
        """
        return await self.take_in(command.devices, by)

    async def take_in(self, wanted: Sequence[NewDevice], by: By) -> Receipt:
        """As `add`, for whoever has the devices from a file."""
        self._book.some_site()
        fresh = {new.device.id: self._merged(new.device) for new in wanted}
        self._check(fresh)
        # Keys first: a key without a device is harmless, a device without its key is a fault to look for.
        await self._keys.put({new.device.id: new.key for new in wanted})
        entry = await self._store.put_devices(list(fresh.values()), by)
        await self._book.load()
        noun = "device" if len(fresh) == 1 else "devices"
        made = next(iter(fresh)) if len(fresh) == 1 else ""
        return Receipt(entry, undoable=True, count=len(fresh), text=f"{len(fresh)} {noun} taken in.", made=made)

    async def place(self, command: PlaceDevices, by: By) -> Receipt:
        """Put devices on the plan, move them, or take them off it."""
        for device, place in command.places:
            self._book.known(device)
            if place is not None:
                self._check_place(place)
        entry = await self._store.place(command.places, by)
        return await self._done(entry, len(command.places), "placed")

    async def rename(self, command: RenameDevice, by: By) -> Receipt:
        """Give a device another name."""
        self._book.known(command.device)
        entry = await self._store.rename(command.device, _name(command.name), by)
        return await self._done(entry, 1, "renamed")

    async def remove(self, command: RemoveDevices, by: By) -> Receipt:
        """Take devices out of the book; a gateway takes along what hangs on it."""
        wanted = dict.fromkeys(self._book.known(device).id for device in command.devices)
        behind = [device.id for device in self._book.devices.values() if device.gateway in wanted]
        gone = list(dict.fromkeys([*wanted, *behind]))
        entry = await self._store.remove(gone, by)
        return await self._done(entry, len(gone), "removed")

    async def set_address(self, command: SetLanAddress, by: By) -> Receipt:
        """Set or clear a device's address on the LAN; its session follows."""
        device = self._book.known(command.device)
        if device.gateway is not None:
            raise InvalidInput(f"{device.name} is reached through its gateway and has no address of its own.", "host")
        if command.address is not None:
            _check_address(command.address)
        entry = await self._store.set_address(command.device, command.address, by)
        return await self._done(entry, 1, "given a new address")

    async def _done(self, entry: EntryRef, count: int, what: str) -> Receipt:
        await self._book.load()
        noun = "device" if count == 1 else "devices"
        return Receipt(entry, undoable=True, count=count, text=f"{count} {noun} {what}.")

    def _merged(self, device: Device) -> Device:
        known = self._book.device(device.id)
        device = replace(device, name=_name(device.name or device.id))
        if known is None:
            return device
        return replace(device, place=known.place or device.place, points=device.points or known.points)

    def _check(self, fresh: Mapping[DeviceId, Device]) -> None:
        everything = self._book.devices.keys() | fresh.keys()
        if len(everything) > MOST_DEVICES:
            raise InvalidInput(f"A building has at most {MOST_DEVICES} devices. Nothing was changed.", "devices")
        for device in fresh.values():
            checked_device(device, everything)
            if device.place is not None:
                self._check_place(device.place)

    def _check_place(self, place: Place) -> None:
        floor = next((floor for floor in self._book.some_site().floors if floor.id == place.floor), None)
        if floor is None:
            raise NotFound("This floor is not part of the site. Nothing was placed.")
        if not (0 <= place.x <= floor.width and 0 <= place.y <= floor.height):
            raise InvalidInput(f"The place lies outside the plan of {floor.name}.", "place")


def checked_device(device: Device, known: Collection[DeviceId]) -> None:
    """InvalidInput where id, gateway (one of *known*) or address of *device* are not acceptable."""
    if not device.id or len(device.id) > LONGEST_NAME or not device.id.isprintable():
        raise InvalidInput("A device without a proper id was left out; nothing was changed.", "id")
    if device.gateway is not None and (device.gateway not in known or not device.cid):
        raise InvalidInput(f"{device.name} names a gateway that is not known, or no cid there.", "gateway")
    if device.address is not None:
        _check_address(device.address)


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise InvalidInput(f"A name has 1 to {LONGEST_NAME} characters on one line.", "name")
    return name


def _check_address(address: LanAddress) -> None:
    if not address.host or len(address.host) > 255 or not address.host.isprintable() or " " in address.host:
        raise InvalidInput("The address must be an IP address or a host name.", "host")
    if not 0 < address.port < 65536:
        raise InvalidInput("The port lies between 1 and 65535.", "port")
    if address.version and address.version not in LAN_VERSIONS:
        raise InvalidInput(f"The protocol version is one of {', '.join(LAN_VERSIONS)}, or empty.", "version")
