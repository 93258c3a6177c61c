"""Whether the loss of a device is nothing but the loss of its cloud project."""

from collections.abc import Callable

from heyzack_console.domain.cloud import CloudMember
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathState, Stage
from heyzack_console.domain.devices.readings import Path
from heyzack_console.rules.alerts.cloud import GONE_RULES, stand_in
from heyzack_console.rules.alerts.consequences import Loss
from heyzack_console.services.alerts.book import AlertBook
from heyzack_console.services.alerts.reach import CloudBlame

_AWAY = frozenset({PathState.UNREACHABLE, PathState.CONNECTING})
_NOT_THE_CLOUD = CloudBlame(Loss.ANNOUNCE)


class CloudJudge:
    """Only of a device that was never found on the LAN; the loss of a LAN path is news whatever the cloud does."""

    def __init__(
        self,
        book: AlertBook,
        member: Callable[[DeviceId], CloudMember | None],
        health_of: Callable[[DeviceId], DeviceHealth | None],
    ) -> None:
        self._book = book
        self._member = member
        self._health_of = health_of

    def blame(self, device: Device) -> CloudBlame:
        """Judge the loss of *device*."""
        member, health = self._member(device.id), self._health_of(device.id)
        if member is None or health is None or device.gateway is not None or device.address is not None:
            return _NOT_THE_CLOUD
        lan, cloud = health.on(Path.LAN), health.on(Path.CLOUD)
        found = lan is not None and bool(lan.address)
        # A project that is there does not hear the device; one that is not did not even get so far.
        if found or cloud is None or cloud.stage is not Stage.CONNECT or cloud.state not in _AWAY:
            return _NOT_THE_CLOUD
        name = stand_in(member.project)
        standing = (self._book.of(name, rule.id) for rule in GONE_RULES)
        alert = next((alert for alert in standing if alert is not None and alert.active), None)
        return CloudBlame(Loss.CONSEQUENCE, alert.id) if alert is not None else CloudBlame(Loss.WAIT)
