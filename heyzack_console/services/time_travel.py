"""Answers what the building looked like at a past moment."""

from collections.abc import Callable, Iterable
from datetime import datetime

from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.time_travel import PastPicture, Record
from heyzack_console.ports.engine.time_travel import PictureAt, RecordedPast
from heyzack_console.ports.store import AlertStore, Telemetry
from heyzack_console.rules.alerts.defaults import REACH
from heyzack_console.rules.time_travel import alerts_then, picture_then
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.settings import SettingBook

REACH_RULES = frozenset(rule.id for rule in REACH)


class TimeTravelDesk:
    """Reads of every data point the last value before the moment, and the events of the alerts that stood then."""

    def __init__(
        self,
        telemetry: Telemetry,
        alerts: AlertStore,
        building: BuildingBook,
        settings: SettingBook,
        rules: Callable[[], Iterable[AlertRule]],
    ) -> None:
        self._telemetry = telemetry
        self._alerts = alerts
        self._building = building
        self._settings = settings
        self._rules = rules

    async def picture(self, query: PictureAt) -> PastPicture:
        """Answer with the picture at a moment.

        Raises:
            InvalidInput: the moment has no time zone.
        """
        _check(query.at)
        heard = await self._telemetry.standing(query.at)
        events = await self._alerts.standing(query.at)
        fleeting = frozenset(rule.id for rule in self._rules() if not rule.latching)
        alerts = alerts_then(events, query.at, fleeting)
        stale_after = self._settings.span("twin.stale_after_s")
        return picture_then(heard, alerts, self._building.devices, REACH_RULES, query.at, stale_after)

    async def record(self, query: RecordedPast) -> Record:
        """Answer since when there is a record, and when alerts began.

        Raises:
            InvalidInput: the span has no length or no time zone.
        """
        _check(query.start)
        _check(query.end)
        if query.start >= query.end:
            raise InvalidInput("The span must begin before it ends.", "start")
        begun = (await self._telemetry.begun(), await self._alerts.begun())
        calls = await self._alerts.calls(query.start, query.end)
        return Record(min((at for at in begun if at is not None), default=None), calls)


def _check(at: datetime) -> None:
    if at.tzinfo is None:
        raise InvalidInput("A moment needs a time zone.", "at")
