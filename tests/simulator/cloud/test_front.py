"""The front door: signatures, tokens, limits, and every way of misbehaving."""

import hashlib
import hmac

import httpx
import pytest

from heyzack_console.simulator.cloud.signing import Request, is_signed
from tests.simulator.cloud.caller import NOW_MS
from tests.simulator.cloud.conftest import ACCOUNT

LIST = "/v2.0/cloud/thing/device"
ONE_PAGE = {"page_size": "5"}


def request(method, path, query="", body=b"", **headers):
    said = {"client_id": ACCOUNT.access_id, "t": "1700000000000", "nonce": "nonce1"}
    return Request(method, path, query, said | headers, body)


@pytest.mark.parametrize(
    ("made", "with_token"),
    [
        (
            request(
                "GET",
                "/v1.0/token",
                "grant_type=1",
                sign="451973F704FC3137F76DCDCDE7EB642AA8072F1955ACB3F76B8B872C50E3E275",
            ),
            False,
        ),
        (
            request(
                "GET",
                "/v1.0/iot-03/devices/status",
                "device_ids=a%2Cb",
                access_token="tok123",
                sign="3F863A62D706894368DD50691C9CDDBBB3D6CBBA18C16C5AF5770AD3C20E4EA6",
            ),
            True,
        ),
        (
            request(
                "POST",
                "/v1.0/iot-03/devices/a/commands",
                body=b'{"commands":[{"code":"switch_1","value":true}]}',
                access_token="tok123",
                area_id="a1",
                call_id="c2",
                sign="6239776FECA037B60071BCC4B7448A1DD24E4EC1DCDCF5F97F303052A50896C3",
                **{"signature-headers": "area_id:call_id"},
            ),
            True,
        ),
    ],
    ids=["token", "query", "body and headers"],
)
def test_signatures_of_the_vendors_own_programs_are_accepted(made, with_token):
    assert is_signed(made, ACCOUNT.secret, with_token=with_token)


def test_a_query_is_signed_sorted_and_decoded_whatever_its_order_on_the_wire():
    sorted_first = request("GET", "/v1.0/x", "a=1%2C2&b=%C3%BC+%2B", access_token="k")
    other_order = request("GET", "/v1.0/x", "b=%C3%BC%20%2B&a=1,2", access_token="k")
    text = f"{ACCOUNT.access_id}k1700000000000nonce1GET\n{hashlib.sha256(b'').hexdigest()}\n\n/v1.0/x?a=1,2&b=ü +"
    sign = hmac.new(ACCOUNT.secret.encode(), text.encode(), hashlib.sha256).hexdigest().upper()
    for made in (sorted_first, other_order):
        assert is_signed(Request(made.method, made.path, made.query, {**made.headers, "sign": sign}), ACCOUNT.secret,
                         with_token=True)  # fmt: skip


async def refused(rig, *call, **changes):
    answer = await rig.caller.call(*call, **changes)
    assert answer["success"] is False
    assert answer["msg"]
    assert answer["t"] == rig.project.now_ms
    return answer["code"]


async def test_answers_carry_the_time_and_an_id(rig):
    answer = await rig.caller.call("GET", LIST, ONE_PAGE)
    assert (answer["success"], answer["t"], len(answer["tid"])) == (True, NOW_MS, 32)


async def test_a_changed_body_breaks_the_signature(rig):
    device = rig.one("Light").id
    honest = await rig.caller.raw("PUT", f"/v1.0/iot-03/devices/{device}", None, {"name": "Lamp"})
    forged = await rig.caller.http.put(
        f"/v1.0/iot-03/devices/{device}", content=b'{"name": "Bomb"}', headers=dict(honest.request.headers)
        | {"content-length": "16"},
    )  # fmt: skip
    assert forged.json()["code"] == 1004
    assert rig.project.twins[device].name == "Lamp"


async def test_the_secret_of_another_project_is_refused(rig):
    assert await refused(rig, "GET", LIST, ONE_PAGE, sign="0" * 64) == 1004


async def test_an_unknown_access_id_is_refused(rig):
    assert await refused(rig, "GET", LIST, ONE_PAGE, client_id="stranger") == 1005


async def test_a_request_without_a_signature_is_refused(rig):
    answer = await rig.caller.http.get(LIST)
    assert (answer.status_code, answer.json()["code"]) == (200, 1105)


@pytest.mark.parametrize("minutes", [-6, 6])
async def test_a_clock_that_is_minutes_off_is_refused_and_told_the_time(rig, minutes):
    assert await refused(rig, "GET", LIST, ONE_PAGE, at=NOW_MS + minutes * 60_000) == 1013


async def test_the_clouds_own_clock_can_be_wrong(rig):
    rig.set(clock_offset_s=3600)
    assert await refused(rig, "GET", LIST, ONE_PAGE) == 1013
    assert (await rig.caller.call("GET", LIST, ONE_PAGE, at=NOW_MS + 3_600_000))["success"]


async def test_a_call_without_a_token_is_refused(rig):
    assert await refused(rig, "GET", LIST, ONE_PAGE, token="") == 1002


async def test_a_token_ends_when_its_life_is_over(rig):
    rig.set(token_life_s=60)
    answer = await rig.caller.sign_in()
    assert answer["result"]["expire_time"] == 60
    rig.now_ms += 59_000
    assert (await rig.caller.call("GET", LIST, ONE_PAGE))["success"]
    rig.now_ms += 2_000
    assert await refused(rig, "GET", LIST, ONE_PAGE) == 1010


async def test_a_refresh_token_is_good_once_and_ends_the_old_token(rig):
    granted = (await rig.caller.sign_in())["result"]
    path = f"/v1.0/token/{granted['refresh_token']}"
    renewed = await rig.caller.call("GET", path, token="")
    assert await refused(rig, "GET", LIST, ONE_PAGE) == 1010
    assert (await rig.caller.call("GET", LIST, ONE_PAGE, token=renewed["result"]["access_token"]))["success"]
    assert await refused(rig, "GET", path, token="") == 1114


async def test_a_second_grant_leaves_the_first_alone_unless_told_otherwise(rig):
    first = rig.caller.token
    await rig.caller.sign_in()
    assert (await rig.caller.call("GET", LIST, ONE_PAGE, token=first))["success"]
    rig.set(second_grant_voids=True)
    await rig.caller.sign_in()
    assert await refused(rig, "GET", LIST, ONE_PAGE, token=first) == 1010


async def test_another_grant_type_is_refused(rig):
    assert await refused(rig, "GET", "/v1.0/token", {"grant_type": "2"}, token="") == 1003


async def test_an_unknown_path_is_refused(rig):
    assert await refused(rig, "GET", "/v9.0/nothing") == 1108


async def test_a_device_of_somebody_else_is_refused(rig):
    assert await refused(rig, "GET", "/v1.0/iot-03/devices/bfstranger/status") == 1106


async def test_what_comes_too_often_is_refused_until_time_has_passed(rig):
    answers = [await rig.caller.call("GET", LIST, ONE_PAGE) for _ in range(11)]
    assert [answer.get("code") for answer in answers] == [None] * 10 + [1199]
    rig.now_ms += 1000
    assert (await rig.caller.call("GET", LIST, ONE_PAGE))["success"]


async def test_a_used_quota_refuses_calls_until_the_next_month(rig):
    rig.set(calls_per_month=2)
    codes = [(await rig.caller.call("GET", LIST, ONE_PAGE)).get("code") for _ in range(3)]
    assert codes == [None, None, 28841004]
    rig.now_ms += 31 * 86_400_000
    await rig.caller.sign_in()
    assert (await rig.caller.call("GET", LIST, ONE_PAGE))["success"]


async def test_an_expired_subscription_still_grants_tokens(rig):
    rig.set(subscription_expired=True)
    assert (await rig.caller.sign_in())["success"]
    assert await refused(rig, "GET", LIST, ONE_PAGE) == 28841002


async def test_one_family_of_paths_can_be_unsubscribed(rig):
    rig.set(unsubscribed=("/v2.0/cloud/",))
    assert await refused(rig, "GET", LIST, ONE_PAGE) == 28841101
    assert (await rig.caller.call("GET", "/v1.3/iot-03/devices"))["success"]


async def test_any_documented_code_can_be_the_answer_of_a_path(rig):
    rig.set(refused=(("/v2.0/cloud/thing/batch", 1111),))
    assert await refused(rig, "GET", "/v2.0/cloud/thing/batch", {"device_ids": "x"}) == 1111


async def test_a_share_of_calls_can_be_refused(rig):
    rig.set(rates=False, refused=(("/v2.0/", 500),), refused_share=0.5)
    codes = {(await rig.caller.call("GET", LIST, ONE_PAGE)).get("code") for _ in range(20)}
    assert codes == {None, 500}


async def test_errors_may_lack_their_id(rig):
    rig.set(bare_errors=True)
    assert "tid" not in await rig.caller.call("GET", "/v9.0/nothing")


async def test_server_errors_and_pages_that_are_not_json(rig):
    rig.set(server_error=1.0)
    assert (await rig.caller.raw("GET", LIST, ONE_PAGE)).status_code == 502
    rig.set(server_error=0.0, not_json=1.0)
    page = await rig.caller.raw("GET", LIST, ONE_PAGE)
    assert (page.status_code, page.text[:6]) == (200, "<html>")


@pytest.mark.parametrize("how", [{"outage": True}, {"cut": 1.0}])
async def test_a_cut_connection_ends_without_an_answer(rig, how):
    rig.set(**how)
    with pytest.raises(httpx.TransportError):
        await rig.caller.raw("GET", LIST, ONE_PAGE)
    rig.set(outage=False, cut=0.0)
    assert (await rig.caller.call("GET", LIST, ONE_PAGE))["success"]


async def test_an_answer_can_be_lost_after_the_work_was_done(rig):
    device = rig.one("Light").id
    rig.set(cut_after=1.0)
    with pytest.raises(httpx.TransportError):
        await rig.caller.raw("PUT", f"/v1.0/iot-03/devices/{device}", None, {"name": "Lamp"})
    assert rig.project.twins[device].name == "Lamp"


async def test_an_answer_can_take_its_time(rig):
    rig.set(delay_s=30.0)
    with pytest.raises(httpx.ReadTimeout):
        await rig.caller.http.get(LIST, timeout=0.2)


async def test_a_caller_may_be_logged_out_at_any_call_and_refusals_are_counted(rig):
    rig.set(logged_out=1.0)
    assert await refused(rig, "GET", LIST, ONE_PAGE) == 1010
    rig.set(logged_out=0.0)
    await rig.caller.sign_in()
    assert (await rig.caller.call("GET", LIST, ONE_PAGE))["success"]
    assert +rig.project.mishaps == {"code 1010": 1}
