"""Prints what the message queue tells."""

import asyncio
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from heyzack_console.cli.cloud_access import AccessOptions, read_secret
from heyzack_console.cli.output import complain, say, say_json
from heyzack_console.domain.cloud import CloudCause, CloudError, CloudNews, LinkState
from heyzack_console.host.clock import WallClock
from heyzack_console.tuya.queue.consumer import QueueConsumer
from heyzack_console.tuya.queue.events import Event, PointValues
from heyzack_console.tuya.queue.timing import queue_world


def watched(options: AccessOptions, seconds: float, *, as_json: bool) -> None:
    """Print until *seconds* are over (0: until interrupted).

    Raises:
        CloudError: the queue refused, or was never reached.
        InvalidInput: no secret or no usable address.
    """
    # States are written here; the log would repeat them.
    logging.getLogger("heyzack_console.tuya.queue").setLevel(logging.ERROR)
    printer = _Printer(as_json=as_json)
    consumer = QueueConsumer(options.project, read_secret(), printer, printer.stands, queue_world(WallClock()))
    try:
        with suppress(KeyboardInterrupt):
            asyncio.run(_watch(consumer, printer, seconds))
    except* BrokenPipeError:
        # Whoever read the lines has gone; what Python still holds for them must not fail again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not printer.was_up:
        raise CloudError(printer.text or "The queue was not reached.", CloudCause.TRANSPORT)


async def _watch(consumer: QueueConsumer, printer: "_Printer", seconds: float) -> None:
    async with asyncio.TaskGroup() as group:
        reading = group.create_task(consumer.run(), name="queue")
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds or None):
                await printer.refused.wait()
        reading.cancel()
    if printer.refused.is_set():
        raise CloudError(printer.text, CloudCause.AUTH)


class _Printer:
    """Writes values and news to standard output, how the queue stands to standard error."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self.refused = asyncio.Event()
        self.was_up = False
        self.text = ""

    async def __call__(self, events: Sequence[Event]) -> None:
        for event in events:
            for line in _lines(event):
                if self._as_json:
                    say_json(line)
                else:
                    say("\t".join(str(part) for part in line.values()))

    def stands(self, state: LinkState, text: str) -> None:
        """Note how the queue stands."""
        self.was_up |= state in {LinkState.UP, LinkState.DEGRADED}
        self.text = text or self.text
        if state is LinkState.OFF and text:
            self.refused.set()
        elif text:
            complain(f"{state}: {text}")


def _lines(event: Event) -> list[dict[str, object]]:
    if isinstance(event, CloudNews):
        line: dict[str, object] = {"device": event.device, "happening": event.happening, "at": event.at.isoformat()}
        if event.text:
            line["text"] = event.text
        if event.number is not None:
            line["number"] = event.number
        return [line]
    return _values(event)


def _values(event: PointValues) -> list[dict[str, object]]:
    return [
        {"device": event.device, "code": value.code, "dp": value.dp, "value": value.value, "at": value.at.isoformat()}
        for value in event.values
    ]
