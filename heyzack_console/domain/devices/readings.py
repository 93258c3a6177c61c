"""One value of one data point, with where it came from, how old it is and how far to trust it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value


class Path(StrEnum):
    """How a device is reached."""

    LAN = "lan"
    GATEWAY = "gateway"
    CLOUD = "cloud"


class Quality(StrEnum):
    """How far a value can be trusted: heard now, remembered, ordered but not confirmed, or not known."""

    LIVE = "live"
    CACHED = "cached"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reading:
    """*at* is aware UTC: the device's own time where it gives one, else the time of arrival."""

    device: DeviceId
    code: str
    value: Value
    unit: str
    at: datetime
    quality: Quality = Quality.LIVE
    path: Path = Path.LAN
    note: str = ""
    """Why the value may be wrong as it stands ('outside the range of the product'), in words; mostly empty."""
