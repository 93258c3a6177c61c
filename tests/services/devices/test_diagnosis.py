"""Nothing is tried on a device while its session holds the slot."""

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.errors import IllegalTransition, NotFound
from heyzack_console.ports.engine.devices import DialDevice, VisitDevice
from heyzack_console.services.devices.diagnosis import DiagnosisDesk
from tests.support.building import DEVICES, GATEWAY, LEAK, T0, THERMOSTAT
from tests.support.hand_clock import HandClock
from tests.support.lan_double import LanDouble


class Book:
    """The devices that are known."""

    def known(self, name):
        found = next((device for device in DEVICES if device.id == name), None)
        if found is None:
            raise NotFound("Not known.")
        return found


def desk(state):
    network = LanDouble(None, HandClock())
    path = PathHealth(Path.LAN, state, T0)
    return DiagnosisDesk(Book(), network, lambda device: DeviceHealth(device, (path,))), network


@pytest.mark.parametrize("state", [PathState.CONNECTED, PathState.CONNECTING, PathState.UNREACHABLE])
async def test_a_session_that_is_not_released_is_never_fought(state):
    diagnosis, network = desk(state)
    for query in (DialDevice(THERMOSTAT.id), DialDevice(LEAK.id)):
        with pytest.raises(IllegalTransition, match="Release it"):
            await diagnosis.dial(query)
    with pytest.raises(IllegalTransition):
        await diagnosis.visit(VisitDevice(GATEWAY.id))
    assert network.calls == []


async def test_a_released_device_is_measured_and_an_unknown_one_is_not():
    diagnosis, network = desk(PathState.RELEASED)
    await diagnosis.dial(DialDevice(THERMOSTAT.id))
    await diagnosis.visit(VisitDevice(LEAK.id))
    assert network.calls == ["dial th1", "visit gw1/leak"]
    with pytest.raises(NotFound):
        await diagnosis.visit(VisitDevice(DeviceId("elsewhere")))
