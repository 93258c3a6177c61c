"""Single visits, as the command line makes them."""

import asyncio

import pytest

from heyzack_console.domain.devices.health import Stage
from heyzack_console.tuya.lan.negotiation import session_key
from heyzack_console.tuya.lan.visit import Guest, probe, set_points
from heyzack_console.tuya.lan.wire import Version
from tests.support.lan_listener import FixedClock
from tests.support.tuya_peers import KEY, FakeDevice, Manners
from tests.tuya.lan.at_home import FAST, HASTY, lan_device

OTHER_KEY = b"an outdated key!"


def guest(**changes):
    return Guest(FixedClock(), timings=FAST, **changes)


def hasty_guest():
    return Guest(FixedClock(), timings=HASTY)


@pytest.mark.parametrize("version", list(Version))
async def test_a_probe_tells_version_and_data_points(version):
    async with FakeDevice(version) as peer:
        result = await probe(lan_device(peer), guest())
        assert (result.ok, result.stage, result.version) == (True, Stage.OK, version)
        assert result.dps == {"1": False, "2": 21}
        assert result.advice == ""
        assert result.elapsed_ms > 0
        await peer.until(lambda: peer.connections == 0)


@pytest.mark.parametrize("version", list(Version))
async def test_a_probe_without_version_finds_it_out(version):
    async with FakeDevice(version) as peer:
        result = await probe(lan_device(peer, version=None), hasty_guest())
        assert (result.ok, result.version) == (True, version)
        assert peer.most_at_once == 1


@pytest.mark.parametrize("version", list(Version))
async def test_an_order_is_confirmed_by_the_value_that_comes_back(version):
    async with FakeDevice(version) as peer:
        result = await set_points(lan_device(peer), {"1": True}, guest())
        assert (result.ok, result.confirmed, result.stage) == (True, True, Stage.OK)
        assert result.dps["1"] is True
        assert peer.dps["1"] is True


@pytest.mark.parametrize("version", [Version.V34, Version.V35])
async def test_a_session_key_beginning_with_zero_is_agreed_upon_anew(version):
    nonce = Manners().device_nonce
    bad = next(
        ours
        for ours in (number.to_bytes(2) + bytes(14) for number in range(2**16))
        if session_key(version, KEY, ours, nonce)[0] == 0
    )
    nonces = iter([bad, bad, bytes(range(16))])  # a link that is never used takes the first
    async with FakeDevice(version) as peer:
        result = await probe(lan_device(peer), guest(entropy=lambda count: next(nonces)))
        assert (result.ok, peer.connects) == (True, 2)


async def test_without_a_push_the_order_is_confirmed_by_asking():
    async with FakeDevice(manners=Manners(pushes_after_set=False)) as peer:
        result = await set_points(lan_device(peer), {"1": True}, guest())
        assert (result.ok, result.confirmed) == (True, True)


async def test_an_order_that_the_device_takes_and_ignores_is_not_confirmed():
    async with FakeDevice(manners=Manners(words={}, pushes_after_set=False)) as peer:
        peer.dps = StubbornPoints(peer.dps)
        result = await set_points(lan_device(peer), {"1": True}, guest())
        assert (result.ok, result.confirmed) == (True, False)
        assert "not reported" in result.advice


class StubbornPoints(dict):
    """Data points that take no new value."""

    def update(self, *_args, **_values):
        """Leave all as it is."""


async def test_a_refused_order_tells_the_stage_and_the_advice():
    async with FakeDevice(manners=Manners(words={0x07: b"data format error"})) as peer:
        result = await set_points(lan_device(peer), {"1": True}, guest())
        assert (result.ok, result.confirmed, result.stage) == (False, False, Stage.QUERY)
        assert result.advice


async def test_a_sub_device_is_probed_and_ordered_through_its_gateway():
    async with FakeDevice("3.4", dps={}) as peer:
        peer.children = {"c1": {"1": 20}}
        assert (await probe(lan_device(peer), guest(cid="c1"))).dps == {"1": 20}
        result = await set_points(lan_device(peer), {"1": 25}, guest(cid="c1"))
        assert (result.ok, result.confirmed, result.dps) == (True, True, {"1": 25})


@pytest.mark.parametrize(
    ("version", "manners", "key", "stage"),
    [
        ("3.3", Manners(slots=0), None, Stage.SLOT),
        ("3.4", Manners(resets=True), None, Stage.SLOT),
        ("3.4", Manners(silent=frozenset({0x03})), None, Stage.NEGOTIATE),
        ("3.5", Manners(), OTHER_KEY, Stage.NEGOTIATE),
        ("3.4", Manners(silent=frozenset({0x10})), None, Stage.QUERY),
    ],
)
async def test_a_failed_probe_tells_the_stage_it_reached(version, manners, key, stage):
    async with FakeDevice(version, manners=manners) as peer:
        result = await probe(lan_device(peer, key=key or peer.key), hasty_guest())
        assert (result.ok, result.stage, result.dps) == (False, stage, {})
        assert result.advice


async def test_a_refusing_address_is_told_at_once_also_without_version():
    async with FakeDevice() as gone:
        pass
    result = await probe(lan_device(gone, version=None), guest())
    assert (result.ok, result.stage) == (False, Stage.CONNECT)


async def test_a_probe_that_finds_no_version_ends_after_trying_each_once():
    async with FakeDevice(manners=Manners(silent=frozenset(range(256)))) as peer:
        result = await probe(lan_device(peer, version=None), hasty_guest())
        assert not result.ok
        assert peer.connects == len(Version)


async def test_a_cancelled_probe_leaves_no_connection():
    async with FakeDevice(manners=Manners(silent=frozenset({0x0A}))) as peer:
        visit = asyncio.get_running_loop().create_task(probe(lan_device(peer), Guest(FixedClock())))
        await peer.until(lambda: peer.count(0x0A) == 1)
        visit.cancel()
        with pytest.raises(asyncio.CancelledError):
            await visit
        await peer.until(lambda: peer.connections == 0)


async def test_without_version_the_silence_to_wrong_guesses_does_not_hide_the_refused_key_exchange():
    async with FakeDevice("3.4") as peer:
        result = await probe(lan_device(peer, version=None, key=OTHER_KEY), hasty_guest())
        assert (result.ok, result.stage) == (False, Stage.NEGOTIATE)
