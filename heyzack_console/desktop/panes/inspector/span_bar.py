"""The choice of a span, and what else can be done with a history."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from heyzack_console.presentation.inspector.trend import SPANS

LEAVE_FIRST = (1, 4, 5, 3)
"""Numbers of the spans that a narrow pane leaves out, the first one first."""
FRAME, GAP = 14, 4


class SpanBar(QWidget):
    """Spans side by side; the last button opens the rest."""

    chosen = Signal(object)
    """A timedelta that ends now."""
    options_wanted = Signal()
    export_wanted = Signal(str)
    """``csv`` or ``parquet``."""

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._more = self._build_more()
        row.addWidget(self._build_spans())
        row.addWidget(self._more)
        row.addStretch(1)

    @property
    def span(self) -> timedelta:
        """The span that was chosen last."""
        return SPANS[max(0, self._group.checkedId())][1]

    def show_live(self, *, live: bool) -> None:
        """While another stretch of time is looked at, no span is down."""
        self._group.setExclusive(live)
        button = self._group.checkedButton()
        if not live and button is not None:
            button.setChecked(False)

    def choose(self, span: timedelta) -> None:
        """Put the button of *span* down."""
        self._group.setExclusive(True)
        for number, (_, length) in enumerate(SPANS):
            if length == span:
                self._group.button(number).setChecked(True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out spans for which there is no room; the last button's menu has them all."""
        buttons = [self._group.button(number) for number in range(len(SPANS))]
        room = self.width() - self._more.sizeHint().width() - GAP - FRAME
        shown = set(range(len(SPANS)))
        for number in LEAVE_FIRST:
            if sum(buttons[n].sizeHint().width() for n in shown) <= room:
                break
            if not buttons[number].isChecked():
                shown.discard(number)
        for number, button in enumerate(buttons):
            button.setVisible(number in shown)

    def _pick(self, number: int, span: timedelta) -> None:
        self._group.setExclusive(True)
        self._group.button(number).setChecked(True)
        self._fit()
        self.chosen.emit(span)

    def _build_spans(self) -> QWidget:
        segments = QWidget()
        segments.setProperty("kind", "segments")
        inner = QHBoxLayout(segments)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        for number, (word, span) in enumerate(SPANS):
            button = QToolButton()
            button.setText(word)
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setProperty("kind", "segment")
            button.setAccessibleName(f"Trend of {word}")
            button.clicked.connect(lambda _=False, s=span: self.chosen.emit(s))
            self._group.addButton(button, number)
            inner.addWidget(button)
        return segments

    def _build_more(self) -> QToolButton:
        more = QToolButton()
        more.setText("…")
        more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        more.setAccessibleName("More about the history")
        more.setToolTip("Range, comparison, files")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        for number, (word, span) in enumerate(SPANS):
            menu.addAction(f"The last {word}").triggered.connect(lambda _=False, n=number, s=span: self._pick(n, s))
        menu.addSeparator()
        menu.addAction("Range and comparison…").triggered.connect(self.options_wanted)
        menu.addAction("Save as CSV…").triggered.connect(lambda: self.export_wanted.emit("csv"))
        menu.addAction("Save as Parquet…").triggered.connect(lambda: self.export_wanted.emit("parquet"))
        more.setMenu(menu)
        return more
