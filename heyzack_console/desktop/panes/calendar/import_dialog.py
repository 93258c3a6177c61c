"""Takes an iCalendar file in, after showing what that would do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.file_dialogs import chosen_file, read_text
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.import_calendar import Ui_ImportCalendar
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.calendar import CalendarKind
from heyzack_console.ports.engine.calendar import ImportCalendar, ReadCalendar
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.calendar.importing import import_words
from heyzack_console.presentation.calendar.items import WORDS

KINDS = "Calendars (*.ics *.ical)"
WIDTH = 520


class ImportDialog(QDialog):
    """Choose a file, see what is new, take it in; what is refused is said at the foot."""

    def __init__(self, port: EnginePort, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._port, self._theme = port, theme
        self._text = ""
        self._worth = False
        self._done: Callable[[Receipt, str], None] = lambda _receipt, _text: None
        self._form = form = Ui_ImportCalendar()
        form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.setFixedWidth(theme.px(WIDTH))
        form.title.setFont(theme.font("title"))
        form.report.hide()
        for kind, words in WORDS.items():
            form.kind.addItem(words, kind.value)
        form.kind.setCurrentIndex(form.kind.findData(CalendarKind.EVENT.value))
        self._work = FormWork(self, bridge, theme, form.said)
        form.progress_place.addWidget(self._work.panel)
        self._work.busy_changed.connect(self._settle)
        form.choose.clicked.connect(lambda: self._work.run(self._choose(), "Reading the file"))
        form.kind.currentIndexChanged.connect(self._look_again)
        form.apply.clicked.connect(lambda: self._work.run(self._take_in(), "Taking in the calendar", self.accept))
        form.cancel.clicked.connect(self.reject)
        self._settle()
        form.choose.setFocus()

    def tell(self, done: Callable[[Receipt, str], None]) -> None:
        """Let *done* say what was taken in."""
        self._done = done

    async def look_at(self, path: Path) -> None:
        """Show what *path* holds."""
        self._form.file.setText(path.name)
        self._worth = False
        self._form.report.hide()
        self._text = await read_text(path)
        await self._look()

    async def _choose(self) -> None:
        path = await chosen_file(self._theme, "Choose a calendar", KINDS, self)
        if path is not None:
            await self.look_at(path)

    def _look_again(self) -> None:
        if self._text:
            self._work.run(self._look(), "Reading the file")

    async def _look(self) -> None:
        found = await self._port.ask(ReadCalendar(self._text, self._kind()))
        self._worth = bool(found.fresh or found.changed)
        self._form.report.setText(import_words(found))
        self._form.report.show()
        self._settle()

    async def _take_in(self) -> None:
        receipt = await self._port.do(ImportCalendar(self._text, self._kind()))
        self._done(receipt, receipt.text)

    def _kind(self) -> CalendarKind:
        return CalendarKind(self._form.kind.currentData())

    def _settle(self) -> None:
        form, busy = self._form, self._work.busy
        form.apply.setEnabled(self._worth and not busy)
        form.apply.setToolTip("" if self._worth else "Choose a file with something new first")
        form.choose.setEnabled(not busy)
        form.kind.setEnabled(not busy)
