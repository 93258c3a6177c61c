"""Dialogs from coroutines: opened, never executed."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from heyzack_console.desktop.dialogs import ConfirmDialog, Veil, answered, confirmed
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.question import Question

CLOSE_VALVE = Question(
    "Close valve VA-3-1?",
    "Close valve",
    "Floor 3 · open now",
    "This cuts the water of floor 3.",
    "You can open it again from here.",
)


@pytest.fixture
def window(qtbot, theme: Theme) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window


def the_dialog(window: QWidget) -> ConfirmDialog:
    (dialog,) = window.findChildren(ConfirmDialog)
    return dialog


def press(dialog: QDialog, word: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == word).click()


async def test_the_verb_confirms_with_the_reason_given(theme: Theme, window: QWidget):
    asking = asyncio.ensure_future(confirmed(theme, CLOSE_VALVE, window))
    await asyncio.sleep(0)
    dialog = the_dialog(window)
    QTest.keyClicks(dialog.findChild(QWidget, "reason"), "water in 3.33")
    press(dialog, "Close valve")
    assert await asking == "water in 3.33"


async def test_cancel_confirms_nothing(theme: Theme, window: QWidget):
    asking = asyncio.ensure_future(confirmed(theme, CLOSE_VALVE, window))
    await asyncio.sleep(0)
    press(the_dialog(window), "Cancel")
    assert await asking is None


async def test_the_enter_key_cancels_because_cancel_has_the_keyboard(theme: Theme, window: QWidget):
    asking = asyncio.ensure_future(confirmed(theme, CLOSE_VALVE, window))
    await asyncio.sleep(0)
    QTest.keyClick(the_dialog(window), Qt.Key.Key_Return)
    assert await asking is None


async def test_neither_button_is_filled(theme: Theme, window: QWidget):
    asking = asyncio.ensure_future(confirmed(theme, CLOSE_VALVE, window))
    await asyncio.sleep(0)
    dialog = the_dialog(window)
    assert not [button for button in dialog.findChildren(QPushButton) if button.property("kind") == "primary"]
    dialog.reject()
    await asking


async def test_other_work_goes_on_while_a_question_is_open(theme: Theme, window: QWidget):
    asking = asyncio.ensure_future(confirmed(theme, CLOSE_VALVE, window))
    await asyncio.sleep(0)
    async with asyncio.timeout(5):
        await asyncio.gather(*(asyncio.sleep(0) for _ in range(20)))
    assert not asking.done()
    the_dialog(window).reject()
    await asking


async def test_the_window_is_veiled_only_while_the_question_is_open(theme: Theme, window: QWidget):
    asking = asyncio.ensure_future(confirmed(theme, CLOSE_VALVE, window))
    await asyncio.sleep(0)
    (veil,) = window.findChildren(Veil)
    assert veil.geometry() == window.rect()
    the_dialog(window).reject()
    await asking
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
    assert window.findChildren(Veil) == []


async def test_a_cancelled_wait_closes_its_dialog(theme: Theme, window: QWidget):
    dialog = QDialog(window)
    waiting = asyncio.ensure_future(answered(dialog, theme))
    await asyncio.sleep(0)
    assert dialog.isVisible()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
    assert window.findChildren(QDialog) == []


def test_a_question_without_way_back_shows_none(qtbot, theme: Theme, window: QWidget):
    dialog = ConfirmDialog(theme, Question("Forget the key?", "Forget key", asks_reason=False), window)
    dialog.show()
    assert not dialog.findChild(QWidget, "way_back").isVisible()
    assert not dialog.findChild(QWidget, "reason").isVisible()
    dialog.close()
