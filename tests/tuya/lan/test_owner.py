"""One device, one task, one connection: the owner against peers on loopback."""

import asyncio
from dataclasses import replace

import pytest

from heyzack_console.domain.devices.health import PathState, Stage
from heyzack_console.domain.errors import DeviceError
from heyzack_console.tuya.lan.announce import Announce
from heyzack_console.tuya.lan.diagnosis import Cause
from heyzack_console.tuya.lan.wire import Version
from tests.support.lan_listener import HeardOnLan
from tests.support.tuya_peers import FakeDevice, Manners
from tests.tuya.lan.at_home import FAST, HASTY, a_world, lan_device, owned

ALL_VERSIONS = list(Version)


def connected(heard: HeardOnLan, device_id: str = "D"):
    report = heard.state(device_id)
    return report is not None and report.state is PathState.CONNECTED


def failed_with(heard: HeardOnLan, cause: Cause):
    report = heard.state()
    return report is not None and report.diagnosis.cause is cause


@pytest.mark.parametrize("version", ALL_VERSIONS)
async def test_the_first_status_is_a_whole_one(version):
    async with FakeDevice(version) as peer, owned(lan_device(peer)) as (_, heard):
        await heard.until(lambda: connected(heard))
        assert heard.told == [("D", None, {"1": False, "2": 21}, True)]
        assert heard.state().version == version
        assert heard.state().diagnosis.stage is Stage.OK


@pytest.mark.parametrize("version", ALL_VERSIONS)
async def test_an_order_reaches_the_device_and_its_push_is_a_merge(version):
    async with FakeDevice(version) as peer, owned(lan_device(peer)) as (owner, heard):
        await heard.until(lambda: connected(heard))
        await owner.set_points({"1": True})
        assert peer.dps["1"] is True
        await heard.until(lambda: ("D", None, {"1": True}, False) in heard.told)


@pytest.mark.parametrize("version", ALL_VERSIONS)
@pytest.mark.parametrize("manners", [{"pieces": 7}, {"junk": b"\x17noise\x00"}, {"empty_ack_before_reply": True}])
async def test_split_frames_junk_and_early_acknowledgements_change_nothing(version, manners):
    async with FakeDevice(version, manners=Manners(**manners)) as peer, owned(lan_device(peer)) as (_, heard):
        await heard.until(lambda: connected(heard))
        peer.push({"2": 22})
        await heard.until(lambda: ("D", None, {"2": 22}, False) in heard.told)


async def test_frames_merged_into_one_segment_are_all_heard():
    async with FakeDevice("3.5") as peer, owned(lan_device(peer)) as (_, heard):
        await heard.until(lambda: connected(heard))
        for value in range(30):
            peer.push({"2": value})
        await heard.until(lambda: ("D", None, {"2": 29}, False) in heard.told)
        assert [dps["2"] for *_, dps, whole in heard.told if not whole] == list(range(30))


async def test_an_empty_acknowledgement_with_retcode_1_is_no_failure():
    async with FakeDevice(manners=Manners(set_retcode=1)) as peer, owned(lan_device(peer)) as (owner, heard):
        await heard.until(lambda: connected(heard))
        await owner.set_points({"1": True})


async def test_words_of_refusal_fail_the_order():
    manners = Manners(words={0x07: b"parse data error"})
    async with FakeDevice(manners=manners) as peer, owned(lan_device(peer)) as (owner, heard):
        await heard.until(lambda: connected(heard))
        with pytest.raises(DeviceError, match="parse data error"):
            await owner.set_points({"1": True})


async def test_without_a_push_after_an_order_the_device_is_asked():
    async with FakeDevice(manners=Manners(pushes_after_set=False)) as peer, owned(lan_device(peer)) as (owner, heard):
        await heard.until(lambda: connected(heard))
        await owner.set_points({"1": True})
        await heard.until(lambda: ("D", None, {"1": True, "2": 21}, True) in heard.told)


async def test_orders_that_wait_for_the_gap_go_out_as_one():
    world = a_world(replace(FAST, between_commands=0.1))
    async with FakeDevice() as peer, owned(lan_device(peer), world) as (owner, heard):
        await heard.until(lambda: connected(heard))
        orders = [owner.set_points({"1": True}), owner.set_points({"2": 5}), owner.set_points({"2": 6})]
        await asyncio.gather(*orders)
        sets = [content["dps"] for command, content in peer.asked if command == 0x07]
        assert sets == [{"1": True, "2": 6}]


@pytest.mark.parametrize("version", [Version.V33, Version.V34, Version.V35])
async def test_sequence_numbers_begin_at_one_and_strictly_increase(version):
    async with FakeDevice(version) as peer, owned(lan_device(peer), a_world(HASTY)) as (owner, heard):
        await heard.until(lambda: connected(heard))
        for value in range(3):
            await owner.set_points({"2": value})
        await peer.until(lambda: peer.count(0x09) >= 2)
        assert peer.sequences == list(range(1, len(peer.sequences) + 1))


async def test_an_idle_connection_is_kept_alive_by_heartbeats():
    async with FakeDevice() as peer, owned(lan_device(peer), a_world(HASTY)) as (_, heard):
        await peer.until(lambda: peer.count(0x09) >= 4)
        assert peer.connects == 1
        assert connected(heard)


async def test_two_unanswered_heartbeats_make_a_new_connection():
    async with (
        FakeDevice(manners=Manners(silent=frozenset({0x09}))) as peer,
        owned(lan_device(peer), a_world(HASTY)) as (_, heard),
    ):
        await peer.until(lambda: peer.connects >= 2)
        assert peer.most_at_once == 1
        assert peer.count(0x09) >= 2
        assert PathState.CONNECTED in heard.states()


async def test_a_lost_connection_is_made_again_and_asked_anew():
    async with FakeDevice() as peer, owned(lan_device(peer)) as (_, heard):
        await heard.until(lambda: connected(heard))
        peer.dps["2"] = 30
        peer.drop()
        await heard.until(lambda: ("D", None, {"1": False, "2": 30}, True) in heard.told)
        assert peer.connects == 2
        assert PathState.UNREACHABLE not in heard.states()


async def test_a_device_that_has_gone_is_unreachable_and_comes_back():
    peer = FakeDevice()
    async with peer:
        device = lan_device(peer)
        async with owned(device) as (_, heard):
            await heard.until(lambda: connected(heard))
            await peer.stop()
            await heard.until(lambda: failed_with(heard, Cause.REFUSED))
            assert heard.state().state is PathState.UNREACHABLE
            async with peer:
                await heard.until(lambda: connected(heard))


async def test_an_order_to_an_unreachable_device_is_refused_with_the_advice():
    async with FakeDevice() as gone:
        device = lan_device(gone)
    async with owned(device) as (owner, heard):
        await heard.until(lambda: failed_with(heard, Cause.REFUSED))
        with pytest.raises(DeviceError, match="Nothing was sent") as caught:
            await owner.set_points({"1": True})
        assert caught.value.stage == "connect"


async def test_an_order_whose_connection_breaks_may_have_arrived():
    manners = Manners(silent=frozenset({0x07}))
    async with FakeDevice(manners=manners) as peer, owned(lan_device(peer)) as (owner, heard):
        await heard.until(lambda: connected(heard))
        order = asyncio.get_running_loop().create_task(owner.set_points({"1": True}))
        await peer.until(lambda: peer.count(0x07) == 1)
        peer.drop()
        with pytest.raises(DeviceError) as caught:
            await order
        assert caught.value.stage == "query"


@pytest.mark.parametrize("version", [Version.V34, Version.V35])
async def test_a_session_key_beginning_with_zero_is_renegotiated_on_a_new_connection(version):
    from heyzack_console.tuya.lan.negotiation import session_key
    from tests.support.tuya_peers import KEY

    nonce = Manners().device_nonce
    bad = next(
        ours
        for ours in (number.to_bytes(2) + bytes(14) for number in range(2**16))
        if session_key(version, KEY, ours, nonce)[0] == 0
    )
    nonces = iter([bad, bytes(range(16))])
    async with (
        FakeDevice(version) as peer,
        owned(lan_device(peer), a_world(entropy=lambda count: next(nonces))) as (_, heard),
    ):
        await heard.until(lambda: connected(heard))
        assert peer.connects == 2


@pytest.mark.parametrize("version", ALL_VERSIONS)
async def test_an_unknown_version_is_found_out_one_connection_at_a_time(version):
    async with FakeDevice(version) as peer, owned(lan_device(peer, version=None), a_world(HASTY)) as (_, heard):
        await heard.until(lambda: connected(heard))
        assert heard.state().version == version
        assert peer.most_at_once == 1
        assert PathState.UNREACHABLE not in heard.states()


async def test_a_device_that_speaks_another_version_than_given_is_followed():
    async with FakeDevice("3.3") as peer, owned(lan_device(peer, version=Version.V34)) as (_, heard):
        await peer.until(lambda: peer.connections == 1)
        peer.push({"2": 1})
        await heard.until(lambda: connected(heard))
        assert heard.state().version == "3.3"


async def test_a_new_key_makes_a_clean_reconnect():
    async with (
        FakeDevice("3.4") as peer,
        owned(lan_device(peer, key=b"an outdated key!"), a_world(HASTY)) as (owner, heard),
    ):
        await heard.until(lambda: heard.state() and heard.state().state is PathState.UNREACHABLE)
        owner.reconfigure(lan_device(peer))
        await heard.until(lambda: connected(heard))
        assert peer.most_at_once == 1


async def test_a_new_address_is_connected_to_and_the_old_one_is_left():
    async with FakeDevice() as old, FakeDevice(dps={"1": True}) as new, owned(lan_device(old)) as (owner, heard):
        await heard.until(lambda: connected(heard))
        owner.reconfigure(lan_device(new))
        await new.until(lambda: new.connections == 1)
        await old.until(lambda: old.connections == 0)
        await heard.until(lambda: ("D", None, {"1": True}, True) in heard.told)


async def test_telling_the_version_that_works_already_disturbs_nothing():
    async with FakeDevice("3.3") as peer, owned(lan_device(peer, version=None)) as (owner, heard):
        await heard.until(lambda: connected(heard))
        owner.reconfigure(lan_device(peer, version=Version.V33, points=("1", "2")))
        await owner.set_points({"1": True})
        assert peer.connects == 1


async def test_a_released_device_is_left_alone_until_taken_back():
    async with FakeDevice(manners=Manners(slots=1)) as peer, owned(lan_device(peer)) as (owner, heard):
        await heard.until(lambda: connected(heard))
        owner.release()
        await peer.until(lambda: peer.connections == 0)
        assert heard.state().state is PathState.RELEASED
        with pytest.raises(DeviceError, match="released"):
            await owner.set_points({"1": True})
        async with owned(lan_device(peer, id="other")) as (_, other):
            await other.until(lambda: connected(other, "other"))
        await peer.until(lambda: peer.connections == 0)
        owner.resume()
        await heard.until(lambda: connected(heard))


async def test_a_device_without_address_is_searched_then_missing_then_found_by_its_announce():
    async with FakeDevice() as peer, owned(lan_device(peer, host="")) as (owner, heard):
        await heard.until(lambda: heard.state() and heard.state().state is PathState.UNREACHABLE)
        assert heard.states() == [PathState.CONNECTING, PathState.UNREACHABLE]
        assert heard.state().diagnosis.cause is Cause.NO_ADDRESS
        owner.announced(Announce("D", "127.0.0.1", Version.V33, "P"))
        await heard.until(lambda: connected(heard))


async def test_an_announce_ends_the_pause_after_a_failed_connect():
    patient = a_world(replace(FAST, first_pause=1000, longest_pause=1000))
    peer = FakeDevice()
    async with peer:
        device = lan_device(peer)
    async with owned(device, patient) as (owner, heard):
        await heard.until(lambda: failed_with(heard, Cause.REFUSED))
        async with peer:
            owner.announced(Announce("D", "127.0.0.1", None, "P"))
            await heard.until(lambda: connected(heard))


async def test_an_announce_from_another_port_moves_the_session_there():
    async with FakeDevice() as peer, owned(lan_device(peer, port=1)) as (owner, heard):
        await heard.until(lambda: failed_with(heard, Cause.REFUSED))
        owner.announced(Announce("D", "127.0.0.1", None, "P", peer.port))
        await heard.until(lambda: connected(heard))


async def test_an_announce_does_not_press_a_device_whose_slot_is_taken():
    patient = a_world(replace(FAST, first_pause=1000, longest_pause=1000))
    async with FakeDevice(manners=Manners(slots=0)) as peer, owned(lan_device(peer), patient) as (owner, heard):
        await heard.until(lambda: failed_with(heard, Cause.SLOT_TAKEN))
        for _ in range(5):
            owner.announced(Announce("D", "127.0.0.1", Version.V33, "P"))
            await asyncio.sleep(0)
        assert peer.connects == 1


async def test_a_sleeper_is_not_connected_to_until_it_announces_itself():
    async with FakeDevice() as peer, owned(lan_device(peer, sleeper=True)) as (owner, heard):
        await heard.until(lambda: heard.state() is not None)
        assert heard.states() == [PathState.ASLEEP]
        assert peer.connects == 0
        owner.announced(Announce("D", "127.0.0.1", None, "P"))
        await heard.until(lambda: connected(heard))
        peer.drop()
        await heard.until(lambda: heard.state().state is PathState.ASLEEP)
        assert peer.connects == 1
        assert PathState.UNREACHABLE not in heard.states()


async def test_cancelling_the_owner_closes_the_connection():
    async with FakeDevice() as peer:
        async with owned(lan_device(peer)) as (_, heard):
            await heard.until(lambda: connected(heard))
        await peer.until(lambda: peer.connections == 0)


async def test_frames_are_kept_in_clear_without_the_key_exchange():
    async with FakeDevice("3.4") as peer, owned(lan_device(peer)) as (owner, heard):
        await heard.until(lambda: connected(heard))
        texts = [(record.sent, record.command, record.text) for record in owner.memory.tap.records()]
        assert texts == [
            (True, "session start", "(key exchange, hidden)"),
            (False, "session answer", "(key exchange, hidden)"),
            (True, "session finish", "(key exchange, hidden)"),
            (True, "query new", "{}"),
            (False, "query new", '{"dps":{"1":false,"2":21}}'),
        ]


async def test_a_device_that_is_asked_to_measure_anew_is_asked_for_its_status_a_moment_later():
    async with FakeDevice() as peer, owned(lan_device(peer)) as (owner, heard):
        await heard.until(lambda: connected(heard))
        peer.dps["18"] = 412
        owner.refresh((18, 19))
        await heard.until(lambda: ("D", None, {"1": False, "2": 21, "18": 412}, True) in heard.told)
        assert (0x12, {"dpId": [18, 19]}) in peer.asked


async def test_an_announce_while_connecting_does_not_mistake_the_version_in_use():
    async with FakeDevice(manners=Manners(slots=1)) as peer, owned(lan_device(peer, version=None)) as (owner, heard):
        await peer.until(lambda: peer.connections == 1)
        owner.announced(Announce("D", "127.0.0.1", Version.V35, "P"))
        await heard.until(lambda: connected(heard))
        assert heard.state().version == "3.3"
