"""The queue pane: selection is shared, newcomers wait behind a pill, an empty list says why."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.panes.alerts.pane import AlertsPane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState, EventId, Shelf
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from tests.support.building import BOOK, CLIMATE, LEAK, T0, THERMOSTAT

WARM = Alert(
    AlertId("warm"),
    CLIMATE.id,
    "warm",
    AlertState.UNACKNOWLEDGED,
    Priority.P3,
    "Temperature high",
    T0 - timedelta(minutes=5),
    EventId("e1"),
    T0,
)
WET = replace(WARM, id=AlertId("wet"), device=LEAK.id, priority=Priority.P1, condition="Water detected")


class Queue:
    """The pane with its mirror, as a window would feed it."""

    def __init__(self, theme: Theme, marks: Markers) -> None:
        self.mirror = Mirror(connected=True)
        self.board = SelectionBoard()
        self.pane = AlertsPane(theme, marks, self.board, self.mirror, lambda: T0, lambda: UTC)
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        column.addWidget(self.pane.bar)
        column.addWidget(self.pane)
        self.window.resize(900, 400)
        self.window.show()
        self.pane.take(self.mirror.show_book(BOOK))

    def hear(self, *alerts: Alert) -> None:
        self.pane.take(self.mirror.apply(Batch(1, T0, alerts=alerts)))

    def pick(self, key: str) -> None:
        row = self.pane.queue.position(key)
        flags = QItemSelectionModel.SelectionFlag
        index = self.pane.table.rows.index(row, 0)
        self.pane.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    @property
    def news(self) -> QPushButton:
        return next(b for b in self.pane.findChildren(QPushButton) if "new" in b.text())

    @property
    def reminder(self) -> QPushButton:
        return next(b for b in self.pane.findChildren(QPushButton) if b.toolTip() == "Show what is shelved")

    @property
    def empty_words(self) -> str:
        return "\n".join(label.text() for label in self.empty.findChildren(QLabel))

    @property
    def empty(self) -> EmptyState:
        return self.pane.findChildren(EmptyState)[0]


@pytest.fixture
def queue(theme: Theme, marks: Markers) -> Iterator[Queue]:
    made = Queue(theme, marks)
    yield made
    made.window.close()
    made.window.deleteLater()


def test_selecting_an_alert_selects_its_device_for_the_other_panes(queue: Queue):
    queue.hear(WARM, WET)
    queue.pick("wet")
    assert queue.board.selection == Selection((LEAK.id,), (AlertId("wet"),))


def test_a_device_selected_elsewhere_selects_its_alerts(queue: Queue):
    queue.hear(WARM, WET)
    queue.board.choose(Selection((CLIMATE.id,), ()))
    assert queue.pane.table.selected_keys() == ["warm"]


def test_a_newcomer_waits_behind_the_pill_while_a_line_is_selected(queue: Queue):
    queue.hear(WARM)
    queue.pick("warm")
    queue.hear(WET)
    assert queue.pane.visible() == ["warm"]
    assert (queue.news.text(), queue.news.isHidden()) == ("1 new, show them", False)
    queue.news.click()
    assert queue.pane.visible() == ["wet", "warm"]
    assert queue.pane.table.selected_keys() == ["warm"]


def test_without_a_selection_a_newcomer_takes_its_place_at_once(queue: Queue):
    queue.hear(WARM)
    queue.hear(WET)
    assert queue.pane.visible() == ["wet", "warm"]


def test_letting_go_of_the_selection_lets_the_lines_move(queue: Queue):
    queue.hear(WARM)
    queue.pick("warm")
    queue.hear(WET, replace(WARM, state=AlertState.ACKNOWLEDGED))
    queue.pane.table.clearSelection()
    assert queue.pane.visible() == ["wet", "warm"]


def test_an_empty_queue_is_good_news_and_a_filter_that_hides_all_says_so(queue: Queue):
    assert queue.empty.title == "No open alerts"
    queue.hear(WARM)
    queue.pane.filter_for("zzz")
    assert queue.empty.title == "No alert matches “zzz”"


def test_suppressed_alerts_have_a_view_of_their_own(queue: Queue):
    queue.hear(replace(WARM, state=AlertState.SUPPRESSED), replace(WET, device=THERMOSTAT.id))
    button = next(b for b in queue.pane.bar.findChildren(QToolButton) if b.text() == "Suppressed 1")
    button.click()
    assert queue.pane.visible() == ["warm"]


def test_an_alert_that_is_over_leaves_an_unselected_queue(queue: Queue):
    queue.hear(WARM)
    queue.hear(replace(WARM, state=AlertState.NORMAL))
    assert queue.pane.visible() == []


def shelved(alert: Alert, minutes: float) -> Alert:
    shelf = Shelf(EventId("s"), T0 + timedelta(minutes=minutes), T0, "Ines", "fan is being replaced")
    return replace(alert, state=AlertState.SHELVED, shelf=shelf)


def test_shelved_alerts_have_a_view_whose_table_tells_the_end_and_the_reason(queue: Queue):
    queue.hear(shelved(WARM, 60), WET)
    assert queue.pane.visible() == ["wet"]
    button = next(b for b in queue.pane.bar.findChildren(QToolButton) if b.text() == "Shelved 1")
    button.click()
    assert queue.pane.visible() == ["warm"]
    rows = queue.pane.table.rows
    titles = [rows.headerData(n, Qt.Orientation.Horizontal) for n in range(rows.columnCount())]
    assert rows.index(0, titles.index("Reason")).data() == "fan is being replaced"
    assert rows.index(0, titles.index("Ends")).data() == f"{T0 + timedelta(minutes=60):%H:%M}"


@pytest.mark.parametrize(
    ("hidden", "listed"),
    [((), []), (("dry",), ["dry"]), (("warm",), ["warm"]), (("warm", "dry"), ["warm"])],
    ids=["neither", "suppressed", "shelved", "both"],
)
def test_the_headers_counts_lead_to_what_they_count(queue: Queue, hidden: tuple[str, ...], listed: list[str]):
    dry = replace(WET, id=AlertId("dry"), state=AlertState.SUPPRESSED)
    queue.hear(WET, *(alert for alert in (shelved(WARM, 60), dry) if alert.id in hidden))
    queue.pane.show_counted("hidden")
    assert queue.pane.visible() == listed
    queue.pane.show_counted("lan")
    assert queue.pane.visible() == listed
    queue.pane.show_counted("unacknowledged")
    assert queue.pane.visible() == ["wet"]


def test_shelvings_that_end_soon_are_announced_with_a_way_to_them(queue: Queue):
    queue.hear(shelved(WARM, 60))
    queue.pane.tick()
    assert queue.reminder.isHidden()
    queue.hear(shelved(WARM, 10))
    queue.pane.tick()
    assert not queue.reminder.isHidden()
    queue.reminder.click()
    assert queue.pane.visible() == ["warm"]


def test_an_empty_queue_says_what_is_not_in_it(queue: Queue):
    queue.hear(shelved(WARM, 60))
    assert "1 shelved is not in this list." in queue.empty_words
