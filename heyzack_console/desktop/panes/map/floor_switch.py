"""The floors at the upper right: level, worst mark, number of open alerts."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import FloorId
from heyzack_console.presentation.building.values import number_text
from heyzack_console.presentation.map.picture import FloorBadge

ROW = 36
LOWEST_ROW = 22
WIDTH = 62
MARK = 14
BAR = 3


class FloorButton(QAbstractButton):
    """One floor."""

    def __init__(self, theme: Theme, markers: Markers, badge: FloorBadge) -> None:
        super().__init__()
        self._theme = theme
        self._markers = markers
        self.badge = badge
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_badge(badge)

    def show_badge(self, badge: FloorBadge) -> None:
        """Show the floor's new state."""
        self.badge = badge
        self.setToolTip(badge.words)
        self.setAccessibleName(badge.words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(ROW))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        whole = QRectF(self.rect())
        radius = theme.tokens.radius["control"]
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.color("selected" if self.isChecked() else "hover"))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), radius, radius)
        if self.isChecked():
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(1, whole.height() * 0.28, BAR, whole.height() * 0.44), 1.5, 1.5)
        self._paint_words(painter, whole)
        if self.hasFocus():
            painter.setPen(theme.color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), radius, radius)

    def _paint_words(self, painter: QPainter, whole: QRectF) -> None:
        theme, badge = self._theme, self.badge
        third = whole.width() / 3
        painter.setFont(theme.font("lead"))
        painter.setPen(theme.color("ink" if self.isChecked() else "ink2"))
        level = QRectF(whole.left() + BAR, whole.top(), third, whole.height())
        painter.drawText(level, Qt.AlignmentFlag.AlignCenter, number_text(badge.level))
        if badge.worst is None:
            return
        ratio = self.devicePixelRatioF()
        sprite = self._markers.mark(badge.worst.priority, badge.worst.state, MARK, True, ratio)
        side = sprite.deviceIndependentSize().width()
        centre = QPointF(whole.left() + third * 1.55, whole.center().y())
        painter.drawPixmap(QPointF(round(centre.x() - side / 2), round(centre.y() - side / 2)), sprite)
        painter.setFont(theme.font("small", weight=500))
        painter.setPen(theme.color("ink2"))
        count = QRectF(whole.right() - third - 1, whole.top(), third, whole.height())
        painter.drawText(count, Qt.AlignmentFlag.AlignCenter, str(badge.count))


class FloorSwitch(QFrame):
    """All floors, the highest on top; one is current."""

    chosen = Signal(object)
    """Carries the id of the floor to show."""

    def __init__(self, theme: Theme, markers: Markers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._markers = markers
        self._buttons: dict[FloorId, FloorButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 2, 2)
        self._column.setSpacing(0)
        self.setProperty("kind", "card")
        self.setAccessibleName("Floors")
        theme.changed.connect(self.update)

    def show_badges(self, badges: Sequence[FloorBadge], current: FloorId | None) -> None:
        """Show the floors with their alerts."""
        if [badge.floor for badge in badges] != list(self._buttons):
            self._rebuild(badges)
        for badge in badges:
            button = self._buttons[badge.floor]
            if badge != button.badge:
                button.show_badge(badge)
            button.setChecked(badge.floor == current)
        self.setVisible(len(badges) > 1)

    def height_for(self, room: int) -> int:
        """Return the height that the floors take of *room* pixels; rows shrink before they run out of it."""
        rows = max(1, len(self._buttons))
        row = max(LOWEST_ROW, min(self._theme.px(ROW), (room - 6) // rows))
        return rows * row + 6

    def _rebuild(self, badges: Sequence[FloorBadge]) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._column.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self._buttons = {}
        for badge in badges:
            button = FloorButton(self._theme, self._markers, badge)
            button.clicked.connect(lambda _=False, floor=badge.floor: self.chosen.emit(floor))
            self._group.addButton(button)
            self._column.addWidget(button, 1)
            self._buttons[badge.floor] = button
