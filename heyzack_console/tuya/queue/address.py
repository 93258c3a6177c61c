"""Where a project's queue is, and who the console says it is (tuya-cloud section 7)."""

from dataclasses import dataclass, field
from hashlib import md5
from urllib.parse import quote, urlsplit

from heyzack_console.domain.cloud import CloudProject
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.cloud.regions import REGIONS

NOTICES = "notice"
"""The topic on which the platform tells of a backlog."""
ACK_TIMEOUT_MS = 3000
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class QueueAddress:
    """One subscription of one topic, with the name and password for it."""

    url: str
    username: str
    password: str = field(repr=False)
    subscription: str = ""


def queue_address(project: CloudProject, secret: str, topic: str) -> QueueAddress:
    """Put together where *topic* of *project* is read; the project's own address beats the region's.

    Raises:
        InvalidInput: there is no address, or it is not wss (ws is for this very machine only).
    """
    base = _base(project)
    client, name = quote(project.access_id, safe=""), quote(f"{project.access_id}-{project.queue_suffix}", safe="")
    path = f"ws/v2/consumer/persistent/{client}/out/{quote(topic, safe='')}/{name}"
    url = f"{base}/{path}?ackTimeoutMillis={ACK_TIMEOUT_MS}&subscriptionType=Failover"
    subscription = f"{project.access_id}-{project.queue_suffix}"
    return QueueAddress(url, project.access_id, password(project.access_id, secret), subscription)


def password(access_id: str, secret: str) -> str:
    """Derive what the queue takes for a password."""
    return _md5(access_id + _md5(secret))[8:24]


def _md5(text: str) -> str:
    # Tuya's own scheme; TLS protects the result on its way.
    return md5(text.encode(), usedforsecurity=False).hexdigest()


def _base(project: CloudProject) -> str:
    region = REGIONS.get(project.region)
    base = (project.queue_url or (region.queue_url if region else "")).rstrip("/")
    if not base:
        raise InvalidInput(
            f"No queue address is known for the data centre {project.region or '(none)'}. Give the address itself.",
            "queue_url",
        )
    try:
        parts = urlsplit(base)
        host, _ = parts.hostname, parts.port
    except ValueError as wrong:
        raise InvalidInput("The queue's address cannot be read.", "queue_url") from wrong
    if not host or parts.scheme not in {"wss", "ws"} or parts.query or parts.fragment or parts.username:
        raise InvalidInput("The queue's address must look like wss://mqe.example.com:8285.", "queue_url")
    if parts.scheme == "ws" and host not in _LOOPBACK:
        raise InvalidInput("The queue is read over wss only; ws is for this machine itself.", "queue_url")
    return base
