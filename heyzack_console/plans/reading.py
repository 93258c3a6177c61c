"""Reads plans for the engine: each file in a process of its own, one at a time."""

import asyncio
from collections.abc import Sequence

from heyzack_console.domain.plans import Plan, PlanChoice
from heyzack_console.plans.reader import PlanReader


class PlanReadings:
    """Reads one file after another, so that two large ones do not share the machine's memory."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._turn = asyncio.Lock()

    async def read(self, name: str, data: bytes, choice: PlanChoice) -> Plan:
        """What the file holds; when the waiting is cancelled, the process is ended.

        Raises:
            InvalidInput: there is no plan in it.
        """
        async with self._turn:
            reader = PlanReader(self._command)
            try:
                return await asyncio.to_thread(reader.read_once, name, data, choice)
            finally:
                reader.give_up()
