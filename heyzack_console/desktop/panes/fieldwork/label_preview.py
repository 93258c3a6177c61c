"""Shows a sheet of labels as it will be printed."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.fieldwork.label_painter import paint_sheet
from heyzack_console.desktop.theme.paper import UNITS_A_MM, Paper
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.fieldwork.labels import SHEETS, Label, Sheet

SIDE = 320


class LabelPreview(QWidget):
    """One sheet, as large as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._paper = Paper(theme.tokens)
        self._sheet: Sheet = SHEETS[0]
        self._places: Sequence[Label | None] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Preview of the sheet")

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(SIDE), self._theme.px(SIDE))

    def show_sheet(self, sheet: Sheet, places: Sequence[Label | None]) -> None:
        """Show *places* on *sheet*."""
        self._sheet, self._places = sheet, tuple(places)
        names = [label.name for label in places if label is not None]
        self.setAccessibleDescription(", ".join(names))
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = (UNITS_A_MM * mm for mm in self._sheet.page)
        scale = min((self.width() - 2) / width, (self.height() - 2) / height)
        painter.translate((self.width() - scale * width) / 2, (self.height() - scale * height) / 2)
        painter.scale(scale, scale)
        page = QRectF(0, 0, width, height)
        painter.fillRect(page, self._paper.color("surface"))
        paint_sheet(painter, self._sheet, self._places, self._paper)
        pen = painter.pen()
        pen.setColor(self._theme.color("line_strong"))
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawRect(page)
