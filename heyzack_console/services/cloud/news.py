"""Happenings that the cloud's queue tells: devices that come and go, new names, links, updates, signal strengths."""

import logging
from collections.abc import Callable
from functools import partial

from heyzack_console.domain.cloud import CloudHappening, CloudNews
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.domain.identity import By
from heyzack_console.ports.store import SiteStore
from heyzack_console.services.cloud.listings import Memory
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.errands import Errands
from heyzack_console.services.pipeline import Pipeline

log = logging.getLogger(__name__)

SIGNAL_CODE = "signal_strength"
UPDATE_CODE = "firmware_update"
LONGEST_NAME = 120


class NewsDesk:
    """What happens in the cloud reaches the book and the map; a name that people gave here stays."""

    def __init__(
        self,
        memory: Memory,
        book: BuildingBook,
        store: SiteStore,
        by: By,
        pipeline: Pipeline,
        errands: Errands,
    ) -> None:
        self._memory = memory
        self._book = book
        self._store = store
        self._by = by
        self._pipeline = pipeline
        self._errands = errands
        self._changed: Callable[[], None] = lambda: None

    def lead_to(self, changed: Callable[[], None]) -> None:
        """Call *changed* when devices were linked or unlinked, so that they are listed anew."""
        self._changed = changed

    def happened(self, news: CloudNews) -> None:
        """Take one happening."""
        match news.happening:
            case CloudHappening.ONLINE | CloudHappening.OFFLINE:
                online = news.happening is CloudHappening.ONLINE
                if self._memory.members.told(news.device, news.at, online=online):
                    self._memory.paths.retell((news.device,))
            case CloudHappening.RENAMED:
                self._renamed(news)
            case CloudHappening.UNBOUND:
                self._memory.members.drop(news.device)
                self._memory.paths.retell((news.device,))
                self._changed()
            case CloudHappening.BOUND:
                self._changed()
            case CloudHappening.UPGRADE:
                self._show(news, UPDATE_CODE, news.text, "")
            case CloudHappening.SIGNAL:
                self._show(news, SIGNAL_CODE, news.number, "dBm")

    def _show(self, news: CloudNews, code: str, value: Value, unit: str) -> None:
        if self._book.device(news.device) is not None and value not in (None, ""):
            self._pipeline.heard([Reading(news.device, code, value, unit, news.at, path=Path.CLOUD)])

    def _renamed(self, news: CloudNews) -> None:
        """A device of the book follows only if it bore the cloud's name until now."""
        before = self._memory.members.named(news.device, news.text)
        device, name = self._book.device(news.device), " ".join(news.text.split())
        acceptable = 0 < len(name) <= LONGEST_NAME and name.isprintable()
        if device is not None and acceptable and device.name in {before, str(device.id)} and device.name != name:
            self._errands.add(f"renaming {news.device} to {name}", partial(self._rename, news.device, name))

    async def _rename(self, device: DeviceId, name: str) -> None:
        await self._store.rename(device, name, self._by)
        await self._book.load()
