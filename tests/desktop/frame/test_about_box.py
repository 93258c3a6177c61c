"""The about box: which program this is and what it is made of."""

import re

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser

from heyzack_console import __version__
from heyzack_console.desktop.frame.about_box import AboutBox, details, licences
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.zones import BUNDLED_ALONE, ZoneReleases
from tests.support.straw_panes import straw_pane

PARTS = ("pyside6_essentials", "qasync", "numpy", "sqlalchemy", "httpx", "cryptography", "typer")


def test_the_parts_of_the_program_stand_there_with_version_and_licence():
    stated = {line.split()[0].lower(): line.lower() for line in licences().splitlines() if line}
    for part in PARTS:
        assert re.match(rf"{part} \d[\w.]*: \S{{3,}}", stated[part])


def test_tools_of_the_developers_do_not_stand_there():
    assert "pytest" not in licences()


def test_the_fonts_stand_there_with_their_licences():
    assert "Inter: SIL Open Font License 1.1" in licences()
    assert "JetBrains Mono: Apache License 2.0" in licences()


def test_the_versions_can_be_copied_for_a_bug_report(qtbot, theme: Theme):
    window = straw_pane(theme, "map")
    qtbot.addWidget(window)
    qtbot.addWidget(window.bar)
    box = AboutBox(theme, BUNDLED_ALONE, window)
    next(button for button in box.findChildren(QPushButton) if button.text() == "Copy details").click()
    assert QGuiApplication.clipboard().text() == details(BUNDLED_ALONE)
    assert __version__ in details(BUNDLED_ALONE)
    assert box.findChild(QTextBrowser, "licences").toPlainText() == licences()


def test_time_zone_data_that_differs_from_the_computers_is_warned_of_and_copied(qtbot, theme: Theme):
    window = straw_pane(theme, "map")
    qtbot.addWidget(window)
    qtbot.addWidget(window.bar)
    same, other = ZoneReleases("2026a", "2026a"), ZoneReleases("2026a", "2025b")
    shown = {zones: AboutBox(theme, zones, window).findChild(QLabel, "zones") for zones in (same, other, BUNDLED_ALONE)}
    assert [zones for zones, label in shown.items() if not label.isHidden()] == [other]
    assert "2026a" in shown[other].text()
    assert "2025b" in shown[other].text()
    assert details(other).endswith("time zones 2026a (system 2025b)")
    assert details(same).endswith("time zones 2026a")
