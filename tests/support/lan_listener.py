"""What a LAN client told, for tests to look at and to wait for."""

import asyncio
from datetime import UTC, datetime


class FixedClock:
    """A clock that stands still until it is told to move."""

    def __init__(self, at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC)):
        self.at = at

    def now(self):
        """The time it was set to."""
        return self.at


class HeardOnLan:
    """Remembers values, path reports and sub-devices' comings and goings."""

    def __init__(self):
        self.told = []
        """(device, cid, dps, whole) in order."""
        self.reports = []
        self.children = {}
        self._changed = asyncio.Event()

    def values(self, device_id, cid, dps, unix_s, *, whole):
        self.told.append((device_id, cid, dict(dps), whole))
        self._changed.set()

    def link_changed(self, device_id, report):
        self.reports.append((device_id, report))
        self._changed.set()

    def children_changed(self, device_id, online):
        self.children.update(online)
        self._changed.set()

    def state(self, device_id="D"):
        """The newest report on a device."""
        return next((report for told, report in reversed(self.reports) if told == device_id), None)

    def states(self, device_id="D"):
        """Every state that was told of a device, in order."""
        return [report.state for told, report in self.reports if told == device_id]

    async def until(self, condition):
        """Wait until *condition* holds; it is looked at whenever something was told."""
        async with asyncio.timeout(10):
            while not condition():
                self._changed.clear()
                await self._changed.wait()
