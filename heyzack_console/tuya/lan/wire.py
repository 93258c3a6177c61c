"""What every protocol version offers the session: sealing a request into a frame and opening a received one."""

from enum import StrEnum
from typing import NamedTuple, Protocol

from heyzack_console.tuya.lan.commands import SENDABLE, Command
from heyzack_console.tuya.lan.faults import CommandForbidden, RequestTooLong

# TuyaOpen tuya_lan.c: the longest single frame that a device puts together.
LONGEST_REQUEST = 4096
HEADER_LENGTH = 15


class Version(StrEnum):
    """Protocol versions of the LAN."""

    V31 = "3.1"
    V32 = "3.2"
    V33 = "3.3"
    V34 = "3.4"
    V35 = "3.5"

    @property
    def negotiates(self) -> bool:
        """A session key is agreed upon once per connection."""
        return self in {Version.V34, Version.V35}


class Frame(NamedTuple):
    """One opened frame; *payload* is clear and without version header; no *retcode* means that none was sent."""

    sequence: int
    command: int
    retcode: int | None
    payload: bytes


class Wire(Protocol):
    """One protocol version under one key."""

    def seal(self, sequence: int, command: Command, payload: bytes) -> bytes:
        """The frame that carries *payload*.

        Raises:
            CommandForbidden: *command* is not one that a console sends.
            RequestTooLong: the frame would not fit into a device's buffer.
        """
        ...

    def open(self, raw: bytes) -> Frame:
        """Verify and decrypt a whole frame as the stream cut it.

        Raises:
            FrameRefused: the check is wrong, or the frame is of another family.
            OtherVersion: the check is right, and the content is written as another version has it.
            PayloadUnreadable: the check is right, the content is not.
        """
        ...


def demand_sendable(command: int) -> None:
    """Let only commands pass that a console may send.

    Raises:
        CommandForbidden: for every other number.
    """
    if command not in SENDABLE:
        raise CommandForbidden(f"Command 0x{command:02x} is never sent from this console. Nothing was sent.")


def demand_short(frame: bytes) -> bytes:
    """Let only frames pass that fit into a device's receive buffer.

    Raises:
        RequestTooLong: for a longer one.
    """
    if len(frame) > LONGEST_REQUEST:
        raise RequestTooLong(f"The request needs {len(frame)} bytes; devices take {LONGEST_REQUEST}. Nothing was sent.")
    return frame


def version_header(version: Version) -> bytes:
    """The 15 bytes before control payloads; devices fill the last twelve, clients may leave them zero."""
    return version.value.encode() + bytes(12)


def without_header(clear: bytes) -> bytes:
    """Drop a 15-byte version header; JSON and the devices' error words never begin with '3.'."""
    return clear[HEADER_LENGTH:] if clear.startswith(b"3.") and len(clear) >= HEADER_LENGTH else clear


def looks_like_words(payload: bytes) -> bool:
    """Plain error words ('json obj data unvalid') or plain JSON: printable ASCII only."""
    return payload.isascii() and payload.decode("ascii").isprintable()
