"""Readings are handed on in batches, with a time that can be trusted."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.tuya.network_batches import SPACING_S, Batches, time_of

NOW = datetime(2026, 3, 2, 9, 30, 0, 400_000, tzinfo=UTC)


def a_reading(value):
    return Reading(DeviceId("d"), "temp_current", value, "°C", NOW)


class Heard:
    """Remembers batches and lets a test wait for the next."""

    def __init__(self):
        self.batches = []
        self._came = asyncio.Event()

    def __call__(self, readings):
        self.batches.append([r.value for r in readings])
        self._came.set()

    async def until(self, count):
        async with asyncio.timeout(5):
            while sum(map(len, self.batches)) < count:
                self._came.clear()
                await self._came.wait()


async def test_what_arrives_in_one_turn_of_the_loop_is_one_batch_in_order():
    heard = Heard()
    batches = Batches(heard)
    for value in range(5):
        batches.add([a_reading(value)])
    await heard.until(5)
    assert heard.batches == [[0, 1, 2, 3, 4]]


async def test_batches_keep_a_distance_and_lose_nothing():
    heard = Heard()
    batches = Batches(heard)
    loop = asyncio.get_running_loop()
    batches.add([a_reading(0)])
    await heard.until(1)
    first = loop.time()
    batches.add([a_reading(1)])
    batches.add([a_reading(2)])
    await heard.until(3)
    assert heard.batches == [[0], [1, 2]]
    assert loop.time() - first >= SPACING_S / 2


async def test_closing_hands_on_what_waits():
    heard = Heard()
    batches = Batches(heard)
    batches.add([a_reading(1)])
    batches.close()
    assert heard.batches == [[1]]


async def test_no_readings_are_no_batch():
    heard = Heard()
    batches = Batches(heard)
    batches.add([])
    batches.close()
    assert heard.batches == []


def test_a_report_that_comes_at_once_is_dated_by_its_arrival():
    assert time_of(NOW.timestamp() - 0.4, NOW, None) == NOW


def test_a_report_that_was_held_back_keeps_the_devices_own_time():
    assert time_of(NOW.timestamp() - 60.4, NOW, None) == datetime(2026, 3, 2, 9, 29, tzinfo=UTC)


@pytest.mark.parametrize("off_s", [-86_400, -4_000, 30, 4_000])
def test_a_wrong_clock_is_not_believed(off_s):
    assert time_of(NOW.timestamp() + off_s, NOW, None) == NOW


def test_a_device_is_not_taken_back_behind_what_it_sent_last():
    assert time_of(NOW.timestamp() - 60, NOW, last=NOW - timedelta(seconds=30)) == NOW


def test_a_report_without_a_time_is_dated_by_its_arrival():
    assert time_of(None, NOW, None) == NOW
