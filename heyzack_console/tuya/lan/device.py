"""What the LAN client knows of a device, and what it tells about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from heyzack_console.domain.devices.health import PathState
from heyzack_console.tuya.lan.diagnosis import Diagnosis
from heyzack_console.tuya.lan.wire import Version


@dataclass(frozen=True, slots=True)
class LanDevice:
    """A device with a local key: its address (an empty host is looked for), and how it wants to be treated.

    *children*: the cids of the sub-devices that are watched through it. *points*: the numbers of its data points, for
    devices that must be asked point by point. *gateway*: it may have sub-devices even if none is watched.
    """

    id: str
    key: bytes = field(repr=False)
    host: str = ""
    port: int = 6668
    version: Version | None = None
    children: frozenset[str] = frozenset()
    points: tuple[str, ...] = ()
    gateway: bool = False
    sleeper: bool = False

    @property
    def is_gateway(self) -> bool:
        """Questions about sub-devices make sense."""
        return self.gateway or bool(self.children)


@dataclass(frozen=True, slots=True)
class LinkReport:
    """The state of the path to one device; *version* is the one in use, or the last that worked."""

    state: PathState
    diagnosis: Diagnosis
    version: str
    address: str
    latency_ms: float | None = None


class DeviceListener(Protocol):
    """Hears what a device's session brings. Calls come on the loop, must not block and must not raise."""

    def values(
        self, device_id: str, cid: str | None, dps: Mapping[str, Any], unix_s: float | None, *, whole: bool
    ) -> None:
        """Raw values of the device or of its sub-device *cid*.

        *whole*: everything that it can report, so what is missing is gone; else changes to merge. *unix_s*: the
        device's own time, where it gave one.
        """

    def link_changed(self, device_id: str, report: LinkReport) -> None:
        """The state of the path, the diagnosis, the version or the address changed."""

    def children_changed(self, device_id: str, online: Mapping[str, bool]) -> None:
        """Sub-devices came or went, as far as the gateway's word is believed."""
