"""The question before a shelving: usual ends, one of one's own in the site's time, and a reason that is required."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from heyzack_console.desktop.panes.alerts.shelve_dialog import ShelveDialog
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime
from tests.desktop.panes.alerts.test_alerts_pane import WARM, WET
from tests.support.building import BOOK

NOW = datetime(2026, 11, 25, 15, 15, tzinfo=UTC)
"""16:15 in the test building."""


class Asked:
    """The dialog, and its parts by name."""

    def __init__(self, theme: Theme, *, hours: int = 24, priority: Priority = Priority.P3) -> None:
        mirror = Mirror(connected=True)
        mirror.show_book(BOOK)
        mirror.apply(Batch(1, NOW, alerts=(WARM, WET)))
        self.window = QWidget()
        times = SiteTime(lambda: NOW, mirror)
        alerts = (replace(WARM, priority=priority),)
        self.dialog = ShelveDialog(theme, times, timedelta(hours=hours), alerts, self.window)
        self.dialog.show()

    @property
    def reason(self) -> QLineEdit:
        return self.dialog.findChild(QLineEdit, "reason")

    @property
    def shelve(self) -> QPushButton:
        return self.dialog.findChild(QPushButton, "shelve")

    @property
    def end(self) -> QDateTimeEdit:
        return self.dialog.findChild(QDateTimeEdit, "end")

    @property
    def hint(self) -> str:
        return self.dialog.findChild(QLabel, "hint").text()

    def radio(self, words: str) -> QRadioButton:
        return next(b for b in self.dialog.findChildren(QRadioButton) if b.text().startswith(words))

    def choose(self, day: int, hour: int, minute: int = 0) -> None:
        moment = QDateTime(self.end.dateTime())
        moment.setDate(moment.date().addDays(day - moment.date().day()))
        time = moment.time()
        time.setHMS(hour, minute, 0)
        moment.setTime(time)
        self.end.setDateTime(moment)


@pytest.fixture
def asked(theme: Theme) -> Iterator[Asked]:
    made = Asked(theme)
    yield made
    made.window.deleteLater()


def test_shelve_waits_for_a_reason(asked: Asked):
    assert not asked.shelve.isEnabled()
    assert asked.hint.startswith("Say why")
    asked.reason.setText("   ")
    assert not asked.shelve.isEnabled()
    asked.reason.setText(" fan is being replaced ")
    assert asked.shelve.isEnabled()
    assert (asked.dialog.wish.until, asked.dialog.wish.reason) == (NOW + timedelta(hours=1), "fan is being replaced")


def test_another_usual_end_is_taken_exactly(asked: Asked):
    asked.radio("Until tomorrow 07:00").click()
    assert asked.dialog.wish.until == datetime(2026, 11, 26, 6, tzinfo=UTC)


def test_an_end_of_one_s_own_is_read_by_the_site_s_clocks_and_chooses_itself(asked: Asked):
    asked.choose(25, 18, 30)
    assert asked.dialog.wish.until == datetime(2026, 11, 25, 17, 30, tzinfo=UTC)
    assert not asked.radio("1 hour").isChecked()


def test_an_end_of_one_s_own_cannot_lie_beyond_the_longest(asked: Asked):
    asked.choose(28, 12)
    assert asked.dialog.wish.until == NOW + timedelta(hours=24)


def test_a_shorter_longest_leaves_fewer_ends(theme: Theme):
    asked = Asked(theme, hours=2)
    words = [b.text() for b in asked.dialog.findChildren(QRadioButton)]
    assert sorted(words) == ["1 hour, until 17:15", "Until"]
    asked.window.deleteLater()


def test_only_a_critical_alert_carries_a_word_of_caution(theme: Theme, asked: Asked):
    assert asked.dialog.findChild(QLabel, "warning").isHidden()
    critical = Asked(theme, priority=Priority.P1)
    assert not critical.dialog.findChild(QLabel, "warning").isHidden()
    critical.window.deleteLater()
