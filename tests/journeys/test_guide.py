"""The user's guide names every key that acts, and links its pages."""

import re
from pathlib import Path

from PySide6.QtWidgets import QApplication

from heyzack_console.composition.console import Console, Surroundings
from tests.support.engine_port import SmallEngine
from tests.support.hand_clock import HandClock

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"
PRINTED = {"-": "−"}
"""Keys that print another way than they are declared."""


def test_every_key_of_the_window_stands_in_the_guide(tmp_path):
    console = Console(QApplication.instance(), SmallEngine(), Surroundings(tmp_path, tmp_path, HandClock(), str))
    rows = [line for page in GUIDE.glob("*.md") for line in page.read_text().splitlines() if line.startswith("|")]
    named = {spelling for row in rows for word in row.split() for spelling in (word, word.rstrip(","))}
    keys = {key for action in console.registry for key in action.keys if not action.id.startswith("view.pane.")}
    console.window.close()
    console.window.deleteLater()
    missing = [key for key in sorted(keys) if PRINTED.get(key, key) not in named]
    assert len(keys) > 20
    assert missing == []


def test_every_page_of_the_guide_is_linked_and_every_link_leads_somewhere():
    linked = set(re.findall(r"\]\(([\w-]+\.md)\)", (GUIDE / "README.md").read_text()))
    assert linked == {page.name for page in GUIDE.glob("*.md")} - {"README.md"}
    for page in GUIDE.glob("*.md"):
        for target in re.findall(r"\]\(([\w-]+\.md)", page.read_text()):
            assert (GUIDE / target).exists(), f"{page.name} leads to {target}"


def test_every_test_that_the_status_names_exists():
    named = set(re.findall(r"`(tests/[\w/.]+)`", (GUIDE.parent / "STATUS.md").read_text()))
    assert len(named) > 40
    assert {name for name in named if not (GUIDE.parents[1] / name).exists()} == set()
