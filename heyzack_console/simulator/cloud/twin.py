"""What the cloud knows about one device: who it is, the last value of each point, and its log."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.simulator.building.wire import from_wire, on_wire
from heyzack_console.simulator.cloud.categories import TUYA_CATEGORIES
from heyzack_console.simulator.cloud.refusals import Refusal
from heyzack_console.simulator.lan.identity import LanValue

LOG_LENGTH = 400
ONLINE, OFFLINE, COMMAND, REPORT = 1, 2, 5, 7
_LAST_STANDARD_DP = 100


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of a device's log; *event* is Tuya's event type."""

    event: int
    at_ms: int
    code: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """New firmware on its way since *began_ms*."""

    channel: int
    began_ms: int
    told: int = 0


@dataclass(slots=True)
class CloudTwin:
    """One device of the project; times of values in milliseconds, times of the device in seconds."""

    device: Device
    space: str
    paired_at: int
    local_key: str = field(default="", repr=False)
    custom_name: str = ""
    online: bool = True
    updated_at: int = 0
    reported_ms: int = 0
    firmware: str = "1.2.0"
    upgrade: Upgrade | None = None
    values: dict[str, LanValue] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    log: deque[LogEntry] = field(default_factory=lambda: deque(maxlen=LOG_LENGTH))
    points: dict[str, PointSpec] = field(init=False)

    def __post_init__(self) -> None:
        """The cloud's words are ours: only the LAN spells them otherwise."""
        self.points = {point.code: replace(point, words=()) for point in self.device.points}
        self.updated_at = self.paired_at

    @property
    def id(self) -> DeviceId:
        """Its id."""
        return self.device.id

    @property
    def name(self) -> str:
        """As people see it."""
        return self.custom_name or self.device.name

    @property
    def category(self) -> str:
        """Tuya's code of its kind."""
        return TUYA_CATEGORIES[self.device.category]

    @property
    def uuid(self) -> str:
        """The maker's number."""
        return blake2b(f"{self.id}/uuid".encode(), digest_size=8).hexdigest()

    @property
    def standard(self) -> tuple[PointSpec, ...]:
        """The points of Tuya's standard set; the maker's own, from 101 on, are left out except for cameras."""
        own = self.device.category is Category.CAMERA
        return tuple(point for point in self.points.values() if own or point.dp <= _LAST_STANDARD_DP)

    def encoded(self, shown: Mapping[str, Value]) -> dict[str, LanValue]:
        """Values as the cloud spells them."""
        return {code: on_wire(point, shown[code]) for code, point in self.points.items() if code in shown}

    def checked(self, wanted: Mapping[str, object]) -> dict[str, Value]:
        """The values that an order means.

        Raises:
            Refusal: 2008, the product would not take it.
        """
        values: dict[str, Value] = {}
        for code, raw in wanted.items():
            point = self.points.get(code)
            if point is None or not point.writable or not isinstance(raw, bool | int | str):
                raise Refusal(2008)
            values[code] = from_wire(point, raw)
            if values[code] is None:
                raise Refusal(2008)
        return values

    def measures_only(self, codes: Mapping[str, LanValue]) -> bool:
        """Whether these are mere measurements."""
        measured = {PointKind.NUMBER, PointKind.RAW}
        return all(self.points[code].kind in measured and not self.points[code].writable for code in codes)

    def words_in(self, codes: Mapping[str, LanValue]) -> list[str]:
        """Those that are words of a list."""
        return [code for code in codes if self.points[code].kind is PointKind.ENUM]

    def take(self, values: Mapping[str, LanValue], at_ms: int) -> None:
        """Remember new values and log them."""
        self.reported_ms = at_ms
        for code, value in values.items():
            self.values[code], self.times[code] = value, at_ms
            self.log.append(LogEntry(REPORT, at_ms, code, spelt(value)))


def spelt(value: object) -> str:
    """A value as logs and older messages have it: as text."""
    return str(value).lower() if isinstance(value, bool) else str(value)
