"""Calls over real HTTP: login, replay, retry and what is never sent twice."""

import asyncio
import logging
from contextlib import ExitStack
from dataclasses import replace

import pytest

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.tuya.cloud.pace import Pace
from heyzack_console.tuya.cloud.refusals import CODES, RENEWS_TOKEN, trouble
from heyzack_console.tuya.cloud.wire import Call
from tests.support.certificates import loopback_tls
from tests.support.cloud_peer import SECRET, Cut, Raw, Refuse, cloud_peer
from tests.tuya.cloud.at_the_cloud import ORDER, PROJECT, READ, at_the_cloud, unix_ms

HOUR = 3600.0


async def refused(awaitable) -> CloudError:
    with pytest.raises(CloudError) as caught:
        await awaitable
    return caught.value


async def test_a_call_logs_in_first_and_the_token_serves_the_next_call():
    async with at_the_cloud() as at:
        assert await at.client.call(READ) == "fine"
        assert await at.client.call(ORDER) == "done"
        assert at.peer.logins == 1
        assert at.peer.calls[1].json == {"on": True}


async def test_odd_values_in_query_and_body_reach_a_strict_verifier():
    call = Call("GET", "/v1.0/thing", {"b": "ä &=+/?#%41", "a": ["x", "y"], "flag": True, "none": None})
    async with at_the_cloud() as at:
        assert await at.client.call(call) == "fine"
        assert at.peer.calls[0].query == {"a": "x,y", "b": "ä &=+/?#%41", "flag": "true"}


async def test_many_callers_without_a_token_share_one_login():
    async with at_the_cloud() as at:
        async with asyncio.TaskGroup() as group:
            for _ in range(20):
                group.create_task(at.client.call(READ))
        assert at.peer.logins == 1
        assert len(at.peer.calls) == 20


async def test_many_callers_with_a_dead_token_share_one_renewal_and_each_is_replayed_once():
    async with at_the_cloud() as at:
        await at.client.call(READ)
        at.peer.end_tokens()
        async with asyncio.TaskGroup() as group:
            for _ in range(5):
                group.create_task(at.client.call(ORDER))
        assert at.peer.logins == 2
        assert len(at.peer.calls) == 1 + 5 + 5


async def test_a_failed_login_is_told_to_everybody_who_waited_for_it():
    async with at_the_cloud() as at:
        at.peer.login_gate, at.peer.login_seen = asyncio.Event(), asyncio.Event()
        at.peer.login_faults.append(Refuse(1005, "clientId invalid"))
        async with asyncio.TaskGroup() as group:
            waiting = [group.create_task(refused(at.client.call(READ))) for _ in range(3)]
            await at.peer.login_seen.wait()
            at.peer.login_gate.set()
        assert [task.result().code for task in waiting] == [1005] * 3
        assert at.peer.logins == 1


async def test_a_caller_that_gives_up_during_the_login_leaves_the_others_logged_in():
    async with at_the_cloud() as at:
        at.peer.login_gate, at.peer.login_seen = asyncio.Event(), asyncio.Event()
        async with asyncio.TaskGroup() as group:
            first = group.create_task(at.client.call(READ))
            second = group.create_task(at.client.call(READ))
            await at.peer.login_seen.wait()
            first.cancel()
            at.peer.login_gate.set()
        assert second.result() == "fine"


async def test_a_token_is_renewed_before_it_ends():
    async with at_the_cloud() as at:
        await at.client.call(READ)
        at.time.advance(at.peer.token_life_s - 59)
        await at.client.call(READ)
        assert at.peer.logins == 2
        assert len(at.peer.calls) == 2


@pytest.mark.parametrize("code", sorted(RENEWS_TOKEN))
async def test_a_refused_token_is_renewed_and_the_call_replayed_exactly_once(code):
    async with at_the_cloud() as at:
        at.peer.faults.extend([Refuse(code), Refuse(code)])
        error = await refused(at.client.call(ORDER))
        assert error.cause is CloudCause.AUTH
        assert (at.peer.logins, len(at.peer.calls)) == (2, 2)
        assert await at.client.call(ORDER) == "done"


async def test_a_wrong_secret_is_asked_once_and_never_again():
    async with at_the_cloud(secret="0" * 32) as at:
        first = await refused(at.client.call(READ))
        at.time.advance(1000 * HOUR)
        second = await refused(at.client.call(ORDER, urgent=True))
        assert (first.code, first.cause) == (1004, CloudCause.AUTH)
        assert second.cause is CloudCause.AUTH
        assert not second.may_have_arrived
        assert len(at.peer.asked) == 1
        client = at.another()
        assert await client.call(READ) == "fine"
        await client.close()


async def test_a_clock_that_is_off_is_learnt_from_the_refusal_and_the_login_replayed():
    async with at_the_cloud() as at:
        at.peer.skew_ms = 40 * 60 * 1000
        assert await at.client.call(READ) == "fine"
        assert at.client.wire.clock_offset_ms == pytest.approx(40 * 60 * 1000, abs=5)
        assert at.peer.logins == 2


async def test_a_clock_that_jumps_while_running_costs_one_replay():
    async with at_the_cloud() as at:
        await at.client.call(READ)
        at.time.clock.advance(-86_400)
        at.peer.skew_ms = 86_400_000
        assert await at.client.call(ORDER) == "done"
        assert len(at.peer.calls) == 3


@pytest.mark.parametrize(
    "fault", [Refuse(500), Refuse(1110), Refuse(1111), Refuse(1113), Refuse(1199), Raw(502), Cut()]
)
async def test_a_read_is_tried_four_times_more_with_growing_pauses(fault):
    async with at_the_cloud() as at:
        at.peer.faults.extend([fault] * 4)
        assert await at.client.call(READ) == "fine"
        assert len(at.peer.calls) == 5
        long_ones = [p for p in at.time.pauses if p >= 0.5]
        for pause, around in zip(long_ones[:4], (1, 2, 4, 8), strict=False):
            assert around * 0.5 <= pause or fault.__class__ is Refuse
        at.peer.faults.extend([fault] * 9)
        assert (await refused(at.client.call(READ))).cause in {
            CloudCause.SERVER,
            CloudCause.THROTTLE,
            CloudCause.TRANSPORT,
        }
        assert len(at.peer.calls) == 10


@pytest.mark.parametrize("fault", [Refuse(500), Refuse(1111), Raw(502), Raw(200, b'{"succ'), Cut()])
async def test_an_order_whose_outcome_is_open_is_not_sent_again(fault):
    async with at_the_cloud() as at:
        at.peer.faults.append(fault)
        error = await refused(at.client.call(ORDER))
        assert error.cause is CloudCause.TRANSPORT
        assert error.may_have_arrived
        assert "not known" in error.text
        assert len(at.peer.calls) == 1


@pytest.mark.parametrize("code", [1110, 1113, 1199])
async def test_an_order_that_was_clearly_refused_for_haste_is_sent_again(code):
    async with at_the_cloud() as at:
        at.peer.faults.append(Refuse(code))
        assert await at.client.call(ORDER) == "done"
        assert len(at.peer.calls) == 2


async def test_a_certificate_that_nobody_vouches_for_is_not_spoken_to(tmp_path):
    tls, _ = loopback_tls(tmp_path)
    async with at_the_cloud() as at, cloud_peer(unix_ms(at.time.clock), tls) as stranger:
        at.project = replace(PROJECT, base_url=stranger.base_url)
        client = at.another()
        error = await refused(client.call(ORDER))
        assert error.cause is CloudCause.TRANSPORT
        assert not error.may_have_arrived
        assert stranger.asked == []
        await client.close()


async def test_an_order_that_never_left_is_said_to_have_not_left():
    nowhere = replace(PROJECT, region="", base_url="http://127.0.0.1:9")
    async with at_the_cloud() as at:
        at.project = replace(nowhere)
        client = at.another()
        error = await refused(client.call(ORDER))
        assert error.cause is CloudCause.TRANSPORT
        assert not error.may_have_arrived
        await client.close()


@pytest.mark.parametrize("code", sorted(CODES.keys() - RENEWS_TOKEN - {500, 1013, 1110, 1111, 1112, 1113, 1199}))
async def test_every_other_code_is_told_at_once_with_its_cause_and_tid(code):
    async with at_the_cloud() as at:
        at.peer.faults.append(Refuse(code, "as seen"))
        error = await refused(at.client.call(READ))
        assert error.cause is CODES[code].cause
        assert error.text.startswith(CODES[code].what)
        assert (error.code, error.tid) == (code, f"{2:032x}")
        assert len(at.peer.calls) == 1


async def test_an_unknown_code_shows_code_message_and_tid_and_is_not_tried_again():
    async with at_the_cloud() as at:
        at.peer.faults.append(Refuse(987654, "strange\nthings"))
        error = await refused(at.client.call(READ))
        assert error.cause is CloudCause.OTHER
        assert "987654" in error.text
        assert "strange things" in error.text
        assert f"{2:032x}" in error.text
        assert len(at.peer.calls) == 1


@pytest.mark.parametrize("code", [28841002, 28841004])
async def test_an_ended_subscription_or_quota_rests_for_an_hour_and_then_lets_one_call_try(code):
    async with at_the_cloud() as at:
        at.peer.faults.extend([Refuse(code), Refuse(code)])
        await refused(at.client.call(READ))
        assert (await refused(at.client.call(ORDER, urgent=True))).code == code
        assert len(at.peer.calls) == 1
        at.time.advance(HOUR)
        await refused(at.client.call(READ))
        await refused(at.client.call(READ))
        assert len(at.peer.calls) == 2
        at.time.advance(HOUR)
        assert await at.client.call(READ) == "fine"
        assert at.client.breaker.error is None


async def test_of_many_callers_after_the_hour_a_single_one_tries():
    async with at_the_cloud() as at:
        at.peer.faults.extend([Refuse(28841004), Refuse(28841004)])
        await refused(at.client.call(READ))
        at.time.advance(HOUR)
        async with asyncio.TaskGroup() as group:
            for _ in range(6):
                group.create_task(refused(at.client.call(READ)))
        assert len(at.peer.calls) == 2


async def test_tries_that_overlapped_do_not_keep_the_next_hour_s_try_from_going_out():
    async with at_the_cloud() as at:
        at.peer.faults.append(Refuse(28841004))
        await refused(at.client.call(READ))
        breaker = at.client.breaker
        at.time.advance(HOUR)
        with breaker.passage(), ExitStack() as later:
            breaker.failed(trouble(CloudCause.TRANSPORT, "The connection broke off."))
            later.enter_context(breaker.passage(urgent=True))
            earlier_ends = later.pop_all()
        earlier_ends.close()
        at.peer.faults.append(Refuse(28841004))
        at.time.advance(HOUR)
        await refused(at.client.call(READ))
        at.time.advance(HOUR)
        assert await at.client.call(READ) == "fine"


async def test_a_read_between_two_tries_gives_up_when_another_call_learns_that_the_quota_is_used_up():
    async with at_the_cloud() as at:

        async def learn():
            at.peer.faults.append(Refuse(28841004))
            await refused(at.client.call(ORDER))

        await at.client.call(READ)
        at.time.in_pause = learn
        at.peer.faults.append(Cut())
        assert (await refused(at.client.call(READ))).code == 28841004
        assert len(at.peer.calls) == 3


async def test_a_signature_refused_while_the_clock_was_off_is_tried_with_the_right_time():
    async with at_the_cloud() as at:
        at.peer.skew_ms = 90_000
        at.peer.login_faults.append(Refuse(1004, "sign invalid"))
        assert await at.client.call(READ) == "fine"
        assert at.peer.logins == 2


async def test_a_cloud_that_is_away_is_asked_ever_more_rarely_but_an_order_may_always_try():
    async with at_the_cloud() as at:
        await at.client.call(READ)
        at.peer.faults.extend([Cut()] * 5)
        await refused(at.client.call(READ))
        assert len(at.peer.calls) == 6
        await refused(at.client.call(READ))
        pauses = []
        for _ in range(9):
            at.time.advance(at.client.breaker.next_try_s)
            at.peer.faults.append(Cut())
            asked = len(at.peer.calls)
            await refused(at.client.call(READ))
            assert len(at.peer.calls) == asked + 1
            pauses.append(at.client.breaker.next_try_s)
        assert 150 <= pauses[-1] <= 300
        assert await at.client.call(ORDER, urgent=True) == "done"
        assert at.client.breaker.error is None


async def test_a_refusal_that_concerns_one_device_leaves_the_rest_alone():
    async with at_the_cloud() as at:
        at.peer.faults.extend([Refuse(1106), Refuse(2001)])
        await refused(at.client.call(READ))
        await refused(at.client.call(READ))
        assert await at.client.call(READ) == "fine"


async def test_calls_of_one_class_keep_to_its_rate():
    async with at_the_cloud() as at:
        await at.client.call(ORDER)
        began = at.time.timing.monotonic()
        for _ in range(40):
            await at.client.call(ORDER)
        assert at.time.timing.monotonic() - began >= (40 - Pace.CONTROL.per_second) / Pace.CONTROL.per_second - 0.5


async def test_a_cloud_that_finds_calls_too_many_is_asked_half_as_often_for_a_while():
    async with at_the_cloud() as at:
        at.peer.faults.extend([Refuse(1199)] * 2)
        await at.client.call(READ)
        at.time.pauses.clear()
        for _ in range(30):
            await at.client.call(READ)
        assert max(at.time.pauses) > 2 / Pace.DEVICE_READ.per_second
        assert at.time.pauses[-1] == pytest.approx(1 / Pace.DEVICE_READ.per_second, abs=0.01)


async def test_background_calls_stop_at_their_share_of_the_month_and_orders_go_on():
    async with at_the_cloud(replace(PROJECT, calls_per_month=10, background_share=0.5)) as at:
        for _ in range(4):
            await at.client.call(READ)
        error = await refused(at.client.call(READ))
        assert (error.cause, error.code) == (CloudCause.QUOTA, 0)
        assert at.client.breaker.error is None
        assert len(at.peer.asked) == 5
        for _ in range(3):
            assert await at.client.call(ORDER, urgent=True) == "done"
        at.time.advance(32 * 24 * HOUR)
        assert await at.client.call(READ) == "fine"


async def test_counters_survive_a_restart_and_count_failed_calls_and_logins_too():
    async with at_the_cloud() as at:
        at.peer.faults.append(Refuse(2001))
        await refused(at.client.call(READ))
        await at.client.call(READ)
        at.client.quota.heard(7)
        await at.client.close()
        client = at.another()
        assert (client.quota.calls, client.quota.messages) == (3, 7)
        await client.close()


async def test_error_share_and_latency_come_from_the_newest_calls():
    async with at_the_cloud() as at:
        assert (at.client.wire.record.error_share, at.client.wire.record.latency_ms) == (0.0, None)
        at.peer.faults.extend([Refuse(987654), Refuse(2001)])
        for _ in range(3):
            try:
                await at.client.call(READ)
            except CloudError:
                continue
        assert at.client.wire.record.error_share == pytest.approx(1 / 4)
        assert at.client.wire.record.latency_ms is not None


async def test_no_secret_and_no_token_reaches_a_log_or_an_error(caplog):
    caplog.set_level(logging.DEBUG)
    async with at_the_cloud() as at:
        await at.client.call(READ)
        token = at.peer.tokens[-1]
        at.peer.faults.extend([Refuse(987654, f"bad token {token} for {SECRET}"), Refuse(500), Raw(502), Cut()])
        error = await refused(at.client.call(READ))
        await at.client.call(READ)
        told = "\n".join([error.text, repr(error), repr(at.client.wire), *(r.getMessage() for r in caplog.records)])
        for hidden in (SECRET, token, at.peer.calls[0].headers["sign"]):
            assert hidden not in told
