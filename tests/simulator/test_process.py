"""The demo building as a process: description, control socket, signals."""

import asyncio
import json
import os
import signal
import stat
import sys
from datetime import UTC, datetime

import pytest

from heyzack_console.domain.errors import ConsoleError, InvalidInput, NotFound
from heyzack_console.simulator.control import DemoControl
from heyzack_console.simulator.description import ControlAddress, read_description, to_file, written
from heyzack_console.simulator.live_house import HouseOptions
from heyzack_console.simulator.process import DemoOptions, serve

MORNING = datetime(2026, 7, 23, 8, 30, tzinfo=UTC)
SMALL = HouseOptions(devices=40, seed=2)


class Started:
    """A building that serves in the background until the block ends."""

    def __init__(self, options):
        self._options = options

    async def __aenter__(self):
        told = asyncio.get_running_loop().create_future()
        self._task = asyncio.get_running_loop().create_task(serve(self._options, MORNING, told.set_result))
        await asyncio.wait({self._task, told}, return_when=asyncio.FIRST_COMPLETED)
        if self._task.done():
            self._task.result()
        self.description = read_description(told.result())
        self.control = DemoControl(self.description.control, self.description.scenarios)
        return self

    async def __aexit__(self, *_):
        if not self._task.done():
            await self.control.stop()
        async with asyncio.timeout(10):
            await self._task


async def test_the_description_carries_book_keys_and_control():
    async with Started(DemoOptions(SMALL)) as started:
        book, keys = started.description.book, started.description.keys
        assert len(book.devices) == 40
        assert set(keys) == {device.id for device in book.devices if device.address}
        device = next(device for device in book.devices if device.address)
        _, writer = await asyncio.open_connection(device.address.host, device.address.port)
        writer.close()
        await writer.wait_closed()


async def test_keys_and_token_do_not_show_when_the_description_is_printed():
    async with Started(DemoOptions(SMALL)) as started:
        text = repr(started.description)
        assert started.description.control.token not in text
        assert not any(key in text for key in started.description.keys.values())


async def test_a_scenario_is_played_over_the_control_socket():
    async with Started(DemoOptions(SMALL)) as started:
        assert "water-leak" in started.control.scenarios
        await started.control.play("water-leak")
        status = await started.control.status()
        assert (status.playing, status.devices) == ("water-leak", 40)


async def test_an_unknown_scenario_is_refused_over_the_control_socket():
    async with Started(DemoOptions(SMALL)) as started:
        with pytest.raises(NotFound, match="earthquake"):
            await started.control.play("earthquake")
        assert (await started.control.status()).playing == "normal"


async def test_a_wrong_token_does_nothing():
    async with Started(DemoOptions(SMALL)) as started:
        address = started.description.control
        stranger = DemoControl(ControlAddress(address.host, address.port, "guess"), ())
        with pytest.raises(ConsoleError, match="token"):
            await stranger.play("smoke")
        assert (await started.control.status()).playing == "normal"


@pytest.mark.parametrize("line", [b"hello\n", b"[]\n", b'{"token": 1}\n', b"x" * 100_000 + b"\n", b"\xff\xfe\n"])
async def test_lines_that_are_no_commands_do_not_disturb_the_building(line):
    async with Started(DemoOptions(SMALL)) as started:
        address = started.description.control
        reader, writer = await asyncio.open_connection(address.host, address.port)
        writer.write(line)
        async with asyncio.timeout(10):
            await asyncio.gather(reader.read(), return_exceptions=True)
        writer.close()
        await asyncio.gather(writer.wait_closed(), return_exceptions=True)
        assert (await started.control.status()).playing == "normal"


async def test_a_building_that_is_gone_is_reported_in_words():
    async with Started(DemoOptions(SMALL)) as started:
        control = started.control
    with pytest.raises(ConsoleError, match="does not answer"):
        await control.play("smoke")


async def test_a_scenario_of_the_command_line_is_known_before_anything_starts():
    with pytest.raises(NotFound):
        await serve(DemoOptions(SMALL, scenario="earthquake"), MORNING, pytest.fail)


async def test_too_many_devices_are_refused_before_anything_starts():
    with pytest.raises(InvalidInput):
        await serve(DemoOptions(HouseOptions(devices=100_000)), MORNING, pytest.fail)


async def test_a_description_file_is_complete_and_for_its_owner_alone(tmp_path):
    path = tmp_path / "demo.json"
    path.write_text("left by an earlier run")
    async with Started(DemoOptions(SMALL)) as started:
        to_file(path)(written(started.description))
        assert read_description(path.read_bytes()) == started.description
    assert list(tmp_path.iterdir()) == [path]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_text_that_is_no_description_is_refused_without_repeating_it():
    with pytest.raises(ConsoleError) as caught:
        read_description(b'{"book": 1, "keys": {"a": "secretsecretsecr"}}')
    assert "secret" not in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
async def test_a_process_describes_itself_on_one_line_and_ends_on_sigterm():
    code = (
        "from datetime import UTC, datetime\n"
        "from heyzack_console.simulator.process import DemoOptions, HouseOptions, run\n"
        "run(DemoOptions(HouseOptions(devices=20)), datetime(2026, 7, 23, tzinfo=UTC))\n"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE, limit=2**24, env=os.environ | {"PYTHONPATH": "."}
    )
    async with asyncio.timeout(60):
        line = await process.stdout.readline()
        assert len(json.loads(line)["book"]["devices"]) == 20
        process.send_signal(signal.SIGTERM)
        rest, _ = await process.communicate()
    assert (process.returncode, rest) == (0, b"")
