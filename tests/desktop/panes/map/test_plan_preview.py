"""The preview of a plan: where it lies, and points chosen on it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPixmap

from heyzack_console.desktop.panes.map.floor_pictures import FloorPictures, decoded
from heyzack_console.desktop.panes.map.plan_points import PlanPoints
from heyzack_console.desktop.panes.map.plan_preview import PlanPreview, Sheet
from heyzack_console.domain.sites import FloorPicture
from tests.plans.reading import a_picture

SHEET = Sheet(4000.0, 1000.0)


@pytest.fixture
def preview(qtbot, theme):
    shown = PlanPreview(theme)
    qtbot.addWidget(shown)
    shown.resize(428, 328)
    shown.show_sheet(SHEET)
    return shown


def test_a_sheet_of_any_unit_fills_the_width_and_lies_in_the_middle(preview):
    left, top = preview.view.to_screen(0, 0)
    right, bottom = preview.view.to_screen(4000, 1000)
    assert (round(left), round(right)) == (14, 414)
    assert round(top + bottom) == 328


def test_two_clicks_give_the_two_points_and_the_question_ends(qtbot, preview):
    points, heard = PlanPoints(preview, lambda: SHEET), []
    points.measured.connect(heard.append)
    points.ask_distance()
    qtbot.mouseClick(preview, Qt.MouseButton.LeftButton, pos=QPoint(14, 164))
    qtbot.mouseClick(preview, Qt.MouseButton.LeftButton, pos=QPoint(414, 164))
    qtbot.mouseClick(preview, Qt.MouseButton.LeftButton, pos=QPoint(100, 164))
    ((start, end),) = heard
    assert (round(start[0], -1), round(end[0], -1)) == (0, 4000)


def test_points_can_be_chosen_with_the_keyboard_alone(qtbot, preview):
    points, heard = PlanPoints(preview, lambda: SHEET), []
    points.measured.connect(heard.append)
    points.ask_distance()
    qtbot.keyClick(preview, Qt.Key.Key_Return)
    qtbot.keyClick(preview, Qt.Key.Key_Right)
    qtbot.keyClick(preview, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(preview, Qt.Key.Key_Return)
    ((start, end),) = heard
    assert (start, end) == ((2000, 500), (2080, 508))


def test_common_points_are_asked_first_here_then_on_the_other_floor(qtbot, preview):
    points, heard, said = PlanPoints(preview, lambda: SHEET), [], []
    points.aligned.connect(lambda *pairs: heard.append(pairs))
    points.said.connect(said.append)
    points.ask_common(Sheet(20.0, 10.0))
    for _ in range(4):
        qtbot.keyClick(preview, Qt.Key.Key_Return)
    assert heard == [(((2000, 500), (2000, 500)), ((10, 5), (10, 5)))]
    assert "other floor" in said[2]
    assert said[-1] == ""


@pytest.mark.parametrize("ground", ["#f7f8f9", "#23272d"])
def test_a_pictures_paper_takes_the_colour_of_the_map(qapp, ground):
    levels = decoded(a_picture(size=(600, 400)), ground)
    assert [(level.width(), level.height()) for level in levels][:2] == [(600, 400), (300, 200)]
    assert QColor(levels[0].pixel(300, 350)).name() == ground
    ink = QColor(levels[0].pixel(5, 200)).lightnessF()
    assert abs(ink - QColor(ground).lightnessF()) > 0.6


def test_a_picture_is_asked_for_once_and_again_only_when_it_did_not_come(qapp):
    pictures, wanted = FloorPictures(), []
    pictures.wanted.connect(wanted.append)
    place, ground = FloorPicture("ab", 0, 0, 10, 5), QColor("#23272d")
    assert pictures.levels(place, ground) == ()
    assert pictures.levels(place, ground) == ()
    assert wanted == [("ab", "#23272d")]
    pictures.retry()
    pictures.levels(place, ground)
    assert len(wanted) == 2
    pictures.take(("ab", "#23272d"), [QImage(4, 4, QImage.Format.Format_RGB32)])
    (level,) = pictures.levels(place, ground)
    assert isinstance(level, QPixmap)
    assert pictures.levels(None, ground) == ()
