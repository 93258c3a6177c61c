"""The client against tuyamock, a device double that others wrote (PyPI: tuyamock, in an environment of its own)."""

import asyncio
import shutil
from contextlib import asynccontextmanager

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import Stage
from heyzack_console.tuya.lan.device import LanDevice
from heyzack_console.tuya.lan.visit import Guest, probe, set_points
from heyzack_console.tuya.lan.wire import Version
from tests.support.lan_listener import FixedClock
from tests.tuya.lan.at_home import FAST, HASTY

PROGRAM = shutil.which("tuyamock")
KEY = "a$<'&key1234567!"
STATUS = {"20": True, "22": 946}

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="tuyamock is not on the path; pipx install tuyamock")


@asynccontextmanager
async def tuyamock(version, *more):
    """The double as a process of its own; yields how our client would describe it, version included."""
    words = ("--version", version, "--local-key", KEY, "--dps", '{"20": true, "22": 946}', "--port", "0", *more)
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(PROGRAM, *words, stdout=asyncio.subprocess.PIPE, stderr=quiet)
    try:
        async with asyncio.timeout(20):
            port = int(await process.stdout.readline())
        yield LanDevice(DeviceId("bf0123456789abcdefgh"), KEY.encode(), "127.0.0.1", port, Version(version))
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def without_version(device):
    return LanDevice(device.id, device.key, device.host, device.port, None)


@pytest.mark.parametrize("version", list(Version))
async def test_the_double_is_read_in_every_version(version):
    async with tuyamock(version) as device:
        result = await probe(device, Guest(FixedClock(), timings=FAST))
    assert (result.ok, result.version, result.dps) == (True, version, STATUS)


@pytest.mark.parametrize("version", [Version.V31, Version.V33, Version.V34, Version.V35])
async def test_the_version_of_the_double_is_found_out(version):
    async with tuyamock(version) as device:
        result = await probe(without_version(device), Guest(FixedClock(), timings=HASTY))
    assert (result.ok, result.version, result.dps) == (True, version, STATUS)


@pytest.mark.parametrize("version", list(Version))
async def test_an_order_to_the_double_is_confirmed(version):
    async with tuyamock(version) as device:
        result = await set_points(device, {"20": False}, Guest(FixedClock(), timings=FAST))
    assert (result.ok, result.confirmed, result.dps["20"]) == (True, True, False)


@pytest.mark.parametrize("version", [Version.V33, Version.V34])
async def test_a_double_that_wants_its_points_named_is_read(version):
    async with tuyamock(version, "--dev22") as device:
        result = await probe(device, Guest(FixedClock(), timings=FAST))
    assert (result.ok, result.dps) == (True, STATUS)


@pytest.mark.parametrize("version", [Version.V33, Version.V34, Version.V35])
@pytest.mark.parametrize("numbering", ["global", "echo", "zero"])
async def test_the_numbers_that_a_device_gives_its_answers_do_not_matter(version, numbering):
    async with tuyamock(version, "--seqno-mode", numbering) as device:
        result = await probe(device, Guest(FixedClock(), timings=FAST))
    assert (result.ok, result.dps) == (True, STATUS)


@pytest.mark.parametrize(
    ("version", "stage"), [(Version.V33, Stage.QUERY), (Version.V34, Stage.NEGOTIATE), (Version.V35, Stage.NEGOTIATE)]
)
async def test_a_double_gone_dark_is_told_by_the_stage_at_which_it_fell_silent(version, stage):
    async with tuyamock(version, "--go-dark-after", "0") as device:
        result = await probe(device, Guest(FixedClock(), timings=HASTY))
    assert (result.ok, result.stage) == (False, stage)
    assert result.advice
