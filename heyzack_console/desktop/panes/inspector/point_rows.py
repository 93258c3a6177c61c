"""One data point as a row: name, value, age, and its control where it can be set."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QSlider, QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.inspector.parts import tint
from heyzack_console.desktop.panes.inspector.switch import Switch
from heyzack_console.desktop.theme.hatch import hatch
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.points import Value
from heyzack_console.presentation.inspector.controls import Control, ControlKind
from heyzack_console.presentation.inspector.sections import PointLine

OnOrder = Callable[[str, Value, str], None]
"""Takes code, new value, and the present value in words."""


class PointRow(QWidget):
    """Shows a point's line; its control sends an order when a person lets go of it."""

    def __init__(self, theme: Theme, on_order: OnOrder) -> None:
        super().__init__()
        self._theme = theme
        self._on_order = on_order
        self._line: PointLine | None = None
        self._made_for: Control | None = None
        self._name = QLabel()
        self._value = QLabel()
        self._age = QLabel()
        self._glass = QLabel()
        self._control: QWidget | None = None
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._age.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        for column, label in enumerate((self._name, self._value, self._glass, self._age)):
            self._grid.addWidget(label, 0, column)
        theme.changed.connect(self._dress)

    def show_line(self, line: PointLine) -> None:
        """Show a point; while its control is being moved, the control is left alone."""
        if line == self._line:
            return
        self._line = line
        self._name.setText(line.name)
        self._name.setToolTip(f"{line.code}\n{line.note}".strip())
        self._value.setText(line.value)
        self._age.setText(line.age)
        self.setAccessibleName(f"{line.name} {line.value}, {line.age}")
        if line.control != self._made_for:
            self._make_control(line.control)
        self._follow()
        self._dress()

    def restore(self) -> None:
        """Put the control back to the value as it stands: nothing was sent."""
        self._follow()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line_soft"))
        if self._line is None:
            return
        where = QRectF(self._value.geometry())
        if self._line.stale:
            hatch(painter, where.adjusted(-4, -1, 4, 1), self._theme.color("line"), 6)
        if self._line.assumed:
            painter.setPen(QPen(self._theme.color("ink3"), 1.4, Qt.PenStyle.DotLine))
            painter.drawLine(where.bottomLeft(), where.bottomRight())

    def _make_control(self, control: Control | None) -> None:
        if self._control is not None:
            self._grid.removeWidget(self._control)
            self._control.deleteLater()
            self._control = None
        self._made_for = control
        if control is None:
            return
        makers = {
            ControlKind.SWITCH: self._make_switch,
            ControlKind.SLIDER: self._make_slider,
            ControlKind.CHOICE: self._make_choice,
            ControlKind.TEXT: self._make_field,
        }
        self._control = makers[control.kind](control)
        self._control.setAccessibleName(f"Set {control.title}")
        wide = control.kind in {ControlKind.SLIDER, ControlKind.TEXT}
        if wide:
            self._grid.addWidget(self._control, 1, 0, 1, 5)
        else:
            self._grid.addWidget(self._control, 0, 4)

    def _make_switch(self, control: Control) -> QWidget:
        switch = Switch(self._theme)
        switch.setToolTip(f"Set {control.title.lower()} to {control.words[0]} or {control.words[1]}")
        switch.clicked.connect(lambda on: self._send(control, on))
        return switch

    def _make_slider(self, control: Control) -> QWidget:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, control.notches)
        slider.setToolTip(f"{control.text(control.low)} to {control.text(control.high)}, step {control.step:g}")
        slider.valueChanged.connect(lambda notch: self._value.setText(control.text(control.at(notch))))
        slider.sliderReleased.connect(lambda: self._send(control, control.at(slider.value())))
        slider.actionTriggered.connect(partial(self._slid_by_key, slider, control))
        return slider

    def _slid_by_key(self, slider: QSlider, control: Control, _action: int) -> None:
        # The keyboard and the wheel have no release: each of their steps is an order; the sender paces them.
        if not slider.isSliderDown():
            self._send(control, control.at(slider.sliderPosition()))

    def _make_choice(self, control: Control) -> QWidget:
        choice = QComboBox()
        choice.addItems(list(control.words))
        choice.activated.connect(lambda n: self._send(control, control.options[n]))
        return choice

    def _make_field(self, control: Control) -> QWidget:
        field = QLineEdit()
        field.setPlaceholderText("New value, Enter sends it")
        field.returnPressed.connect(lambda: self._send(control, field.text()))
        return field

    def _send(self, control: Control, value: Value) -> None:
        present = self._line.value if self._line else ""
        self._on_order(control.code, value, present)

    def _follow(self) -> None:
        """Let the control show the value as it stands."""
        if self._control is None or self._line is None or self._made_for is None:
            return
        value = self._line.reading.value if self._line.reading else None
        blocked = QSignalBlocker(self._control)
        if isinstance(self._control, Switch):
            self._control.setChecked(value is True)
        elif isinstance(self._control, QSlider) and not self._control.isSliderDown():
            self._control.setValue(self._made_for.notch(value))
        elif isinstance(self._control, QComboBox) and value in self._made_for.options:
            self._control.setCurrentIndex(self._made_for.options.index(str(value)))
        blocked.unblock()
        self._value.setText(self._line.value)

    def _dress(self) -> None:
        if self._line is None:
            return
        self._name.setFont(self._theme.font("body"))
        self._value.setFont(self._theme.font("strong" if not self._line.stale else "body"))
        self._age.setFont(self._theme.font("small"))
        self._age.setMinimumWidth(self._theme.px(44))
        tint(self._value, self._theme.color(self._line.ink))
        tint(self._age, self._theme.color(self._line.age_ink))
        glyph = self._theme.glyph("assumed", "caution", self._theme.px(14), self.devicePixelRatioF())
        self._glass.setVisible(self._line.assumed)
        self._glass.setPixmap(glyph)
        self._glass.setToolTip("Ordered, not confirmed yet")
        self.update()
