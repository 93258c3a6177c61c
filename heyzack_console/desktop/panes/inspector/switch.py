"""A two-state switch: a pill that is blue while on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme

WIDE, HIGH = 34, 18


class Switch(QAbstractButton):
    """Checkable; Space turns it, as everywhere."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDE) + 8, self._theme.px(HIGH) + 8)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self._theme.px(WIDE), self._theme.px(HIGH)
        pill = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        on, colour = self.isChecked(), self._theme.color
        painter.setPen(QPen(colour("accent" if on else "line_strong"), 1))
        painter.setBrush(colour("accent" if on else "sunken"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        knob = height - 6
        left = pill.right() - knob - 3 if on else pill.left() + 3
        painter.setPen(QPen(colour("accent" if on else "line_strong"), 1))
        painter.setBrush(colour("accent_ink" if on else "ink2"))
        painter.drawEllipse(QRectF(left, pill.top() + 3, knob, knob))
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill.adjusted(-3, -3, 3, 3), height / 2 + 3, height / 2 + 3)
