"""Whether a device can be reached, per path, and what to do if not."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Path


class PathState(StrEnum):
    """The state of one path to one device."""

    CONNECTED = "connected"
    CONNECTING = "connecting"
    UNREACHABLE = "unreachable"
    ASLEEP = "asleep"
    RELEASED = "released"
    UNCONFIGURED = "unconfigured"


class Stage(StrEnum):
    """How far an attempt came (tuya-lan section 8)."""

    CONNECT = "connect"
    SLOT = "slot"
    NEGOTIATE = "negotiate"
    KEY = "key"
    QUERY = "query"
    OK = "ok"


@dataclass(frozen=True, slots=True)
class PathHealth:
    """One path: its state since when, the stage the last attempt reached, the cause and the next step in words.

    *pushes*: a change would be told at once; without that (the cloud's queue is down) values are read now and then.
    *sought*: there is no address to try yet.
    """

    path: Path
    state: PathState
    since: datetime
    stage: Stage = Stage.OK
    cause: str = ""
    advice: str = ""
    latency_ms: float | None = None
    version: str = ""
    address: str = ""
    pushes: bool = True
    sought: bool = False


@dataclass(frozen=True, slots=True)
class DeviceHealth:
    """All paths of one device; it is unreachable only when every configured path fails.

    *road* is the path in use: by it orders go out. It is None while no path is connected. It falls over at once and
    falls back only when the nearer path has held for a while (setting ``paths.fail_back_after_s``).
    """

    device: DeviceId
    paths: tuple[PathHealth, ...]
    road: Path | None = None

    def on(self, path: Path) -> PathHealth | None:
        """The health of one path, None where the device has no such path."""
        return next((known for known in self.paths if known.path is path), None)

    @property
    def reachable(self) -> bool:
        """Some path works, or the device sleeps and its silence means nothing."""
        return any(p.state in {PathState.CONNECTED, PathState.ASLEEP} for p in self.paths)

    @property
    def lost(self) -> bool:
        """Every configured path has failed (a path that is still being tried has not)."""
        tried = [p for p in self.paths if p.state not in {PathState.UNCONFIGURED, PathState.RELEASED}]
        return bool(tried) and all(p.state is PathState.UNREACHABLE for p in tried)


@dataclass(frozen=True, slots=True)
class FrameRecord:
    """One decoded frame on the wire, for the protocol view; keys and nonces are hidden."""

    at: datetime
    sent: bool
    command: str
    sequence: int
    text: str


@dataclass(frozen=True, slots=True)
class FoundDevice:
    """A device that announced itself or answered a probe on the LAN."""

    id: DeviceId
    host: str
    port: int
    version: str
    product: str
    seen_at: datetime
    known: bool = False
