"""`simulator`: the building as a process, read with `lan probe`, ended by SIGTERM."""

import asyncio
import json
import signal
import sys

import pytest

from tests.cli.running import console


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
async def test_the_building_describes_itself_is_read_and_stops_when_told():
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "heyzack_console", "simulator", "--devices", "12", "--seed", "7"),
        stdout=asyncio.subprocess.PIPE,
        limit=2**24,
    )
    try:
        async with asyncio.timeout(60):
            told = json.loads(await process.stdout.readline())
        device = next(
            d for d in told["book"]["devices"] if d["address"] and not d["sleeper"] and d["id"] in told["keys"]
        )
        host, port = device["address"]["host"], str(device["address"]["port"])
        ended = await console(
            *("lan", "probe", host, "--port", port, "--id", device["id"], "--key", "-", "--json"),
            stdin=f"{told['keys'][device['id']]}\n",
        )
        assert ended.code == 0, ended.out
        assert ended.value["version"] == device["address"]["version"]
    finally:
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(30):
            rest, _ = await process.communicate()
    assert (process.returncode, rest) == (0, b"")


async def test_an_unknown_scenario_is_refused_before_anything_starts():
    ended = await console("simulator", "--devices", "12", "--scenario", "earthquake")
    assert (ended.code, ended.out) == (1, "")
    assert "earthquake" in ended.err


async def test_a_building_with_a_cloud_side_has_more_scenarios():
    ended = await console("simulator", "--devices", "12", "--cloud", "--scenario", "earthquake")
    assert (ended.code, ended.out) == (1, "")
    assert "lan-down-cloud-up" in ended.err
