"""Paints a QR code so that a camera reads it in both themes."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.qr import QUIET_ZONE, modules

SIDE = 240


class QrCode(QWidget):
    """Dark modules on a light ground whatever the theme is: many readers do not know an inverted code."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._modules: tuple[tuple[bool, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("QR code of the pairing token")
        theme.changed.connect(self._dress)

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.px(SIDE)
        return QSize(side, side)

    def show_text(self, text: str) -> None:
        """Show the code of *text*; an empty plate for an empty text."""
        self._modules = modules(text) if text else ()
        self.update()

    @property
    def module_side(self) -> float:
        """Width of a module in pixels of the widget: whole pixels of the screen, so that no edge is blurred."""
        across = len(self._modules) + 2 * QUIET_ZONE
        ratio = self.devicePixelRatioF()
        return max(1, int(min(self.width(), self.height()) * ratio / across)) / ratio

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        dark, light = sorted((self._theme.color("ink"), self._theme.color("surface")), key=lambda c: c.lightness())
        painter.fillRect(self.rect(), light)
        side = self.module_side
        left = (self.width() - side * len(self._modules)) // 2
        top = (self.height() - side * len(self._modules)) // 2
        for y, row in enumerate(self._modules):
            for x, filled in enumerate(row):
                if filled:
                    painter.fillRect(QRectF(left + x * side, top + y * side, side, side), dark)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
