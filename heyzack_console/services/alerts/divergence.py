"""Announces data points in which LAN and cloud have contradicted one another for too long."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathState
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.rules.alerts.cloud import DIVERGING
from heyzack_console.rules.roads import Contradiction, told
from heyzack_console.services.alerts.book import AlertBook, Finding

HealthOf = Callable[[DeviceId], DeviceHealth | None]


class DivergenceWatch:
    """Follows only points of which both tell. A contradiction counts while both paths are connected, for only then a
    value would have been put right."""

    def __init__(
        self,
        book: AlertBook,
        health_of: HealthOf,
        in_cloud: Callable[[DeviceId], object | None],
        delay: Callable[[], timedelta],
    ) -> None:
        self._in_cloud = in_cloud
        self._book = book
        self._health_of = health_of
        self._delay = delay
        self._devices: Mapping[DeviceId, Device] = {}
        self._said: dict[DeviceId, dict[str, Contradiction]] = {}
        self._lasting: set[tuple[DeviceId, str]] = set()

    def arm(self, devices: Mapping[DeviceId, Device]) -> None:
        """Take the building as it is now."""
        self._devices = dict(devices)
        self._said = {device: said for device, said in self._said.items() if device in devices}
        self._lasting = {key for key in self._lasting if key[0] in devices}

    def told(self, heard: Reading, now: datetime) -> None:
        """One of the two has spoken."""
        if heard.quality is not Quality.LIVE or self._in_cloud(heard.device) is None:
            return  # on a site without a cloud always
        if heard.device not in self._devices:
            return
        points = self._said.setdefault(heard.device, {})
        said = points.get(heard.code, Contradiction())
        fresh = points[heard.code] = told(said, heard, now, self._point(heard))
        if fresh.since is not None:
            self._lasting.add((heard.device, heard.code))
        elif said.since is not None:
            self._lasting.discard((heard.device, heard.code))

    def tick(self, now: datetime) -> None:
        """Announce what has lasted, clear what is over; one alert for each device."""
        worst: dict[DeviceId, Contradiction] = {}
        for device, code in list(self._lasting):
            said = self._said[device][code]
            if said.since is not None and now - said.since >= self._delay() and self._both_connected(device):
                worst.setdefault(device, said)
        for device, said in worst.items():
            alert = self._book.of(device, DIVERGING.id)
            if alert is None or not alert.active:
                self._book.raised(self._finding(device, said), now)
        for alert in self._book.all():
            if alert.rule == DIVERGING.id and alert.active and alert.device not in worst:
                self._book.cleared(Finding(alert.device, DIVERGING, alert.condition), now)

    def _both_connected(self, device: DeviceId) -> bool:
        health = self._health_of(device)
        there = {p.path for p in health.paths if p.state is PathState.CONNECTED} if health is not None else set()
        return Path.CLOUD in there and len(there) > 1

    def _finding(self, device: DeviceId, said: Contradiction) -> Finding:
        near, far = said.near, said.far
        if near is None or far is None:
            return Finding(device, DIVERGING, DIVERGING.condition)
        point = self._point(near)
        name = point.name if point is not None and point.name else near.code
        condition = f"{DIVERGING.condition}: {name} is {_shown(near)} on the LAN, {_shown(far)} in the cloud"
        return Finding(device, DIVERGING, condition, near.value, near.unit)

    def _point(self, reading: Reading) -> PointSpec | None:
        device = self._devices.get(reading.device)
        return device.point(reading.code) if device is not None else None


def _shown(reading: Reading) -> str:
    value = reading.value
    text = {True: "on", False: "off"}[value] if isinstance(value, bool) else f"{value}"
    return f"{text} {reading.unit}".rstrip()
