"""`cloud check|devices|status|send` as a process against the simulated cloud."""

import asyncio
import sys
import time
from contextlib import suppress
from dataclasses import replace

import pytest

from heyzack_console.simulator.cloud.server import serving
from tests.cli.running import console
from tests.simulator.cloud.conftest import ACCOUNT, Rig

SECRETS = {"HEYZACK_TUYA_SECRET": ACCOUNT.secret}


class LiveRig(Rig):
    """A cloud whose clock is the real one: the command's process has no other."""

    @property
    def now_ms(self):
        return round(time.time() * 1000)

    @now_ms.setter
    def now_ms(self, value):
        """It cannot be put anywhere else."""


class Town:
    """A cloud that carries orders out by and by, and the command beside it."""

    def __init__(self):
        self.rig = LiveRig()

    @property
    def project(self):
        return self.rig.project

    def set(self, **changes):
        self.project.temper = replace(self.project.temper, **changes)

    async def pass_time(self):
        """Let the cloud's own time pass, as the running simulator does."""
        while True:
            await asyncio.sleep(0.02)
            self.project.pass_time(0.02)

    async def run(self, *words, stdin="", options=(), **environment):
        access = ["--base-url", self.access.base_url, "--access-id", ACCOUNT.access_id, *options]
        environment = environment or SECRETS
        ended = await console("cloud", *words, *access, stdin=stdin, **environment)
        assert ACCOUNT.secret not in ended.out + ended.err
        assert "Traceback" not in ended.err
        return ended


@pytest.fixture
async def town():
    made = Town()
    async with serving(made.project) as made.access:
        ticking = asyncio.get_running_loop().create_task(made.pass_time())
        yield made
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking


def lamp(town):
    return next(twin for twin in town.project.twins.values() if "switch_led" in twin.points)


async def test_a_good_project_passes_the_check(town):
    ended = await town.run("check", "--json")
    assert ended.code == 0, ended.out
    assert abs(ended.value.pop("clock_offset_ms")) < 60_000
    assert ended.value | {"clock_offset_ms": 0} == {
        "ok": True,
        "stage": "ok",
        "code": 0,
        "message": "",
        "advice": "",
        "clock_offset_ms": 0,
    }


async def test_the_secret_may_come_from_standard_input(town):
    ended = await town.run("check", "--json", stdin=f"{ACCOUNT.secret}\n", HEYZACK_TUYA_SECRET="")
    assert ended.value["ok"], ended.out


async def test_without_a_secret_the_check_says_how_to_give_one(town):
    ended = await town.run("check", "--json", HEYZACK_TUYA_SECRET="")
    assert (ended.code, ended.value["ok"], ended.value["stage"]) == (2, False, "address")
    assert "HEYZACK_TUYA_SECRET" in ended.value["message"]


async def test_a_wrong_secret_fails_at_the_token_and_is_not_repeated(town):
    wrong = "0123456789abcdef0123456789abcdef"
    ended = await town.run("check", "--json", HEYZACK_TUYA_SECRET=wrong)
    assert (ended.code, ended.value["ok"], ended.value["stage"], ended.value["code"]) == (2, False, "token", 1004)
    assert ended.value["advice"]
    assert wrong not in ended.out + ended.err


async def test_an_expired_subscription_fails_at_the_inventory_with_its_code(town):
    town.set(subscription_expired=True)
    ended = await town.run("check", "--json")
    assert (ended.code, ended.value["stage"], ended.value["code"]) == (2, "inventory", 28841002)
    assert "Renew" in ended.value["advice"]


async def test_nothing_at_the_address_fails_at_the_address(town):
    ended = await console("cloud", "check", "--json", "--base-url", "http://127.0.0.1:1", "--access-id", "x", **SECRETS)
    assert (ended.code, ended.value["ok"], ended.value["stage"]) == (2, False, "address")
    assert "reached" in ended.value["message"]


@pytest.mark.parametrize("where", [["--base-url", "http://cloud.example.com"], ["--region", "moon"], []])
async def test_an_address_that_is_none_is_told_without_asking_anybody(where):
    ended = await console("cloud", "check", "--json", *where, "--access-id", "x", **SECRETS)
    assert (ended.code, ended.value["ok"], ended.value["stage"]) == (2, False, "address")


async def test_a_clock_that_is_off_is_measured_and_does_no_harm(town):
    town.set(clock_offset_s=3600.0)
    ended = await town.run("check", "--json")
    assert ended.value["ok"], ended.out
    assert abs(ended.value["clock_offset_ms"] - 3_600_000) < 60_000


async def test_devices_are_listed_one_a_line_without_keys(town):
    ended = await town.run("devices", "--json")
    assert ended.code == 0, ended.err
    assert {line["id"] for line in ended.lines} == set(town.project.twins)
    assert all(
        set(line) == {"id", "name", "category", "product_id", "online", "sub", "node_id"} for line in ended.lines
    )
    assert not any(twin.local_key in ended.out for twin in town.project.twins.values() if twin.local_key)


async def test_keys_are_listed_when_they_are_asked_for(town):
    ended = await town.run("devices", "--json", "--with-keys")
    keys = {line["id"]: line["local_key"] for line in ended.lines}
    assert keys == {twin.id: twin.local_key for twin in town.project.twins.values()}
    assert any(keys.values())


async def test_a_refused_listing_ends_with_two_and_the_typed_cause(town):
    town.set(calls_per_month=0)
    ended = await town.run("devices", "--json")
    assert (ended.code, ended.value["ok"], ended.value["cause"], ended.value["code"]) == (2, False, "quota", 28841004)
    spoken = await town.run("devices")
    assert (spoken.code, spoken.out) == (2, "")
    assert "28841004" in spoken.err


async def test_the_present_values_are_those_of_the_cloud(town):
    twin = lamp(town)
    ended = await town.run("status", twin.id, "--json")
    assert ended.code == 0, ended.out
    assert ended.value["id"] == twin.id
    assert ended.value["values"]["switch_led"] == twin.values["switch_led"]
    assert ended.value["times"]["switch_led"].endswith("+00:00")


async def test_a_device_that_is_not_there_fails_alone(town):
    twin = lamp(town)
    ended = await town.run("status", "nobody0000000000", twin.id, "--json")
    missing, there = ended.lines
    assert ended.code == 2
    assert (missing["id"], missing["ok"]) == ("nobody0000000000", False)
    assert missing["cause"] in {"device", "permission", "input"}
    assert there["id"] == twin.id


async def test_an_order_is_accepted_and_confirmed_when_the_value_comes_back(town):
    town.set(effect_s=(0.1, 0.2))
    twin = lamp(town)
    wanted = not twin.values["switch_led"]
    ended = await town.run("send", twin.id, f"switch_led={str(wanted).lower()}", "--json")
    assert (ended.code, ended.value) == (0, {"ok": True, "accepted": True, "confirmed": True})
    assert twin.values["switch_led"] is wanted


async def test_an_order_without_an_effect_is_accepted_and_not_confirmed(town):
    town.set(effect_lost=1.0)
    twin = lamp(town)
    wanted = not twin.values["switch_led"]
    words = ["send", twin.id, f"switch_led={str(wanted).lower()}", "--timeout", "0.5", "--json"]
    ended = await town.run(*words)
    assert (ended.code, ended.value) == (0, {"ok": True, "accepted": True, "confirmed": False})


async def test_an_order_to_a_device_that_is_offline_is_refused_with_its_cause(town):
    twin = lamp(town)
    town.project.set_online(twin.id, online=False)
    ended = await town.run("send", twin.id, "switch_led=true", "--json")
    assert ended.code == 2
    assert (ended.value["ok"], ended.value["accepted"], ended.value["confirmed"]) == (False, False, False)
    assert (ended.value["cause"], ended.value["code"]) == ("device", 2001)


class Gap:
    """A way to the cloud on which the answers to orders get lost."""

    def __init__(self, base_url):
        self._port = int(base_url.rsplit(":", 1)[1])
        self.orders = 0

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._met, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def __aexit__(self, *_):
        self._server.close()
        await self._server.wait_closed()

    async def _met(self, reader, writer):
        there, onward = await asyncio.open_connection("127.0.0.1", self._port)
        is_order = False

        async def ask():
            nonlocal is_order
            while asked := await reader.read(65536):
                is_order = is_order or asked.startswith(b"POST")
                self.orders += asked.startswith(b"POST")
                onward.write(asked)
            onward.close()

        async def answer():
            while answered := await there.read(65536):
                if is_order:
                    break
                writer.write(answered)
            writer.close()

        async with asyncio.TaskGroup() as group:
            group.create_task(ask())
            group.create_task(answer())


@pytest.mark.parametrize("lost", [0.0, 1.0], ids=["carried out", "lost"])
async def test_an_order_whose_answer_got_lost_is_sent_once_and_judged_by_its_effect(town, lost):
    town.set(effect_s=(0.1, 0.2), effect_lost=lost)
    twin = lamp(town)
    wanted = str(not twin.values["switch_led"]).lower()
    gap = Gap(town.access.base_url)
    async with gap as address:
        words = [twin.id, f"switch_led={wanted}", "--timeout", "2", "--json", "--base-url", address]
        ended = await console("cloud", "send", *words, "--access-id", ACCOUNT.access_id, **SECRETS)
    assert gap.orders == 1
    done = lost == 0.0
    assert (ended.code, ended.value["accepted"], ended.value["confirmed"]) == (0 if done else 2, None, done)
    assert done or ended.value["cause"] == "transport"


async def test_an_order_of_no_value_reaches_nobody(town):
    ended = await town.run("send", lamp(town).id, "switch_led", "--json")
    assert (ended.code, ended.value["ok"], ended.value["cause"]) == (2, False, "input")


async def test_people_read_lines(town):
    town.set(effect_s=(0.1, 0.2))
    twin = lamp(town)
    assert (await town.run("check")).out.startswith("ok")
    assert twin.id in (await town.run("devices")).out
    assert f"{twin.id}\tswitch_led\t" in (await town.run("status", twin.id)).out
    wanted = str(not twin.values["switch_led"]).lower()
    assert (await town.run("send", twin.id, f"switch_led={wanted}")).out == "confirmed\n"


async def test_the_cloud_commands_load_no_window_library():
    modules = "heyzack_console.cli.app, heyzack_console.cli.cloud_session, heyzack_console.cli.cloud_watch"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", f"import sys, {modules}; print(*sys.modules)", stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    loaded = {name.split(".")[0] for name in out.decode().split()}
    assert "websockets" in loaded
    assert not loaded & {"PySide6", "shiboken6", "qasync", "pyqtgraph"}
