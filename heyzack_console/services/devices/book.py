"""The building's book in memory: the site and its devices as the store has them."""

from collections.abc import Callable, Mapping
from datetime import UTC, tzinfo
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.sites import Site, SiteBook, SiteId
from heyzack_console.ports.engine.sites import SitePicture
from heyzack_console.ports.store import SiteStore
from heyzack_console.services.feed import Feed


class BuildingBook:
    """Read again after every change, so that memory and store never differ; then everybody concerned is told."""

    def __init__(self, store: SiteStore, feed: Feed) -> None:
        self._store = store
        self._feed = feed
        self._whole: SiteBook | None = None
        self._site: Site | None = None
        self._devices: dict[DeviceId, Device] = {}
        self._readers: list[Callable[[], None]] = []

    def lead_to(self, reader: Callable[[], None]) -> None:
        """Call *reader* after every change of the book."""
        self._readers.append(reader)

    async def load(self) -> None:
        """Read the book from the store."""
        book = await self._store.load()
        self._whole = book
        self._site = book.site if book is not None else None
        self._devices = {device.id: device for device in book.devices} if book is not None else {}
        for reader in self._readers:
            reader()
        self._feed.book_changed()
        self._feed.journal_changed()

    @property
    def site(self) -> Site | None:
        """The site, None before the first run's choice."""
        return self._site

    def zone(self) -> tzinfo:
        """The site's time zone; UTC before there is a site, and where its name is not in the zone data."""
        try:
            return ZoneInfo(self._site.time_zone) if self._site is not None else UTC
        except (ZoneInfoNotFoundError, ValueError):
            return UTC

    @property
    def devices(self) -> Mapping[DeviceId, Device]:
        """Every device, by id."""
        return MappingProxyType(self._devices)

    def device(self, device: DeviceId) -> Device | None:
        """One device, None where it is not in the book."""
        return self._devices.get(device)

    def known(self, device: DeviceId) -> Device:
        """One device.

        Raises:
            NotFound: it is not in the book.
        """
        found = self._devices.get(device)
        if found is None:
            raise NotFound(f"There is no device {device} in this building. Nothing was changed.")
        return found

    def site_id(self) -> SiteId:
        """The site's id.

        Raises:
            NotFound: there is no site yet.
        """
        return self.some_site().id

    def some_site(self) -> Site:
        """The site.

        Raises:
            NotFound: there is none yet.
        """
        if self._site is None:
            raise NotFound("There is no site yet. Begin one, open a site file or try the demo building.")
        return self._site

    @property
    def whole(self) -> SiteBook:
        """The site with its devices, what supplies what, and its holidays.

        Raises:
            NotFound: there is no site yet.
        """
        site = self.some_site()
        drawn = self._whole.dependencies if self._whole is not None else ()
        closed = self._whole.holidays if self._whole is not None else ()
        return SiteBook(site, tuple(self._devices.values()), drawn, closed)

    async def picture(self, _query: SitePicture) -> SiteBook | None:
        """Answer with the site and its devices."""
        return None if self._site is None else self.whole
