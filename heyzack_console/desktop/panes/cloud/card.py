"""The card of one cloud project."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.cloud import ProjectId
from heyzack_console.presentation.cloud.cards import CloudCard, Figure, Meter

BAR = 6
DEEDS = (
    ("sync", "Read now", "Read inventory and values now; costs a few calls"),
    ("import", "Import…", "Take the project's devices into the book"),
    ("plan", "Plan and quota…", "When the project's plan ends, and what it allows a month"),
    ("subscription", "Queue subscription…", "Which subscription of the message queue this console reads"),
    ("disconnect", "Disconnect…", "Stop using this project; devices and history stay"),
)
"""Name, word and tooltip of what can be done with a project."""


class MeterBar(QWidget):
    """A bar with a tick where background work stops."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._meter: Meter | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, BAR + 4)

    def show_meter(self, meter: Meter) -> None:
        """Show a meter."""
        self._meter = meter
        self.setAccessibleName(f"{meter.label}: {meter.text}")
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._meter is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 2, self.width(), BAR)
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(whole, 3, 3)
        painter.setBrush(self._theme.color("caution" if self._meter.loud else "ink3"))
        painter.drawRoundedRect(QRectF(0, 2, max(BAR, self.width() * self._meter.share), BAR), 3, 3)
        if self._meter.stop:
            painter.fillRect(QRectF(self.width() * self._meter.stop, 0, 1, BAR + 4), self._theme.color("ink2"))


class ProjectCard(QFrame):
    """Head, text, meters, figures, and what can be done."""

    def __init__(self, theme: Theme, act: Callable[[str, ProjectId], None]) -> None:
        super().__init__()
        self._theme = theme
        self._act = act
        self._card: CloudCard | None = None
        self._bars: list[tuple[QLabel, MeterBar]] = []
        self._facts: list[tuple[QLabel, QLabel]] = []
        self.setProperty("kind", "card")
        self._glyph, self._title, self._account, self._state, self._text = (QLabel() for _ in range(5))
        self._account.setProperty("kind", "quiet")
        self._text.setWordWrap(True)
        self._meters = QVBoxLayout()
        self._meters.setSpacing(2)
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(12)
        self._figures.setVerticalSpacing(4)
        self._figures.setColumnStretch(1, 1)
        self._build()
        theme.changed.connect(self._dress)

    def show_card(self, card: CloudCard) -> None:
        """Show a project."""
        if card == self._card:
            return
        self._card = card
        self._title.setText(card.title)
        self._account.setText(card.account)
        self._state.setText(card.state)
        self._text.setText(card.text)
        self._text.setVisible(bool(card.text))
        self.setAccessibleName(f"{card.title}, {card.account}. {card.state}. {card.text}")
        self._fill_meters(card.meters)
        self._fill_figures(card.figures)
        self._dress()

    def _fill_meters(self, meters: tuple[Meter, ...]) -> None:
        while len(self._bars) < len(meters):
            label, bar = QLabel(), MeterBar(self._theme)
            label.setWordWrap(True)
            self._meters.addWidget(label)
            self._meters.addWidget(bar)
            self._bars.append((label, bar))
        for (label, bar), meter in zip(self._bars, meters, strict=True):
            label.setText(f"{meter.label}: {meter.text}")
            bar.show_meter(meter)

    def _fill_figures(self, figures: tuple[Figure, ...]) -> None:
        while len(self._facts) < len(figures):
            row = len(self._facts)
            name, value = QLabel(), QLabel()
            self._figures.addWidget(name, row, 0)
            self._figures.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
            self._facts.append((name, value))
        for (name, value), figure in zip(self._facts, figures, strict=True):
            name.setText(figure.label)
            value.setText(figure.value)
            value.setToolTip(figure.tip)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._account)
        head.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        buttons = QGridLayout()
        buttons.setVerticalSpacing(0)
        for place, (name, word, tip) in enumerate(DEEDS):
            button = QPushButton(word)
            button.setProperty("kind", "link")
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, n=name: self._clicked(n))
            buttons.addWidget(button, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        buttons.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(8)
        for part in (head, self._meters, self._figures, buttons):
            column.addLayout(part)
        column.insertWidget(1, self._state)
        column.insertWidget(2, self._text)

    def _clicked(self, name: str) -> None:
        if self._card is not None:
            self._act(name, self._card.project)

    def _dress(self) -> None:
        if self._card is None:
            return
        theme = self._theme
        # Marking polishes a label, which puts an older font back: fonts come after it.
        theme.mark_kind(self._state, "caution" if self._card.ink == "caution" else "second")
        self._title.setFont(theme.font("lead"))
        for label in (self._account, self._state, *(label for label, _ in self._bars)):
            label.setFont(theme.font("small"))
        self._glyph.setPixmap(theme.glyph(self._card.glyph, self._card.ink, theme.px(22), self.devicePixelRatioF()))
        for (name, value), figure in zip(self._facts, self._card.figures, strict=True):
            theme.mark_kind(name, "quiet")
            theme.mark_kind(value, {"caution": "caution", "ink3": "quiet"}.get(figure.ink, ""))
            name.setFont(theme.font("small"))
            value.setFont(theme.font("small", weight=600))
