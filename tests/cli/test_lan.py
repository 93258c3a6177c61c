"""`lan probe` and `lan set` against devices on loopback, as a process."""

import pytest

from tests.cli.running import console
from tests.support.tuya_peers import KEY, FakeDevice, Manners

TEXT_KEY = KEY.decode()


def at(peer, *more, key=TEXT_KEY):
    return ["127.0.0.1", "--port", str(peer.port), "--id", peer.id, *(["--key", key] if key else []), *more]


@pytest.mark.parametrize("version", ["3.1", "3.2", "3.3", "3.4", "3.5"])
async def test_a_probe_reads_the_data_points_and_ends_with_zero(version):
    async with FakeDevice(version) as peer:
        ended = await console("lan", "probe", *at(peer, "--version", version, "--json"))
    assert ended.code == 0, ended.err
    assert ended.value.pop("elapsed_ms") > 0
    assert ended.value | {"elapsed_ms": 0} == {
        "ok": True,
        "stage": "ok",
        "version": version,
        "dps": {"1": False, "2": 21},
        "advice": "",
        "elapsed_ms": 0,
    }


async def test_a_probe_without_a_version_finds_it_out():
    async with FakeDevice("3.4") as peer:
        ended = await console("lan", "probe", *at(peer, "--json"))
    assert (ended.code, ended.value["version"], ended.value["dps"]) == (0, "3.4", {"1": False, "2": 21})


async def test_a_probe_of_nothing_ends_with_two_and_says_what_to_do():
    async with FakeDevice() as peer:
        closed = at(peer, "--json", "--version", "3.3")
    ended = await console("lan", "probe", *closed)
    assert (ended.code, ended.value["ok"], ended.value["stage"]) == (2, False, "connect")
    assert ended.value["advice"]


async def test_a_wrong_key_fails_the_probe_and_is_never_repeated():
    wrong = "another key 1234"
    async with FakeDevice("3.5") as peer:
        ended = await console("lan", "probe", *at(peer, "--version", "3.5", "--json", key=wrong))
    assert (ended.code, ended.value["stage"]) == (2, "negotiate")
    assert "key" in ended.value["advice"]
    assert wrong not in ended.out + ended.err


async def test_a_taken_slot_is_told_as_such():
    async with FakeDevice(manners=Manners(resets=True)) as peer:
        ended = await console("lan", "probe", *at(peer, "--version", "3.3", "--json"))
    assert (ended.code, ended.value["stage"]) == (2, "slot")


async def test_a_key_that_is_no_key_is_one_json_value_too():
    async with FakeDevice() as peer:
        ended = await console("lan", "probe", *at(peer, "--json", key="short"))
    assert (ended.code, ended.value["stage"], ended.value["ok"]) == (2, "key", False)
    assert "short" not in ended.out


async def test_the_key_may_come_from_the_environment():
    async with FakeDevice() as peer:
        ended = await console(
            "lan", "probe", *at(peer, "--json", "--version", "3.3", key=""), HEYZACK_LOCAL_KEY=TEXT_KEY
        )
    assert ended.value["ok"], ended.out


async def test_the_key_may_come_from_standard_input():
    async with FakeDevice() as peer:
        ended = await console("lan", "probe", *at(peer, "--json", "--version", "3.3", key="-"), stdin=f"{TEXT_KEY}\n")
    assert ended.value["ok"], ended.out


async def test_a_sub_device_is_read_through_its_gateway():
    async with FakeDevice("3.4") as peer:
        peer.children["c1"] = {"1": "normal"}
        ended = await console("lan", "probe", *at(peer, "--version", "3.4", "--cid", "c1", "--json"))
    assert (ended.value["ok"], ended.value["dps"]) == (True, {"1": "normal"})


async def test_an_order_is_taken_and_confirmed_by_what_comes_back():
    async with FakeDevice("3.5") as peer:
        ended = await console("lan", "set", *at(peer, "--version", "3.5", "--dp", "1=true", "--dp", "2=30", "--json"))
        assert ended.err == ""
        assert peer.dps == {"1": True, "2": 30}
    assert (ended.code, ended.value["ok"], ended.value["confirmed"]) == (0, True, True)
    assert ended.value["dps"] == {"1": True, "2": 30}


async def test_a_word_needs_no_quotes():
    async with FakeDevice(dps={"4": "auto"}) as peer:
        await console("lan", "set", *at(peer, "--version", "3.3", "--dp", "4=manual", "--json"))
        assert peer.dps == {"4": "manual"}


async def test_an_order_of_no_data_point_reaches_nobody():
    async with FakeDevice() as peer:
        ended = await console("lan", "set", *at(peer, "--version", "3.3", "--dp", "one=1", "--json"))
        assert peer.connects == 0
    assert (ended.code, ended.value["ok"]) == (2, False)


async def test_without_json_people_read_lines_and_errors_go_to_the_error_output():
    async with FakeDevice() as peer:
        good = await console("lan", "probe", *at(peer, "--version", "3.3"))
        bad = await console("lan", "probe", *at(peer, "--version", "3.3", key="short"))
    assert good.out.splitlines()[1:] == ["1\tfalse", "2\t21"]
    assert (bad.out, bad.code) == ("", 2)
    assert "16 characters" in bad.err
