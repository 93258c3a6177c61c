"""When the map counts as looked at, and for whom."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.hand_overs import HandOverId, HandOverNote
from heyzack_console.domain.time_travel import PastPicture
from heyzack_console.presentation.map.changes import Since
from heyzack_console.presentation.map.layers import Layer, Tone
from heyzack_console.presentation.mirror import Mirror
from tests.support.map_site import NOW

LATER = NOW + timedelta(hours=1)


class Notebook:
    """Keeps words; counts how often they were written."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.saved = 0

    def text(self, name: str) -> str:
        return self.words.get(name, "")

    def keep_text(self, name: str, value: str) -> None:
        self.words[name] = value

    def save(self) -> None:
        self.saved += 1


@pytest.fixture
def notebook() -> Notebook:
    return Notebook()


@pytest.fixture
def pane(theme: Theme, marks: Markers, mirror: Mirror, notebook: Notebook, qtbot: QtBot) -> Iterator[MapPane]:
    mirror.status = replace(mirror.status, actor="Ines")
    shown = MapPane(theme, marks, SelectionBoard(), mirror)
    shown.layers.changes.remember_in(notebook)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.bar)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def test_the_first_look_begins_to_count_and_leaving_the_map_counts_on(pane: MapPane, mirror: Mirror):
    changes = pane.layers.changes
    assert changes.looked_at is None
    pane.show_layer(Layer.CHANGED)
    assert changes.looked_at == NOW
    mirror.heard_at = LATER
    pane.hide()
    assert changes.looked_at == LATER


def test_the_look_belongs_to_person_and_site_and_is_written_at_once(pane: MapPane, mirror: Mirror, notebook: Notebook):
    pane.show_layer(Layer.CHANGED)
    assert notebook.saved == 1
    mirror.status = replace(mirror.status, actor="Omar")
    assert pane.layers.changes.looked_at is None
    mirror.status = replace(mirror.status, actor="Ines")
    assert pane.layers.changes.looked_at == NOW


def test_a_spoiled_note_counts_as_none(pane: MapPane, notebook: Notebook):
    pane.show_layer(Layer.CHANGED)
    for name in notebook.words:
        notebook.words[name] = "yesterday"
    assert pane.layers.changes.looked_at is None


def test_the_picture_of_that_moment_is_asked_for_and_devices_that_differ_are_marked(
    pane: MapPane, mirror: Mirror, qtbot: QtBot
):
    with qtbot.waitSignal(pane.layers.changes.picture_wanted) as asked:
        pane.show_layer(Layer.CHANGED)
    assert asked.args == [NOW]
    scene = pane.stage.canvas.scene
    assert not scene.field.tone.any()
    pane.layers.changes.show_picture(PastPicture(NOW - timedelta(days=1)))
    assert scene.facts.then is None
    pane.layers.changes.show_picture(PastPicture(NOW))
    marked = {scene.field.ids[n] for n in (scene.field.tone == Tone.PLATE).nonzero()[0]}
    lost = {d.id for d in scene.devices if mirror.health[d.id].lost}
    assert marked == lost | {alert.device for alert in mirror.alerts.values() if scene.number(alert.device) is not None}
    assert f"{len(marked)} devices have changed on this floor" in pane.layers.bar.text


def test_what_was_confirmed_is_not_marked_any_more(pane: MapPane, mirror: Mirror, qtbot: QtBot):
    pane.show_layer(Layer.CHANGED)
    pane.layers.changes.show_picture(PastPicture(NOW))
    assert pane.stage.canvas.scene.field.tone.any()
    mirror.heard_at = LATER
    with qtbot.waitSignal(pane.layers.changes.picture_wanted) as asked:
        pane.layers.changes.confirm()
    assert asked.args == [LATER]
    readings = tuple(r for values in mirror.readings.values() for r in values.values())
    pane.layers.changes.show_picture(
        PastPicture(LATER, readings, tuple(mirror.health.values()), tuple(mirror.alerts.values()))
    )
    assert not pane.stage.canvas.scene.field.tone.any()


def test_the_last_hand_over_is_the_moment_where_that_is_chosen(pane: MapPane, qtbot: QtBot):
    changes = pane.layers.changes
    pane.show_layer(Layer.CHANGED)
    changes.choose(Since.HAND_OVER)
    assert "Nobody has handed over yet" in pane.layers.bar.text
    with qtbot.waitSignal(changes.picture_wanted) as asked:
        changes.show_hand_overs((HandOverNote(HandOverId("01" * 16), LATER, "Omar"),))
    assert asked.args == [LATER]
