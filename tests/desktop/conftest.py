"""The look that desktop tests wear, and a frame around panes of straw."""

import pytest
from PySide6.QtWidgets import QApplication

from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.look import Look, ThemeChoice


@pytest.fixture(scope="session")
def worn(qapp: QApplication) -> Theme:
    """One theme for the whole run: it loads fonts and dresses the application."""
    return Theme(qapp)


@pytest.fixture
def theme(worn: Theme) -> Theme:
    """The theme in its dark ground at text size 100 %, not flashing."""
    worn.flash.stop()
    worn.be_narrow(narrow=False)
    worn.wear(Look(theme=ThemeChoice.DARK))
    return worn


@pytest.fixture
def marks(theme: Theme) -> Markers:
    """Fresh sprites."""
    return Markers(theme)
