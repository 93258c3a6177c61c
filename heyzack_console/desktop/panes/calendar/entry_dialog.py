"""Asks what an entry is, when and how often, and says at once what it collides with."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.forms.calendar_entry import Ui_CalendarEntry
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.calendar import CalendarKind, CalendarStatus, Conflict, EntryDraft, Occurrence, Wall
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.presentation.calendar.drafting import objection, rule_choices
from heyzack_console.presentation.calendar.items import WORDS
from heyzack_console.rules.calendar.placing import on_the_wall

WIDTH = 520
STATUSES = {
    "Confirmed": CalendarStatus.CONFIRMED,
    "Tentative": CalendarStatus.TENTATIVE,
    "Cancelled": CalendarStatus.CANCELLED,
}
Judge = Callable[[CalendarKind, Wall], tuple[Conflict, ...]]
Free = Callable[[Wall], Awaitable[Occurrence | None]]


class EntryDialog(QDialog):
    """Save waits until nothing is wrong; a conflict is said and hinders nobody."""

    def __init__(self, theme: Theme, bridge: Bridge, draft: EntryDraft, judge: Judge, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._bridge, self._draft, self._judge = theme, bridge, draft, judge
        self._free: Free | None = None
        self._length = draft.wall.length
        self._form = Ui_CalendarEntry()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.setFixedWidth(theme.px(WIDTH))
        self._fill(draft)
        form = self._form
        form.heading.setFont(theme.font("title"))
        form.start.dateTimeChanged.connect(self._start_moved)
        form.end.dateTimeChanged.connect(self._end_moved)
        for changed in (form.title.textChanged, form.kind.currentIndexChanged, form.status.currentIndexChanged):
            changed.connect(self._check)
        form.recurs.currentTextChanged.connect(self._check)
        form.save.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        form.free.clicked.connect(self._look_for_room)
        self._check()
        form.title.setFocus()

    def name(self, heading: str, free: Free) -> None:
        """Say what is asked; *free* finds room for planned work."""
        self._free = free
        self._form.heading.setText(heading)

    @property
    def draft(self) -> EntryDraft:
        """What the form says now."""
        form = self._form
        return replace(
            self._draft,
            kind=CalendarKind(form.kind.currentData()),
            title=form.title.text(),
            wall=self._wall(),
            rule=self._rule(),
            note=form.note.text(),
            status=CalendarStatus(form.status.currentData()),
        )

    def _fill(self, draft: EntryDraft) -> None:
        form = self._form
        form.title.setText(draft.title)
        for kind, words in WORDS.items():
            form.kind.addItem(words, kind.value)
        form.kind.setCurrentIndex(form.kind.findData(draft.kind.value))
        for words, status in STATUSES.items():
            form.status.addItem(words, status.value)
        form.status.setCurrentIndex(form.status.findData(draft.status.value))
        form.note.setText(draft.note)
        for field, moment in ((form.start, draft.wall.start), (form.end, draft.wall.end)):
            # A zone without changes keeps Qt from moving what the entry's own clock shows.
            field.setTimeZone(QTimeZone.utc())
            field.setDateTime(_shown(moment))
        self._offer_rules(draft.rule)

    def _offer_rules(self, rule: str) -> None:
        recurs = self._form.recurs
        recurs.blockSignals(True)
        recurs.clear()
        for choice in rule_choices(_read(self._form.start)):
            recurs.addItem(choice.words, choice.rule)
        at = recurs.findData(rule)
        recurs.setCurrentIndex(at)
        if at < 0:
            recurs.setEditText(rule)
        recurs.blockSignals(False)

    def _rule(self) -> str:
        recurs = self._form.recurs
        at = recurs.findText(recurs.currentText())
        return str(recurs.itemData(at)) if at >= 0 else recurs.currentText().removeprefix("RRULE:")

    def _wall(self) -> Wall:
        return replace(self._draft.wall, start=_read(self._form.start), end=_read(self._form.end))

    def _start_moved(self) -> None:
        self._form.end.setDateTime(_shown(_read(self._form.start) + self._length))
        self._offer_rules(self._rule())
        self._check()

    def _end_moved(self) -> None:
        self._length = max(_read(self._form.end) - _read(self._form.start), timedelta(0))
        self._check()

    def _check(self, _changed: object = None) -> None:
        form, draft = self._form, self.draft
        wrong = objection(draft)
        conflicts = () if wrong else self._judge(draft.kind, draft.wall)
        form.save.setEnabled(not wrong)
        form.save.setToolTip(wrong)
        form.free.setVisible(draft.kind is CalendarKind.WORK)
        collides = "In conflict: " + "; ".join(one.text for one in conflicts) if conflicts else ""
        form.hint.setText(wrong or collides or f"Times are those of {draft.wall.zone}. It is recorded with your name.")
        self._theme.mark_kind(form.hint, "caution" if conflicts else "quiet")

    def _look_for_room(self) -> None:
        if self._free is not None:
            self._bridge.start(self._put_into_room(self._free), "free slot", self._no_room)

    async def _put_into_room(self, free: Free) -> None:
        wall = self._wall()
        slot = await free(wall)
        if slot is None:
            self._form.hint.setText("No window of the next 90 days has room for this.")
            return
        start, _ = on_the_wall(slot.start, slot.end, wall.zone)
        self._form.start.setDateTime(_shown(start))

    def _no_room(self, error: ConsoleError) -> None:
        self._form.hint.setText(error.text)


def _shown(moment: datetime) -> QDateTime:
    return QDateTime(
        QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute, moment.second), QTimeZone.utc()
    )


def _read(field: QDateTimeEdit) -> datetime:
    day, at = field.dateTime().date(), field.dateTime().time()
    return datetime(day.year(), day.month(), day.day(), at.hour(), at.minute(), at.second())  # noqa: DTZ001


async def asked_entry(dialog: EntryDialog, theme: Theme) -> EntryDraft | None:
    """What was said in *dialog*; None when it was given up."""
    said: list[EntryDraft] = []
    dialog.accepted.connect(lambda: said.append(dialog.draft))
    await answered(dialog, theme)
    return said[0] if said else None
