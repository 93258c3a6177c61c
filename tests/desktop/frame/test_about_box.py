"""The about box: which program this is and what it is made of."""

import re
import tomllib
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTextBrowser

from heyzack_console import __version__
from heyzack_console.desktop.frame.about_box import AboutBox, details, licences
from heyzack_console.desktop.theme.theme import Theme
from tests.support.straw_panes import straw_pane

PYPROJECT = tomllib.loads((Path(__file__).resolve().parents[3] / "pyproject.toml").read_text(encoding="utf-8"))


def plain(name: str) -> str:
    return name.lower().replace("_", "-")


def test_every_part_the_program_depends_on_stands_there_with_its_licence():
    parts = {plain(re.split(r"[<>=\[ ]", line)[0]) for line in PYPROJECT["project"]["dependencies"]}
    stated = {plain(line.split()[0]): line for line in licences().splitlines() if line}
    missing = parts - set(stated) - {"tzdata", "typing-extensions"}  # data and backports without code of their own
    assert missing == set()
    assert all(len(stated[part].split(": ", 1)[1]) > 2 for part in parts & set(stated))


def test_the_fonts_stand_there_with_their_licences():
    assert "Inter: SIL Open Font License 1.1" in licences()
    assert "JetBrains Mono: Apache License 2.0" in licences()


def test_the_versions_can_be_copied_for_a_bug_report(qtbot, theme: Theme):
    window = straw_pane(theme, "map")
    qtbot.addWidget(window)
    qtbot.addWidget(window.bar)
    box = AboutBox(theme, window)
    next(button for button in box.findChildren(QPushButton) if button.text() == "Copy details").click()
    assert QGuiApplication.clipboard().text() == details()
    assert __version__ in details()
    assert box.findChild(QTextBrowser, "licences").toPlainText() == licences()
