"""Lets a device's task rest until there is something to do."""

import asyncio


class Wake:
    """A bell for one sleeper, much smaller than an asyncio event with a timeout around it.

    A ring while nobody sleeps is kept: the next rest is over at once.
    """

    __slots__ = ("_rung", "_sleeper")

    def __init__(self) -> None:
        self._rung = False
        self._sleeper: asyncio.Future[None] | None = None

    def ring(self) -> None:
        """There may be something to do."""
        self._rung = True
        if self._sleeper and not self._sleeper.done():
            self._sleeper.set_result(None)

    async def rest(self, until: float | None) -> None:
        """Return when it rings, or at *until* by the loop's clock; None: only when it rings."""
        if not self._rung:
            loop = asyncio.get_running_loop()
            self._sleeper = loop.create_future()
            alarm = None if until is None else loop.call_at(until, self.ring)
            try:
                await self._sleeper
            finally:
                self._sleeper = None
                if alarm:
                    alarm.cancel()
        self._rung = False
