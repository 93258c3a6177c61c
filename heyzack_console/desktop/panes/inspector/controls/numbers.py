"""Controls of a number: moved along a slider, or typed in its own unit."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QSlider, QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.inspector.controls.view import Send
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.points import Value
from heyzack_console.presentation.inspector.controls import Control, ControlKind

WIDE = 88


class NumberField(QDoubleSpinBox):
    """A typed number: Enter, the arrows and the wheel send it; leaving it or Esc puts it back."""

    def __init__(self, theme: Theme, control: Control, send: Send) -> None:
        super().__init__()
        # Its own idea of its width is that of the longest number, which may be 1,000,000,000.
        self.setMinimumWidth(theme.px(WIDE))
        self.setMaximumWidth(theme.px(WIDE))
        self._control = control
        self._send = send
        self._stands: float | None = None
        self.setKeyboardTracking(False)
        self.setDecimals(control.digits)
        self.setRange(control.low, control.high)
        self.setSingleStep(control.step)
        self.setSuffix(f"\N{NO-BREAK SPACE}{control.unit}" if control.unit else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(control.limits)
        self.lineEdit().returnPressed.connect(self._sent)

    @property
    def being_changed(self) -> bool:
        """A person is typing."""
        if self._stands is None:
            return self.hasFocus() and self.cleanText() != ""
        return self.hasFocus() and self.text() != self.textFromValue(self._stands) + self.suffix()

    def show_number(self, value: float | None) -> None:
        """Stand at *value* without sending it; empty where the device has told none."""
        self._stands = value
        with QSignalBlocker(self):
            if value is None:
                self.clear()
            else:
                self.setValue(value)

    @override
    def stepBy(self, steps: int) -> None:
        super().stepBy(steps)
        self._sent()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.being_changed:
            self.show_number(self._stands)
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.FocusOut:
            self.show_number(self._stands)
        return done

    def _sent(self) -> None:
        self._send(self._control.nearest(self.value()))


class _NoWheel(QObject):
    """Keeps the wheel for scrolling where the pointer only passes over a control."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class NumberView:
    """A slider with a field where the range allows one, else the field alone.

    Args:
        preview: is told the number while the slider moves, in words.
    """

    def __init__(self, theme: Theme, control: Control, send: Send, preview: Callable[[str], None]) -> None:
        self.wide = control.kind is ControlKind.SLIDER
        self._control = control
        self._send = send
        self._preview = preview
        self._row = QWidget()
        self._field = NumberField(theme, control, send)
        self._slider = QSlider(Qt.Orientation.Horizontal) if self.wide else None
        guard = _NoWheel(self._row)
        self._field.installEventFilter(guard)
        inner = QHBoxLayout(self._row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        if self._slider is not None:
            self._slider.installEventFilter(guard)
            self._slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._dress(self._slider)
            low, high = control.ends or ("", "")
            for part in (_end(theme, low), self._slider, _end(theme, high)):
                if part is not None:
                    inner.addWidget(part, 1 if part is self._slider else 0)
        inner.addWidget(self._field)
        self._row.setFocusProxy(self._slider or self._field)

    @property
    def widget(self) -> QWidget:
        """Slider and field."""
        return self._row

    def show_value(self, value: Value) -> None:
        """Stand where the device stands."""
        number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
        slider = self._slider
        if slider is not None and not slider.isSliderDown():
            with QSignalBlocker(slider):
                slider.setValue(self._control.notch(value))
        if not self._field.being_changed and not (slider is not None and slider.isSliderDown()):
            self._field.show_number(number)

    def _dress(self, slider: QSlider) -> None:
        control = self._control
        slider.setRange(0, control.notches)
        slider.setPageStep(max(1, control.notches // 10))
        slider.setToolTip(control.limits)
        slider.setAccessibleName(f"Set {control.title}")
        self._field.setAccessibleName(f"{control.title}, typed")
        slider.valueChanged.connect(self._moved)
        slider.sliderReleased.connect(lambda: self._send(control.at(slider.value())))
        slider.actionTriggered.connect(partial(self._slid_by_key, slider))

    def _moved(self, notch: int) -> None:
        number = self._control.at(notch)
        self._preview(self._control.text(number))
        with QSignalBlocker(self._field):
            self._field.setValue(number)

    def _slid_by_key(self, slider: QSlider, _action: int) -> None:
        # The keyboard and the wheel have no release: each of their steps is an order; the sender paces them.
        if not slider.isSliderDown():
            self._send(self._control.at(slider.sliderPosition()))


def _end(theme: Theme, word: str) -> QLabel | None:
    if not word:
        return None
    label = QLabel(word)
    label.setFont(theme.font("small"))
    label.setProperty("kind", "quiet")
    return label
