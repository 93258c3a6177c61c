"""Notifications: who is told and how, and what was told with the fate of each target."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget
from typing_extensions import override

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.panes.notifications.desk import NoticeDesk
from heyzack_console.desktop.panes.notifications.form import new_layer
from heyzack_console.desktop.panes.notifications.ground import NoticeGround
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.alerts.alert import AlertId
from heyzack_console.domain.errors import ConsoleError, InvalidInput
from heyzack_console.domain.notifications.book import Item, NotificationBook
from heyzack_console.domain.notifications.notice import Notice
from heyzack_console.domain.notifications.people import Channel, ChannelId, ChannelKind, Person, PersonId
from heyzack_console.domain.notifications.policies import Policy, PolicyId
from heyzack_console.domain.notifications.schedules import Schedule, ScheduleId
from heyzack_console.ports.engine.notifications import TakeShift
from heyzack_console.presentation.actions import Action, Work
from heyzack_console.presentation.mirror import Touched
from heyzack_console.presentation.notifications.listing import ToldListing, WhoListing

NAME = "notifications"
LOOK_EVERY = 5
"""Seconds between two looks at what was told, while the pane is shown."""


class NotificationsPane(Pane):
    """Asks when it is shown, after every change, and every few seconds."""

    def __init__(self, ground: NoticeGround, desk: NoticeDesk) -> None:
        super().__init__(ground.theme, NAME, "Notifications")
        self._ground = ground
        self._desk = desk
        self._seconds = 0
        self._alert: AlertId | None = None
        self._tabs = QTabWidget()
        self.who = WhoListing(ground.times.now, ground.times.zone)
        self.told = ToldListing(ground.times.zone)
        self.table = RowTable(ground.theme, ground.markers, self.who)
        self.table.setAccessibleName("Who is told")
        self.log = RowTable(ground.theme, ground.markers, self.told)
        self.log.setAccessibleName("What was told")
        self._empty = EmptyState(ground.theme)
        self._stack = QStackedWidget()
        self._build()

    def declared(self) -> tuple[Action, ...]:
        """What can be done here."""

        def action(name: str, title: str, do: Work, icon: str) -> Action:
            return Action(f"notifications.{name}", title, do, scope=NAME, icon=icon, asks_first=True)

        return (
            action("channel", "New channel", lambda _: self._desk.edit(_channel()), "notice"),
            action("person", "New person to tell", lambda _: self._desk.edit(Person(PersonId(""), "")), "add_person"),
            action("schedule", "New on-call schedule", lambda _: self._desk.edit(self._schedule()), "calendar"),
            action("policy", "New escalation policy", lambda _: self._desk.edit(Policy(PolicyId(""), "")), "open_step"),
            action("change", "Change what is selected", lambda _: self._desk.edit(self._chosen()), "edit"),
            action("remove", "Remove what is selected", lambda _: self._desk.remove(self._chosen()), "delete"),
            action("test", "Send a test message", lambda _: self._test(), "play"),
            Action("notifications.all", "Show what was told of all alerts", lambda _: self.tell_of(None), scope=NAME),
            action("shift", "Take this shift now", lambda _: self._take_shift(), "person"),
        )

    def take(self, touched: Touched) -> None:
        """A change of the journal may be one of these."""
        if (touched.journal or touched.everything) and self.isVisible():
            self.renew()

    def tick(self) -> None:
        """Look again from time to time."""
        self._seconds += 1
        if self._seconds >= LOOK_EVERY and self.isVisible() and self._ground.mirror.connected:
            self.renew()

    def renew(self) -> None:
        """Ask for all of it."""
        self._seconds = 0
        self._desk.list_all(self._alert, self._show, self._failed)

    def tell_of(self, alert: AlertId | None) -> None:
        """Show what was told of *alert*; None is all alerts again."""
        self._alert = alert
        self._tabs.setCurrentWidget(self.log)
        self._tabs.setTabText(self._tabs.indexOf(self.log), "What was told" if alert is None else "Told of this alert")
        self.renew()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._ground.mirror.connected:
            self.renew()

    def _show(self, book: NotificationBook, notices: tuple[Notice, ...]) -> None:
        self.strip.clear()
        self.table.rearrange(lambda: self.who.take(book))
        self.log.rearrange(lambda: self.told.take(notices))
        self._settle()

    def _failed(self, error: ConsoleError) -> None:
        self.strip.say("caution", error.text)

    def _chosen(self) -> Item:
        keys = self.table.selected_keys()
        item = self.who.item(next(iter(keys))) if keys else None
        if item is None:
            raise InvalidInput("Select a channel, person, schedule or policy first.")
        return item

    async def _test(self) -> None:
        item = self._chosen()
        if not isinstance(item, Channel):
            raise InvalidInput("Select a channel to send a test message by it.")
        await self._desk.test(item.id)

    async def _take_shift(self) -> None:
        """The person who is known by the name of whoever sits here takes it."""
        item = self._chosen()
        if not isinstance(item, Schedule):
            raise InvalidInput("Select the on-call schedule whose shift you take.")
        me = self._ground.mirror.status.actor
        person = next((one for one in self.who.book.people if one.name.casefold() == me.casefold()), None)
        if person is None:
            raise InvalidInput(f"Nobody here is called {me or 'as you are'}. Add yourself as a person to tell first.")
        await self._desk.take_shift(TakeShift(item.id, person.id))

    def _schedule(self) -> Schedule:
        book, here = self._ground.mirror.book, self._ground.times.zone()
        zone = book.site.time_zone if book is not None else "UTC"
        layer = new_layer(self._ground.times.now().astimezone(here))
        return Schedule(ScheduleId(""), "", zone, (layer,))

    def _settle(self) -> None:
        self.bar.show_count(f"{len(self.who)}")
        self._stack.setCurrentWidget(self.table if len(self.who) else self._empty)

    def _open(self, key: str) -> None:
        item = self.who.item(key)
        if item is not None:
            self._ground.bridge.start(
                self._desk.edit(item), "change a notification", lambda error: self.undo_line.offer(error.text)
            )

    def _build(self) -> None:
        self._empty.say(
            "alerts", "Nobody is told yet", "Add a channel, then a person, then a policy: New channel is on the bar."
        )
        self.table.opened.connect(self._open)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._stack, "Who is told")
        self._tabs.addTab(self.log, "What was told")
        self.fill(self._tabs, self.table)
        self._settle()


def _channel() -> Channel:
    return Channel(ChannelId(""), "", ChannelKind.EMAIL)
