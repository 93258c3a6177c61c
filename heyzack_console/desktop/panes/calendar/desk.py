"""What the pane asks and has done, through the bridge."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.file_dialogs import chosen_place, write_text
from heyzack_console.desktop.panes.calendar.entry_dialog import EntryDialog, Judge, asked_entry
from heyzack_console.desktop.panes.calendar.import_dialog import KINDS, ImportDialog
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.calendar import CalendarPicture, EntryDraft
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.calendar import ExportCalendar
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.calendar.asking import CalendarDesk
from heyzack_console.presentation.calendar.items import Item
from heyzack_console.presentation.calendar.pages import Page

Refused = Callable[[ConsoleError], None]


class CalendarWork:
    """Runs one thing after another for the pane; a newer question replaces the older one."""

    def __init__(self, port: EnginePort, bridge: Bridge, theme: Theme, window: Callable[[], QWidget]) -> None:
        self._port = port
        self._bridge = bridge
        self._theme = theme
        self._window = window
        self._judge: Judge = lambda _kind, _wall: ()
        self._refused: Refused = lambda _error: None
        self._said: Callable[[Receipt, str], None] = lambda _receipt, _text: None
        self.desk = CalendarDesk(port, self._ask, self._say)

    def serve(self, judge: Judge, said: Callable[[Receipt, str], None], refused: Refused) -> None:
        """Tell whom to ask about conflicts, and who says what was done or refused."""
        self._judge, self._said, self._refused = judge, said, refused

    def look(self, page: Page, zone: str, show: Callable[[CalendarPicture], None]) -> None:
        """Ask what takes place on *page*."""

        async def look() -> None:
            show(await self.desk.picture(page, zone))

        self._bridge.renew(look(), "calendar page", self._refused)

    def move(self, one: Item, start: datetime, end: datetime, zone: str) -> None:
        """Let *one* stand at other times."""
        self._start(self.desk.move(one, start, end, zone), "calendar move")

    def edit(self, one: Item) -> None:
        """Open the form of *one*."""
        self._start(self.desk.edit(one), "calendar edit")

    def add(self, start: datetime, zone: str) -> None:
        """Open the form of a new entry."""
        self._start(self.desk.add(start, zone), "calendar add")

    def remove(self, one: Item) -> None:
        """Take *one* out."""
        self._start(self.desk.remove(one), "calendar remove")

    def take_in(self) -> None:
        """Open the form that takes a file in."""
        self._start(self._take_in(), "calendar import")

    def hand_out(self, name: str, said: Callable[[str], None]) -> None:
        """Write the calendar to a file that is asked for, beginning with *name*."""
        self._start(self._hand_out(name, said), "calendar export")

    async def _take_in(self) -> None:
        dialog = ImportDialog(self._port, self._bridge, self._theme, self._window())
        dialog.tell(self._said)
        await answered(dialog, self._theme)

    async def _hand_out(self, name: str, said: Callable[[str], None]) -> None:
        text = await self._port.ask(ExportCalendar())
        place = await chosen_place(self._theme, "Export the calendar", name, KINDS, self._window())
        if place is not None:
            await write_text(place, text)
            said(f"The calendar was written to {place.name}.")

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._bridge.start(work, name, self._refused)

    def _say(self, receipt: Receipt, text: str) -> None:
        self._said(receipt, text)

    async def _ask(self, draft: EntryDraft, title: str) -> EntryDraft | None:
        dialog = EntryDialog(self._theme, self._bridge, draft, self._judge, self._window())
        dialog.name(title, self.desk.free_slot)
        return await asked_entry(dialog, self._theme)
