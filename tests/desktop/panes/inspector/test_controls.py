"""Controls of each kind: what they send, and how they follow the device."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSlider, QWidget

from heyzack_console.composition.product_check import device_of
from heyzack_console.desktop.panes.inspector.controls.making import Wishes, made
from heyzack_console.desktop.panes.inspector.controls.numbers import NumberField
from heyzack_console.desktop.panes.inspector.controls.texts import picked, seen
from heyzack_console.desktop.panes.inspector.point_rows import RowWishes
from heyzack_console.desktop.panes.inspector.point_section import PointSection
from heyzack_console.desktop.panes.inspector.value_dialogs import TextDialog
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.colours import Colour
from heyzack_console.domain.devices.points import Value
from heyzack_console.presentation.inspector.controls import Control, ControlKind
from heyzack_console.presentation.inspector.panels import panels_of
from heyzack_console.presentation.inspector.sections import point_lines
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.tuya.published.record import read_record
from tests.support.building import THERMOSTAT, at
from tests.tuya.normalise.published import published

HALF = Control("temp_set", ControlKind.SLIDER, "Set point", 5, 30, 0.5, "°C", 1)
DRIVE = Control("control", ControlKind.DRIVE, "Drive", options=("open", "stop"), words=("Open", "Stop"))


@dataclass
class Made:
    """A control on the screen and what it was heard to say."""

    view: object
    sent: list[Value] = field(default_factory=list)
    asked: list[Value] = field(default_factory=list)
    previews: list[str] = field(default_factory=list)

    def find(self, kind: type):
        widget = self.view.widget
        return widget if isinstance(widget, kind) else widget.findChild(kind)


@pytest.fixture
def make(theme: Theme, qtbot) -> Callable[[Control], Made]:
    def one(control: Control) -> Made:
        result = Made(None)
        wishes = Wishes(result.sent.append, result.asked.append, result.previews.append)
        result.view = made(theme, control, wishes)
        qtbot.addWidget(result.view.widget)
        result.view.widget.show()
        return result

    return one


def test_a_typed_number_is_sent_with_enter_on_the_nearest_step(make):
    number = make(HALF)
    number.view.show_value(20.0)
    typed = number.find(NumberField)
    typed.lineEdit().selectAll()
    QTest.keyClicks(typed, "21.7")
    assert number.sent == []
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert number.sent == [21.5]


def test_a_typed_number_that_is_left_goes_back(make):
    number = make(HALF)
    number.view.show_value(20.0)
    typed = number.find(NumberField)
    typed.setFocus()
    typed.lineEdit().selectAll()
    QTest.keyClicks(typed, "29")
    QTest.keyClick(typed, Qt.Key.Key_Escape)
    assert typed.value() == 20.0
    assert number.sent == []


def test_the_arrow_keys_move_a_typed_number_by_its_step(make):
    number = make(HALF)
    number.view.show_value(20.0)
    QTest.keyClick(number.find(NumberField), Qt.Key.Key_Up)
    assert number.sent == [20.5]


def test_the_arrow_keys_move_a_slider_by_its_step(make):
    number = make(HALF)
    number.view.show_value(20.0)
    QTest.keyClick(number.find(QSlider), Qt.Key.Key_Right)
    assert number.sent == [20.5]
    assert number.previews == ["20.5\N{NO-BREAK SPACE}°C"]


def test_a_number_that_the_device_has_not_told_is_empty(make):
    number = make(Control("speed", ControlKind.NUMBER, "Speed", -1e9, 1e9))
    number.view.show_value(None)
    assert number.find(NumberField).cleanText() == ""


def test_following_the_device_sends_nothing(make):
    for control in (HALF, Control("m", ControlKind.CHOICE, "Mode", options=("a", "b"), words=("A", "B"))):
        one = make(control)
        for value in (21.0, "b", "strange", None, True):
            one.view.show_value(value)
        assert one.sent == []


def test_a_word_that_the_product_does_not_list_leaves_the_choice_open(make):
    choice = make(Control("m", ControlKind.CHOICE, "Mode", options=("a",), words=("A",)))
    choice.view.show_value("strange")
    assert choice.find(QComboBox).currentIndex() == -1


def test_a_drive_sends_the_same_word_again(make):
    drive = make(DRIVE)
    for _ in range(2):
        QTest.mouseClick(drive.find(QPushButton), Qt.MouseButton.LeftButton)
    assert drive.sent == ["open", "open"]


def test_a_button_sets_off(make):
    button = make(Control("reset", ControlKind.BUTTON, "Reset"))
    QTest.mouseClick(button.find(QPushButton), Qt.MouseButton.LeftButton)
    assert button.sent == [True]


def test_a_text_that_is_too_long_is_not_sent_and_says_so(make):
    text = make(Control("note", ControlKind.TEXT, "Note"))
    line = text.find(QLineEdit)
    line.setText("x" * 256)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert text.sent == []
    assert "1 characters too many" in text.find(QLabel).text()
    line.setText("hello")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert text.sent == ["hello"]


def test_a_structure_is_written_in_a_dialog_that_begins_with_the_value(make):
    structure = make(Control("scene", ControlKind.STRUCTURE, "Scene"))
    structure.view.show_value("{}")
    QTest.mouseClick(structure.find(QPushButton), Qt.MouseButton.LeftButton)
    assert structure.asked == ["{}"]


def test_the_dialog_sends_only_what_the_device_can_read(theme, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    control = Control("scene", ControlKind.STRUCTURE, "Scene")
    dialog = TextDialog(theme, THERMOSTAT, control, '{"a":1}', parent)
    send = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Send")
    text = dialog.findChild(QWidget, "text")
    assert text.toPlainText() == '{\n  "a": 1\n}'
    assert send.isEnabled()
    text.setPlainText("{")
    assert not send.isEnabled()
    text.setPlainText('{"a": 2}')
    assert dialog.text == '{"a":2}'


@pytest.mark.parametrize("colour", [Colour(0, 1000, 1000), Colour(243, 860, 541), Colour(359, 10, 1000)])
def test_a_colour_is_the_same_after_a_screen_has_shown_it(colour):
    assert picked(seen(colour)) == colour


def test_grey_has_no_hue():
    assert picked(QColor.fromRgbF(0.5, 0.5, 0.5)) == Colour(0, 0, 500)


@pytest.mark.parametrize(("name", "every"), [("tuya_devices.jsonl", 1), ("tuya_products.jsonl", 40)])
def test_published_devices_are_drawn_with_all_their_controls(theme, qtbot, name, every):
    section = PointSection(theme, RowWishes(lambda *_: None, lambda *_: None))
    qtbot.addWidget(section)
    section.show()
    for line in published(name).read_bytes().splitlines()[::every]:
        device = device_of(read_record(line))
        section.show_lines(panels_of(device, {}), point_lines(device, Mirror(), at(0)))
