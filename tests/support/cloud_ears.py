"""Hears what the cloud tells, and lets a test wait for it."""

import asyncio
from collections.abc import Callable, Sequence

from heyzack_console.domain.cloud import CloudNews, CloudState
from heyzack_console.domain.devices.readings import Reading


class CloudEars:
    """Implements `ports.cloud.CloudListener`."""

    def __init__(self) -> None:
        self.readings: list[Reading] = []
        self.news: list[CloudNews] = []
        self.states: list[CloudState] = []
        self._something = asyncio.Event()

    def heard(self, readings: Sequence[Reading]) -> None:
        """New values."""
        self.readings += readings
        self._something.set()

    async def stored(self) -> None:
        """What was heard is kept by the lists above."""

    def cloud_news(self, news: CloudNews) -> None:
        """A happening."""
        self.news.append(news)
        self._something.set()

    def cloud_state(self, state: CloudState) -> None:
        """A state."""
        self.states.append(state)
        self._something.set()

    async def until(self, met: Callable[["CloudEars"], bool]) -> None:
        """Wait until *met*, for ten seconds at most."""
        async with asyncio.timeout(10):
            while not met(self):
                self._something.clear()
                await self._something.wait()

    def last(self, device: str, code: str) -> Reading:
        """The newest reading of one point."""
        return next(one for one in reversed(self.readings) if (one.device, one.code) == (device, code))
