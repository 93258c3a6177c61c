"""The chart with its choice of data point and span."""

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from heyzack_console.desktop.panes.inspector.desk import ChartView, InspectorDesk
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.telemetry import Series
from heyzack_console.ports.engine.telemetry import History
from heyzack_console.presentation.building.marks import is_number
from heyzack_console.presentation.building.values import number_text
from heyzack_console.presentation.inspector.trend import SPANS, TrendMarks, filled_words, trend_title, trendable
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime

ASK_EVERY_S = 5.0


@dataclass(frozen=True, slots=True)
class _Wanted:
    device: Device
    code: str
    span: timedelta


class TrendSection(QWidget):
    """Asks the engine for the history of the chosen point and keeps it current while it is shown."""

    def __init__(self, theme: Theme, times: SiteTime, mirror: Mirror, desk: InspectorDesk) -> None:
        super().__init__()
        self._theme = theme
        self._times = times
        self._mirror = mirror
        self._desk = desk
        self._wanted: _Wanted | None = None
        self._span = SPANS[0][1]
        self._asked_at = 0.0
        self._chart: ChartView | None = None
        self._points = QComboBox()
        self._points.setAccessibleName("Data point of the trend")
        self._points.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._points.activated.connect(self._choose_point)
        self._nothing = QLabel("No values in this span yet.")
        self._nothing.setProperty("kind", "quiet")
        self._nothing.hide()
        self._filled = QLabel()
        self._filled.setProperty("kind", "second")
        self._filled.setWordWrap(True)
        self._filled.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._points)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self._filled)
        self._column.addWidget(self._build_spans(), 0, Qt.AlignmentFlag.AlignLeft)

    def show_device(self, device: Device | None) -> None:
        """Show the trend of the device's main number; hidden where it has none."""
        specs = trendable(device) if device else ()
        self.setVisible(bool(specs))
        self._points.clear()
        for spec in specs:
            self._points.addItem(trend_title(spec), spec.code)
        self._points.setVisible(len(specs) > 1)
        self._wanted = _Wanted(device, specs[0].code, self._span) if device and specs else None
        self.renew()

    def renew(self) -> None:
        """Ask for the series now."""
        if self._wanted is None:
            return
        end = self._times.now()
        self._asked_at = end.timestamp()
        wanted = self._wanted
        query = History(wanted.device.id, wanted.code, end - wanted.span, end, max(200, self.width()))
        self._desk.history(query, lambda series: self._show(wanted, query, series))

    def tick(self) -> None:
        """Ask again every few seconds while the chart is seen; long spans less often."""
        if self._wanted is None or not self.isVisible():
            return
        every = max(ASK_EVERY_S, self._wanted.span.total_seconds() / 1000)
        if self._times.now().timestamp() - self._asked_at >= every:
            self.renew()

    def _show(self, wanted: _Wanted, query: History, series: Series) -> None:
        if wanted != self._wanted:
            return
        if self._chart is None:
            self._chart = self._desk.new_chart()
            self._column.insertWidget(1, self._chart.widget)
        self._nothing.setVisible(not series.times)
        self._chart.widget.setVisible(bool(series.times))
        words = filled_words(series.filled, query.start, query.end, self._times.zone())
        self._filled.setText(words)
        self._filled.setVisible(bool(words and series.times))
        self._chart.show_series(self._with_newest(series), query.start, query.end, self._marks(wanted, query))

    def _with_newest(self, series: Series) -> Series:
        """Add the twin's value to raw samples, so that the dot is where the figure is."""
        newest: Reading | None = self._mirror.readings.get(series.device, {}).get(series.code)
        plain = newest is not None and isinstance(newest.value, int | float) and not isinstance(newest.value, bool)
        if series.step_ms or not series.times or newest is None or not plain:
            return series
        at, value = int(newest.at.timestamp() * 1000), float(newest.value or 0)
        if at <= series.times[-1]:
            return series
        times, values = (*series.times, at), (*series.means, value)
        return replace(series, times=times, means=values, lows=values, highs=values)

    def _marks(self, wanted: _Wanted, query: History) -> TrendMarks:
        alerts = [a for a in self._mirror.alerts_of(wanted.device.id) if a.code == wanted.code]
        orders = [o for o in self._mirror.orders.values() if o.device == wanted.device.id and wanted.code in o.values]
        instants = [a.since for a in alerts] + [o.made_at for o in orders]
        inside = tuple(at for at in instants if query.start <= at <= query.end)
        limited = next((a for a in alerts if a.limit is not None and is_number(a)), None)
        if limited is None or limited.limit is None:
            return TrendMarks(instants=inside)
        text = f"limit {number_text(limited.limit)}"
        return TrendMarks(limited.limit, f"p{limited.priority:d}_text", text, inside)

    def _choose_point(self, _n: int) -> None:
        if self._wanted is not None:
            self._wanted = _Wanted(self._wanted.device, self._points.currentData(), self._span)
            self.renew()

    def _choose_span(self, span: timedelta) -> None:
        self._span = span
        if self._wanted is not None:
            self._wanted = _Wanted(self._wanted.device, self._wanted.code, span)
            self.renew()

    def _build_spans(self) -> QWidget:
        segments = QWidget()
        segments.setProperty("kind", "segments")
        inner = QHBoxLayout(segments)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        group = QButtonGroup(self)
        for word, span in SPANS:
            button = QToolButton()
            button.setText(word)
            button.setCheckable(True)
            button.setChecked(span == self._span)
            button.setProperty("kind", "segment")
            button.setAccessibleName(f"Trend of {word}")
            button.clicked.connect(lambda _=False, s=span: self._choose_span(s))
            group.addButton(button)
            inner.addWidget(button)
        return segments
