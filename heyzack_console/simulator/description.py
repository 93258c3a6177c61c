"""What a started demo building tells its starter: the book, the keys, and where it can be controlled."""

from dataclasses import dataclass, field

import msgspec

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.sites import SiteBook


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
