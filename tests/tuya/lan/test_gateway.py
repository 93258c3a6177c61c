"""A gateway and its sub-devices on one connection."""

import pytest

from heyzack_console.tuya.lan.device import LanDevice
from heyzack_console.tuya.lan.messages import ChildrenSeen
from heyzack_console.tuya.lan.presence import OFFLINE_AFTER_S, ChildPresence
from heyzack_console.tuya.lan.wire import Version
from tests.support.tuya_peers import FakeDevice, Manners
from tests.tuya.lan.at_home import HASTY, a_world, lan_device, owned
from tests.tuya.lan.test_owner import connected

GATEWAY_VERSIONS = [Version.V33, Version.V34, Version.V35]


def a_gateway(version, **manners):
    peer = FakeDevice(version, dps={}, manners=Manners(**manners))
    peer.children = {"c1": {"1": 20}, "c2": {"1": True}}
    peer.online = ["c1", "c2"]
    return peer


def watching(peer, *cids) -> LanDevice:
    return lan_device(peer, children=frozenset(cids), gateway=True)


@pytest.mark.parametrize("version", GATEWAY_VERSIONS)
@pytest.mark.parametrize("names_children", [True, False])
async def test_each_sub_device_is_asked_by_its_cid(version, names_children):
    async with (
        a_gateway(version, names_children=names_children) as peer,
        owned(watching(peer, "c1", "c2")) as (_, heard),
    ):
        await heard.until(lambda: ("D", "c2", {"1": True}, True) in heard.told)
        assert ("D", "c1", {"1": 20}, True) in heard.told
        assert peer.connects == 1


@pytest.mark.parametrize("version", GATEWAY_VERSIONS)
async def test_an_order_to_a_sub_device_carries_its_cid(version):
    async with a_gateway(version) as peer, owned(watching(peer, "c1", "c2")) as (owner, heard):
        await heard.until(lambda: connected(heard))
        await owner.set_points({"1": False}, "c2")
        assert peer.children["c2"] == {"1": False}
        assert peer.dps == {}
        await heard.until(lambda: ("D", "c2", {"1": False}, False) in heard.told)


@pytest.mark.parametrize("version", GATEWAY_VERSIONS)
async def test_values_of_an_unknown_sub_device_never_land_on_the_gateway(version):
    async with a_gateway(version) as peer, owned(watching(peer, "c1")) as (_, heard):
        await heard.until(lambda: ("D", "c1", {"1": 20}, True) in heard.told)
        peer.push({"1": 99}, "stranger")
        peer.push({"1": 21}, "c1")
        await heard.until(lambda: ("D", "c1", {"1": 21}, False) in heard.told)
        assert not [told for told in heard.told if told[2] == {"1": 99}]


async def test_a_sub_device_that_is_watched_later_is_asked_on_the_same_connection():
    async with a_gateway("3.4") as peer, owned(watching(peer, "c1")) as (owner, heard):
        await heard.until(lambda: connected(heard))
        owner.reconfigure(watching(peer, "c1", "c2"))
        await heard.until(lambda: ("D", "c2", {"1": True}, True) in heard.told)
        assert peer.connects == 1


async def test_a_gateway_that_refuses_a_query_without_cid_is_no_pointwise_device():
    async with (
        a_gateway("3.3", words={0x0A: b"json obj data unvalid"}) as peer,
        owned(watching(peer)) as (_, heard),
    ):
        await heard.until(lambda: connected(heard))
        assert peer.count(0x0D) == 0


async def test_a_silent_sub_device_does_not_cost_the_gateway_its_connection():
    async with a_gateway("3.4") as peer, owned(watching(peer, "away", "c1"), a_world(HASTY)) as (_, heard):
        await heard.until(lambda: ("D", "c1", {"1": 20}, True) in heard.told)
        assert peer.connects == 1


async def test_the_online_query_is_the_heartbeat_of_a_newer_gateway():
    async with a_gateway("3.4") as peer, owned(watching(peer, "c1"), a_world(HASTY)) as (_, heard):
        await peer.until(lambda: peer.count(0x40) >= 3)
        assert peer.count(0x09) == 0
        assert heard.children == {"c1": True}


async def test_an_older_gateway_gets_plain_heartbeats():
    async with a_gateway("3.3") as peer, owned(watching(peer, "c1"), a_world(HASTY)):
        await peer.until(lambda: peer.count(0x09) >= 1)
        assert peer.count(0x40) == 0


WATCHED = frozenset({"a", "b"})


def told(online=(), offline=(), complete=True):
    return ChildrenSeen(frozenset(online), frozenset(offline), complete)


def test_online_counts_at_once():
    presence = ChildPresence()
    assert presence.note(told(online="a"), WATCHED, 0.0) == {"a": True}
    assert (presence.online("a"), presence.online("b")) == (True, None)


def test_offline_counts_only_after_five_minutes_of_it():
    presence = ChildPresence()
    presence.note(told(online="ab"), WATCHED, 0.0)
    assert presence.note(told(online="a", offline="b"), WATCHED, 10.0) == {}
    assert presence.note(told(online="a", offline="b"), WATCHED, 9.0 + OFFLINE_AFTER_S) == {}
    assert presence.note(told(online="a", offline="b"), WATCHED, 10.0 + OFFLINE_AFTER_S) == {"b": False}
    assert presence.note(told(online="a", offline="b"), WATCHED, 20.0 + OFFLINE_AFTER_S) == {}


def test_being_online_in_between_begins_the_five_minutes_anew():
    presence = ChildPresence()
    presence.note(told(online="ab"), WATCHED, 0.0)
    presence.note(told(online="a", offline="b"), WATCHED, 10.0)
    presence.note(told(online="ab"), WATCHED, 100.0)
    assert presence.note(told(online="a", offline="b"), WATCHED, 20.0 + OFFLINE_AFTER_S) == {}
    assert presence.online("b") is True


def test_a_report_of_its_own_settles_the_doubt():
    presence = ChildPresence()
    presence.note(told(online="ab"), WATCHED, 0.0)
    presence.note(told(online="a", offline="b"), WATCHED, 10.0)
    assert presence.heard_from("b") is False
    assert presence.note(told(online="a", offline="b"), WATCHED, 20.0 + OFFLINE_AFTER_S) == {}


def test_missing_from_one_list_is_no_doubt_from_two_it_is():
    presence = ChildPresence()
    presence.note(told(online="ab"), WATCHED, 0.0)
    presence.note(told(online="a"), WATCHED, 10.0)
    presence.note(told(online="a"), WATCHED, 20.0)
    assert presence.note(told(online="a"), WATCHED, 11.0 + OFFLINE_AFTER_S) == {}
    assert presence.note(told(online="a"), WATCHED, 20.0 + OFFLINE_AFTER_S) == {"b": False}


def test_a_partial_report_says_nothing_about_who_is_missing():
    presence = ChildPresence()
    presence.note(told(online="ab"), WATCHED, 0.0)
    for now in range(0, 2000, 10):
        assert presence.note(told(online="a", complete=False), WATCHED, float(now)) == {}


def test_a_sub_device_that_comes_back_is_told_at_once():
    presence = ChildPresence()
    presence.note(told(online="a", offline="b"), WATCHED, 0.0)
    presence.note(told(online="a", offline="b"), WATCHED, OFFLINE_AFTER_S)
    assert presence.note(told(online="ab"), WATCHED, OFFLINE_AFTER_S + 1) == {"b": True}
