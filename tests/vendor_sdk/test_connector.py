"""The vendor's own SDK, tuya-connector-python, against the simulated cloud. packaging/test.py installs it."""

import asyncio
import importlib.util
import json
import os
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("connector_program.py")
ORDER = {"commands": [{"code": "temp_set", "value": 19}]}


def sdk_python() -> str | None:
    """A Python that has the SDK: this one, or the one that was made for it."""
    if importlib.util.find_spec("tuya_connector") is not None:
        return sys.executable
    made = CHECKOUT / ".venv-sdk"
    python = made / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    return str(python) if (made / "prepared").exists() else None


pytestmark = pytest.mark.skipif(
    sdk_python() is None, reason="tuya-connector-python is not installed; packaging/test.py does that"
)


async def run(scene, house):
    """What the program found."""
    access = house.access
    told = {
        "base_url": access.base_url,
        "queue_url": access.queue_url,
        "access_id": access.access_id,
        "secret": access.secret,
        "device": house.twin("ntq").id,
        "order": ORDER,
    }
    environment = {**os.environ, "NO_PROXY": "127.0.0.1"}
    program = await asyncio.create_subprocess_exec(
        *(sdk_python(), str(PROGRAM), scene),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=environment,
    )
    async with asyncio.timeout(60):
        out, err = await program.communicate(json.dumps(told).encode() + b"\n")
    assert program.returncode == 0, err.decode()
    return json.loads(out)


async def test_it_lists_reads_renames_and_orders(cloud_house):
    async with cloud_house() as house:
        found = await run("calls", house)
    coil = house.twin("ntq")
    assert found["connected"]["success"]
    assert len(found["listed"]["result"]) == 20
    assert [item["id"] for item in found["status"]["result"]] == [coil.id]
    assert found["renamed"]["result"] is True
    assert found["detail"]["result"]["name"] == "Größe = A&B+C/D"
    assert found["ordered"]["result"] is True


async def test_it_refreshes_a_token_that_ends_soon(cloud_house):
    async with cloud_house() as house:
        house.set(token_life_s=50)
        found = await run("renewal", house)
    assert found["renewed"]
    assert found["answer"]["success"]


async def test_it_hears_an_order_come_back_through_the_queue(cloud_house):
    async with cloud_house() as house:
        found = await run("messages", house)
    assert (found["code"], found["properties"]["temp_set"]) == ("devicePropertyMessage", 19)
