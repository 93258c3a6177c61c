"""Why the queue cannot be read, in words."""

import ssl
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus

from websockets.exceptions import ConnectionClosed, InvalidStatus


class Kind(StrEnum):
    """What a failed or ended connection points to."""

    REFUSED = "refused"
    """Only the operator can end it."""
    BUSY = "busy"
    BOUNCED = "bounced"
    """The server ended it soon after it was made."""
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One failure; *text* is for the operator."""

    kind: Kind
    text: str


_REFUSALS = {
    HTTPStatus.UNAUTHORIZED: "The queue does not accept access id or secret: check both and the data centre.",
    HTTPStatus.FORBIDDEN: "The queue does not let this project in: check secret, data centre, and that the message "
    "service is switched on for the project.",
    HTTPStatus.NOT_FOUND: "The queue does not know this project's topic: switch the message service on for the project "
    "and check the data centre.",
    HTTPStatus.BAD_REQUEST: "The queue does not accept the subscription's name: check the suffix.",
}
# Going away, internal error, restart, try again later (RFC 6455 and its registry): the server speaks of itself.
_OWN_REASONS = frozenset({1001, 1011, 1012, 1013})


def trouble_connecting(error: Exception) -> Trouble:
    """Name the reason why no connection came about."""
    if isinstance(error, InvalidStatus):
        status = error.response.status_code
        if status == HTTPStatus.CONFLICT:
            return Trouble(Kind.BUSY, "The queue's subscription has another reader already.")
        if status in _REFUSALS:
            return Trouble(Kind.REFUSED, f"{_REFUSALS[HTTPStatus(status)]} (HTTP {status})")
        return Trouble(Kind.LOST, f"The queue answered with HTTP {status}. The console goes on trying.")
    if isinstance(error, ssl.SSLCertVerificationError):
        return Trouble(
            Kind.LOST,
            f"The queue's certificate cannot be trusted ({error.verify_message}). Nothing was sent to it; check this "
            "computer's clock and what stands between it and the internet.",
        )
    if isinstance(error, TimeoutError):
        return Trouble(Kind.LOST, "The queue does not answer. The console goes on trying.")
    if isinstance(error, OSError):
        return Trouble(Kind.LOST, "The queue cannot be reached. The console goes on trying.")
    return Trouble(Kind.LOST, "What answers at the queue's address is no queue. The console goes on trying.")


def trouble_after(error: ConnectionClosed | None, *, soon: bool) -> Trouble:
    """Name the reason why a connection ended; *soon*: not long after it was made."""
    if error is not None and error.rcvd is not None and error.rcvd_then_sent is not False:
        kind = Kind.BOUNCED if soon and error.rcvd.code not in _OWN_REASONS else Kind.LOST
        return Trouble(kind, f"The queue ended the connection (code {error.rcvd.code}). The console connects again.")
    if error is not None and error.sent is not None:
        return Trouble(Kind.LOST, "The queue stopped answering. The console connects again.")
    return Trouble(
        Kind.BOUNCED if soon else Kind.LOST, "The connection to the queue broke. The console connects again."
    )
