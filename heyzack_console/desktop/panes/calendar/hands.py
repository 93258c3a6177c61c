"""What is done with the chosen entry."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from heyzack_console.desktop.panes.calendar.desk import CalendarWork
from heyzack_console.presentation.calendar.items import Item
from heyzack_console.presentation.calendar.shown import ShownCalendar

NEW_AT = time(9)


class CalendarHands:
    """Hands on to the desk what people want; nothing where nothing fitting is chosen."""

    def __init__(self, shown: ShownCalendar, work: CalendarWork) -> None:
        self._shown = shown
        self._work = work

    def add(self) -> None:
        """Ask for a new entry on the day that has the keyboard."""
        self._work.add(datetime.combine(self._shown.page.day, NEW_AT), self._shown.picture.zone)

    def edit(self) -> None:
        """Open the chosen entry."""
        if (one := self._shown.movable) is not None:
            self._work.edit(one)

    def remove(self) -> None:
        """Take the chosen entry out."""
        if (one := self._shown.movable) is not None:
            self._work.remove(one)

    def shift(self, by: timedelta, longer: timedelta) -> None:
        """Move the chosen entry on by *by*, and let it last *longer*."""
        one = self._shown.movable
        if one is not None and one.end + longer > one.start:
            self.put(one, one.start + by, one.end + by + longer)

    def take_in(self) -> None:
        """Take a file in."""
        self._work.take_in()

    def hand_out(self, said: Callable[[str], None]) -> None:
        """Write the calendar to a file."""
        self._work.hand_out(f"calendar-{self._shown.wall_clock():%Y-%m-%d}.ics", said)

    def put(self, one: Item, start: datetime, end: datetime) -> None:
        """Let *one* stand at other times of the wall clock."""
        self._work.move(one, start, end, self._shown.picture.zone)
