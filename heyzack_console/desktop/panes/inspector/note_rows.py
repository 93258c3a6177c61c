"""One note in the inspector, with the files attached to it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from heyzack_console.desktop.panes.inspector.parts import fitted, tint
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.notes import Attachment, NoteId
from heyzack_console.presentation.inspector.notes import FileLine, NoteLine

PICTURE = 56
_PLAIN = Qt.TextFormat.PlainText


@dataclass(frozen=True, slots=True)
class NoteWishes:
    """What a person may want of a note."""

    remove: Callable[[NoteId], None]
    open: Callable[[Attachment], None]
    save: Callable[[Attachment], None]


class ShortenedButton(QPushButton):
    """A link that shortens its words in the middle instead of widening what it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("kind", "link")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show *words*, whole in the tool tip."""
        self._words = words
        self.setToolTip(words)
        self.updateGeometry()
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance(self._words) + self._around() + 2, super().sizeHint().height()
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("a…z") + self._around(), super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _around(self) -> int:
        """What the button needs beside its words."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def _fit(self) -> None:
        room = self.width() - self._around()
        text = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        if text != self.text():
            self.setText(text)


class FileRow(QWidget):
    """An attached file: a small picture of it, its name, and a menu of what can be done with it."""

    def __init__(self, theme: Theme, wishes: NoteWishes) -> None:
        super().__init__()
        self._theme = theme
        self._line: FileLine | None = None
        self._picture, self._detail = QLabel(), QLabel()
        self._picture.hide()
        self._detail.setTextFormat(_PLAIN)
        self._detail.setContentsMargins(6, 0, 0, 0)
        self._name = ShortenedButton()
        menu = QMenu(self)
        menu.addAction("Open a copy", lambda: self._with_file(wishes.open))
        menu.addAction("Save a copy…", lambda: self._with_file(wishes.save))
        self._name.setMenu(menu)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = QHBoxLayout()
        name.addWidget(self._name)
        name.addStretch(1)
        words.addLayout(name)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def digest(self) -> str:
        """Which bytes it shows."""
        return self._line.file.digest if self._line is not None else ""

    def show_line(self, line: FileLine) -> None:
        """Show a file; its small picture comes when it is decoded."""
        if self._line is None or line.file.digest != self._line.file.digest:
            self._picture.hide()
        self._line = line
        self._name.say(line.name)
        self._name.setAccessibleName(f"{line.name}, {line.detail}")
        self._detail.setText(line.detail)

    def show_picture(self, image: QImage | None) -> None:
        """Show the small picture; without one, say that it cannot be shown."""
        if self._line is None:
            return
        if image is None:
            self._detail.setText(f"{self._line.detail}, cannot be shown here")
            return
        ratio, side = self.devicePixelRatioF(), self._theme.px(PICTURE)
        fitting = QSize(round(side * ratio), round(side * ratio))
        small = image.scaled(fitting, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        pixmap = QPixmap.fromImage(small)
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)
        self._picture.setAccessibleName(f"Picture {self._line.name}")
        self._picture.show()

    def _with_file(self, act: Callable[[Attachment], None]) -> None:
        if self._line is not None:
            act(self._line.file)

    def _dress(self) -> None:
        self._name.setFont(self._theme.font("small"))
        self._detail.setFont(self._theme.font("small"))
        tint(self._detail, self._theme.color("ink3"))


class NoteRow(QWidget):
    """When and who, the words as they were written, the files."""

    def __init__(self, theme: Theme, wishes: NoteWishes) -> None:
        super().__init__()
        self._theme = theme
        self._line: NoteLine | None = None
        self._head, self._text = QLabel(), QLabel()
        for label in (self._head, self._text):
            label.setTextFormat(_PLAIN)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._gone = QPushButton("Remove")
        self._gone.setProperty("kind", "link")
        self._gone.clicked.connect(lambda: self._removed(wishes))
        self._files: list[FileRow] = []
        self._make = lambda: FileRow(theme, wishes)
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 4)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._head, 0, 0)
        grid.addWidget(self._gone, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._text, 1, 0, 1, 2)
        grid.addLayout(self._box, 2, 0, 1, 2)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def files(self) -> tuple[FileRow, ...]:
        """Its files."""
        return tuple(self._files)

    def show_line(self, line: NoteLine) -> None:
        """Show a note."""
        if line == self._line:
            return
        self._line = line
        self._head.setText(" · ".join(part for part in (line.when, line.author, line.whose) if part))
        self._text.setText(line.text)
        self._text.setVisible(bool(line.text))
        self._gone.setAccessibleName(f"Remove the note of {line.when}")
        fitted(self._box, self._files, len(line.files), self._make)
        for row, file in zip(self._files, line.files, strict=True):
            row.show_line(file)
        self.setAccessibleName(f"Note of {line.when}, {line.author}: {line.text}")

    def _removed(self, wishes: NoteWishes) -> None:
        if self._line is not None:
            wishes.remove(self._line.id)

    def _dress(self) -> None:
        self._head.setFont(self._theme.font("small"))
        self._text.setFont(self._theme.font("body"))
        tint(self._head, self._theme.color("ink3"))
