"""What the console and the process that reads plans tell one another: length, then the value's bytes."""

import struct
from dataclasses import dataclass, field
from typing import IO

import msgspec

from heyzack_console.domain.plans import Plan, PlanChoice

_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Reading:
    """One file to read; *name* is the file's name without its folder."""

    name: str
    data: bytes = field(repr=False)
    choice: PlanChoice


@dataclass(frozen=True, slots=True)
class Outcome:
    """The plan, or the sentence that tells why there is none."""

    plan: Plan | None = None
    refusal: str = ""


class BadMessage(Exception):
    """The other side ended or wrote something else."""


def send(to: IO[bytes], value: Reading | Outcome) -> None:
    """Write one value."""
    body = msgspec.msgpack.encode(value)
    to.write(_LENGTH.pack(len(body)))
    to.write(body)
    to.flush()


def receive_reading(source: IO[bytes]) -> Reading | None:
    """The next file to read; None when there is no more."""
    body = _receive(source, None)
    return None if body is None else msgspec.msgpack.decode(body, type=Reading)


def receive_outcome(source: IO[bytes], largest: int) -> Outcome:
    """What came of it; what was written by the other process is believed only as far as its types go.

    Raises:
        BadMessage: nothing came, more than *largest* bytes, or no outcome.
    """
    body = _receive(source, largest)
    if body is None:
        raise BadMessage
    try:
        return msgspec.msgpack.decode(body, type=Outcome)
    except msgspec.MsgspecError as error:
        raise BadMessage from error


def _receive(source: IO[bytes], largest: int | None) -> bytes | None:
    header = source.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(header)
    if largest is not None and length > largest:
        raise BadMessage
    body = source.read(length)
    return body if len(body) == length else None
