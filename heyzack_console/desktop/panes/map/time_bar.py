"""The bar under the map with which one looks back: slider, moment, replay, span and speed."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from heyzack_console.desktop.icon_button import IconButton
from heyzack_console.desktop.panes.map.time_slider import TimeSlider
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.map.time_travel import SPANS, SPEEDS, Journey

ARROW, PAGE = 10, 100
"""Steps of the slider's own keys, as parts of a thousand of its length."""


class TimeBar(QFrame):
    """Shows a journey and tells what is wanted of it."""

    sought = Signal(int)
    """Carries the second of the slider."""
    stepped = Signal(int)
    play_toggled = Signal()
    span_chosen = Signal(object)
    speed_chosen = Signal(int)
    now_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "foot")
        self.setAccessibleName("Time travel")
        self.slider = TimeSlider(theme)
        self._back = IconButton(theme, "step_back", "Step back  [")
        self._play = IconButton(theme, "play", "Play  Space")
        self._forward = IconButton(theme, "step_forward", "Step forward  ]")
        self._now = QPushButton("Now")
        self._now.setToolTip("Return to the present  Backspace")
        self._moment, self._said = QLabel(), QLabel()
        self._said.setProperty("kind", "quiet")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._span = _choice("How far back the slider reaches", [(span.word, span) for span in SPANS])
        self._speed = _choice("Speed of the replay", [(f"{speed:,}×", speed) for speed in SPEEDS])
        self._close = IconButton(theme, "close", "Close time travel and return to the present")
        self._marked: tuple[object, ...] | None = None
        self._tools = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._arrange()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def open(self) -> bool:
        """Whether the bar is wanted, also while the pane around it is hidden."""
        return not self.isHidden()

    @property
    def words(self) -> str:
        """What is said: the moment, and what is known of it."""
        return f"{self._moment.text()} · {self._said.text()}"

    def add_tool(self, widget: QWidget) -> None:
        """Put another tool before the button that closes the bar."""
        self._tools.addWidget(widget)

    def add_below(self, widget: QWidget) -> None:
        """Put *widget* below the bar's rows."""
        self._column.addWidget(widget)

    def show_journey(self, journey: Journey, moment: str, tip: str, said: str) -> None:
        """Show *journey*; *moment* and *tip* word its moment, *said* what is known of it."""
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(journey.length)
            self.slider.setSingleStep(max(1, journey.length * ARROW // 1000))
            self.slider.setPageStep(max(1, journey.length * PAGE // 1000))
            if not self.slider.isSliderDown():
                self.slider.setValue(journey.seconds)
        marked = (journey.calls, journey.span, journey.now)
        if self._marked is None or any(one is not other for one, other in zip(marked, self._marked, strict=True)):
            self._marked = marked
            self.slider.show_ticks(journey.ticks())
        self.slider.setAccessibleDescription(moment)
        for widget in (self._moment, self.slider):
            widget.setToolTip(tip)
        self._moment.setText(moment)
        self._said.setText(said)
        self._said.setToolTip(said)
        glyph = "pause" if journey.playing else "play"
        self._play.show_glyph(glyph, f"{glyph.capitalize()}  Space")
        self._now.setEnabled(journey.past)
        self._forward.setEnabled(journey.past)
        with QSignalBlocker(self._span), QSignalBlocker(self._speed):
            self._span.setCurrentIndex(SPANS.index(journey.span))
            self._speed.setCurrentIndex(SPEEDS.index(journey.speed))

    def _arrange(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for widget in (self._back, self._play, self._forward):
            upper.addWidget(widget)
        upper.addWidget(self.slider, 1)
        upper.addWidget(self._now)
        lower.addWidget(self._moment)
        lower.addWidget(self._said, 1)
        lower.addWidget(self._span)
        lower.addWidget(self._speed)
        lower.addLayout(self._tools)
        lower.addWidget(self._close)
        column = self._column
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(4)
        for row in (upper, lower):
            row.setSpacing(6)
            column.addLayout(row)
        lower.setSpacing(10)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self.sought)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._forward.clicked.connect(lambda: self.stepped.emit(1))
        self._play.clicked.connect(self.play_toggled)
        self._now.clicked.connect(self.now_wanted)
        self._close.clicked.connect(self.closed)
        self._span.activated.connect(lambda row: self.span_chosen.emit(SPANS[row]))
        self._speed.activated.connect(lambda row: self.speed_chosen.emit(SPEEDS[row]))

    def _dress(self) -> None:
        self._moment.setFont(self._theme.font("strong"))
        self._said.setFont(self._theme.font("small"))


def _choice(name: str, rows: list[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for words, value in rows:
        box.addItem(words, value)
    return box
