"""The page of alarm figures: period, overall grade, a card each figure, alerts per day, who calls most."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QToolButton, QWidget
from typing_extensions import override

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.icon_button import IconButton
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.panes.kpi.body import KpiBody
from heyzack_console.desktop.panes.kpi.desk import KpiDesk
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.kpi import KpiReport
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.kpi.page import PERIODS, USUAL, as_csv, kpi_page
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.selection import Selection
from heyzack_console.presentation.site_time import SiteTime

NAME = "kpi"
RENEW_EVERY_S = 60.0


class KpiPane(Pane):
    """Asks for the figures when it is shown, when the period changes, and every minute while it is seen."""

    def __init__(self, theme: Theme, board: SelectionBoard, mirror: Mirror, times: SiteTime, desk: KpiDesk) -> None:
        super().__init__(theme, NAME, "Alarm figures")
        self._theme = theme
        self._board = board
        self._mirror = mirror
        self._times = times
        self._desk = desk
        self._span = USUAL
        self._asked_at = 0.0
        self._report: KpiReport | None = None
        self._body = KpiBody(theme, self._lead_to)
        self._empty = EmptyState(theme)
        self._stack = QStackedWidget()
        self._export = IconButton(theme, "export", "Export figures as CSV")
        self._build()

    def take(self, touched: Touched) -> None:
        """A new building has other figures."""
        if touched.everything and self.isVisible():
            self.renew()

    def tick(self) -> None:
        """Ask again once a minute while it is seen."""
        if self.isVisible() and self._times.now().timestamp() - self._asked_at >= RENEW_EVERY_S:
            self.renew()

    def renew(self) -> None:
        """Ask for the figures of the chosen period until now."""
        end = self._times.now()
        self._asked_at = end.timestamp()
        self._desk.figures((end - self._span, end), self._show, self._failed)

    def export(self) -> None:
        """Write what is shown to a file."""
        if self._report is not None:
            end = self._report.period.end.astimezone(self._times.zone())
            text = as_csv(self._report, self._name_of)
            self._desk.save(f"alarm-figures-{end:%Y-%m-%d}.csv", text, self.undo_line.offer)

    def declared(self) -> tuple[Action, ...]:
        """What can be done here."""
        title = "Export alarm figures as CSV"
        return (Action("kpi.export", title, lambda _: self.export(), scope=NAME, icon="export", asks_first=True),)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._mirror.connected:
            self.renew()

    def _show(self, report: KpiReport) -> None:
        self.strip.clear()
        self._report = report
        self._export.setEnabled(True)
        page = kpi_page(report, self._name_of, self._times.zone())
        self._body.show_page(page)
        self._stack.setCurrentIndex(0 if page.empty else 1)
        if page.empty:
            self._empty.say("reports", "No alert in this period", f"Figures need annunciations. {page.span}")

    def _failed(self, error: ConsoleError) -> None:
        self.strip.say("caution", error.text)

    def _name_of(self, device: DeviceId) -> str:
        known = self._mirror.devices.get(device)
        return known.name if known is not None else device

    def _lead_to(self, device: DeviceId) -> None:
        self._board.choose(Selection(devices=(device,)))
        self._board.show_in("inspector")

    def _choose(self, span: timedelta) -> None:
        self._span = span
        self.renew()

    def _build(self) -> None:
        self.bar.add_tool(self._segments())
        self._export.clicked.connect(self.export)
        self._export.setEnabled(False)
        self.bar.add_tool(self._export)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Alarm figures")
        area.setWidget(self._body)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(area)
        self._empty.say("reports", "Counting", "The figures of the last 30 days come in a moment.")
        self.fill(self._stack, area)

    def _segments(self) -> QWidget:
        segments = QWidget()
        segments.setProperty("kind", "segments")
        row = QHBoxLayout(segments)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        group = QButtonGroup(self)
        for word, span in PERIODS:
            button = QToolButton()
            button.setText(word)
            button.setCheckable(True)
            button.setChecked(span == self._span)
            button.setProperty("kind", "segment")
            button.setAccessibleName(f"Figures of the last {word}")
            button.clicked.connect(lambda _=False, s=span: self._choose(s))
            group.addButton(button)
            row.addWidget(button)
        return segments
