"""The forms over a small engine, in a window, with every opened dialog heard."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.theme.theme import Theme
from tests.support.dialogs import OpenedDialogs
from tests.support.discovery_story import DiscoveryStory


@pytest.fixture
async def story(qapp, qtbot: QtBot) -> AsyncIterator[DiscoveryStory]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    with OpenedDialogs() as dialogs:
        story = DiscoveryStory(Theme(qapp), dialogs, window)
        yield story
        await story.bridge.close()
    assert story.failures == []
    assert story.crashes == []
