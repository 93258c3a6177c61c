"""The alert queue with 100,000 lines: a keystroke in the filter and a batch of newcomers, against one repaint."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from heyzack_console.desktop.panes.alerts.pane import AlertsPane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.mirror import Mirror
from tests.benchmarks.table import Row
from tests.support.building import BOOK, DEVICES

_NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
_MANY = 100_000
_TYPED = ("t", "te", "tem", "temp", "tempe", "temp", "te", "t", "", "b", "ba", "bat", "batt", "")


def run() -> list[Row]:
    """Measure on one pane; each figure is the median of several."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app)
    mirror = Mirror(connected=True)
    pane = AlertsPane(theme, Markers(theme), SelectionBoard(), mirror, lambda: _NOW, lambda: UTC)
    touched = mirror.show_book(BOOK)
    mirror.apply(Batch(1, _NOW, complete=True, alerts=tuple(_alert(n) for n in range(_MANY))))
    pane.take(touched)
    pane.resize(900, 1000)
    pane.show()
    app.processEvents()
    repaint = median(_took(lambda: pane.table.viewport().repaint()) for _ in range(30))
    strokes = [_took(lambda t=text: _type(pane, t)) for text in _TYPED * 3]
    inserts = [_took(lambda n=n: _insert(pane, mirror, n)) for n in range(20)]
    pane.hide()
    return [
        Row("queue, 100,000 rows: keystroke, median", "repaint of the viewport", median(strokes) / repaint, 4),
        Row("queue, 100,000 rows: keystroke, longest", "repaint of the viewport", max(strokes) / repaint, 10),
        Row("queue: 50 inserts with repaint", "repaint of the viewport", median(inserts) / repaint, 2.5),
    ]


def _type(pane: AlertsPane, text: str) -> None:
    pane.search()
    pane.filter_for(text)
    pane.table.viewport().repaint()


def _insert(pane: AlertsPane, mirror: Mirror, turn: int) -> None:
    fresh = tuple(_alert(_MANY + turn * 50 + n) for n in range(50))
    pane.take(mirror.apply(Batch(2, _NOW, alerts=fresh)))
    pane.table.viewport().repaint()


def _alert(n: int) -> Alert:
    since = _NOW - timedelta(seconds=n % 86_400)
    state = (AlertState.UNACKNOWLEDGED, AlertState.ACKNOWLEDGED, AlertState.RETURNED)[n % 3]
    condition = ("Temperature high", "Battery low", "Not reachable", "CO₂ high")[n % 4]
    device = DEVICES[n % len(DEVICES)].id
    name = AlertId(f"alert{n}")
    return Alert(name, device, "rule", state, Priority(1 + n % 4), condition, since, EventId("e"), since)


def _took(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
