"""The crossing between slots and coroutines."""

import asyncio

import pytest

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.domain.errors import NotFound


class Told:
    """Whom the bridge tells."""

    def __init__(self) -> None:
        self.failures: list[str] = []
        self.crashes: list[tuple[str, str]] = []
        self.bridge = Bridge(lambda error: self.failures.append(error.text), self._crash)

    def _crash(self, name: str, error: BaseException) -> None:
        self.crashes.append((name, str(error)))


@pytest.fixture
def told() -> Told:
    return Told()


async def fail(error: Exception) -> None:
    raise error


async def test_work_that_a_slot_starts_runs_to_its_end(told: Told):
    done = []

    async def work() -> None:
        await asyncio.sleep(0)
        done.append("work")

    told.bridge.start(work(), "working")
    assert done == []
    await told.bridge.idle()
    assert done == ["work"]


async def test_an_expected_failure_is_shown_to_the_person(told: Told):
    told.bridge.start(fail(NotFound("The device is not known here.")), "asking")
    await told.bridge.idle()
    assert (told.failures, told.crashes) == (["The device is not known here."], [])


async def test_whoever_started_the_work_may_show_its_failure_himself(told: Told):
    shown: list[str] = []
    told.bridge.start(fail(NotFound("Gone.")), "asking", lambda error: shown.append(error.text))
    await told.bridge.idle()
    assert (shown, told.failures) == (["Gone."], [])


async def test_anything_else_goes_to_the_crash_report(told: Told):
    told.bridge.start(fail(ZeroDivisionError("by zero")), "counting")
    await told.bridge.idle()
    assert (told.failures, told.crashes) == ([], [("counting", "by zero")])


async def test_a_newer_question_ends_the_older_one_of_its_name(told: Told):
    answered: list[int] = []
    gate = asyncio.Event()

    async def ask(number: int) -> None:
        await gate.wait()
        answered.append(number)

    told.bridge.start(ask(0), "another name")
    told.bridge.renew(ask(1), "history")
    told.bridge.renew(ask(2), "history")
    gate.set()
    await told.bridge.idle()
    assert sorted(answered) == [0, 2]


async def test_idle_waits_for_work_that_work_begins(told: Told):
    done = []

    async def second() -> None:
        done.append("second")

    async def first() -> None:
        told.bridge.start(second(), "second")

    told.bridge.start(first(), "first")
    await told.bridge.idle()
    assert done == ["second"]


async def test_closing_cancels_what_still_runs_and_reports_nothing(told: Told):
    ended = []

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("ended")

    told.bridge.start(forever(), "waiting")
    await asyncio.sleep(0)
    await told.bridge.close()
    assert ended == ["ended"]
    assert (told.failures, told.crashes) == ([], [])
