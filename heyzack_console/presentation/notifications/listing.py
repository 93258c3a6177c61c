"""The tables of notifications: who is told and how, and what was told."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, tzinfo

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.notifications.book import Item, NotificationBook
from heyzack_console.domain.notifications.notice import Notice, NoticeState
from heyzack_console.domain.notifications.people import Channel, Person
from heyzack_console.domain.notifications.policies import Policy
from heyzack_console.domain.notifications.schedules import Schedule
from heyzack_console.presentation.tables import Cell, Column, Row
from heyzack_console.rules.oncall.duty import coming, gaps, on_call

WHO = (
    Column("kind", "Kind", 120, least=80),
    Column("name", "Name", 200, least=100),
    Column("words", "What it does", 0, least=160),
    Column("state", "Now", 300, least=120, drops=1),
)
TOLD = (
    Column("at", "When", 150, least=90),
    Column("target", "Whom and how", 220, least=110),
    Column("title", "What", 0, least=140),
    Column("state", "State", 110, least=70),
    Column("reason", "Why", 280, least=120, drops=1),
)
GAPS_WITHIN = timedelta(days=14)
INKS = {NoticeState.GIVEN_UP: "ink", NoticeState.RETRYING: "ink", NoticeState.NOT_SENT: "ink3"}


class WhoListing:
    """Channels, people, schedules and policies; *now* and *zone* are asked when a row is made."""

    columns: tuple[Column, ...] = WHO

    def __init__(self, now: Callable[[], datetime], zone: Callable[[], tzinfo]) -> None:
        self._now = now
        self._zone = zone
        self.book = NotificationBook()

    def __len__(self) -> int:
        return len(self.book.items)

    def take(self, book: NotificationBook) -> None:
        """Take all of it as it is."""
        self.book = book

    def key(self, position: int) -> str:
        """The id at *position*."""
        return self.book.items[position].id

    def position(self, key: str) -> int | None:
        """Where one of them stands; None where it is not there."""
        return next((n for n, item in enumerate(self.book.items) if item.id == key), None)

    def item(self, key: str) -> Item | None:
        """One of them, None where it is not there."""
        return next((item for item in self.book.items if item.id == key), None)

    def row(self, position: int) -> Row:
        """The line at *position*."""
        item = self.book.items[position]
        words, state = self._words(item)
        cells = Cell(type(item).__name__, "ink2"), Cell(item.name, strong=True), Cell(words, tip=words)
        return Row(item.id, (*cells, Cell(state, tip=state)))

    def _words(self, item: Item) -> tuple[str, str]:
        if isinstance(item, Channel):
            return item.kind.value, "switched on" if item.enabled else "switched off"
        if isinstance(item, Person):
            how = f"told by {self._names(item.channels)}" if item.channels else "has no channel yet"
            return how, _wishes(item)
        if isinstance(item, Schedule):
            layers = [f"{layer.turn.value}: {self._names(layer.people)}" for layer in item.layers]
            return "; ".join(layers), self._duty(item)
        return self._ladder(item), ", ".join(priority.name for priority in item.priorities)

    def _names(self, ids: Sequence[str]) -> str:
        known = {str(item.id): item.name for item in self.book.items}
        return ", ".join(known.get(str(one), "?") for one in ids) or "nobody"

    def _ladder(self, policy: Policy) -> str:
        parts = [
            f"{step.after.total_seconds() / 60:.0f} min {self._names([t.id for t in step.targets])}"
            for step in policy.steps
        ]
        again = f"; {policy.repeat} times again" if policy.repeat else ""
        return " → ".join(parts) + again

    def _duty(self, schedule: Schedule) -> str:
        now = self._now()
        try:
            here, then = on_call(schedule, now), coming(schedule, now)
            open_hours = gaps(schedule, now, now + GAPS_WITHIN)
        except ConsoleError as problem:
            return problem.text
        who = self._names([here.person]) if here.person is not None else "NOBODY on call"
        next_one = f"; then {self._names([then.person])} from {self._time(then.start)}" if then and then.person else ""
        hole = f"; {len(open_hours)} gaps in 14 days, the first {self._time(open_hours[0].start)}" if open_hours else ""
        return f"{who} until {self._time(here.end)}{next_one}{hole}"

    def _time(self, moment: datetime) -> str:
        return moment.astimezone(self._zone()).strftime("%a %d %b %H:%M")


class ToldListing:
    """What was told, newest first, with the fate of each target."""

    columns: tuple[Column, ...] = TOLD

    def __init__(self, zone: Callable[[], tzinfo]) -> None:
        self._zone = zone
        self._notices: tuple[Notice, ...] = ()

    def __len__(self) -> int:
        return len(self._notices)

    def take(self, notices: Sequence[Notice]) -> None:
        """Take what was told."""
        self._notices = tuple(notices)

    def key(self, position: int) -> str:
        """The notice at *position*."""
        return self._notices[position].id

    def position(self, key: str) -> int | None:
        """Where a notice stands; None where it is not there."""
        return next((n for n, one in enumerate(self._notices) if one.id == key), None)

    def row(self, position: int) -> Row:
        """The line at *position*."""
        notice = self._notices[position]
        ink = INKS.get(notice.state, "ink")
        why = self._why(notice)
        return Row(
            notice.id,
            (
                Cell(self._time(notice.settled_at or notice.made_at), "ink2"),
                Cell(notice.target or "nobody", ink),
                Cell(notice.title, ink, strong=notice.priority is Priority.P1, tip=notice.text),
                Cell(notice.state.value, ink),
                Cell(why, "ink2", tip=why),
            ),
        )

    def _why(self, notice: Notice) -> str:
        if notice.state is NoticeState.WAITING:
            return f"{notice.reason or 'due'}, until {self._time(notice.next_at)}"
        if notice.state is NoticeState.RETRYING:
            return f"attempt {notice.attempts} failed: {notice.reason} Again at {self._time(notice.next_at)}"
        return notice.reason

    def _time(self, moment: datetime) -> str:
        return moment.astimezone(self._zone()).strftime("%d %b %H:%M:%S")


def _wishes(person: Person) -> str:
    wishes = person.preferences
    parts = [f"quiet {one.begin:%H:%M} to {one.end:%H:%M}" for one in wishes.quiet]
    if wishes.most:
        parts.append(f"at most {wishes.most} an hour")
    if wishes.digest:
        parts.append(f"digest every {wishes.digest.total_seconds() / 60:.0f} min")
    return ", ".join(parts) or "at any time"
