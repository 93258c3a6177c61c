"""What a message of the queue says."""

from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.cloud import CloudNews
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.tuya.normalise_values import RawValue


@dataclass(frozen=True, slots=True)
class PointValue:
    """One value as the device gave it. *code* may be empty where only *dp* is told, *dp* None where only the code is.

    *at*: the value's own time, else the message's.
    """

    code: str
    dp: int | None
    value: RawValue
    at: datetime


@dataclass(frozen=True, slots=True)
class PointValues:
    """Values of one device from one message, in the order in which it lists them."""

    device: DeviceId
    values: tuple[PointValue, ...]


Event = PointValues | CloudNews
"""What a message can have in it for the console."""


@dataclass(frozen=True, slots=True)
class Content:
    """The inside of a message.

    *data_id*: names the change; a repeated message repeats it, empty where there is none. *passed*: a known kind with
    nothing in it for the console. *unknown*: a kind that the console does not know. *odd*: parts that were left out
    because they have no known shape.
    """

    events: tuple[Event, ...] = ()
    data_id: str = ""
    passed: str = ""
    unknown: str = ""
    odd: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """One message as the queue delivered it; *deliveries* counts from 1."""

    id: str
    content: Content
    published: datetime | None
    deliveries: int
