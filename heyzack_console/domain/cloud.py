"""The Tuya cloud as the console sees it: projects, their state, devices as the cloud lists them, causes of failure."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.errors import ConsoleError

ProjectId = NewType("ProjectId", str)
"""Access id of the project and its data centre, as 'ACCESSID@eu'; it is no secret."""


class CloudCause(StrEnum):
    """Why the cloud refused; each has one reaction (tuya-cloud section 4)."""

    AUTH = "auth"
    CLOCK = "clock"
    PERMISSION = "permission"
    SUBSCRIPTION = "subscription"
    QUOTA = "quota"
    THROTTLE = "throttle"
    DEVICE = "device"
    INPUT = "input"
    SERVER = "server"
    TRANSPORT = "transport"
    OTHER = "other"


class CloudError(ConsoleError):
    """The cloud could not do it; *cause* decides what happens next, *tid* is what Tuya's support asks for.

    *may_have_arrived*: the request left this machine and no clear refusal came back; an order may have been obeyed.
    """

    def __init__(
        self, text: str, cause: CloudCause, code: int = 0, tid: str = "", *, may_have_arrived: bool = False
    ) -> None:
        super().__init__(text, cause, code, tid)
        self.cause = cause
        self.code = code
        self.tid = tid
        self.may_have_arrived = may_have_arrived


@dataclass(frozen=True, slots=True)
class CloudProject:
    """One project in one data centre. The access secret lives in the secret store under 'cloud/<id>'.

    *region*: key of tuya-cloud section 1 ('eu', 'us', …) or empty with both addresses given.
    *queue_suffix*: name of this console's own queue subscription, kept on this machine; consoles that share one starve
    one another.
    """

    id: ProjectId
    access_id: str
    region: str
    base_url: str
    queue_url: str
    queue_suffix: str = "sub"
    queue_topic: str = "event"
    calls_per_month: int = 30_000
    messages_per_month: int = 140_000
    background_share: float = 0.7
    subscription_ends: datetime | None = None


class LinkState(StrEnum):
    """How a link to the outside stands."""

    UP = "up"
    CONNECTING = "connecting"
    DEGRADED = "degraded"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class CloudState:
    """How one project stands: both links, counters of the running month (UTC), token, and what to do.

    *error_share*: failed calls among the last hundred, 0 to 1. *latency_ms*: median of the same.
    """

    project: ProjectId
    state: LinkState
    since: datetime
    cause: CloudCause | None = None
    code: int = 0
    text: str = ""
    advice: str = ""
    queue: LinkState = LinkState.OFF
    queue_text: str = ""
    queue_suffix: str = ""
    token_ends: datetime | None = None
    calls: int = 0
    calls_allowed: int = 0
    messages: int = 0
    messages_allowed: int = 0
    background_stopped: bool = False
    background_share: float = 0.7
    error_share: float = 0.0
    latency_ms: float | None = None
    clock_offset_ms: float = 0.0
    subscription_ends: datetime | None = None
    unknown_messages: int = 0


@dataclass(frozen=True, slots=True)
class CloudDevice:
    """A device as the cloud lists it; *points* come from its specification where it was asked for.

    *category* is the vendor's code, *kind* ours; the engine's answers carry both.
    """

    id: DeviceId
    project: ProjectId
    name: str
    category: str
    product: str
    product_name: str = ""
    model: str = ""
    online: bool = False
    sub: bool = False
    node_id: str = ""
    gateway: DeviceId | None = None
    address: str = ""
    space: str = ""
    local_key: str = field(default="", repr=False)
    points: tuple[PointSpec, ...] = ()
    kind: Category = Category.UNKNOWN


@dataclass(frozen=True, slots=True)
class CloudMember:
    """A device that a project lists. *device* is the book's id; *cloud_id* differs for a sub-device that was first
    known on the LAN only. *name* is the one it has in the cloud, *online* as it was last told.
    """

    device: DeviceId
    project: ProjectId
    cloud_id: DeviceId
    name: str = ""
    online: bool = False


@dataclass(frozen=True, slots=True)
class CloudLog:
    """What was logged about a device in [start, end), oldest first; it took so many *calls*."""

    readings: tuple[Reading, ...]
    start: datetime
    end: datetime
    calls: int = 1


class CloudHappening(StrEnum):
    """What a message of the queue can tell besides values."""

    ONLINE = "online"
    OFFLINE = "offline"
    RENAMED = "renamed"
    BOUND = "bound"
    UNBOUND = "unbound"
    UPGRADE = "upgrade"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True)
class CloudNews:
    """One happening; *text* is the new name or the progress in words, *number* a signal strength in dBm."""

    device: DeviceId
    happening: CloudHappening
    at: datetime
    text: str = ""
    number: float | None = None


@dataclass(frozen=True, slots=True)
class CloudCheck:
    """The result of trying a project: *stage* is the last step reached ('address', 'token', 'inventory', 'ok')."""

    ok: bool
    stage: str
    code: int = 0
    message: str = ""
    advice: str = ""
    clock_offset_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class PairingPass:
    """What lets a new device into a project, as text for a QR code, and for how many seconds from the asking on."""

    text: str = field(repr=False)
    serves_s: float


class PlaceKind(StrEnum):
    """What a space of the cloud probably is in a building."""

    BUILDING = "building"
    FLOOR = "floor"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class ProposedPlace:
    """A place of the site tree as the cloud's spaces suggest it; *level* only of a floor whose name tells it."""

    space: str
    name: str
    kind: PlaceKind
    parent: str = ""
    level: int | None = None
    devices: tuple[DeviceId, ...] = ()


@dataclass(frozen=True, slots=True)
class CloudSpace:
    """One space of the cloud's own tree (building, floor, room)."""

    id: str
    name: str
    parent: str = ""
