"""The notes of the device in the inspector: newest first, and a place to write the next one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.inspector.note_rows import NoteRow, NoteWishes, ShortenedButton
from heyzack_console.desktop.panes.inspector.notes_desk import NotesDesk
from heyzack_console.desktop.panes.inspector.parts import Section, fitted, tint
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.notes import MOST_FILES, DeviceNote
from heyzack_console.ports.engine.notes import NewFile
from heyzack_console.presentation.inspector.notes import FEW, note_lines
from heyzack_console.presentation.mirror import Touched
from heyzack_console.presentation.site_time import SiteTime

LINES = 3


@dataclass(slots=True)
class Begun:
    """A note that is being written; it waits while another device is looked at."""

    text: str = ""
    files: list[NewFile] = field(default_factory=list)


class NoteEdit(QPlainTextEdit):
    """Ctrl+Enter keeps what is written; Tab leads on."""

    def __init__(self, section: "NotesSection") -> None:
        super().__init__()
        self._section = section
        self.setTabChangesFocus(True)
        self.setPlaceholderText("Write a note…")
        self.setAccessibleName("New note")
        self.setToolTip("Ctrl+Enter keeps the note")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._section.keep()
        else:
            super().keyPressEvent(event)


class NotesSection(Section):
    """Follows the device that the inspector shows."""

    def __init__(self, theme: Theme, times: SiteTime, desk: NotesDesk) -> None:
        super().__init__(theme, "Notes")
        self._times = times
        self._desk = desk
        self._device: Device | None = None
        self._begun: dict[DeviceId, Begun] = {}
        self._notes: tuple[DeviceNote, ...] = ()
        self._files: list[NewFile] = []
        self._stale = self._all = self._busy = False
        self._edit = NoteEdit(self)
        self._attach, self._keep, self._more = QPushButton("Attach…"), QPushButton("Add note"), QPushButton()
        self._wrong, self._nothing = QLabel(), QLabel("No notes yet.")
        self._taken: list[ShortenedButton] = []
        self._taken_box, self._rows_box = QVBoxLayout(), QVBoxLayout()
        self._rows: list[NoteRow] = []
        wishes = NoteWishes(desk.remove, desk.open, desk.save)
        self._make = lambda: NoteRow(theme, wishes)
        self._build()
        theme.changed.connect(self._dress_notes)
        self._dress_notes()

    def show_device(self, device: Device | None) -> None:
        """Follow *device*; what was begun for the one before waits."""
        before, self._device = self._device, device
        if device is None or (before is not None and before.id == device.id):
            return
        if before is not None:
            self._set_aside(before.id)
        self._all, self._busy = False, False
        self._dress_notes()  # what was dressed before it had a window has lost its font
        begun = self._begun.pop(device.id, Begun())
        self._edit.setPlainText(begun.text)
        self._show_taken(begun.files)
        self._say("")
        self._show_notes(())
        self._nothing.hide()
        self._ask()

    def take(self, touched: Touched) -> None:
        """Something was written: with the next second the notes are asked for again."""
        self._stale = self._stale or touched.journal or touched.everything

    def tick(self) -> None:
        """A second has passed."""
        if self._stale and self._device is not None:
            self._ask()

    def keep(self) -> None:
        """Keep what is written."""
        device, text = self._device, self._edit.toPlainText()
        if device is None or self._busy or not (text.strip() or self._files):
            return
        self._busy = True
        self._enable()
        self._desk.add(device.id, text, self._files, lambda wrong: self._answered(device.id, wrong))

    def _answered(self, device: DeviceId, wrong: str) -> None:
        if self._device is None or self._device.id != device:
            if not wrong:
                self._begun.pop(device, None)
            return
        self._busy = False
        self._say(wrong)
        if not wrong:
            self._edit.clear()
            self._show_taken([])
            self._ask()
        self._enable()

    def _set_aside(self, device: DeviceId) -> None:
        text = self._edit.toPlainText()
        if text.strip() or self._files:
            self._begun[device] = Begun(text, self._files)

    def _ask(self) -> None:
        self._stale = False
        if self._device is not None:
            self._desk.ask(self._device.id, self._show_notes)

    def _show_notes(self, notes: Sequence[DeviceNote]) -> None:
        device = self._device
        if device is None:
            return
        self._notes = tuple(notes)
        shown = self._notes if self._all else self._notes[:FEW]
        lines = note_lines(shown, device, self._times.zone())
        fitted(self._rows_box, self._rows, len(lines), self._make)
        for row, line in zip(self._rows, lines, strict=True):
            row.show_line(line)
        self.say_aside(str(len(notes)) if notes else "")
        self._nothing.setVisible(not notes)
        self._more.setVisible(len(notes) > len(shown))
        self._more.setText(f"Show {len(notes) - len(shown)} more")
        pictures = [file for note in shown for file in note.files if file.kind.is_picture]
        self._desk.thumbnails(pictures, self._show_picture)

    def _show_picture(self, digest: str, image: QImage | None) -> None:
        for row in self._rows:
            for file in row.files:
                if file.digest == digest:
                    file.show_picture(image)

    def _show_all(self) -> None:
        self._all = True
        self._show_notes(self._notes)

    def _choose(self) -> None:
        device = self._device

        def take(file: NewFile) -> None:
            if device is not None and self._device is not None and device.id == self._device.id:
                self._show_taken([*self._files, file])

        self._desk.choose(take, self._say)

    def _show_taken(self, files: Sequence[NewFile]) -> None:
        self._files = list(files)
        fitted(self._taken_box, self._taken, len(self._files), self._new_taken)
        for button, file in zip(self._taken, self._files, strict=True):
            button.say(f"{file.name} — leave out")
            button.setAccessibleName(f"Leave out {file.name}")
        self._enable()

    def _new_taken(self) -> ShortenedButton:
        button = ShortenedButton()
        button.setFont(self._theme.font("small"))
        button.clicked.connect(lambda: self._leave_out(self._taken.index(button)))
        return button

    def _leave_out(self, number: int) -> None:
        self._show_taken([file for at, file in enumerate(self._files) if at != number])

    def _say(self, wrong: str) -> None:
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))

    def _enable(self) -> None:
        written = bool(self._edit.toPlainText().strip() or self._files)
        self._keep.setEnabled(written and not self._busy)
        self._attach.setEnabled(len(self._files) < MOST_FILES)

    def _build(self) -> None:
        self._nothing.setProperty("kind", "quiet")
        self._more.setProperty("kind", "link")
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setWordWrap(True)
        self._edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._edit.textChanged.connect(self._enable)
        self._attach.setToolTip("A picture, a PDF or plain text, at most 4 MB each")
        self._attach.clicked.connect(self._choose)
        self._keep.setToolTip("Ctrl+Enter")
        self._keep.clicked.connect(self.keep)
        self._more.clicked.connect(self._show_all)
        buttons = QHBoxLayout()
        buttons.addWidget(self._attach)
        buttons.addStretch(1)
        buttons.addWidget(self._keep)
        self.body.setSpacing(4)
        parts: tuple[QWidget, ...] = (self._wrong, self._nothing)
        self.body.addWidget(self._edit)
        self.body.addLayout(self._taken_box)
        self.body.addLayout(buttons)
        for part in parts:
            self.body.addWidget(part)
        self.body.addLayout(self._rows_box)
        self.body.addWidget(self._more)
        self._more.hide()
        self._say("")
        self._enable()

    def _dress_notes(self) -> None:
        self._edit.setFont(self._theme.font("body"))
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * LINES + 12)
        self._wrong.setFont(self._theme.font("small"))
        tint(self._wrong, self._theme.color("caution"))
