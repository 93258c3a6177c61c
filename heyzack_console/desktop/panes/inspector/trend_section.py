"""The history of a data point: chart, span, comparison and figures."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from heyzack_console.desktop.panes.inspector.chart_frame import ChartFrame
from heyzack_console.desktop.panes.inspector.desk import ChartView, InspectorDesk
from heyzack_console.desktop.panes.inspector.history_desk import Answer, Question
from heyzack_console.desktop.panes.inspector.history_dialog import HistoryDialog, HistoryWish
from heyzack_console.desktop.panes.inspector.span_bar import SpanBar
from heyzack_console.desktop.panes.inspector.state_strip import StateStrip
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.domain.telemetry import Series, WordSeries
from heyzack_console.presentation.inspector.history import (
    ALONE,
    Comparison,
    Window,
    figures_said,
    last,
    moved,
    picked,
    window_words,
    zoomed,
)
from heyzack_console.presentation.inspector.stretches import stretches
from heyzack_console.presentation.inspector.trend import (
    charted,
    filled_words,
    trend_marks,
    trend_title,
    with_newest,
)
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime

ASK_EVERY_S = 5.0


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is looked at: *window* None follows the present."""

    device: Device
    spec: PointSpec
    span: timedelta
    window: Window | None = None
    comparison: Comparison = ALONE


class TrendSection(QWidget):
    """Asks the engine for the history of the chosen point and keeps it current while it is shown."""

    def __init__(self, theme: Theme, times: SiteTime, mirror: Mirror, desk: InspectorDesk) -> None:
        super().__init__()
        self._theme = theme
        self._times = times
        self._mirror = mirror
        self._desk = desk
        self._wanted: _Wanted | None = None
        self._asked_at = 0.0
        self._chart: ChartView | None = None
        self._frame = ChartFrame(theme)
        self._strip = StateStrip(theme, times, self._frame)
        self._spans = SpanBar()
        self._points = QComboBox()
        self._points.setAccessibleName("Data point of the trend")
        self._points.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._nothing = QLabel("No values in this span yet.")
        self._filled, self._where, self._figures = (QLabel() for _ in range(3))
        self._back = QPushButton("Back to now")
        self._build()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()

    def show_device(self, device: Device | None) -> None:
        """Show the history of the device's main point; hidden where it has none."""
        specs = charted(device) if device else ()
        self.setVisible(bool(specs))
        self._points.clear()
        for spec in specs:
            self._points.addItem(trend_title(spec), spec)
        self._points.setVisible(len(specs) > 1)
        self._wanted = _Wanted(device, specs[0], self._spans.span) if device and specs else None
        self._figures.clear()
        self.renew()

    def renew(self) -> None:
        """Ask for the history now."""
        wanted = self._wanted
        if wanted is None:
            return
        self._asked_at = self._times.now().timestamp()
        question = self._question(wanted)
        self._desk.histories.ask(question, lambda answer: self._show(wanted, question.window, answer))

    def tick(self) -> None:
        """Ask again every few seconds while a chart that ends now is seen; long spans less often."""
        if self._wanted is None or self._wanted.window is not None or not self.isVisible():
            return
        every = max(ASK_EVERY_S, self._wanted.span.total_seconds() / 1000)
        if self._times.now().timestamp() - self._asked_at >= every:
            self.renew()

    def _question(self, wanted: _Wanted) -> Question:
        window = wanted.window or last(wanted.span, self._times.now())
        return Question(wanted.device, wanted.spec, window, wanted.comparison, max(200, self.width()))

    def _show(self, wanted: _Wanted, window: Window, answer: Answer) -> None:
        if wanted != self._wanted:
            return
        said = self._draw_words(wanted, window, answer.words) if answer.words else None
        if answer.numbers is not None:
            said = self._draw_numbers(wanted, window, answer.numbers, answer.other)
        self._frame.setVisible(bool(said))
        self._nothing.setVisible(not said)
        series = answer.numbers or answer.words
        filled = series.filled if series and said else ()
        words = filled_words(filled, window.start, window.end, self._times.zone())
        _say(self._filled, words)
        others = (wanted.comparison.words, answer.other_figures) if answer.other_figures else None
        _say(self._figures, figures_said(wanted.device, wanted.spec, answer.figures, others))
        _say(self._where, window_words(window, self._times.zone()))
        self._back.setVisible(not window.live)
        self._spans.show_live(live=window.live)

    def _draw_numbers(self, wanted: _Wanted, window: Window, series: Series, other: Series | None) -> bool:
        if self._chart is None:
            self._chart = self._desk.new_chart()
        self._frame.hold(self._chart)
        newest = self._mirror.readings.get(series.device, {}).get(series.code) if window.live else None
        marks = trend_marks(self._mirror, wanted.device.id, wanted.spec.code, (window.start, window.end))
        self._chart.show_series(with_newest(series, newest), window.start, window.end, marks, other)
        return bool(series.times or (other and other.times))

    def _draw_words(self, wanted: _Wanted, window: Window, series: WordSeries) -> bool:
        found = stretches(wanted.device, wanted.spec, series, window.start, window.end)
        self._frame.hold(self._strip)
        self._strip.show_stretches(found, window.start, window.end)
        return bool(found)

    def _look(self, change: Callable[[Window, datetime], Window]) -> None:
        """Look at what *change* makes of the window, given the present."""
        if self._wanted is not None:
            window = change(self._question(self._wanted).window, self._times.now())
            self._wanted = replace(self._wanted, window=window)
            self.renew()

    def _choose_point(self, _n: int) -> None:
        if self._wanted is not None:
            self._wanted = replace(self._wanted, spec=self._points.currentData(), comparison=ALONE)
            self.renew()

    def _choose_span(self, span: timedelta) -> None:
        if self._wanted is not None:
            self._spans.choose(span)
            self._wanted = replace(self._wanted, span=span, window=None)
            self.renew()

    def _back_to_now(self) -> None:
        if self._wanted is not None:
            self._choose_span(self._wanted.span)

    def _choose(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        now = HistoryWish(self._question(wanted).window, wanted.comparison)

        def make(parent: QWidget) -> HistoryDialog:
            dialog = HistoryDialog(self._theme, self._times, wanted.spec, now, parent)
            dialog.offer(self._mirror.devices.values(), wanted.device, wanted.spec, wanted.comparison)
            return dialog

        self._desk.histories.choose(make, self._take_wish)

    def _take_wish(self, wish: HistoryWish) -> None:
        if self._wanted is not None:
            window = wish.window if wish.moved else self._wanted.window
            self._wanted = replace(self._wanted, window=window, comparison=wish.comparison)
            self.renew()

    def _export(self, ending: str) -> None:
        if self._wanted is not None:
            self._desk.histories.export(self._question(self._wanted), ending)

    def _build(self) -> None:
        self._nothing.setProperty("kind", "quiet")
        self._back.setProperty("kind", "link")
        for label in (self._filled, self._where, self._figures):
            label.setProperty("kind", "second")
            label.setWordWrap(True)
            label.hide()
        self._nothing.hide()
        self._back.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._points, self._where, self._frame, self._nothing, self._filled, self._figures, self._spans):
            column.addWidget(part)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._points.activated.connect(self._choose_point)
        self._spans.chosen.connect(self._choose_span)
        self._spans.options_wanted.connect(self._choose)
        self._spans.export_wanted.connect(self._export)
        self._frame.picked.connect(lambda start, end: self._look(lambda _, now: picked(start, end, now)))
        self._frame.zoomed.connect(lambda factor: self._look(lambda window, now: zoomed(window, factor, now)))
        self._frame.moved.connect(lambda share: self._look(lambda window, now: moved(window, share, now)))
        self._frame.back_wanted.connect(self._back_to_now)
        self._back.clicked.connect(self._back_to_now)

    def _dress(self) -> None:
        for label in (self._filled, self._where, self._figures):
            label.setFont(self._theme.font("small"))


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
