"""The message queue over a real WebSocket: bodies, ciphers, acknowledgement, failover, misbehaviour."""

import asyncio
import base64
import binascii
import json

import pytest
from cryptography.exceptions import InvalidTag
from websockets.exceptions import ConnectionClosed, InvalidMessage, InvalidStatus

from heyzack_console.simulator.cloud.temper import Cipher, Family
from tests.simulator.cloud.caller import NOW_MS, queue_password, reading

BOTH = (Family.IOT_CORE, Family.OLDER)


def switch(rig, on=True):
    """Let the first lamp report its switch and return it."""
    lamp = rig.one("Light")
    rig.project.report(lamp.id, {"switch_led": on})
    return lamp


def test_the_password_follows_from_id_and_secret():
    assert queue_password("heldoutclientid00001", "f00dfacecafebeef0123456789abcdef") == "3204b7deb238696a"


@pytest.mark.parametrize("cipher", Cipher)
async def test_a_changed_value_arrives_under_either_cipher(rig, cipher):
    rig.set_queue(cipher=cipher)
    async with rig.read() as reader:
        lamp = switch(rig)
        protocol, body = await reader.message()
    assert (protocol, body["bizCode"], body["ts"]) == (1000, "devicePropertyMessage", NOW_MS)
    told = body["bizData"]
    assert (told["devId"], told["productId"]) == (lamp.id, lamp.product)
    assert told["properties"] == [{"code": "switch_led", "dpId": 20, "time": NOW_MS, "value": True}]


async def test_the_cipher_need_not_be_named_for_ecb(rig):
    rig.set_queue(names_cipher=False)
    async with rig.read() as reader:
        switch(rig)
        frame = await reader.frame()
        assert "em" not in frame["properties"]
        assert reader.opened(frame)[0] == 1000


async def test_with_both_families_a_change_arrives_twice_under_one_name(rig):
    rig.set_queue(families=BOTH)
    async with rig.read() as reader:
        lamp = switch(rig)
        (_, core), (protocol, older) = await reader.message(), await reader.message()
    assert protocol == 4
    assert older["dataId"] == core["bizData"]["dataId"]
    assert older["status"] == [{"code": "switch_led", "value": True, "t": NOW_MS, "20": "true"}]
    assert (older["devId"], "bizCode" in older) == (lamp.id, False)


async def test_a_value_that_did_not_change_is_not_told(rig):
    async with rig.read() as reader:
        switch(rig)
        switch(rig)
        switch(rig, on=False)
        told = [(await reader.message())[1]["bizData"]["properties"][0]["value"] for _ in range(2)]
    assert told == [True, False]


async def test_mere_measurements_wait_for_their_turn_and_then_come_together(rig):
    meter = rig.one("Water meter")
    async with rig.read() as reader:
        for flow in (1.0, 2.0, 3.0):
            rig.project.report(meter.id, {"instantaneous_flow_rate": flow})
        rig.now_ms += 16_000
        rig.project.report(meter.id, {"instantaneous_flow_rate": 4.0})
        values = [(await reader.message())[1]["bizData"]["properties"][0]["value"] for _ in range(2)]
    assert values == [10, 40]


async def test_urgent_measurements_and_changed_words_do_not_wait(rig):
    air = rig.one("Air quality")
    async with rig.read() as reader:
        rig.project.report(air.id, {"co2_value": 700.0}, urgent=True)
        rig.project.report(air.id, {"co2_value": 701.0})
        rig.project.report(air.id, {"co2_value": 702.0}, urgent=True)
        rig.project.report(air.id, {"co2_state": "alarm"})
        told = [(await reader.message())[1]["bizData"]["properties"][0]["value"] for _ in range(3)]
    assert told == [700, 702, "alarm"]


async def test_comings_and_goings_names_and_bindings_are_told_in_both_families(rig):
    rig.set_queue(families=BOTH)
    lamp = rig.one("Light")
    async with rig.read() as reader:
        rig.project.set_online(lamp.id, online=False)
        rig.project.set_online(lamp.id, online=True)
        rig.project.rename(rig.project.twins[lamp.id], "Größe = A&B+C/D")
        rig.project.pair_anew(lamp.id, "newkey$<'&`?*:;!")
        rig.project.signal(lamp.id, -61)
        heard = [await reader.message() for _ in range(11)]
    codes = [(protocol, body["bizCode"]) for protocol, body in heard]
    assert codes == [
        (1001, "deviceOffline"), (20, "offline"), (1001, "deviceOnline"), (20, "online"),
        (1001, "deviceNameUpdate"), (20, "nameUpdate"), (1001, "deviceUnbindSpace"), (20, "delete"),
        (1001, "deviceBindSpace"), (20, "bindUser"), (20, "deviceSignal"),
    ]  # fmt: skip
    assert heard[4][1]["bizData"]["name"] == heard[5][1]["bizData"]["name"] == "Größe = A&B+C/D"
    assert heard[10][1]["bizData"]["reportData"][0]["rssi"] == -61


async def test_a_device_that_is_cut_off_tells_nothing(rig):
    lamp = rig.one("Light")
    async with rig.read() as reader:
        rig.project.set_online(lamp.id, online=False)
        switch(rig)
        rig.project.set_online(lamp.id, online=True)
        codes = [(await reader.message())[1]["bizCode"] for _ in range(2)]
    assert codes == ["deviceOffline", "deviceOnline"]


async def test_what_is_not_acknowledged_comes_again_with_a_count(rig):
    async with rig.read(ack_ms=40) as reader:
        switch(rig)
        frames = [await reader.frame() for _ in range(3)]
    assert len({frame["messageId"] for frame in frames}) == 1
    assert [frame["redeliveryCount"] for frame in frames] == [0, 1, 2]


async def test_a_negative_acknowledgement_brings_a_message_back_at_once(rig):
    async with rig.read(ack_ms=0) as reader:
        switch(rig)
        frame = await reader.frame()
        await reader.socket.send(json.dumps({"type": "negativeAcknowledge", "messageId": frame["messageId"]}))
        assert (await reader.frame())["redeliveryCount"] == 1


async def test_nonsense_instead_of_an_acknowledgement_does_no_harm(rig):
    async with rig.read() as reader:
        for words in ("", "[]", "{", '{"messageId": 5}', '{"messageId": "unknown"}'):
            await reader.socket.send(words)
        switch(rig)
        assert (await reader.message())[0] == 1000


async def test_what_happened_without_a_consumer_waits_for_it(rig):
    switch(rig)
    switch(rig, on=False)
    async with rig.read() as reader:
        assert [(await reader.message())[1]["bizData"]["properties"][0]["value"] for _ in range(2)] == [True, False]


async def test_the_backlog_drops_its_oldest_messages(rig):
    rig.set_queue(backlog=22)
    for turn in range(6):
        switch(rig, on=turn % 2 == 0)
    assert rig.project.queue.subscription("event", "sub").waiting == 2


async def test_an_unacknowledged_message_goes_to_the_next_connection(rig):
    async with rig.read(ack_ms=0) as reader:
        switch(rig)
        first = await reader.frame()
    async with rig.read(ack_ms=0) as reader:
        second = await reader.frame()
    assert (second["messageId"], second["redeliveryCount"]) == (first["messageId"], 1)


async def test_two_consumers_of_one_subscription_share_the_devices(rig):
    devices = [twin for twin in rig.project.twins if not rig.project.twins[twin].device.gateway][:20]
    async with rig.read() as left, rig.read() as right:
        for device in devices:
            rig.project.set_online(device, online=False)
        heard = {0: set(), 1: set()}

        async def listen(index, reader):
            while len(heard[0]) + len(heard[1]) < len(devices):
                heard[index].add((await reader.message())[1]["bizData"]["devId"])

        tasks = [asyncio.create_task(listen(*pair)) for pair in enumerate((left, right))]
        async with asyncio.timeout(10):
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    assert heard[0] | heard[1] == set(devices)
    assert not heard[0] & heard[1]
    assert heard[0]
    assert heard[1]


async def test_consumers_of_two_subscriptions_hear_everything_each(rig):
    async with rig.read() as usual, rig.read(suffix="second") as second:
        switch(rig)
        assert (await usual.message())[1] == (await second.message())[1]


async def test_the_other_topic_is_silent(rig):
    rig.set_queue(topic="event-test")
    async with rig.read() as usual, rig.read(topic="event-test") as trial:
        switch(rig)
        assert (await trial.message())[0] == 1000
        assert rig.project.queue.subscription("event", "sub").waiting == 0
        rig.set_queue(topic="event")
        switch(rig, on=False)
        assert (await usual.message())[1]["bizData"]["properties"][0]["value"] is False


@pytest.mark.parametrize(
    ("how", "status"),
    [({"password": "0" * 16}, 401), ({"topic": "elsewhere"}, 404)],
    ids=["password", "topic"],
)
async def test_a_wrong_password_or_topic_is_refused(rig, how, status):
    with pytest.raises(InvalidStatus) as caught:
        async with rig.read(**how):
            pass
    assert caught.value.response.status_code == status


async def test_an_exclusive_consumer_is_refused_beside_another(rig):
    async with rig.read():
        with pytest.raises(InvalidStatus) as caught:
            async with rig.read(kind="Exclusive"):
                pass
    assert caught.value.response.status_code == 409


async def test_a_queue_that_goes_down_hangs_up_and_refuses_until_it_is_back(rig):
    async with rig.read() as reader:
        rig.set_queue(down=True)
        with pytest.raises(ConnectionClosed):
            await reader.frame()
    with pytest.raises(InvalidStatus):
        async with rig.read():
            pass
    switch(rig)
    rig.set_queue(down=False)
    async with rig.read() as reader:
        assert (await reader.message())[0] == 1000


async def test_an_expired_subscription_closes_the_queue_too(rig):
    async with rig.read() as reader:
        rig.set(subscription_expired=True)
        with pytest.raises(ConnectionClosed):
            await reader.frame()
    with pytest.raises(InvalidStatus):
        async with rig.read():
            pass


async def test_duplicates_have_ids_of_their_own_and_the_same_body(rig):
    rig.set_queue(duplicates=1.0)
    async with rig.read() as reader:
        switch(rig)
        first, second = await reader.frame(), await reader.frame()
    assert first["messageId"] != second["messageId"]
    assert first["payload"] == second["payload"]


async def test_a_message_can_be_overtaken_by_the_next(rig):
    rig.set_queue(disorder=1.0)
    async with rig.read() as reader:
        switch(rig)
        rig.now_ms += 5
        switch(rig, on=False)
        values = [(await reader.message())[1]["bizData"]["properties"][0]["value"] for _ in range(2)]
    assert values == [False, True]


async def test_a_message_that_nothing_overtakes_goes_on_when_time_passes(rig):
    rig.set_queue(disorder=1.0)
    async with rig.read() as reader:
        switch(rig)
        rig.project.pass_time(0.1)
        assert (await reader.message())[1]["bizData"]["properties"][0]["value"] is True


async def test_messages_can_be_lost_or_accompanied_by_unknown_ones(rig):
    rig.set_queue(lost=1.0)
    async with rig.read() as reader:
        switch(rig)
        rig.set_queue(lost=0.0, unknown_code=1.0)
        switch(rig, on=False)
        bodies = [(await reader.message())[1] for _ in range(2)]
    assert bodies[0]["bizCode"] == "deviceHummed"
    assert bodies[1]["bizData"]["properties"][0]["value"] is False


async def test_a_broken_tag_and_broken_base64_can_be_noticed(rig):
    rig.set_queue(cipher=Cipher.GCM, bad_tag=1.0)
    async with rig.read() as reader:
        switch(rig)
        with pytest.raises(InvalidTag):
            await reader.message()
        rig.set_queue(bad_tag=0.0, bad_base64=1.0)
        switch(rig, on=False)
        with pytest.raises(binascii.Error):
            await reader.message()


async def test_broken_padding_takes_the_place_of_a_tag_under_ecb(rig):
    rig.set_queue(bad_tag=1.0)
    async with rig.read() as reader:
        switch(rig)
        frame = await reader.frame()
        data = base64.b64decode(json.loads(base64.b64decode(frame["payload"]))["data"])
        assert len(data) % 16 == 0
        with pytest.raises(ValueError):
            reader.opened(frame)


async def test_a_stranger_on_the_projects_name_is_refused(rig):
    with pytest.raises(InvalidStatus):
        async with reading(rig.access, suffix="sub", password="x" * 16):
            pass


async def test_in_an_outage_consumers_are_dropped_and_cannot_come_back(rig):
    async with rig.read() as reader:
        rig.set(outage=True)
        with pytest.raises(ConnectionClosed):
            await reader.frame()
    with pytest.raises((InvalidMessage, ConnectionError)):
        async with rig.read():
            pass
    rig.set(outage=False)
    async with rig.read() as reader:
        switch(rig)
        assert (await reader.message())[0] == 1000


async def test_a_device_can_send_a_word_that_its_product_never_declared(rig):
    rig.set(odd_words=1.0)
    coil = rig.one("Fan coil")
    async with rig.read() as reader:
        rig.project.report(coil.id, {"mode": "hot", "switch": True})
        odd = (await reader.message())[1]["bizData"]["properties"]
        rig.set(odd_words=0.0)
        rig.project.report(coil.id, {"mode": "hot", "switch": True})
        right = (await reader.message())[1]["bizData"]["properties"]
    assert [(item["code"], item["value"]) for item in odd] == [("mode", "undeclared_word")]
    assert [(item["code"], item["value"]) for item in right] == [("mode", "hot")]


async def test_a_lost_acknowledgement_brings_the_message_again_and_is_counted(rig):
    rig.set_queue(acks_lost=1.0)
    async with rig.read(ack_ms=40) as reader:
        switch(rig)
        frames = [await reader.frame()]
        await reader.socket.send(json.dumps({"messageId": frames[0]["messageId"]}))
        frames.append(await reader.frame())
    assert [frame["redeliveryCount"] for frame in frames] == [0, 1]
    assert rig.project.mishaps["message again"] == 1


async def test_a_connection_that_is_cut_after_a_message_gets_it_again_when_it_comes_back(rig):
    rig.set_queue(cut=1.0)
    async with rig.read() as reader:
        switch(rig)
        first = await reader.frame()
        with pytest.raises(ConnectionClosed):
            await reader.frame()
    rig.set_queue(cut=0.0)
    async with rig.read() as reader:
        again = await reader.frame()
    assert (again["messageId"], again["redeliveryCount"]) == (first["messageId"], 1)
    assert rig.project.mishaps["consumer cut"] == 1


async def test_a_held_message_is_overtaken_by_several_until_its_time_is_over(rig):
    rig.set_queue(disorder=1.0, overtaken_s=(5.0, 5.0))
    async with rig.read() as reader:
        switch(rig)
        rig.set_queue(disorder=0.0, overtaken_s=(0.0, 0.0))
        switch(rig, on=False)
        switch(rig)
        rig.now_ms += 1
        rig.project.pass_time(4.0)
        switch(rig, on=False)
        rig.project.pass_time(1.0)
        told = [(await reader.message())[1]["bizData"]["properties"][0] for _ in range(4)]
    assert [one["value"] for one in told] == [False, True, False, True]
    assert rig.project.mishaps["message overtaken"] == 1
