"""Sampling answers only when the disk has it: what brought a value may be forgotten then, and not before."""

import asyncio
from collections.abc import Sequence

import pytest

from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.errors import StoreFull
from heyzack_console.services.sampling import Sampling
from heyzack_console.services.troubles import Troubles
from tests.support.building import T0, THERMOSTAT, reading


class SlowTelemetry:
    """Writes when it is let, or refuses."""

    def __init__(self) -> None:
        self.let = asyncio.Event()
        self.let.set()
        self.full = False
        self.kept: list[Reading] = []

    async def write(self, readings: Sequence[Reading]) -> None:
        await self.let.wait()
        if self.full:
            raise StoreFull("There is no room.")
        self.kept += readings


def a_value(number: float) -> Reading:
    return reading(THERMOSTAT, "temp_current", number, number)


async def test_written_waits_for_a_batch_that_somebody_else_is_writing():
    telemetry = SlowTelemetry()
    sampling = Sampling(telemetry, Troubles())
    telemetry.let.clear()
    sampling.heard(a_value(1.0), T0)
    async with asyncio.TaskGroup() as group:
        group.create_task(sampling.flush())
        await asyncio.sleep(0)
        waiting = group.create_task(sampling.written())
        await asyncio.sleep(0)
        assert not waiting.done()
        telemetry.let.set()
    assert telemetry.kept == [a_value(1.0)]


async def test_a_refusing_store_is_told_to_who_waits_and_the_values_come_again():
    telemetry = SlowTelemetry()
    sampling = Sampling(telemetry, Troubles())
    sampling.heard(a_value(1.0), T0)
    telemetry.full = True
    with pytest.raises(StoreFull):
        await sampling.written()
    await sampling.flush()
    telemetry.full = False
    await sampling.written()
    assert telemetry.kept == [a_value(1.0)]
