"""What a started demo building tells its starter: the book, the keys, and where it can be controlled."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.sites import SiteBook
from heyzack_console.simulator.cloud.account import CloudAccess
from heyzack_console.simulator.house.roads import Road

Tell = Callable[[bytes], None]
"""Takes the one line of a description."""


@dataclass(frozen=True, slots=True)
class ControlAddress:
    """Where the building takes commands; whoever has the token may give them."""

    host: str
    port: int
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DemoDescription:
    """One JSON value, secrets included: it goes to the starting process or into a file that only its owner can read."""

    book: SiteBook
    keys: dict[DeviceId, str] = field(repr=False)
    control: ControlAddress
    scenarios: tuple[str, ...]
    cloud: CloudAccess | None = None
    """The building's cloud project, where it has one; then *roads* tells how each device is reached."""
    roads: dict[DeviceId, Road] = field(default_factory=dict)


def written(description: DemoDescription) -> bytes:
    """The description as one line of JSON, without the line's end."""
    return msgspec.json.encode(description)


def read_description(text: bytes) -> DemoDescription:
    """The opposite of *written*.

    Raises:
        ConsoleError: this is no description; the demo building could not be started.
    """
    try:
        return msgspec.json.decode(text, type=DemoDescription)
    except msgspec.DecodeError as error:
        # The text holds keys: neither it nor the parser's excerpt goes further.
        raise ConsoleError("The demo building did not start as expected. Start it again.") from error


def to_standard_output(line: bytes) -> None:
    """Tell the starting process through the pipe that it reads."""
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def to_file(path: Path) -> Tell:
    """Tell through a file: complete or not there at all, and for its owner alone, because it holds the local keys."""

    def tell(line: bytes) -> None:
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(line + b"\n")
        fresh.replace(path)

    return tell
