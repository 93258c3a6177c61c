"""The choice of a span, and what else can be done with a history."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from heyzack_console.presentation.inspector.trend import SPANS


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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._build_spans())
        row.addWidget(self._build_more())
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
        more.setAccessibleName("More about the history")
        more.setToolTip("Range, comparison, files")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addAction("Range and comparison…").triggered.connect(self.options_wanted)
        menu.addAction("Save as CSV…").triggered.connect(lambda: self.export_wanted.emit("csv"))
        menu.addAction("Save as Parquet…").triggered.connect(lambda: self.export_wanted.emit("parquet"))
        more.setMenu(menu)
        return more
