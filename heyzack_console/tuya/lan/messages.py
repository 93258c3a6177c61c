"""What devices say, read from the clear JSON of their frames."""

from dataclasses import dataclass
from typing import Any

import msgspec

from heyzack_console.tuya.lan.faults import NotUnderstood


@dataclass(frozen=True, slots=True)
class ChildrenSeen:
    """A gateway's word about its sub-devices, by cid."""

    online: frozenset[str] = frozenset()
    offline: frozenset[str] = frozenset()
    complete: bool = False
    """It answers our query, so a sub-device that is not named is missing."""


class Message(msgspec.Struct, frozen=True, gc=False):
    """One decoded payload: values of the device or of sub-device *cid*, a gateway's list, or bare error *words*.

    A struct, as a frozen dataclass would take longer to make than its JSON takes to read.
    """

    dps: dict[str, Any] | None = None
    cid: str | None = None
    unix_s: float | None = None
    children: ChildrenSeen | None = None
    words: str = ""


class _Body(msgspec.Struct, gc=False):
    dps: dict[str, Any] | None = None
    cid: str | None = None
    online: list[str] | None = None
    offline: list[str] | None = None
    nearby: list[Any] | None = None


class _Envelope(msgspec.Struct, gc=False):
    dps: dict[str, Any] | None = None
    cid: str | None = None
    t: Any = None
    data: _Body | None = None
    request: Any = msgspec.field(default="", name="reqType")


_decode = msgspec.json.Decoder(_Envelope).decode


def read(payload: bytes) -> Message:
    """The message in a clear, non-empty *payload*.

    Some firmware sends invalid UTF-8 inside JSON: its text is then read with replacement characters.

    Raises:
        NotUnderstood: neither JSON of a known shape nor printable words.
    """
    if not payload.startswith(b"{"):
        return Message(words=_words(payload))
    envelope = _envelope(payload)
    body = envelope.data
    if body is None:
        return Message(envelope.dps, envelope.cid or None, _unix_seconds(envelope.t))
    dps = body.dps if envelope.dps is None else envelope.dps
    cid = envelope.cid or body.cid or None
    return Message(dps, cid, _unix_seconds(envelope.t), _children(envelope.request, body))


def _envelope(payload: bytes) -> _Envelope:
    try:
        return _decode(payload)
    except UnicodeDecodeError:
        payload = payload.decode("utf-8", "replace").encode()
    except msgspec.DecodeError:
        payload = payload.rstrip(b"\0")
    except RecursionError as error:
        raise NotUnderstood("The device's data are nested too deeply.") from error
    try:
        return _decode(payload)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood("The device's data are no JSON of a known shape.") from error


def _words(payload: bytes) -> str:
    try:
        words = payload.rstrip(b"\0").decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUnderstood("The device's data are neither JSON nor words.") from error
    if not words.isprintable():
        raise NotUnderstood("The device's data are neither JSON nor words.")
    return words


def _children(request: str, body: _Body) -> ChildrenSeen | None:
    if body.online is None and body.offline is None:
        return None
    return ChildrenSeen(
        frozenset(body.online or ()), frozenset(body.offline or ()), complete=request == "subdev_online_stat_query"
    )


def _unix_seconds(stamp: object) -> float | None:
    """The device's time of a report; it is left out where it is no plausible number of seconds."""
    if isinstance(stamp, str) and stamp.isdecimal() and len(stamp) < 16:
        stamp = int(stamp)
    return float(stamp) if isinstance(stamp, (int, float)) and 1e9 <= stamp < 1e10 else None
