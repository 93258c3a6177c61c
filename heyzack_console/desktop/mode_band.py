"""The inverse band that says: what you see is not the live building, or not yours to change."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.hatch import hatch
from heyzack_console.desktop.theme.theme import Theme


class ModeBand(QWidget):
    """Shows DRILL, PAST, READ ONLY and DISCONNECTED; hidden in normal work. It has no hue, all hues are taken."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def text(self) -> str:
        """What is shown, empty while hidden."""
        return self._text

    def show_modes(self, modes: tuple[str, ...]) -> None:
        """Show *modes*, each in its own words; none hides the band."""
        self._text = "     ".join(modes)
        self.setAccessibleName(self._text)
        self.setToolTip(self._text)
        self.setVisible(bool(modes))
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._theme.color
        area = QRectF(self.rect())
        painter.fillRect(area, colour("band"))
        hatch(painter, area, colour("band_stripe"), 9)
        font = self._theme.font("strong")
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, area.width() - 32)
        width = metrics.horizontalAdvance(text) + 24
        plate = QRectF(area.center().x() - width / 2, area.top(), width, area.height())
        painter.fillRect(plate, colour("band"))
        painter.setPen(QPen(colour("band_ink")))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.size("mode_band"))
        self.update()
