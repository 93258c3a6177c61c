"""The trend chart: one line with its band, limit, order and alert times, and the gap since the last sample.

This module imports pyqtgraph, which costs as much as all the rest of the window: load it when the first chart opens.
"""

from datetime import UTC, datetime

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from heyzack_console.desktop.panes.inspector.filled_band import FilledBand
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.telemetry import Series
from heyzack_console.presentation.building.values import number_text
from heyzack_console.presentation.inspector.trend import (
    Scale,
    TrendMarks,
    filled_words,
    least_span,
    scale_of,
    time_ticks,
)
from heyzack_console.presentation.site_time import SiteTime

THICK_UP_TO = 2000
BAND_ALPHA = 51
HATCH_ALPHA = 130
GAP_STEPS = 3


class TrendChart(QWidget):
    """Shows one series in a span; gaps stay gaps, and those that were filled afterwards are hatched."""

    def __init__(self, theme: Theme, times: SiteTime) -> None:
        super().__init__()
        self._theme = theme
        self._times = times
        self._shown: tuple[Series, datetime, datetime, TrendMarks] | None = None
        self._other: Series | None = None
        self._plot = pg.PlotWidget(background=None, enableMenu=False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setMouseEnabled(x=False, y=False)
        self._item = self._plot.getPlotItem()
        self._adopt(self._item.ctrlMenu)
        for side in ("left", "bottom"):
            axis = self._item.getAxis(side)
            axis.setStyle(tickLength=0)
            axis.setPen(pg.mkPen(None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.setFixedHeight(theme.px(148))
        theme.changed.connect(self._redraw)

    @property
    def widget(self) -> QWidget:
        """The chart itself."""
        return self

    def show_series(
        self, series: Series, start: datetime, end: datetime, marks: TrendMarks, other: Series | None = None
    ) -> None:
        """Draw *series* in [start, end], and under it *other*, which it is compared with."""
        self._shown, self._other = (series, start, end, marks), other
        self._redraw()

    def instant_at(self, x: float) -> datetime:
        """The instant below *x*, in the chart's own pixels."""
        spot = self._plot.mapToScene(self._plot.mapFromParent(QPoint(round(x), 0)))
        return datetime.fromtimestamp(self._item.vb.mapSceneToView(spot).x(), UTC)

    def _adopt(self, menu: QMenu) -> None:
        """Own the menus that pyqtgraph makes without a parent, so that they end with the chart."""
        menu.setParent(self, menu.windowFlags())
        for action in menu.actions():
            below = action.menu()
            if isinstance(below, QMenu):
                self._adopt(below)

    def _redraw(self) -> None:
        self.setFixedHeight(self._theme.px(148))
        if self._shown is None:
            return
        series, start, end, marks = self._shown
        self._item.clear()
        other = self._other
        limits = [marks.limit] if marks.limit is not None else []
        lows = [*series.lows, *limits, *(other.lows if other else ())]
        highs = [*series.highs, *limits, *(other.highs if other else ())]
        scale = scale_of(min(lows, default=0.0), max(highs, default=1.0), least=least_span(series.unit))
        self._item.setXRange(start.timestamp(), end.timestamp(), padding=0.012)
        self._item.setYRange(scale.low, scale.high, padding=0.06)
        self._draw_axes(scale, start, end)
        self._draw_filled(series, scale, start, end)
        self._draw_marks(marks, scale)
        self._draw_line(series)

    def _draw_axes(self, scale: Scale, start: datetime, end: datetime) -> None:
        ink = self._theme.color("ink3")
        left, bottom = self._item.getAxis("left"), self._item.getAxis("bottom")
        left.setTicks([[(tick, f"{tick:,.{scale.digits}f}".replace("-", "\N{MINUS SIGN}")) for tick in scale.ticks]])
        bottom.setTicks([list(time_ticks(start, end, self._times.zone()))])
        for axis in (left, bottom):
            axis.setTickFont(self._theme.font("micro"))
            axis.setTextPen(pg.mkPen(ink))
        for tick in scale.ticks:
            line = pg.InfiniteLine(tick, angle=0, pen=self._pen("grid", 1))
            line.setZValue(-10)
            self._item.addItem(line, ignoreBounds=True)

    def _draw_filled(self, series: Series, scale: Scale, start: datetime, end: datetime) -> None:
        for since, until in series.filled:
            where = QRectF(since / 1000, scale.low, (until - since) / 1000, scale.high - scale.low)
            quiet = QColor(self._theme.color("ink3"))
            quiet.setAlpha(HATCH_ALPHA)
            self._item.addItem(FilledBand(where, quiet), ignoreBounds=True)
        words = filled_words(series.filled, start, end, self._times.zone())
        self.setToolTip(words)
        self.setAccessibleName(". ".join(part for part in (_in_words(series), words) if part))

    def _draw_marks(self, marks: TrendMarks, scale: Scale) -> None:
        if marks.limit is not None and scale.low <= marks.limit <= scale.high:
            line = pg.InfiniteLine(
                marks.limit,
                angle=0,
                pen=self._pen(marks.limit_ink, 1, Qt.PenStyle.DashLine),
                label=marks.limit_text,
                labelOpts={"position": 0.02, "anchors": [(0, 1), (0, 1)], "color": self._theme.color(marks.limit_ink)},
            )
            line.label.setFont(self._theme.font("micro"))
            self._item.addItem(line, ignoreBounds=True)
        for at in marks.instants:
            line = pg.InfiniteLine(at.timestamp(), angle=90, pen=self._pen("ink3", 1, Qt.PenStyle.DotLine))
            self._item.addItem(line, ignoreBounds=True)

    def _draw_other(self, series: Series) -> None:
        if series.times:
            x = np.asarray(series.times, dtype=float) / 1000 + series.step_ms / 2000
            y = np.asarray(series.means, dtype=float)
            x, y, _, _ = _with_gaps(x, y, y, y, series.step_ms)
            pen = self._pen("data2", 1.5, Qt.PenStyle.DashLine)
            self._item.addItem(pg.PlotCurveItem(x, y, pen=pen, connect="finite"))

    def _draw_line(self, series: Series) -> None:
        if not series.times:
            return
        x = np.asarray(series.times, dtype=float) / 1000
        if series.step_ms:
            x = x + series.step_ms / 2000
        y = np.asarray(series.means, dtype=float)
        x, y, low, high = _with_gaps(x, y, np.asarray(series.lows), np.asarray(series.highs), series.step_ms)
        if series.step_ms:
            band = QColor(self._theme.color("band_range"))
            band.setAlpha(BAND_ALPHA)
            upper = pg.PlotCurveItem(x, high, pen=pg.mkPen(None), connect="finite")
            lower = pg.PlotCurveItem(x, low, pen=pg.mkPen(None), connect="finite")
            # Its edges stay out of the plot: they are not drawn, and each costs as much there as the line itself.
            self._item.addItem(pg.FillBetweenItem(lower, upper, brush=band), ignoreBounds=True)
        width = 2.0 if len(x) <= THICK_UP_TO else 1.0
        # The store has thinned the samples to a few per pixel: the curve needs no thinning of its own.
        self._item.addItem(pg.PlotCurveItem(x, y, pen=self._pen("data1", width), connect="finite"))
        dot = pg.ScatterPlotItem([x[-1]], [y[-1]], size=7, pen=pg.mkPen(None), brush=self._theme.color("data1"))
        self._item.addItem(dot)

    def _pen(self, token: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> object:
        # pyqtgraph's pens count device pixels.
        return pg.mkPen(self._theme.color(token), width=width * self.devicePixelRatioF(), style=style)


def _with_gaps(
    x: np.ndarray, y: np.ndarray, low: np.ndarray, high: np.ndarray, step_ms: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Put a hole wherever samples are much further apart than they usually are."""
    if len(x) < GAP_STEPS:
        return x, y, low, high
    apart = np.diff(x)
    usual = step_ms / 1000 if step_ms else float(np.percentile(apart, 90))
    holes = np.nonzero(apart > GAP_STEPS * max(usual, 1.0))[0] + 1
    if not len(holes):
        return x, y, low, high
    return (
        np.insert(x, holes, (x[holes - 1] + x[holes]) / 2),
        np.insert(y, holes, np.nan),
        np.insert(low, holes, np.nan),
        np.insert(high, holes, np.nan),
    )


def _in_words(series: Series) -> str:
    if not series.means:
        return "Trend, no values in this span"
    low, high = number_text(min(series.lows)), number_text(max(series.highs))
    return f"Trend from {low} to {high} {series.unit}, last {number_text(series.means[-1])}"
