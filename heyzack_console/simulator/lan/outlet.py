"""Sends a connection's frames as its device's temper has it: late, in pieces, together, with garbage, or not at all."""

import asyncio
from collections import deque
from random import Random

from heyzack_console.simulator.lan.temper import Temper

PIECE_GAP_S = 0.002
MERGE_S = 0.01


class Outlet:
    """The sending side of one connection; frames keep their order."""

    def __init__(self, transport: asyncio.Transport, rng: Random) -> None:
        self._transport = transport
        self._rng = rng
        self._loop = asyncio.get_running_loop()
        self._pieces: deque[tuple[float, bytes]] = deque()
        self._timer: asyncio.TimerHandle | None = None

    def send(self, frame: bytes, temper: Temper) -> None:
        """Let *frame* go, now or later."""
        if temper.loss and self._rng.random() < temper.loss:
            return
        frame = temper.garbage + frame
        if not (temper.segment or temper.merges or temper.delay_s or self._pieces):
            self._transport.write(frame)
            return
        due = self._loop.time() + temper.delay_s + (MERGE_S if temper.merges else 0.0)
        if self._pieces:
            due = max(due, self._pieces[-1][0])
        if temper.segment:
            for start in range(0, len(frame), temper.segment):
                self._pieces.append((due, frame[start : start + temper.segment]))
                due += PIECE_GAP_S
        else:
            self._pieces.append((due, frame))
        if self._timer is None:
            self._timer = self._loop.call_at(self._pieces[0][0], self._pump)

    def close(self) -> None:
        """Forget what has not left yet."""
        self._pieces.clear()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _pump(self) -> None:
        self._timer = None
        now, out = self._loop.time(), bytearray()
        while self._pieces and self._pieces[0][0] <= now + 1e-4:
            out += self._pieces.popleft()[1]
        if out and not self._transport.is_closing():
            self._transport.write(bytes(out))
        if self._pieces:
            self._timer = self._loop.call_at(self._pieces[0][0], self._pump)
