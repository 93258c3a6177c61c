"""What people do with the site as a whole: begin it, take it in from a file, hand it out, take in lists of devices."""

import asyncio
from zoneinfo import ZoneInfo

from heyzack_console.domain.devices.device import FloorId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.domain.sites import Floor, Site, SiteId
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import CreateSite, ExportSite, ImportSite
from heyzack_console.ports.secrets import Sealer
from heyzack_console.ports.store import SiteStore
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.devices.keyring import LocalKeys
from heyzack_console.services.keys import new_key
from heyzack_console.services.sites import site_file

LONGEST_SIDE = 2_000.0
MOST_FLOORS = 200
LONGEST_NAME = 120


class SiteDesk:
    """Files are read and written in a thread; nothing of a refused file is kept."""

    def __init__(self, store: SiteStore, book: BuildingBook, keys: LocalKeys, sealer: Sealer, clock: Clock) -> None:
        self._store = store
        self._book = book
        self._keys = keys
        self._sealer = sealer
        self._clock = clock

    async def create(self, command: CreateSite, by: By) -> Receipt:
        """Begin a new, empty site.

        Raises:
            InvalidInput: a name, the zone or the size is not acceptable.
        """
        site = Site(
            SiteId(new_key(self._clock.now())),
            _named(command.name, "name"),
            _zone(command.time_zone),
            floors=tuple(
                Floor(FloorId(f"floor-{level}"), level, _named(name, "floors"), *_size(command))
                for level, name in enumerate(command.floors)
            ),
        )
        if not 0 < len(site.floors) <= MOST_FLOORS:
            raise InvalidInput(f"A site has 1 to {MOST_FLOORS} floors.", "floors")
        entry = await self._store.put_site(site, (), by)
        await self._book.load()
        return Receipt(
            entry, undoable=False, count=1, text=f"{site.name} is there, still without devices.", made=site.id
        )

    async def take_in(self, command: ImportSite, by: By) -> Receipt:
        """Take in a site file.

        Raises:
            InvalidInput: the file was refused.
            SecretsLocked: the passphrase does not open its sealed part.
        """
        file = await asyncio.to_thread(site_file.read, command.text)
        _zone(file.site.time_zone)
        if file.sealed and command.passphrase:
            content = await asyncio.to_thread(self._sealer.unseal, file.sealed, command.passphrase)
            await self._keys.put(site_file.keys_from(content))
        entry = await self._store.put_site(file.site, file.devices, by, file.dependencies, file.holidays)
        await self._book.load()
        count = len(file.devices)
        closed = " Its keys stay sealed: no passphrase was given." if file.sealed and not command.passphrase else ""
        text = f"{file.site.name} taken in with {count} devices.{closed}"
        return Receipt(entry, count=count, text=text, made=file.site.id)

    async def hand_out(self, query: ExportSite) -> str:
        """Answer with the site as a file's text; keys only sealed.

        Raises:
            NotFound: there is no site.
            InvalidInput: the passphrase is too short.
        """
        book = self._book.whole
        if not query.passphrase:
            return await asyncio.to_thread(site_file.written, book)
        content = site_file.keys_text({device: self._keys.of(device) for device in self._book.devices})
        sealed = await asyncio.to_thread(self._sealer.seal, content, query.passphrase)
        return await asyncio.to_thread(site_file.written, book, sealed)


def _named(name: str, field: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise InvalidInput(f"A name has 1 to {LONGEST_NAME} characters on one line.", field)
    return name


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as wrong:
        raise InvalidInput(f"{name[:60]} is no time zone. An example is Europe/Berlin.", "time_zone") from wrong
    return name


def _size(command: CreateSite) -> tuple[float, float]:
    if not (0 < command.width <= LONGEST_SIDE and 0 < command.height <= LONGEST_SIDE):
        raise InvalidInput(f"A floor is up to {LONGEST_SIDE:g} m long and wide.", "width")
    return command.width, command.height
