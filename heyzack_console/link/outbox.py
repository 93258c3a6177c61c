"""What waits to be sent to one window: bodies are cut into parts, and the parts of several bodies take turns."""

import asyncio
import contextlib
from collections import deque
from dataclasses import dataclass

from heyzack_console.link.frames import PART_BYTES, Frame, Kind


@dataclass(slots=True)
class _Body:
    kind: Kind
    call: int
    content: memoryview
    at: int = 0

    def next_part(self) -> Frame:
        part = bytes(self.content[self.at : self.at + PART_BYTES])
        self.at += PART_BYTES
        return Frame(self.kind, self.call, part, last=self.sent)

    @property
    def sent(self) -> bool:
        return self.at >= len(self.content)


class Outbox:
    """Sends at the pace of the reader; a large answer delays no other by more than one part."""

    def __init__(self) -> None:
        self._bodies: deque[_Body] = deque()
        self._filled = asyncio.Event()

    def put(self, kind: Kind, call: int, content: bytes, *, urgent: bool = False) -> None:
        """Queue a body; an *urgent* one begins before all others."""
        body = _Body(kind, call, memoryview(content))
        if urgent:
            self._bodies.appendleft(body)
        else:
            self._bodies.append(body)
        self._filled.set()

    async def send_to(self, writer: asyncio.StreamWriter) -> None:
        """Send whatever is put, until cancelled or the reader is gone."""
        with contextlib.suppress(ConnectionError):
            while True:
                await self._filled.wait()
                self._filled.clear()
                while self._bodies:
                    body = self._bodies.popleft()
                    writer.write(body.next_part().encode())
                    if not body.sent:
                        self._bodies.append(body)
                    await writer.drain()
