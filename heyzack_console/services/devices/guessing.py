"""Devices whose product is not known: what they turn out to have is put into the book, so that it can be ordered."""

from dataclasses import replace
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.domain.identity import By
from heyzack_console.ports.products import ProductWords
from heyzack_console.ports.store import SiteStore
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.errands import Errands

# A device tells its points one after another at first; they become one entry.
_GATHER = timedelta(seconds=5)


class PointKeeper:
    """Keeps the usual points of LAN devices by the codes that they report; the product's own list replaces them."""

    def __init__(self, book: BuildingBook, store: SiteStore, words: ProductWords, by: By, errands: Errands) -> None:
        self._book = book
        self._store = store
        self._words = words
        self._by = by
        self._errands = errands
        self._found: dict[DeviceId, dict[str, PointSpec]] = {}
        self._due: datetime | None = None

    def heard(self, reading: Reading, now: datetime) -> None:
        """A value that carries no note was named by the product's list."""
        if not reading.note or reading.path is Path.CLOUD or reading.quality is not Quality.LIVE:
            return
        device = self._book.device(reading.device)
        if device is None or any(not point.guessed for point in device.points):
            return
        found = self._found.setdefault(device.id, {})
        if reading.code in found or device.point(reading.code) is not None:
            return
        point = self._words.usual_point(device.category, reading.code)
        if point is not None:
            found[reading.code] = point
            self._due = self._due or now + _GATHER

    def tick(self, now: datetime) -> None:
        """Write what was gathered."""
        if self._due is not None and now >= self._due:
            self._due = None
            self._errands.add("keeping usual data points", self._keep)

    async def _keep(self) -> None:
        found, self._found = self._found, {}
        fresh = []
        for device_id, points in found.items():
            device = self._book.device(device_id)
            if device is not None and points and all(point.guessed for point in device.points):
                known = {point.code: point for point in device.points} | points
                fresh.append(replace(device, points=tuple(sorted(known.values(), key=lambda point: point.dp))))
        if fresh:
            await self._store.put_devices(fresh, self._by)
            await self._book.load()
