"""Pairing: the token as text and as a code that a camera reads in both themes, gone when it has ended."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.panes.cloud.pairing_dialog import PairingDialog
from heyzack_console.desktop.panes.cloud.qr_code import QrCode
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.cloud import CloudCause, CloudError, PairingPass
from heyzack_console.ports.engine.cloud import PairingToken
from heyzack_console.presentation.frame.look import Look, ThemeChoice
from heyzack_console.presentation.qr import QUIET_ZONE, modules
from heyzack_console.presentation.selection import Selection
from tests.support.cloud_story import TOKEN_LIFE_S, CloudStory
from tests.support.discovery_story import button, child, worked

ASKING = "Asking the cloud for a token"
TOKEN = "EUtokenSecr"


async def opened(story: CloudStory) -> PairingDialog:
    action = next(action for action in story.desk.actions() if action.id == "cloud.pairing")
    work = action.handler(Selection())
    assert work is not None
    story.bridge.start(work, "pairing")
    dialog = await story.dialogs.next(PairingDialog)
    await worked(story, ASKING)
    return dialog


async def closed(story: CloudStory, dialog: PairingDialog) -> None:
    button(dialog, "close").click()
    await story.bridge.idle()


async def test_the_token_is_shown_as_text_and_as_a_code_with_its_life(story: CloudStory):
    dialog = await opened(story)
    assert child(dialog, QLineEdit, "token").text() == TOKEN
    assert dialog.code.isVisible()
    assert child(dialog, QLabel, "ends").text() == "Serves for another 4:00"
    story.now += timedelta(seconds=61)
    dialog.tick()
    assert child(dialog, QLabel, "ends").text() == "Serves for another 2:59"
    await closed(story, dialog)


async def test_a_token_that_has_ended_goes_and_another_can_be_asked_for(story: CloudStory):
    dialog = await opened(story)
    story.now += timedelta(seconds=TOKEN_LIFE_S)
    dialog.tick()
    assert child(dialog, QLineEdit, "token").isHidden()
    assert child(dialog, QLineEdit, "token").text() == ""
    assert dialog.code.isHidden()
    assert "ended" in child(dialog, QLabel, "ends").text()
    story.engine.answers[PairingToken] = lambda _: PairingPass("EUanother", 90)
    button(dialog, "renew").click()
    await worked(story, ASKING)
    assert child(dialog, QLineEdit, "token").text() == "EUanother"
    assert child(dialog, QLabel, "ends").text() == "Serves for another 1:30"
    await closed(story, dialog)


async def test_the_text_can_be_copied(story: CloudStory):
    dialog = await opened(story)
    button(dialog, "copy").click()
    assert QGuiApplication.clipboard().text() == TOKEN
    await closed(story, dialog)


async def test_a_refusal_is_said_in_the_form_in_the_cloud_s_words(story: CloudStory):
    def refused(_query: PairingToken) -> None:
        raise CloudError("The project is not subscribed to device pairing (code 28841101).", CloudCause.PERMISSION)

    story.engine.answers[PairingToken] = refused
    dialog = await opened(story)
    assert child(dialog, QLabel, "said").text().startswith("The project is not subscribed to device pairing")
    assert dialog.code.isHidden()
    assert button(dialog, "renew").isEnabled()
    await closed(story, dialog)
    assert story.failures == []


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
def test_the_painted_code_is_the_token_dark_on_light_in_a_quiet_zone(qtbot: QtBot, theme: Theme, choice: ThemeChoice):
    theme.wear(Look(theme=choice))
    code = QrCode(theme)
    qtbot.addWidget(code)
    code.resize(code.sizeHint())
    code.show_text(TOKEN)
    picture, side, wanted = code.grab().toImage(), code.module_side, modules(TOKEN)
    ratio = picture.devicePixelRatio()
    left = (code.width() - side * len(wanted)) // 2

    def colour(x: int, y: int) -> QColor:
        at = [int((left + (n + 0.5) * side) * ratio) for n in (x, y)]
        return picture.pixelColor(*at)

    read = tuple(tuple(colour(x, y).lightness() < 128 for x in range(len(wanted))) for y in range(len(wanted)))
    assert read == wanted
    rim = [colour(x, y) for x in (-QUIET_ZONE, -1, len(wanted) + QUIET_ZONE - 1) for y in range(len(wanted))]
    assert all(each.lightness() > 200 for each in rim)
    assert colour(0, 0).lightness() < 60
