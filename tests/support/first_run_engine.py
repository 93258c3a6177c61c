"""An engine before its first site: a network to find devices on, a vault, and a book that begins empty."""

import asyncio
import json

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import FoundDevice
from heyzack_console.domain.errors import InvalidInput, SecretsLocked
from heyzack_console.domain.sites import Floor, FloorId, Site, SiteBook, SiteId
from heyzack_console.ports.engine.cloud import CloudProjects
from heyzack_console.ports.engine.devices import AddDevices, ProbeRange, Scan, UnlockSecrets
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import CreateSite, ExportSite, ImportDevices, ImportSite, SitePicture
from tests.support.building import T0
from tests.support.engine_port import SmallEngine


def announced(device: str, host: str, version: str = "3.3", product: str = "keyabc") -> FoundDevice:
    """A device as discovery hears it; a range probe learns its address alone."""
    return FoundDevice(DeviceId(device), host, 6668, version, product, T0)


def site_text(name: str = "Test house", sealed: str = "") -> str:
    """A site file as far as this engine reads one."""
    return json.dumps({"heyzack_site": 1, "site": {"name": name, "floors": [{}]}, "devices": [], "sealed": sealed})


class FirstRunEngine(SmallEngine):
    """Keeps what it is given. *vault* is the passphrase that keys need, None for a key ring that needs none."""

    def __init__(self, *lan: FoundDevice, vault: str | None = None, sealed_with: str = "") -> None:
        super().__init__()
        self.lan = list(lan)
        self.range: list[FoundDevice] = []
        self.vault = vault
        self.sealed_with = sealed_with
        self.keys: dict[str, str] = {}
        self.book: SiteBook | None = None
        self.air = asyncio.Event()
        self.air.set()
        """Cleared: every scan, probe and import hangs until it is set."""
        self.waiting = asyncio.Event()
        self.answers |= {
            CloudProjects: lambda _: (),
            Scan: lambda _: self._heard(self.lan),
            ProbeRange: lambda _: self._heard(self.range),
            SitePicture: lambda _: self.book,
            CreateSite: self._create,
            AddDevices: self._add,
            ImportDevices: self._import,
            ImportSite: self._import_site,
            ExportSite: lambda query: site_text(sealed="closed" if query.passphrase else ""),
            UnlockSecrets: self._unlock,
        }

    async def _heard(self, devices: list[FoundDevice]) -> tuple[FoundDevice, ...]:
        self.waiting.set()
        await self.air.wait()
        return tuple(devices)

    def _create(self, command: CreateSite) -> Receipt:
        floors = tuple(Floor(FloorId(f"f{n}"), n, name, 40, 25) for n, name in enumerate(command.floors))
        self.book = SiteBook(Site(SiteId("0" * 32), command.name, command.time_zone, floors=floors))
        return Receipt(count=1, text=f"{command.name} is there.")

    def _add(self, command: AddDevices) -> Receipt:
        self._keep({new.device.id: new.key for new in command.devices})
        self._into_book(tuple(new.device for new in command.devices))
        return Receipt(count=len(command.devices), undoable=True, text=f"{len(command.devices)} devices taken in.")

    async def _import(self, command: ImportDevices) -> Receipt:
        try:
            rows = json.loads(command.text)
        except ValueError:
            raise InvalidInput("The file is no valid JSON. Nothing was changed.", "text") from None
        if command.dry_run:
            return Receipt(count=len(rows), text=f"Would take in {len(rows)} devices.")
        self.waiting.set()
        await self.air.wait()
        self._keep({row["id"]: row["key"] for row in rows})
        return Receipt(count=len(rows), text=f"Took in {len(rows)} devices.")

    def _import_site(self, command: ImportSite) -> Receipt:
        if json.loads(command.text)["sealed"] and command.passphrase != self.sealed_with:
            raise SecretsLocked("The passphrase is wrong. Nothing was opened.")
        return Receipt(count=1, text="Test house taken in with 0 devices.")

    def _unlock(self, command: UnlockSecrets) -> Receipt:
        if command.passphrase != self.vault:
            raise SecretsLocked("The passphrase is wrong. The vault stays closed.")
        self.vault = None
        return Receipt(count=1, text="The vault is open.")

    def _keep(self, keys: dict[str, str]) -> None:
        if self.vault is not None and any(keys.values()):
            raise SecretsLocked("The vault with the local keys is locked. Enter its passphrase to go on.")
        self.keys |= keys

    def _into_book(self, devices: tuple[Device, ...]) -> None:
        if self.book is None:
            raise InvalidInput("There is no site yet.", "site")
        self.book = SiteBook(self.book.site, (*self.book.devices, *devices))
