"""The settings dialog, and how a changed look is kept."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel

from heyzack_console.desktop.frame.preferences import Preferences
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import PermissionDenied
from heyzack_console.ports.engine.journal import ChangeSetting
from heyzack_console.presentation.frame.look import Density, Look, ThemeChoice
from tests.support.straw_panes import StrawFrame


@pytest.fixture
def frame(qtbot, theme: Theme, tmp_path: Path):
    frame = StrawFrame(theme, tmp_path)
    qtbot.addWidget(frame.window)
    frame.window.show()
    yield frame
    frame.window.close()


def opened(frame: StrawFrame) -> Preferences:
    frame.actions.settings()
    return frame.window.findChildren(Preferences)[-1]


def choose(dialog: Preferences, name: str, value: object) -> None:
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(value))


async def test_a_choice_is_worn_at_once_and_stored_as_a_setting(frame: StrawFrame, theme: Theme):
    dialog = opened(frame)
    choose(dialog, "theme", ThemeChoice.LIGHT)
    assert theme.name == "light"
    choose(dialog, "text_size", 150)
    dialog.findChild(QCheckBox, "sound").setChecked(False)
    await frame.bridge.idle()
    assert frame.engine.done == [
        ChangeSetting("look.theme", "light"),
        ChangeSetting("look.text_size", 150),
        ChangeSetting("sound.on", False),
    ]
    dialog.accept()


async def test_a_refused_choice_goes_back_and_says_why(frame: StrawFrame, theme: Theme):
    async def refuse(_command: ChangeSetting) -> None:
        raise PermissionDenied("Your role may not change settings.")

    frame.engine.answers[ChangeSetting] = refuse
    dialog = opened(frame)
    choose(dialog, "density", Density.TOUCH)
    await frame.bridge.idle()
    assert theme.look.density is Density.AUTOMATIC
    assert dialog.findChild(QComboBox, "density").currentData() == Density.AUTOMATIC
    said = dialog.findChild(QLabel, "said")
    assert (said.text(), said.isVisible()) == ("Your role may not change settings.", True)
    dialog.accept()


def test_the_dialog_shows_the_look_that_is_worn(frame: StrawFrame, theme: Theme):
    theme.wear(Look(ThemeChoice.DARK, 137, Density.COMPACT, reduced_motion=True, flash=False))
    dialog = opened(frame)
    assert dialog.findChild(QComboBox, "text_size").currentData() == 137
    assert dialog.findChild(QComboBox, "density").currentData() == Density.COMPACT
    assert dialog.findChild(QCheckBox, "reduced_motion").isChecked()
    assert not dialog.findChild(QCheckBox, "flash").isChecked()
    assert frame.engine.done == []
    dialog.accept()


async def test_the_key_switches_dark_and_light(frame: StrawFrame, theme: Theme):
    frame.binding.run("view.theme")
    assert theme.name == "light"
    frame.binding.run("view.theme")
    assert theme.name == "dark"
    await frame.bridge.idle()
    assert [command.value for command in frame.engine.done] == ["light", "dark"]


def test_reduced_motion_stops_all_flashing(frame: StrawFrame, theme: Theme):
    theme.flash.advance()
    theme.wear(Look(theme=ThemeChoice.DARK, reduced_motion=True))
    assert theme.flash.lit
    assert theme.motion_ms("panel_ms") == 0
