"""The content of the page of alarm figures, arranged by the width there is."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.kpi.callers import CallerList
from heyzack_console.desktop.panes.kpi.card import GradeChip, KpiCard
from heyzack_console.desktop.panes.kpi.day_chart import DayChart
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.kpi import Kpi
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.kpi.page import KpiPage

CARD = 270
"""Design pixels that a card needs beside others."""
MOST_COLUMNS = 4
BESIDE_FROM = 900


class KpiBody(QWidget):
    """Head, cards, bars and the most frequent; cards in as many columns as fit."""

    def __init__(self, theme: Theme, lead_to: Callable[[DeviceId], None]) -> None:
        super().__init__()
        self._theme = theme
        self._columns = 0
        self.setProperty("kind", "scrolled")
        self.setMinimumWidth(1)  # else the columns there are keep fewer from being enough
        self._span, self._answers = QLabel(), QLabel()
        self._overall = GradeChip(theme)
        for label in (self._span, self._answers):
            label.setWordWrap(True)
            label.setProperty("kind", "second")
        self._cards = [KpiCard(theme) for _ in Kpi]
        self._grid, self._lower = QGridLayout(), QGridLayout()
        self._chart = DayChart(theme)
        self._callers = CallerList(theme, lead_to)
        self._titles: list[QLabel] = []
        self._days_box = self._boxed("Alerts per day", self._legend(), self._chart)
        self._callers_box = self._boxed("Most frequent, with advice", None, self._callers)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(10)
        column.addWidget(self._overall)
        column.addWidget(self._span)
        for grid in (self._grid, self._lower):
            grid.setSpacing(10)
            column.addLayout(grid)
        column.addWidget(self._answers)
        column.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()
        self._arrange()

    def show_page(self, page: KpiPage) -> None:
        """Show everything."""
        self._overall.show_grade(page.grade, page.overall)
        self._span.setText(page.span)
        self._answers.setText(f"Answered: {page.answers}" if page.answers else "")
        for card, row in zip(self._cards, page.rows, strict=True):
            card.show_row(row)
        self._chart.show_days(page.days)
        self._callers.show_callers(page.callers)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(MOST_COLUMNS, self.width() // self._theme.px(CARD)))
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))
        beside = columns > 2
        self._lower.addWidget(self._days_box, 0, 0)
        self._lower.addWidget(self._callers_box, 0 if beside else 1, 1 if beside else 0)
        self._lower.setColumnStretch(0, 1)
        self._lower.setColumnStretch(1, int(beside))

    def _boxed(self, title: str, beside: QWidget | None, content: QWidget) -> QFrame:
        box = QFrame()
        box.setProperty("kind", "card")
        head = QHBoxLayout()
        label = QLabel(title)
        self._titles.append(label)
        head.addWidget(label)
        if beside is not None:
            head.addWidget(beside)
        head.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(head)
        column.addWidget(content)
        column.addStretch(1)
        return box

    def _legend(self) -> QLabel:
        label = QLabel("from below: P4, P3, P2, P1; floods shaded")
        label.setProperty("kind", "quiet")
        self._legend_label = label
        return label

    def _dress(self) -> None:
        for title in self._titles:
            title.setFont(self._theme.font("strong"))
        for label in (self._span, self._answers, self._legend_label):
            label.setFont(self._theme.font("small"))
        self._columns = 0
        self._arrange()
