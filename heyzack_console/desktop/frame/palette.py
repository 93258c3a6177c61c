"""The command palette: one field that finds devices, commands and help."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.frame.palette_rows import PaletteDelegate, PaletteRows
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.palette import Hit

MOST_ROWS_PX = 420
FOOT = "↑↓  move      Enter  open      >  commands only      Esc  close"
STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class CommandPalette(QWidget):
    """Lies over the whole window while open; a click beside it or Esc closes it and gives the keyboard back."""

    chosen = Signal(object)
    """Carries the Hit that was chosen, after the palette is closed."""

    def __init__(self, theme: Theme, find: Callable[[str], Sequence[Hit]], window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._find = find
        self._window = window
        self._before: QWidget | None = None
        self._card = QFrame(self)
        self._card.setProperty("kind", "palette")
        self._glyph = QLabel()
        self._field = QLineEdit()
        self._field.setProperty("kind", "bare")
        self._field.setPlaceholderText("Find a device, room or command")
        self._field.setAccessibleName("Find a device, room or command")
        self._rows = PaletteRows(self)
        self._list = QListView()
        self._list.setModel(self._rows)
        self._list.setItemDelegate(PaletteDelegate(theme, self))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName("Found")
        self._nothing = QLabel()
        self._nothing.setProperty("kind", "second")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(20, 8, 16, 8)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._foot = QLabel(FOOT)
        self._foot.setProperty("kind", "quiet")
        self._build()
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list.clicked.connect(lambda index: self._take(index.row()))
        window.installEventFilter(self)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def open(self, text: str = "") -> None:
        """Show the palette with *text* in its field."""
        focus = self._window.window().focusWidget()
        self._before = focus if focus is not self._field else self._before
        self.setGeometry(self._window.rect())
        self._field.setText(text)
        self._search(text)
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close the palette and give the keyboard back to whoever had it."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
            self._place()
        elif watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.leave()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.color("veil"))
        painter.setPen(QPen(self._theme.color("shadow"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for grown in range(1, 14):
            area = self._card.geometry().adjusted(-grown, 2 - grown, grown, 2 + grown)
            painter.drawRoundedRect(area, 10 + grown, 10 + grown)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self._list.currentIndex().row())
        elif key in STEPS:
            self._step(STEPS[key])
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        row = self._list.currentIndex().row()
        way = 1 if by > 0 else -1
        for _ in range(abs(by)):
            row = self._rows.choosable(row + way, way)
        self._list.setCurrentIndex(self._rows.index(row))

    def _take(self, row: int) -> None:
        hit = self._rows.hit(row)
        if hit is not None:
            self.leave()
            self.chosen.emit(hit)

    def _search(self, text: str) -> None:
        self._rows.show_hits(self._find(text))
        first = self._rows.choosable(0, 1)
        if first >= 0:
            self._list.setCurrentIndex(self._rows.index(first))
        self._list.setVisible(first >= 0)
        self._nothing.setVisible(first < 0)
        self._nothing.setText(f"Nothing matches “{text}”. Try a part of a name, a room or a kind of device.")
        self._place()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 16, 12)
        head.setSpacing(12)
        esc = QLabel("Esc")
        esc.setProperty("kind", "key")
        for part in (self._glyph, self._field, esc):
            head.addWidget(part)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 16, 10)
        foot.addWidget(self._foot)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._line())
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._line())
        column.addLayout(foot)

    def _line(self) -> QFrame:
        line = QFrame()
        line.setProperty("kind", "rule")
        line.setFixedHeight(1)
        return line

    def _place(self) -> None:
        width = min(self._theme.size("palette_width"), self.width() - 32)
        rows = sum(self._list.sizeHintForRow(row) for row in range(self._rows.rowCount()))
        rows = rows or self._nothing.heightForWidth(width)
        tall = self._theme.px(110) + min(rows + 8, self._theme.px(MOST_ROWS_PX))
        top = self._theme.gap("palette_top")
        self._card.setGeometry(QRect((self.width() - width) // 2, top, width, min(tall, self.height() - top - 16)))
        self.update()

    def _dress(self) -> None:
        self._field.setFont(self._theme.font("lead", 500))
        self._nothing.setFont(self._theme.font("body"))
        self._foot.setFont(self._theme.font("small"))
        self._glyph.setPixmap(self._theme.glyph("search", "ink2", self._theme.px(18), self.devicePixelRatioF()))
