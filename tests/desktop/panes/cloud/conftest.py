"""The forms of a cloud project over a small engine, with every opened dialog heard."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.theme.theme import Theme
from tests.support.cloud_story import CloudStory
from tests.support.dialogs import OpenedDialogs


@pytest.fixture
async def story(theme: Theme, qtbot: QtBot) -> AsyncIterator[CloudStory]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    with OpenedDialogs() as dialogs:
        story = CloudStory(theme, dialogs, window)
        yield story
        await story.bridge.close()
    assert story.crashes == []
