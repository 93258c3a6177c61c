"""The cloud as a path to each device: how its project stands and whether the cloud hears the device."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from heyzack_console.domain.cloud import CloudMember, CloudState, LinkState, ProjectId
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import PathHealth, PathState, Stage
from heyzack_console.domain.devices.readings import Path
from heyzack_console.ports.clock import Clock
from heyzack_console.services.cloud.members import CloudMembers

Tell = Callable[[DeviceId, PathHealth], None]

_SILENT = "The cloud does not hear it"
_SILENT_ADVICE = "Check its power and its way to the internet."
_GATEWAY_ADVICE = "Check the gateway's power and its way to the internet; what hangs on it comes back with it."
_UNLINKED = "It is not linked to a cloud project"
_UNLINKED_ADVICE = "Link it to the project on Tuya's developer platform, or pair it into the project's app."


class CloudPaths:
    """Tells the cloud path of a device whenever it is another than before."""

    def __init__(
        self, members: CloudMembers, device: Callable[[DeviceId], Device | None], clock: Clock, tell: Tell
    ) -> None:
        self._members = members
        self._device = device
        self._clock = clock
        self._tell = tell
        self._states: dict[ProjectId, CloudState] = {}
        self._told: dict[DeviceId, PathHealth] = {}

    def project_changed(self, state: CloudState) -> None:
        """A project stands otherwise; what concerns no path (counters, latency) costs nothing."""
        before = self._states.get(state.project)
        self._states[state.project] = state
        if before is None or _concern(before) != _concern(state):
            self.retell(member.device for member in self._members.of_project(state.project))

    def project_gone(self, project: ProjectId) -> None:
        """A project is not used any more."""
        self._states.pop(project, None)
        self.retell(self._members.forget_project(project))

    def retell(self, devices: Iterable[DeviceId]) -> None:
        """Tell the paths of *devices*, and of what hangs on them, where they are other than before."""
        for device_id in self._with_children(tuple(devices)):
            device = self._device(device_id)
            if device is None:
                self._told.pop(device_id, None)
                continue
            member = self._members.of(device_id)
            if member is not None:
                self._settle(device_id, self._path(member, device))
            elif device_id in self._told:
                self._settle(device_id, self._none())

    def retell_all(self) -> None:
        """The book changed."""
        self.retell({*self._told, *(member.device for member in self._members.all())})

    def _with_children(self, devices: tuple[DeviceId, ...]) -> tuple[DeviceId, ...]:
        known = (self._device(one) for one in devices)
        gateways = {one.id for one in known if one is not None and one.category is Category.GATEWAY}
        if not gateways:
            return devices
        members = (self._device(member.device) for member in self._members.all())
        children = (one.id for one in members if one is not None and one.gateway in gateways)
        return tuple(dict.fromkeys((*devices, *children)))

    def _path(self, member: CloudMember, device: Device) -> PathHealth:
        now = self._clock.now()
        state = self._states.get(member.project)
        if state is None or (state.state is LinkState.CONNECTING and state.cause is None):
            return PathHealth(Path.CLOUD, PathState.CONNECTING, now, Stage.CONNECT, "The cloud is being connected")
        if state.state in {LinkState.OFF, LinkState.CONNECTING}:
            cause = state.text or "The cloud is not connected"
            return PathHealth(Path.CLOUD, PathState.UNREACHABLE, now, Stage.CONNECT, cause, state.advice)
        pushes = state.queue is LinkState.UP
        if member.online:
            cause = "" if pushes else "Messages do not arrive; values are as old as the last comparison"
            return PathHealth(Path.CLOUD, PathState.CONNECTED, now, cause=cause, pushes=pushes)
        silent = PathState.ASLEEP if device.sleeper else PathState.UNREACHABLE
        return PathHealth(Path.CLOUD, silent, now, Stage.QUERY, *self._silence(device))

    def _silence(self, device: Device) -> tuple[str, str]:
        """Why the cloud does not hear *device*, and what to do."""
        gateway = self._members.of(device.gateway) if device.gateway is not None else None
        if gateway is None or gateway.online:
            return _SILENT, _SILENT_ADVICE
        known = self._device(gateway.device)
        return f"The cloud does not hear its gateway {known.name if known else gateway.name}", _GATEWAY_ADVICE

    def _none(self) -> PathHealth:
        now = self._clock.now()
        return PathHealth(Path.CLOUD, PathState.UNCONFIGURED, now, Stage.CONNECT, _UNLINKED, _UNLINKED_ADVICE)

    def _settle(self, device: DeviceId, path: PathHealth) -> None:
        told = self._told.get(device)
        if told is not None and told.state is path.state:
            path = replace(path, since=told.since)
        if told != path:
            self._told[device] = path
            self._tell(device, path)


def _concern(state: CloudState) -> tuple[object, ...]:
    return state.state, state.cause, state.text, state.advice, state.queue is LinkState.UP
