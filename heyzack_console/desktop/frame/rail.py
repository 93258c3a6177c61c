"""The rail at the left: perspectives on top, settings and help at the foot."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.perspectives import Perspective

BAR = 3
INSET = 5
FOOT = (("settings", "Settings", "settings"), ("help", "Help", "help"))


class RailButton(QAbstractButton):
    """A glyph over a word; the chosen one lies on a quiet plate with a bar at its left."""

    def __init__(self, theme: Theme, glyph: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glyph = glyph
        self._count = 0
        self.setText(word)
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    def show_count(self, count: int) -> None:
        """Show how many things wait behind this button; none shows nothing."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self.text()}, {count} waiting" if count else self.text())
            self.update()

    @override
    def sizeHint(self) -> QSize:
        word = QFontMetricsF(self._theme.font("micro", 600)).horizontalAdvance(self.text())
        width = max(self._theme.gap("rail"), int(word) + 2 * INSET)
        return QSize(width, self._theme.size("icon_rail") + self._theme.px(34))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.color
        plate = QRectF(self.rect()).adjusted(INSET, 2, -INSET, -2)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected_off" if self.isChecked() else "hover"))
            painter.drawRoundedRect(plate, 6, 6)
        if self.isChecked():
            painter.fillRect(QRectF(0, plate.top() + 8, BAR, plate.height() - 16), colour("accent"))
        size = self._theme.size("icon_rail")
        line = QFontMetricsF(self._theme.font("micro", 600)).height()
        top = plate.top() + min(self._theme.px(6), max(0.0, (plate.height() - size - line) / 2))
        ink = colour("ink" if self.isChecked() else "ink2")
        where = QRectF(plate.center().x() - size / 2, top, size, size)
        self._theme.icons.paint(painter, self._glyph, where, ink)
        painter.setFont(self._theme.font("micro", 600 if self.isChecked() else 500))
        painter.setPen(ink)
        word = QRectF(0, where.bottom() + 1, self.width(), plate.bottom() - where.bottom() - 3)
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._count:
            self._paint_badge(painter, where)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(plate.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_badge(self, painter: QPainter, glyph: QRectF) -> None:
        text = str(self._count) if self._count < 100 else "99+"
        font = self._theme.font("micro", 600)
        painter.setFont(font)
        side = self._theme.px(16)
        width = max(side, QFontMetricsF(font).horizontalAdvance(text) + 8)
        badge = QRectF(glyph.center().x() + 3, glyph.top() - side / 3, width, side)
        painter.setPen(QPen(self._theme.color("surface"), 1.5))
        painter.setBrush(self._theme.color("band"))
        painter.drawRoundedRect(badge, side / 2, side / 2)
        painter.setPen(self._theme.color("band_ink"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QWidget):
    """Chooses the perspective."""

    chosen = Signal(str)
    """Carries a perspective's id, ``settings`` or ``help``."""

    def __init__(self, theme: Theme, perspectives: Sequence[Perspective], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(2)
        for known in perspectives:
            self._add(column, known.id, known.title, known.icon)
            self._buttons[known.id].setCheckable(True)
        column.addStretch(1)
        for name, word, glyph in FOOT:
            self._add(column, name, word, glyph)
        theme.changed.connect(self.update)

    def choose(self, name: str) -> None:
        """Show the perspective *name* as the chosen one."""
        for known, button in self._buttons.items():
            button.setChecked(known == name and button.isCheckable())

    def show_count(self, name: str, count: int) -> None:
        """Show on the button *name* how many things wait there."""
        self._buttons[name].show_count(count)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _add(self, column: QVBoxLayout, name: str, word: str, glyph: str) -> None:
        button = RailButton(self._theme, glyph, word)
        button.clicked.connect(partial(self._press, name))
        self._buttons[name] = button
        column.addWidget(button)

    def _press(self, name: str) -> None:
        button = self._buttons[name]
        if button.isCheckable():
            self.choose(name)
        self.chosen.emit(name)
