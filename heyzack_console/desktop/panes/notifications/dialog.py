"""Asks for a channel, a person, a schedule or a policy, and saves it; a refusal stands in the form."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.notified import Ui_Notified
from heyzack_console.desktop.panes.notifications.form import fill, read
from heyzack_console.desktop.panes.notifications.ground import NoticeGround
from heyzack_console.domain.notifications.book import Item, NotificationBook
from heyzack_console.domain.notifications.people import Channel, Person
from heyzack_console.domain.notifications.schedules import Schedule
from heyzack_console.ports.engine.notifications import SaveChannel, SavePerson, SavePolicy, SaveSchedule
from heyzack_console.ports.engine.port import Command, Receipt

LIST_HEIGHT = 110
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NotifiedDialog(QDialog):
    """*receipt* says what was saved; None where it was given up."""

    def __init__(self, ground: NoticeGround, item: Item, book: NotificationBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground, self._item = ground, item
        self.receipt: Receipt | None = None
        self._form = Ui_Notified()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setMinimumWidth(ground.theme.size("dialog_width"))
        form.heading.setFont(ground.theme.font("title"))
        kind = type(item).__name__.lower()
        form.heading.setText(f"Change the {kind} {item.name}" if item.id else f"New {kind}")
        fill(form, item, book)
        self._work = FormWork(self, ground.bridge, ground.theme, form.said, fitted=False)
        self._work.busy_changed.connect(lambda: form.save.setEnabled(not self._work.busy))
        form.save.clicked.connect(self._save)
        form.cancel.clicked.connect(self.reject)
        form.people.installEventFilter(self)
        form.name.setFocus()
        for shown in (form.ways, form.people):
            shown.setFixedHeight(ground.theme.px(LIST_HEIGHT))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        people = self._form.people
        if watched is people and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                row = people.currentRow()
                if row >= 0 and 0 <= row + step < people.count():
                    people.insertItem(row + step, people.takeItem(row))
                    people.setCurrentRow(row + step)
                return True
        return super().eventFilter(watched, event)

    def _save(self) -> None:
        self._work.run(self._saved(_command(read(self._form, self._item), self._form)), "save", self.accept)

    async def _saved(self, command: Command) -> bool:
        self.receipt = await self._ground.port.do(command)
        return True


def _command(item: Item, form: Ui_Notified) -> Command:
    if isinstance(item, Channel):
        return SaveChannel(item, form.address.text())
    if isinstance(item, Person):
        return SavePerson(item)
    return SaveSchedule(item) if isinstance(item, Schedule) else SavePolicy(item)
