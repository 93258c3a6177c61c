"""The legend at the foot of the map; in the category layer its entries choose what is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.map.legend_samples import CHIP, legend_sample
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.categories import Category
from heyzack_console.presentation.map.legend import LegendRow

MARK_ROOM = 26
HEIGHT = 28
AIR = 6
GAP = 12


class LegendItem(QAbstractButton):
    """A sample with its word."""

    def __init__(self, theme: Theme, markers: Markers, row: LegendRow) -> None:
        super().__init__()
        self._theme = theme
        self._markers = markers
        self.row = row
        self.setAccessibleName(row.word)
        self.setCheckable(row.choosable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if row.choosable else Qt.FocusPolicy.NoFocus)
        if row.choosable:
            self.setToolTip(f"Show only: {row.word}")
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._theme.font("small", weight=500)).horizontalAdvance(self.row.word)
        return QSize(round(words) + self._sample + 3 * AIR, self._theme.px(HEIGHT))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        whole = QRectF(self.rect())
        if self.isChecked() or self.hasFocus():
            painter.setPen(theme.color("focus" if self.hasFocus() else "line_strong"))
            painter.setBrush(theme.color("raised"))
            radius = theme.tokens.radius["control"]
            painter.drawRoundedRect(whole.adjusted(0.5, 2.5, -0.5, -2.5), radius, radius)
        sprite = self._sprite()
        side = sprite.deviceIndependentSize().width()
        middle = QPointF(AIR + self._sample / 2, whole.center().y())
        painter.drawPixmap(QPointF(round(middle.x() - side / 2), round(middle.y() - side / 2)), sprite)
        painter.setFont(theme.font("small", weight=500))
        painter.setPen(theme.color("ink" if self.isChecked() else "ink2"))
        words = whole.adjusted(self._sample + 2 * AIR, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.row.word)

    @property
    def _sample(self) -> int:
        row = self.row
        return MARK_ROOM if row.priority or row.tone or row.supply else CHIP

    def _sprite(self) -> QPixmap:
        return legend_sample(self._theme, self._markers, self.row, self.devicePixelRatioF())


class LegendBar(QWidget):
    """As many entries as have room, the most important first."""

    chosen = Signal(object)
    """Carries the category to show alone, or None for all."""

    def __init__(self, theme: Theme, markers: Markers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._markers = markers
        self._rows: tuple[LegendRow, ...] = ()
        self._items: list[LegendItem] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP - AIR)
        self.setAccessibleName("Legend")
        theme.changed.connect(self._retake)

    @property
    def items(self) -> Sequence[LegendItem]:
        """The entries, shown or not."""
        return self._items

    def show_rows(self, rows: tuple[LegendRow, ...], category: Category | None) -> None:
        """Show *rows*; *category* is the one that is shown alone."""
        if rows != self._rows:
            self._rows = rows
            self._rebuild()
        for item in self._items:
            item.setChecked(item.row.choosable and item.row.category is category)

    def size_for(self, room: int) -> QSize:
        """Hide the entries that do not fit *room* pixels and return the size of the rest."""
        used = 0
        for item in self._items:
            width = item.sizeHint().width() + (self._line.spacing() if used else 0)
            item.setVisible(used + width <= room)
            used += width if used + width <= room else 0
        return QSize(used, self._theme.px(HEIGHT))

    def _rebuild(self) -> None:
        for item in self._items:
            self._line.removeWidget(item)
            item.setParent(None)
            item.deleteLater()
        self._items = [LegendItem(self._theme, self._markers, row) for row in self._rows]
        for item in self._items:
            item.clicked.connect(lambda on, item=item: self.chosen.emit(item.row.category if on else None))
            self._line.addWidget(item)

    def _retake(self) -> None:
        for item in self._items:
            item.updateGeometry()
        self.update()
