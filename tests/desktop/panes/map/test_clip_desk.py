"""A clip on the disk: its pictures, its page, and what happens when it is stopped or cannot be written."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDateTimeEdit, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.map.clip_desk import ClipDesk
from heyzack_console.desktop.panes.map.clip_dialog import ClipDialog
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.time_travel import PastPicture
from heyzack_console.ports.engine.time_travel import PictureAt
from heyzack_console.presentation.map.clip import Clip
from heyzack_console.presentation.mirror import Mirror
from tests.desktop.panes.map.conftest import SIZE
from tests.support.engine_port import SmallEngine
from tests.support.map_site import NOW

MINUTE = timedelta(minutes=1)
CLIP = Clip(NOW - 2 * MINUTE, NOW, MINUTE)


@pytest.fixture
def pane(theme: Theme, marks: Markers, mirror: Mirror, qtbot: QtBot) -> Iterator[MapPane]:
    shown = MapPane(theme, marks, SelectionBoard(), mirror)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.bar)
    shown.resize(*SIZE)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


@pytest.fixture
def engine(mirror: Mirror) -> SmallEngine:
    """One that remembers every alert of now for the last of the three moments alone."""
    answering = SmallEngine()

    def picture(query: PictureAt) -> PastPicture:
        return PastPicture(query.at, alerts=tuple(mirror.alerts.values()) if query.at == NOW else (), newest=query.at)

    answering.answers[PictureAt] = picture
    return answering


@pytest.fixture
def desk(pane: MapPane, engine: SmallEngine, theme: Theme, marks: Markers) -> ClipDesk:
    failures: list[object] = []
    return ClipDesk(engine, Bridge(failures.append, lambda *_: None), pane, theme, marks)


async def test_a_clip_is_a_folder_of_pictures_and_a_page_that_plays_them(desk: ClipDesk, pane: MapPane, tmp_path):
    await desk.export(CLIP, tmp_path)
    (folder,) = tmp_path.iterdir()
    names = sorted(path.name for path in folder.iterdir())
    assert [name[:4] for name in names] == ["0001", "0002", "0003", "clip"]
    calm, also_calm, bad = [QImage(str(folder / name)) for name in names[:3]]
    canvas = pane.stage.canvas
    assert calm.width() == canvas.width() * canvas.devicePixelRatio()
    below = calm.height() // 8
    assert _part(calm, below) == _part(also_calm, below)
    assert _part(calm, below) != _part(bad, below)
    assert (folder / "clip.html").read_text().count("data:image/png") == 3
    assert pane.undo_line.text.startswith("3 pictures")
    assert not desk.progress.isVisible()


async def test_the_map_itself_stays_at_the_present_meanwhile(desk: ClipDesk, pane: MapPane, tmp_path):
    await desk.export(CLIP, tmp_path)
    assert not pane.time.past
    assert not pane.stage.canvas.scene.past


async def test_the_same_clip_again_goes_into_a_folder_of_its_own(desk: ClipDesk, tmp_path):
    await desk.export(CLIP, tmp_path)
    await desk.export(CLIP, tmp_path)
    first, second = sorted(path.name for path in tmp_path.iterdir())
    assert second == f"{first}_2"


async def test_a_clip_that_is_stopped_keeps_what_was_written(
    desk: ClipDesk, engine: SmallEngine, pane: MapPane, tmp_path
):
    plain = engine.answers[PictureAt]

    def stopping(query: PictureAt) -> PastPicture:
        if query.at == CLIP.moments[1]:
            desk.progress.cancel()
        return plain(query)

    engine.answers[PictureAt] = stopping
    await desk.export(CLIP, tmp_path)
    (folder,) = tmp_path.iterdir()
    assert len(list(folder.glob("*.png"))) == 2
    assert pane.undo_line.text.startswith("Stopped after 2 of 3 pictures")


async def test_a_folder_that_cannot_be_written_is_said(desk: ClipDesk, tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(InvalidInput, match="cannot be written"):
        await desk.export(CLIP, file)
    assert not desk.progress.isVisible()


def test_the_dialog_counts_the_pictures_and_refuses_what_cannot_be(theme: Theme, pane: MapPane, qtbot: QtBot):
    dialog = ClipDialog(theme, CLIP, NOW, pane.time.times.zone(), pane)
    qtbot.addWidget(dialog)
    hint, button = dialog.findChild(QLabel, "hint"), dialog.findChild(QPushButton, "export_")
    assert dialog.clip == CLIP
    assert (hint.text(), button.isEnabled()) == ("3 pictures.", True)
    end = dialog.findChild(QDateTimeEdit, "end")
    end.setDateTime(end.dateTime().addSecs(-3600))
    assert "before" in hint.text()
    assert not button.isEnabled()


def _part(image: QImage, top: int) -> bytes:
    """The image without its band, of which the words differ."""
    return bytes(image.copy(0, top, image.width(), image.height() - top).constBits())
