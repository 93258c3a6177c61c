"""Tells the listener about the state of one path, once per change."""

from dataclasses import replace

from heyzack_console.domain.devices.health import PathState
from heyzack_console.tuya.lan.device import DeviceListener, LanDevice, LinkReport
from heyzack_console.tuya.lan.diagnosis import Diagnosis


class PathTeller:
    """Remembers what was told last and repeats nothing; a changed latency alone is no news."""

    __slots__ = ("_listener", "report")

    def __init__(self, listener: DeviceListener) -> None:
        self._listener = listener
        self.report: LinkReport | None = None

    @property
    def connected(self) -> bool:
        """The session stands and the device has answered."""
        return self.report is not None and self.report.state is PathState.CONNECTED

    @property
    def gone(self) -> bool:
        """It has been told that the device cannot be reached, or that it sleeps."""
        return self.report is not None and self.report.state in {PathState.UNREACHABLE, PathState.ASLEEP}

    def tell(
        self, device: LanDevice, state: PathState, diagnosis: Diagnosis, version: str, latency_ms: float | None
    ) -> None:
        """Report the path if it is not as it was."""
        address = f"{device.host}:{device.port}" if device.host else ""
        report = LinkReport(state, diagnosis, version, address, latency_ms)
        if self.report is None or report != replace(self.report, latency_ms=latency_ms):
            self.report = report
            self._listener.link_changed(device.id, report)
