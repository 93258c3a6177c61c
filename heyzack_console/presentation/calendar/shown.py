"""What the calendar shows: its page, what the engine answered, what is filtered and what is chosen."""

from datetime import datetime, time

from heyzack_console.domain.calendar import CalendarKind, CalendarPicture, Conflict, Wall
from heyzack_console.presentation.calendar.asking import judged
from heyzack_console.presentation.calendar.items import Item, items, matching, odd_lengths
from heyzack_console.presentation.calendar.pages import View, page_at
from heyzack_console.presentation.site_time import SiteTime

NOON = time(12)
EVERY = frozenset(CalendarKind)


class ShownCalendar:
    """Words what is on the page; knows nothing of how it is drawn."""

    def __init__(self, times: SiteTime) -> None:
        self._times = times
        self.picture = CalendarPicture("UTC")
        self.page = page_at(View.MONTH, self.wall_clock().date())
        self.needle = ""
        self.kinds = EVERY
        self.choice = ""
        """The key of the chosen item, empty for none."""

    def wall_clock(self) -> datetime:
        """What the site's clocks show now."""
        return self._times.now().astimezone(self._times.zone()).replace(tzinfo=None)

    def items(self) -> tuple[Item, ...]:
        """What the filter leaves."""
        every = items(self.picture.occurrences, self._times.zone(), self._times.now())
        return matching(every, self.needle, self.kinds)

    @property
    def chosen(self) -> Item | None:
        """The chosen item, if it is shown."""
        return next((one for one in self.items() if one.key == self.choice), None)

    @property
    def movable(self) -> Item | None:
        """The chosen item, if people may change it."""
        one = self.chosen
        return one if one is not None and one.movable else None

    @property
    def filtered(self) -> bool:
        """Whether something may be hidden."""
        return bool(self.needle.strip()) or self.kinds != EVERY

    def judge(self, one: Item, start: datetime, end: datetime) -> tuple[Conflict, ...]:
        """What *one* would collide with at other times of the wall clock."""
        return self.judge_wall(one.occurrence.kind, Wall(start, end, self.picture.zone))

    def judge_wall(self, kind: CalendarKind, wall: Wall) -> tuple[Conflict, ...]:
        """What something of *kind* would collide with."""
        return judged(self.picture.occurrences, kind, wall)

    def count(self, shown: tuple[Item, ...]) -> str:
        """How much there is, for the pane's bar."""
        if not any(one.entries for one in self.picture.occurrences) and not self.filtered:
            return "No entries yet; N adds the first"
        conflicts = sum(bool(one.occurrence.conflicts) for one in shown)
        return f"{len(shown)} {'entry' if len(shown) == 1 else 'entries'}" + (
            f" · {conflicts} in conflict" if conflicts else ""
        )

    def clocks(self, shown: tuple[Item, ...]) -> str:
        """Whose clocks are shown, and which windows are longer or shorter than they say."""
        offset = f"{datetime.combine(self.page.day, NOON).replace(tzinfo=self._times.zone()):%z}"
        return odd_lengths(shown, self.picture.zone, f"{offset[:3]}:{offset[3:]}")
