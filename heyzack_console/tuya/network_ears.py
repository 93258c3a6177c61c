"""What the sessions tell, put into readings and paths."""

from collections.abc import Mapping
from typing import Any

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Path
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.lan import LanListener
from heyzack_console.tuya.lan.device import LinkReport
from heyzack_console.tuya.network_batches import Batches, time_of
from heyzack_console.tuya.network_members import Member, Members
from heyzack_console.tuya.network_paths import GatewayView, PathBook


class DeviceEars:
    """Hears raw values and link reports of all sessions, and passes them on as readings and paths."""

    def __init__(self, clock: Clock, listener: LanListener) -> None:
        self.members = Members()
        self._clock = clock
        self._batches = Batches(listener.heard)
        self._paths = PathBook(clock, listener.path_changed)
        self._reports: dict[str, LinkReport] = {}
        self._online: dict[tuple[str, str], bool] = {}
        self._refused: dict[str, str] = {}

    def values(
        self, device_id: str, cid: str | None, dps: Mapping[str, Any], unix_s: float | None, *, whole: bool
    ) -> None:
        """Called by a session; data points are merged by whoever hears the readings, so *whole* changes nothing."""
        member = self.members.behind(device_id, cid)
        if member is None:
            return
        now = self._clock.now()
        at = member.last_at = time_of(unix_s, now, member.last_at)
        path = Path.LAN if cid is None else Path.GATEWAY
        numbered = {int(number): raw for number, raw in dps.items() if str(number).isdigit()}
        self._batches.add(member.normaliser.readings(numbered, at, path))

    def link_changed(self, device_id: str, report: LinkReport) -> None:
        """Called by a session; what happens to a gateway happens to the paths of its sub-devices."""
        self._reports[device_id] = report
        member = self.members.get(DeviceId(device_id))
        if member is not None:
            self._paths.direct(member.device, report)
        for child in self.members.children(device_id):
            self.tell_path(child)

    def children_changed(self, device_id: str, online: Mapping[str, bool]) -> None:
        """Called by a gateway's session."""
        for cid, there in online.items():
            self._online[device_id, cid] = there
            child = self.members.behind(device_id, cid)
            if child is not None:
                self.tell_path(child)

    def session_ended(self, device_id: str, refused: str = "") -> None:
        """There is no session with the device any more, since it has no key or its key was *refused*."""
        self._reports.pop(device_id, None)
        self._refused[device_id] = refused

    def tell_path(self, member: Member) -> None:
        """Tell the path of *member* as it stands, if that is news."""
        device = member.device
        if device.gateway is None or device.cid is None:
            report = self._reports.get(device.id)
            if report is None:
                self._paths.unconfigured(device, self._refused.get(device.id, ""))
            else:
                self._paths.direct(device, report)
            return
        gateway = self.members.get(device.gateway)
        name = gateway.device.name if gateway else ""
        online = self._online.get((device.gateway, device.cid))
        self._paths.through(device, GatewayView(name, self._reports.get(device.gateway), online))

    def forget(self, device: DeviceId) -> None:
        """Drop everything that was heard of *device*; its sub-devices lose their path."""
        member = self.members.drop(device)
        self._reports.pop(device, None)
        self._refused.pop(device, None)
        self._paths.forget(device)
        if member is not None and member.device.gateway is not None and member.device.cid is not None:
            self._online.pop((member.device.gateway, member.device.cid), None)
        for child in self.members.children(device):
            self.tell_path(child)

    def close(self) -> None:
        """Hand on what waits."""
        self._batches.close()
