"""How recurring-ical-events is made to count as RFC 5545 says, by the extension points it offers."""

from datetime import UTC, datetime, timedelta
from typing import Any, cast

import icalendar
from recurring_ical_events import EventAdapter, Occurrence, Series
from recurring_ical_events.util import to_recurrence_ids

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.calendar.recurrence import Recurrence


class Event(EventAdapter):  # type: ignore[misc]  # the library has no types
    """One VEVENT."""

    @property
    def component(self) -> icalendar.Component:
        """It as it stands in the file."""
        return cast(icalendar.Component, self._component)

    @property
    def exact_part(self) -> timedelta | None:
        """The hours, minutes and seconds of a DURATION: they are real time, while its days follow the calendar.

        RFC 5545, 3.3.6. None where the event names its end.
        """
        length = self._component.get("DURATION")
        return None if length is None else length.dt - timedelta(days=length.dt.days)


class Rules(Series.RecurrenceRules):  # type: ignore[misc]
    """The recurrence of one event."""

    def __init__(self, core: Event) -> None:
        super().__init__(core)
        rules = self.rrules[1:]
        begins = to_recurrence_ids(self.start)
        asked = any(rule.between(self.start, self.start) for rule in rules) or self.start in self.rdates
        # RFC 5545 leaves open whether a start that its rule does not name takes place; like libical we say no.
        self.start_left_out: set[datetime] = set(begins) if rules and not asked else set()
        self.check_exdates_datetime.update(self.start_left_out)

    def create_rule_with_start(self, rule_string: str) -> "CountedRule":
        """The library's hook for one rule."""
        try:
            return CountedRule(rule_string, self.start)
        except InvalidInput as refused:
            raise InvalidInput(f"Event {self.core.uid!r}: {refused.text}", "file") from refused

    def as_occurrence(self, start: Any, stop: Any, occurrence: Any, core: Event) -> Any:
        """One occurrence, its exact part added as real time."""
        exact = core.exact_part
        if exact and isinstance(start, datetime) and start.tzinfo is not None:
            stop = ((stop - exact).astimezone(UTC) + exact).astimezone(start.tzinfo)
        return super().as_occurrence(start, stop, occurrence, core)


class CountedRule(Recurrence):
    """A rule as the library expects it: *until* is None, for the rule ends by itself."""

    until: None = None


class Happening(Occurrence):  # type: ignore[misc]
    """One occurrence, with the event whose words it bears."""

    @property
    def event(self) -> icalendar.Component:
        """The event as it stands in the file."""
        return cast(icalendar.Component, self._adapter.component)


class EventSeries(Series):  # type: ignore[misc]
    """All that stands under one UID."""

    RecurrenceRules = Rules

    def occurrence(self, adapter: Event, start: Any = None, end: Any = None) -> Happening:
        """The library's hook for what an occurrence is."""
        return Happening(adapter, start, end, sequence=self.sequence)

    def __init__(self, components: list[Event]) -> None:
        super().__init__(components)
        if isinstance(self.recurrence, Rules):
            # An edited occurrence takes place even where the rule does not name it.
            edited = self.recurrence.start_left_out & self.recurrence_id_to_modification.keys()
            self.recurrence.check_exdates_datetime -= edited
