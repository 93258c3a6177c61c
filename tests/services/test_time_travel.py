"""Pictures of past moments, asked of an engine on memory."""

from datetime import datetime

import pytest

from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, EventId, Trigger
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.time_travel import AlertCall, Record
from heyzack_console.ports.engine.time_travel import PictureAt, RecordedPast
from tests.support.building import BOOK, CLIMATE, LEAK, T0, THERMOSTAT, at, reading
from tests.support.console import console
from tests.support.memory_store import Disk

NAIVE = datetime(2026, 3, 2, 8, 0)  # noqa: DTZ001 -- what the desk has to refuse


def called(number, trigger, seconds, rule="warm", device=CLIMATE):
    alert = AlertId(rule.encode().hex().ljust(32, "0"))
    return AlertEvent(EventId(f"{number:032x}"), alert, device.id, rule, trigger, at(seconds), Priority.P2)


def lived():
    disk = Disk(book=BOOK)
    disk.samples = [reading(CLIMATE, "va_temperature", 20.0 + n, 10 * n) for n in range(5)]
    disk.samples.append(reading(THERMOSTAT, "switch", True, 15))
    disk.events = [
        called(1, Trigger.TRUE, 12),
        called(2, Trigger.TRUE, 14, "unreachable", LEAK),
        called(3, Trigger.FALSE, 20, "unreachable", LEAK),
    ]
    return disk


async def test_a_picture_holds_the_values_and_the_alerts_of_its_moment():
    async with console(disk=lived()) as app:
        picture = await app.engine.ask(PictureAt(at(15)))
    assert {(r.code, r.value) for r in picture.readings} == {("va_temperature", 21.0), ("switch", True)}
    assert {alert.rule for alert in picture.alerts} == {"warm", "unreachable"}
    assert LEAK.id in {health.device for health in picture.health if health.lost}
    assert (picture.at, picture.newest) == (at(15), at(15))


async def test_what_is_over_at_the_moment_is_not_in_its_picture():
    async with console(disk=lived()) as app:
        before, after = [await app.engine.ask(PictureAt(at(second))) for second in (11, 21)]
    assert before.alerts == ()
    # The rule of devices that merely do not answer does not latch.
    assert {alert.rule for alert in after.alerts} == {"warm"}
    assert not any(health.lost for health in after.health)


async def test_the_record_says_since_when_there_is_one_and_when_alerts_began():
    async with console(disk=lived()) as app:
        record = await app.engine.ask(RecordedPast(at(13), at(60)))
    assert record == Record(T0, (AlertCall(at(14), Priority.P2),))


async def test_where_nothing_was_recorded_there_is_nothing_to_look_back_on():
    async with console(disk=Disk(book=BOOK)) as app:
        assert (await app.engine.ask(RecordedPast(T0, at(60)))) == Record()
        picture = await app.engine.ask(PictureAt(at(5)))
    assert (picture.readings, picture.alerts, picture.newest) == ((), (), None)


@pytest.mark.parametrize("query", [PictureAt(NAIVE), RecordedPast(NAIVE, T0), RecordedPast(T0, T0)])
async def test_a_moment_without_a_zone_and_an_empty_span_are_refused(query):
    async with console(disk=lived()) as app:
        with pytest.raises(InvalidInput):
            await app.engine.ask(query)
