"""A released device is measured over real sockets: its address, then one visit."""

import pytest

from heyzack_console.domain.devices.device import DeviceId, LanAddress
from heyzack_console.domain.devices.health import PathState, Stage
from heyzack_console.domain.devices.visits import DumpedPoint
from heyzack_console.domain.errors import DeviceError
from tests.support.tuya_peers import FakeDevice
from tests.tuya.test_network import KEY_TEXT, a_device, a_network


async def released(network, told):
    await told.connected("D")
    network.release(DeviceId("D"))
    await told.until(lambda: told.paths["D"].state is PathState.RELEASED)


@pytest.mark.parametrize("version", ["3.3", "3.4", "3.5"])
async def test_a_visit_reads_every_data_point_raw_and_decoded(version):
    async with FakeDevice(version, dps={"2": 206, "1": True, "102": "x"}) as peer, a_network() as (network, told):
        network.watch(a_device(peer), KEY_TEXT)
        await released(network, told)
        dial = await network.dial(DeviceId("D"))
        assert dial.addresses == ("127.0.0.1",)
        assert len(dial.took_ms) == 3
        assert None not in dial.took_ms
        visit = await network.visit(DeviceId("D"))
        assert (visit.stage, visit.version) == (Stage.OK, version)
        assert visit.points[:2] == (
            DumpedPoint("1", "true", "switch", "True"),
            DumpedPoint("2", "206", "temp_current", "20.6", "°C"),
        )
        assert (visit.points[2].dp, visit.points[2].raw) == ("102", '"x"')


async def test_a_wrong_key_is_found_out_and_is_in_no_answer():
    async with FakeDevice("3.4", dps={"1": True}) as peer, a_network() as (network, _):
        network.watch(a_device(peer), "another key 1234")
        network.release(DeviceId("D"))
        visit = await network.visit(DeviceId("D"))
        assert visit.stage is Stage.NEGOTIATE
        assert "key" in visit.advice
        assert "another key 1234" not in repr(visit)


async def test_an_address_where_nothing_listens_is_told_and_a_missing_one_is_refused():
    async with FakeDevice("3.3") as peer, a_network() as (network, _):
        device = a_device(peer, address=LanAddress("127.0.0.1", 1, "3.3"))
        network.watch(device, KEY_TEXT)
        network.release(device.id)
        dial = await network.dial(device.id)
        assert (dial.took_ms, dial.trouble) == ((None, None, None), "The address refuses connections")
        network.watch(a_device(peer, address=None), KEY_TEXT)
        with pytest.raises(DeviceError, match="address is not known"):
            await network.dial(device.id)
