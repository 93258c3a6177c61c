"""Answers how much devices were used, from what was recorded."""

from collections.abc import Callable
from datetime import datetime

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.usage import Usage
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.telemetry import Gap
from heyzack_console.ports.engine.usage import DeviceUsage
from heyzack_console.ports.store import Telemetry
from heyzack_console.rules.usage import consumed, judged, meter_of, switch_of, switched
from heyzack_console.services.devices.book import BuildingBook


class UsageDesk:
    """Nothing is kept: every answer is read anew."""

    def __init__(
        self, telemetry: Telemetry, book: BuildingBook, health: Callable[[DeviceId], DeviceHealth | None]
    ) -> None:
        self._telemetry = telemetry
        self._book = book
        self._health = health

    async def usage(self, query: DeviceUsage) -> tuple[Usage, ...]:
        """Answer for all that can be told about; devices are compared with all of their kind.

        Raises:
            InvalidInput: the span does not begin before it ends.
            NotFound: a device is not in the book.
        """
        if query.start.tzinfo is None or query.end.tzinfo is None or query.start >= query.end:
            raise InvalidInput("The span must begin before it ends, and both ends need a time zone.", "start")
        wanted = {self._book.known(name).id for name in query.devices}
        gaps = (await self._telemetry.load_listening()).gaps
        found = {}
        for device in tuple(self._book.devices.values()):
            if switch_of(device) is not None or meter_of(device) is not None:
                found[device.id] = await self._of(device, query.start, query.end, gaps)
        told = judged(found, self._book.devices)
        return tuple(usage for usage in told if not wanted or usage.device in wanted)

    async def _of(self, device: Device, start: datetime, end: datetime, gaps: tuple[Gap, ...]) -> Usage:
        switch, meter = switch_of(device), meter_of(device)
        energy = None
        if meter is not None:
            series = await self._telemetry.finest(device.id, meter.code, start, end)
            energy = round(consumed(series.means), 3) if series.times else None
        if switch is None:
            return Usage(device.id, energy_kwh=energy)
        changes = (await self._telemetry.words(device.id, switch.code, start, end)).changes
        did = switched(changes, start, end, (*(gap for gap in gaps if gap.device == device.id), *self._lost(device.id)))
        ms = (round(did.known.total_seconds() * 1000), round(did.on.total_seconds() * 1000))
        return Usage(device.id, *ms, did.cycles, energy, did.last)

    def _lost(self, device: DeviceId) -> tuple[Gap, ...]:
        """A device that cannot be reached now has a gap since its last path went."""
        health = self._health(device)
        if health is None or not health.lost:
            return ()
        return (Gap(device, max(path.since for path in health.paths)),)
