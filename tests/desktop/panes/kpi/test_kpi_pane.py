"""The page of alarm figures on a small engine."""

from datetime import UTC, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.kpi.card import KpiCard
from heyzack_console.desktop.panes.kpi.day_chart import DayChart
from heyzack_console.desktop.panes.kpi.desk import KpiDesk
from heyzack_console.desktop.panes.kpi.pane import KpiPane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.domain.alerts.kpi import Period
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import EngineLost
from heyzack_console.ports.engine.alerts import AlertKpis
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime
from heyzack_console.rules.alerts.annunciations import told
from heyzack_console.rules.alerts.kpi import measured
from tests.support.alarm_history import Call, events_of, second
from tests.support.engine_port import SmallEngine

NOW = second(7 * 86400)
CALLS = [Call(n % 3, n * 3000, n * 3000 + 20, n * 3000 + 10, "Ines", Priority.P4) for n in range(30)]


class Bench:
    """The page in a window of its own."""

    def __init__(self, theme):
        self.engine, self.mirror, self.board = SmallEngine(), Mirror(connected=True), SelectionBoard()
        self.calls = CALLS
        self.engine.answers[AlertKpis] = self.answer
        self.bridge = Bridge(lambda e: pytest.fail(e.text), lambda n, e: pytest.fail(f"{n}: {e!r}"))
        self.window = QWidget()
        desk = KpiDesk(self.engine, self.bridge, theme, lambda: self.window)
        self.pane = KpiPane(theme, self.board, self.mirror, SiteTime(lambda: NOW, self.mirror), desk)
        column = QVBoxLayout(self.window)
        column.addWidget(self.pane.bar)
        column.addWidget(self.pane)
        self.window.resize(1200, 800)

    def answer(self, query):
        return measured(told(events_of(self.calls), query.end), Period(query.start, query.end), UTC)

    async def open(self):
        self.window.show()
        await self.bridge.idle()

    def press(self, word):
        next(b for b in self.window.findChildren(QToolButton) if b.text() == word).click()

    def words(self):
        return " ".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def bench(theme):
    made = Bench(theme)
    yield made
    made.window.close()
    made.window.deleteLater()


async def test_every_figure_is_a_card_that_says_its_grade_in_words(bench):
    await bench.open()
    cards = [card.accessibleName() for card in bench.window.findChildren(KpiCard)]
    assert len(cards) == 12
    assert "Rate per hour: 0.0 per hour. Good; good up to 6." in cards
    assert "Top-10 share: 100 % of all alerts. Too much; good up to 5 %." in cards
    assert "30 alerts" in bench.window.findChild(DayChart).accessibleName()


async def test_another_period_asks_for_other_figures(bench):
    await bench.open()
    bench.press("24 h")
    await bench.bridge.idle()
    first, second_query = bench.engine.asked
    assert first.end - first.start == timedelta(days=30)
    assert second_query.end - second_query.start == timedelta(days=1)


async def test_a_period_without_alerts_says_so_and_why(bench):
    bench.calls = []
    await bench.open()
    assert "No alert in this period" in bench.words()
    assert "days with data" in bench.words()


async def test_a_lost_engine_is_said_in_the_strip_and_the_figures_stay(bench):
    await bench.open()

    def lost(_query):
        raise EngineLost("The engine does not answer.")

    bench.engine.answers[AlertKpis] = lost
    bench.pane.renew()
    await bench.bridge.idle()
    assert "The engine does not answer." in bench.words()
    assert len([card for card in bench.window.findChildren(KpiCard) if card.isVisible()]) == 12


async def test_the_most_frequent_lead_to_their_device(bench):
    await bench.open()
    name = next(b for b in bench.window.findChildren(QPushButton) if b.text() == "d0")
    name.click()
    assert bench.board.selection.devices == ("d0",)


async def test_cards_stand_under_each_other_where_there_is_no_room(bench):
    await bench.open()
    bench.window.resize(420, 800)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    cards = bench.window.findChildren(KpiCard)
    assert len({card.x() for card in cards}) == 1
