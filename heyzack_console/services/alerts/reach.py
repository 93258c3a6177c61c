"""Announces devices that cannot be reached by any path, and hides what is only the consequence of a lost gateway."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from heyzack_console.domain.alerts.alert import AlertId, AlertState
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.rules.alerts.consequences import Loss, judged
from heyzack_console.rules.alerts.defaults import reach_rule
from heyzack_console.services.alerts.book import AlertBook, Finding

# In the first seconds after a start nobody has had the time to answer; losses count from the end of it.
GRACE = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class CloudBlame:
    """Whether a device is lost because its cloud project is: ANNOUNCE if not, WAIT while the project's own alert is not
    there yet, else CONSEQUENCE of *alert*."""

    verdict: Loss
    alert: AlertId | None = None


class ReachWatch:
    """Holds who is lost since when, who came back, and which gateway stands before whom."""

    def __init__(
        self,
        book: AlertBook,
        health_of: Callable[[DeviceId], DeviceHealth | None],
        cloud: Callable[[Device], CloudBlame],
        delay: Callable[[], timedelta],
    ) -> None:
        self._book = book
        self._cloud = cloud
        self._health_of = health_of
        self._delay = delay
        self._devices: Mapping[DeviceId, Device] = {}
        self._behind: dict[DeviceId, list[Device]] = {}
        self._lost: dict[DeviceId, datetime] = {}
        self._held_back: dict[DeviceId, datetime] = {}
        self._under_cloud: dict[DeviceId, datetime | None] = {}
        self._from: datetime | None = None

    def begin(self, now: datetime) -> None:
        """The engine has started."""
        self._from = now + GRACE

    def arm(self, devices: Mapping[DeviceId, Device]) -> None:
        """Take the building as it is now."""
        self._devices = dict(devices)
        self._behind = {}
        for device in devices.values():
            if device.gateway is not None:
                self._behind.setdefault(device.gateway, []).append(device)
        self._lost = {device: since for device, since in self._lost.items() if device in devices}
        self._held_back = {device: since for device, since in self._held_back.items() if device in devices}
        self._under_cloud = {device: since for device, since in self._under_cloud.items() if device in devices}
        for alert in self._book.all():
            hidden = devices.get(alert.device) if alert.state is AlertState.SUPPRESSED else None
            if hidden is not None and hidden.gateway is None and alert.rule == reach_rule(hidden).id:
                self._under_cloud.setdefault(hidden.id, None)

    def changed(self, health: DeviceHealth, now: datetime) -> None:
        """A path of a device changed."""
        device = self._devices.get(health.device)
        if device is None:
            return
        if health.lost:
            self._held_back.pop(device.id, None)
            self._lost.setdefault(device.id, now if self._from is None else max(now, self._from))
        elif health.reachable:
            self._came_back(device, now)

    def tick(self, now: datetime) -> None:
        """Announce losses that have lasted, gateways before what hangs on them; let go of ended consequences."""
        delay = self._delay()
        lasted = [self._devices[device] for device, since in self._lost.items() if now - since >= delay]
        for device in sorted(lasted, key=lambda device: device.gateway is not None):
            self._announce(device, now)
        for gateway, since in list(self._held_back.items()):
            if now - since >= delay:
                del self._held_back[gateway]
                self._release_behind(gateway, now)
        for hidden in list(self._under_cloud):
            self._look_at_cloud_of(self._devices[hidden], now, delay)

    def _came_back(self, device: Device, now: datetime) -> None:
        self._lost.pop(device.id, None)
        finding = self._finding(device)
        alert = self._book.of(device.id, finding.rule.id)
        if alert is not None and alert.active:
            self._book.cleared(finding, now)
        if alert is not None and alert.state is AlertState.SUPPRESSED:
            self._book.released(finding, now)
        if device.id in self._behind:
            # What hangs on it gets as long to come back as it would have had before being announced.
            self._held_back.setdefault(device.id, now)

    def _announce(self, device: Device, now: datetime) -> None:
        finding = self._finding(device)
        alert = self._book.of(device.id, finding.rule.id)
        if alert is not None and alert.active:
            del self._lost[device.id]
            return
        blame = self._cloud(device)
        if blame.verdict is not Loss.ANNOUNCE:
            self._blame_cloud(finding, blame, now)
            return
        parent = self._devices.get(device.gateway) if device.gateway is not None else None
        verdict = judged(
            gateway_reachable=parent is None or self._reachable(parent.id),
            gateway_announced=parent is not None and self._book.active(parent.id, reach_rule(parent).id),
        )
        if verdict is Loss.WAIT:
            return
        del self._lost[device.id]
        if verdict is Loss.ANNOUNCE or parent is None:
            self._book.raised(finding, now)
            self._hide_behind(device, now)
        else:
            self._hide(finding, parent, now)

    def _blame_cloud(self, finding: Finding, blame: CloudBlame, now: datetime) -> None:
        """What only the cloud reaches is lost with it: hidden once the cloud's own alert stands."""
        if blame.alert is not None:
            del self._lost[finding.device]
            self._book.suppressed(finding, blame.alert, now)
            self._under_cloud[finding.device] = None

    def _look_at_cloud_of(self, device: Device, now: datetime, delay: timedelta) -> None:
        """When the cloud is there again, its devices get as long to come back as before being announced."""
        finding = self._finding(device)
        alert = self._book.of(device.id, finding.rule.id)
        if alert is None or alert.state is not AlertState.SUPPRESSED:
            del self._under_cloud[device.id]
        elif self._cloud(device).verdict is not Loss.ANNOUNCE:
            self._under_cloud[device.id] = None
        elif (since := self._under_cloud[device.id] or now) + delay > now:
            self._under_cloud[device.id] = since
        else:
            del self._under_cloud[device.id]
            self._book.released(finding, now)

    def _hide_behind(self, gateway: Device, now: datetime) -> None:
        """What had been announced before its gateway was is a consequence from now on."""
        for device in self._behind.get(gateway.id, ()):
            finding = self._finding(device)
            alert = self._book.of(device.id, finding.rule.id)
            if alert is not None and alert.active and alert.state is not AlertState.SUPPRESSED:
                self._hide(finding, gateway, now)

    def _hide(self, finding: Finding, gateway: Device, now: datetime) -> None:
        parent = self._book.of(gateway.id, reach_rule(gateway).id)
        if parent is not None:
            self._book.suppressed(finding, parent.id, now)

    def _release_behind(self, gateway: DeviceId, now: datetime) -> None:
        for device in self._behind.get(gateway, ()):
            finding = self._finding(device)
            alert = self._book.of(device.id, finding.rule.id)
            if alert is not None and alert.state is AlertState.SUPPRESSED:
                self._book.released(finding, now)

    def _reachable(self, device: DeviceId) -> bool:
        health = self._health_of(device)
        return health is not None and health.reachable

    def _finding(self, device: Device) -> Finding:
        rule = reach_rule(device)
        return Finding(device.id, rule, rule.condition)
