"""Signatures of OpenAPI calls: what is signed is exactly what is sent, but for the escapes of the query."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

QueryValue = str | int | float | bool | Sequence[str] | None
Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Credentials:
    """One project's access id and secret; the secret shows in no text."""

    access_id: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What makes one request unlike all others: Unix time in ms, a fresh nonce, and the token (empty for token calls).

    The token shows in no text.
    """

    t: int
    nonce: str
    token: str = field(default="", repr=False)


def query_of(values: Mapping[str, QueryValue]) -> Query:
    """Make every value a text and sort by key; None is left out, lists are joined with commas."""
    return tuple((key, _text(value)) for key, value in sorted(values.items()) if value is not None)


def signed_url(path: str, query: Query) -> str:
    """Return the URL as it enters the signature: sorted, not escaped."""
    return path + ("?" + "&".join(f"{key}={value}" for key, value in query) if query else "")


def sent_url(path: str, query: Query) -> str:
    """Return the URL as it goes on the wire: the same pairs in the same order, every value escaped."""
    pairs = "&".join(f"{quote(key, safe='')}={quote(value, safe='')}" for key, value in query)
    return path + ("?" + pairs if query else "")


def signature(credentials: Credentials, stamp: Stamp, method: str, url: str, body: bytes) -> str:
    """Sign one request (tuya-connector's algorithm of 2021: HMAC-SHA256, upper case).

    Args:
        url: from `signed_url`.
        body: the very bytes that are sent, empty for none.
    """
    # The empty line stands for Signature-Headers, which are not used: the vendor's connectors disagree on them.
    to_sign = "\n".join((method, hashlib.sha256(body).hexdigest(), "", url))
    message = credentials.access_id + stamp.token + str(stamp.t) + stamp.nonce + to_sign
    return hmac.new(credentials.secret.encode(), message.encode(), hashlib.sha256).hexdigest().upper()


def _text(value: QueryValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    return ",".join(value or ())
