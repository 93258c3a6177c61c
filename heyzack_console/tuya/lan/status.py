"""Reading everything that a device can report, also from devices that must be asked point by point."""

from collections.abc import Awaitable, Callable
from typing import Any

from heyzack_console.tuya.lan.device import LanDevice
from heyzack_console.tuya.lan.events import Answered
from heyzack_console.tuya.lan.faults import RequestRefused, Unanswered
from heyzack_console.tuya.lan.requests import PointQuery, Query, Request, in_chunks
from heyzack_console.tuya.lan.wire import Version

USUAL_POINTS = tuple(str(number) for number in (*range(1, 31), *range(101, 111)))
"""Asked for when the product's data points are not known."""

Ask = Callable[[Request], Awaitable[Answered]]


class PointwiseHabit:
    """Whether a device wants its data points named in a query ("device22").

    The refusal that shows it also comes from devices that are not ready yet, so it takes two connections on which
    naming the points worked until the plain query is left out.
    """

    __slots__ = ("_votes",)

    def __init__(self) -> None:
        self._votes = 0

    @property
    def certain(self) -> bool:
        """The plain query need not be tried any more."""
        return self._votes >= 2

    def confirmed(self) -> None:
        """Naming the points worked where the plain query did not."""
        self._votes += 1

    def refuted(self) -> None:
        """The plain query worked."""
        self._votes = 0


async def read_status(
    ask: Ask, device: LanDevice, version: Version, habit: PointwiseHabit, *, guessing: bool = False
) -> dict[str, Any] | None:
    """All values of the device itself; None where a gateway has none of its own.

    While the version is a guess (*guessing*), silence is not taken for the wish to be asked point by point.

    Raises:
        Unanswered, RequestRefused, ConnectionClosed: as the device had it.
    """
    if not habit.certain and version is not Version.V32:
        answer = await _plain(ask, insists=not (device.is_gateway or (not version.negotiates and not guessing)))
        if answer is not None and not answer.message.words:
            habit.refuted()
            return answer.message.dps or {}
        if device.is_gateway:
            return None
        if answer is not None and "data unvalid" not in answer.message.words:
            raise RequestRefused(f"The device answered: {answer.message.words}")
    values = await _pointwise(ask, device)
    habit.confirmed()
    return values


async def _plain(ask: Ask, *, insists: bool) -> Answered | None:
    """The answer to a query of everything; None for silence, unless an answer is insisted on."""
    try:
        return await ask(Query())
    except Unanswered:
        if insists:
            raise
        return None


async def _pointwise(ask: Ask, device: LanDevice) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for chunk in in_chunks(device.points or USUAL_POINTS):
        message = (await ask(PointQuery(chunk))).message
        if message.words:
            raise RequestRefused(f"The device answered: {message.words}")
        values |= message.dps or {}
    return values
