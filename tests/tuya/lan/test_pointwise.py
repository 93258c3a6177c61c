"""Devices that want their data points named ("device22")."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.tuya.lan.diagnosis import Cause
from heyzack_console.tuya.lan.requests import LONGEST_POINT_QUERY, in_chunks
from heyzack_console.tuya.lan.status import USUAL_POINTS
from heyzack_console.tuya.lan.wire import Version
from tests.support.tuya_peers import FakeDevice, Manners
from tests.tuya.lan.at_home import HASTY, a_world, lan_device, owned
from tests.tuya.lan.test_owner import connected, failed_with

UNVALID = b"json obj data unvalid"
MANY = {str(number): number for number in range(1, 60)}


def a_pointwise_device(version="3.3", dps=None):
    return FakeDevice(version, dps=dps or {"1": True, "104": 7}, manners=Manners(words={0x0A: UNVALID, 0x10: UNVALID}))


@pytest.mark.parametrize("version", [Version.V32, Version.V33, Version.V34])
async def test_the_data_points_of_the_product_are_asked_by_name(version):
    async with (
        a_pointwise_device(version) as peer,
        owned(lan_device(peer, points=("1", "104"))) as (_, heard),
    ):
        await heard.until(lambda: connected(heard))
        assert heard.told == [("D", None, {"1": True, "104": 7}, True)]


async def test_without_a_product_the_usual_data_points_are_asked():
    async with a_pointwise_device() as peer, owned(lan_device(peer)) as (_, heard):
        await heard.until(lambda: connected(heard))
        asked = [point for command, content in peer.asked if command == 0x0D for point in content["dps"]]
        assert asked == list(USUAL_POINTS)


async def test_many_data_points_are_asked_in_several_short_queries_and_told_as_one_status():
    async with (
        a_pointwise_device(dps=MANY) as peer,
        owned(lan_device(peer, points=tuple(MANY))) as (_, heard),
    ):
        await heard.until(lambda: connected(heard))
        assert peer.count(0x0D) > 1
        assert heard.told == [("D", None, MANY, True)]


async def test_one_refusal_does_not_make_a_device_pointwise_for_good():
    async with a_pointwise_device() as peer, owned(lan_device(peer)) as (_, heard):
        await heard.until(lambda: connected(heard))
        peer.manners.words.clear()
        peer.drop()
        await peer.until(lambda: peer.count(0x0A) == 2)


async def test_after_two_connections_the_refused_query_is_left_out():
    async with a_pointwise_device() as peer, owned(lan_device(peer)) as (_, heard):
        for connects in (1, 2, 3):
            await heard.until(lambda: len(heard.told) == connects)  # noqa: B023
            peer.drop()
        assert peer.count(0x0A) == 2


async def test_a_device_of_3_3_that_keeps_silent_is_asked_by_name():
    async with (
        FakeDevice(manners=Manners(silent=frozenset({0x0A}))) as peer,
        owned(lan_device(peer), a_world(HASTY)) as (_, heard),
    ):
        await heard.until(lambda: connected(heard))
        assert heard.told == [("D", None, {"1": False, "2": 21}, True)]


async def test_a_device_that_refuses_both_ways_is_diagnosed_as_refusing():
    manners = Manners(words={0x0A: UNVALID, 0x0D: UNVALID})
    async with FakeDevice(manners=manners) as peer, owned(lan_device(peer)) as (_, heard):
        await heard.until(lambda: failed_with(heard, Cause.QUERY_REFUSED))


@given(st.lists(st.integers(1, 255).map(str), unique=True))
def test_chunks_hold_every_point_once_and_stay_short(points):
    chunks = in_chunks(points)
    assert [point for chunk in chunks for point in chunk] == points
    assert all(sum(len(f'"{point}":null,') for point in chunk) <= LONGEST_POINT_QUERY for chunk in chunks)
