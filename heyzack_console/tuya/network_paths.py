"""The path to every watched device in words, told once per change; a sub-device's path leads through its gateway."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import PathHealth, PathState, Stage
from heyzack_console.domain.devices.readings import Path
from heyzack_console.ports.clock import Clock
from heyzack_console.tuya.lan.device import LinkReport
from heyzack_console.tuya.lan.diagnosis import Cause

NO_KEY = "Its local key is not known"
NO_KEY_ADVICE = "Import the key, or enter it at the device. Until then only its announcements are heard."


@dataclass(frozen=True, slots=True)
class GatewayView:
    """What the path of a sub-device depends on: its gateway's name and report, and the gateway's word about it."""

    name: str = ""
    report: LinkReport | None = None
    online: bool | None = None
    """None while the gateway has not said; many never do."""


def direct_path(report: LinkReport, now: datetime) -> PathHealth:
    """Return the LAN path that a session's report describes."""
    found = report.diagnosis
    return PathHealth(
        path=Path.LAN,
        state=report.state,
        since=now,
        stage=found.stage,
        cause=found.words,
        advice=found.advice,
        latency_ms=report.latency_ms,
        version=report.version,
        address=report.address,
        sought=found.cause is Cause.NO_ADDRESS,
    )


def unconfigured_path(path: Path, cause: str, advice: str, now: datetime) -> PathHealth:
    """Return a path that nobody tries, and why."""
    return PathHealth(path, PathState.UNCONFIGURED, now, Stage.CONNECT, cause, advice)


def path_through(gateway: GatewayView, now: datetime, *, sleeper: bool) -> PathHealth:
    """Return the path of a sub-device.

    While the gateway is there its word counts, and where it says nothing the sub-device is taken to be there. A
    sleeper that the gateway calls offline is asleep.
    """
    report = gateway.report
    if report is None:
        advice = "Take its gateway into the site, with its local key."
        return unconfigured_path(Path.GATEWAY, "Its gateway is not connected by this console", advice, now)
    path = replace(direct_path(report, now), path=Path.GATEWAY)
    if report.state is PathState.CONNECTED:
        if gateway.online is not False:
            return path
        state = PathState.ASLEEP if sleeper else PathState.UNREACHABLE
        cause = f"The gateway {gateway.name} does not hear it"
        return replace(path, state=state, stage=Stage.QUERY, cause=cause, advice="Check its battery and its distance.")
    if report.state is PathState.UNREACHABLE:
        return replace(path, cause=f"Its gateway {gateway.name} cannot be reached: {path.cause}")
    return path


class PathBook:
    """Remembers what was told of each device and tells only what is news; a changed latency alone is none."""

    def __init__(self, clock: Clock, tell: Callable[[DeviceId, PathHealth], None]) -> None:
        self._clock = clock
        self._tell = tell
        self._told: dict[DeviceId, PathHealth] = {}

    def direct(self, device: Device, report: LinkReport) -> None:
        """Tell the path of a device with a session of its own."""
        self._settle(device.id, direct_path(report, self._clock.now()))

    def unconfigured(self, device: Device, refused: str) -> None:
        """Tell that there is no session with a device, as its key is missing or was *refused*."""
        path = unconfigured_path(Path.LAN, refused or NO_KEY, NO_KEY_ADVICE, self._clock.now())
        self._settle(device.id, path)

    def through(self, device: Device, gateway: GatewayView) -> None:
        """Tell the path of a sub-device."""
        self._settle(device.id, path_through(gateway, self._clock.now(), sleeper=device.sleeper))

    def forget(self, device: DeviceId) -> None:
        """Drop what was told of *device*."""
        self._told.pop(device, None)

    def _settle(self, device: DeviceId, path: PathHealth) -> None:
        told = self._told.get(device)
        if told is not None and told.state is path.state:
            path = replace(path, since=told.since)
        if told is not None and replace(told, latency_ms=path.latency_ms) == path:
            return
        self._told[device] = path
        self._tell(device, path)
