"""The map in the past: what it shows, what it refuses, and how it asks."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.map.menu import NOT_NOW
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.panes.map.time_desk import TimeDesk
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.time_travel import AlertCall, PastPicture, Record
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.engine.time_travel import PictureAt, RecordedPast
from heyzack_console.presentation.map.time_travel import SPANS
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from tests.desktop.panes.map.conftest import SIZE
from tests.support.engine_port import SmallEngine
from tests.support.map_site import NOW, alert, apply, first_of, reading

MINUTE = timedelta(minutes=1)


@pytest.fixture
def pane(theme: Theme, marks: Markers, mirror: Mirror, qtbot: QtBot) -> Iterator[MapPane]:
    """The building on a bad day, with a bar whose wishes nobody answers."""
    shown = MapPane(theme, marks, SelectionBoard(), mirror)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.bar)
    shown.resize(*SIZE)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.time.show_record(Record(NOW - timedelta(days=40)))
    yield shown
    shown.close()


def calm(pane: MapPane, at: datetime) -> PastPicture:
    """A moment at which nothing was wrong."""
    lamp = first_of(pane.time.mirror if pane.time.showing else live(pane), Category.LIGHT)
    return PastPicture(at, (reading(lamp.id, lamp.points[0].code, False, at=at),), newest=at)


def live(pane: MapPane) -> Mirror:
    """What the window knows of the present."""
    return pane.stage.canvas.scene.mirror


def go_back(pane: MapPane) -> datetime:
    """Show a calm moment a minute ago."""
    pane.time.step(-1)
    at = NOW - MINUTE
    pane.time.show_picture(calm(pane, at))
    return at


def marks_on(pane: MapPane) -> int:
    """How many marks the map shows."""
    return int((pane.stage.canvas.scene.field.mark > 0).sum())


def test_a_step_back_opens_the_bar_and_asks_for_a_picture(pane: MapPane, qtbot: QtBot):
    assert not pane.time.bar.open
    with qtbot.waitSignal(pane.time.picture_wanted) as wanted:
        pane.time.step(-1)
    assert wanted.args == [NOW - MINUTE]
    assert pane.time.bar.open


def test_until_the_picture_is_there_the_map_shows_the_present_and_does_not_say_otherwise(pane: MapPane):
    before = marks_on(pane)
    pane.time.step(-1)
    assert not pane.time.band.text
    assert marks_on(pane) == before > 0


def test_the_past_is_shown_and_says_so(pane: MapPane):
    go_back(pane)
    assert marks_on(pane) == 0
    assert pane.time.band.isVisible()
    assert pane.time.band.text.startswith("PAST · Thu 23 Jul 2026, ")
    assert "Thu 23 Jul 2026" in pane.time.bar.words
    assert pane.stage.canvas.scene.now == NOW - MINUTE


def test_the_edge_of_the_map_is_hatched_in_the_past(pane: MapPane, theme: Theme):
    canvas = pane.stage.canvas
    corner = QPoint(2, canvas.height() // 2)
    ground = theme.color("map_ground")
    assert canvas.grab().toImage().pixelColor(corner) == ground
    go_back(pane)
    assert canvas.grab().toImage().pixelColor(corner).lightness() > 2 * ground.lightness()


def test_back_at_the_present_everything_is_as_it_was(pane: MapPane):
    before = marks_on(pane)
    go_back(pane)
    pane.time.to_now()
    assert marks_on(pane) == before
    assert not pane.time.band.isVisible()
    assert not pane.stage.canvas.scene.past


def test_what_happens_now_is_not_drawn_into_the_past_and_is_there_afterwards(pane: MapPane, mirror: Mirror):
    lamp = first_of(mirror, Category.LIGHT, number=1)
    go_back(pane)
    pane.take(apply(mirror, alerts=[alert(lamp.id, 1, "Smoke")]))
    assert marks_on(pane) == 0
    pane.time.to_now()
    number = pane.stage.canvas.scene.number(lamp.id)
    assert pane.stage.canvas.scene.field.mark[number] > 0


def test_a_picture_that_comes_after_the_return_is_dropped(pane: MapPane):
    before = marks_on(pane)
    pane.time.step(-1)
    pane.time.to_now()
    pane.time.show_picture(calm(pane, NOW - MINUTE))
    assert marks_on(pane) == before
    assert not pane.time.band.text


def test_nothing_can_be_placed_in_the_past(pane: MapPane):
    pane.edit(on=True)
    go_back(pane)
    assert not pane.editing
    pane.edit(on=True)
    assert not pane.editing
    pane.time.to_now()
    pane.edit(on=True)
    assert pane.editing


def test_the_menu_says_why_it_does_not_open(pane: MapPane, mirror: Mirror):
    menu = QMenu(pane)
    pane.offer(menu)
    pane.stage.canvas.select((first_of(mirror, Category.LIGHT).id,))
    go_back(pane)
    pane.stage.canvas.menu_wanted.emit(QPoint(5, 5))
    assert not menu.isVisible()
    assert pane.undo_line.text == NOT_NOW


def test_the_slider_seeks_and_its_right_end_is_now(pane: MapPane, qtbot: QtBot):
    pane.time.open(on=True)
    slider = pane.time.bar.slider
    with qtbot.waitSignal(pane.time.picture_wanted) as wanted:
        slider.setValue(600)
    assert wanted.args == [NOW - timedelta(hours=1) + timedelta(seconds=600)]
    slider.setValue(slider.maximum())
    assert not pane.time.past


def test_ticks_show_where_alerts_began(pane: MapPane):
    pane.time.open(on=True)
    pane.time.show_record(Record(NOW - timedelta(days=2), (AlertCall(NOW - MINUTE, Priority.P1),)))
    assert pane.time.bar.slider.ticks == ((3540, 1),)


def test_the_slider_follows_the_present_once_a_second(pane: MapPane, mirror: Mirror):
    pane.time.open(on=True)
    lamp = first_of(mirror, Category.LIGHT)
    for later, known in ((0.5, 0.0), (2.0, 2.0)):
        at = NOW + timedelta(seconds=later)
        value = reading(lamp.id, lamp.points[0].code, True, at=at)
        pane.take(mirror.apply(Batch(3, at, readings=(value,))))
        assert pane.time.journey.now == NOW + timedelta(seconds=known)


def test_a_longer_span_is_looked_up(pane: MapPane, qtbot: QtBot):
    pane.time.open(on=True)
    with qtbot.waitSignal(pane.time.record_wanted) as wanted:
        pane.time.bar.span_chosen.emit(SPANS[3])
    assert wanted.args == [NOW - timedelta(days=30), NOW]


def test_a_replay_runs_until_it_is_halted(pane: MapPane, qtbot: QtBot):
    go_back(pane)
    canvas = pane.stage.canvas
    canvas.setFocus()
    with qtbot.waitSignal(pane.time.picture_wanted) as wanted:
        QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert wanted.args[0] > NOW - MINUTE
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert not pane.time.journey.playing


def test_closing_the_bar_returns_to_the_present(pane: MapPane):
    go_back(pane)
    pane.time.bar.closed.emit()
    assert not pane.time.past
    assert not pane.time.bar.open


def test_the_button_returns_to_the_present(pane: MapPane):
    go_back(pane)
    (button,) = [b for b in pane.time.bar.findChildren(QPushButton) if b.text() == "Now"]
    button.click()
    assert not pane.time.past
    assert not button.isEnabled()


def test_a_device_that_left_the_book_left_the_map_of_the_past(pane: MapPane, mirror: Mirror, qtbot: QtBot):
    at = go_back(pane)
    lamp = first_of(mirror, Category.LIGHT)
    assert mirror.book is not None
    fewer = type(mirror.book)(mirror.book.site, tuple(d for d in mirror.book.devices if d.id != lamp.id))
    with qtbot.waitSignal(pane.time.picture_wanted):
        pane.take(mirror.show_book(fewer))
    pane.time.show_picture(PastPicture(at, newest=at))
    assert pane.stage.canvas.scene.number(lamp.id) is None


async def test_never_more_than_one_picture_is_on_its_way_and_the_newest_wish_wins(pane: MapPane):
    engine, gate, failures = SmallEngine(), asyncio.Event(), []
    bridge = Bridge(failures.append, lambda name, error: failures.append((name, error)))

    async def slowly(query: PictureAt) -> PastPicture:
        await gate.wait()
        return PastPicture(query.at, newest=query.at)

    engine.answers = {PictureAt: slowly, RecordedPast: lambda _: Record(NOW - timedelta(days=40))}
    desk = TimeDesk(engine, bridge, pane)
    moments = [NOW - n * MINUTE for n in (1, 2, 3, 4)]
    for at in moments:
        pane.time.seek(at)
        await asyncio.sleep(0)
    gate.set()
    await bridge.idle()
    assert [query.at for query in engine.asked if isinstance(query, PictureAt)] == [moments[0], moments[3]]
    assert pane.stage.canvas.scene.now == moments[3]
    assert not failures
    assert desk is not None


async def test_a_picture_that_cannot_be_had_is_told_and_halts_the_replay(pane: MapPane):
    bridge = Bridge(lambda _: None, lambda *_: None)
    desk = TimeDesk(SmallEngine(), bridge, pane)
    pane.time.step(-1)
    pane.time.play()
    await bridge.idle()
    assert pane.undo_line.text.startswith("The past cannot be shown.")
    assert not pane.time.journey.playing
    assert desk is not None


def test_the_selection_is_kept_on_the_way_to_the_past_and_back(pane: MapPane, mirror: Mirror):
    lamp = first_of(mirror, Category.LIGHT).id
    pane.stage.canvas.select((lamp,))
    go_back(pane)
    assert pane.stage.canvas.scene.selected == (lamp,)
    pane.time.to_now()
    assert pane.stage.canvas.scene.selected == Selection((lamp,)).devices
