"""Small widgets that the inspector is built of."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.inspector.sections import AlertCard, Hero

PLATE = 40


class Plate(QWidget):
    """The glyph of the device's kind on a rounded plate."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._glyph = ""
        self.setFixedSize(QSize(PLATE, PLATE))
        theme.changed.connect(self.update)

    def show_glyph(self, glyph: str) -> None:
        """Show an icon by its token."""
        self._glyph = glyph
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("chip"))
        painter.drawRoundedRect(plate, 8, 8)
        if self._glyph:
            self._theme.icons.paint(painter, self._glyph, plate.adjusted(9, 9, -9, -9), self._theme.color("ink"))


class AlertCardView(QWidget):
    """One alert of the device: mark, condition, state, and what to do."""

    def __init__(self, theme: Theme, markers: Markers) -> None:
        super().__init__()
        self._theme = theme
        self._markers = markers
        self._card: AlertCard | None = None
        self._title = QLabel()
        self._text = QLabel()
        self._guidance = QLabel()
        for label in (self._title, self._text, self._guidance):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setProperty("kind", "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(52, 9, 12, 9)
        column.setSpacing(2)
        for label in (self._title, self._text, self._guidance):
            column.addWidget(label)
        theme.flash.ticked.connect(self.update)
        theme.changed.connect(self._dress)
        self._dress()

    def show_card(self, card: AlertCard, guidance: str) -> None:
        """Show an alert."""
        self._card = card
        self._title.setText(card.title)
        self._text.setText(card.text)
        self._guidance.setText(guidance)
        self._guidance.setVisible(bool(guidance))
        self.setAccessibleName(f"P{card.mark.priority} {card.title}. {card.text}. {guidance}")
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._card is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(self._card.edge), 1.2))
        painter.setBrush(self._theme.color(self._card.tint))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        mark = self._card.mark
        size = self._theme.gap("mark_drawer")
        lit = self._theme.flash.lit_for(mark.state)
        sprite = self._markers.mark(mark.priority, mark.state, size, lit, self.devicePixelRatioF())
        side = sprite.deviceIndependentSize().width()
        painter.drawPixmap(round(27 - side / 2), round(min(30.0, self.height() / 2) - side / 2), sprite)

    def _dress(self) -> None:
        self._title.setFont(self._theme.font("strong"))
        self._text.setFont(self._theme.font("small"))
        self._guidance.setFont(self._theme.font("small"))


class HeroView(QWidget):
    """The device's main value in large, with its limit and age beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._hero: Hero | None = None
        self._figure = QLabel()
        self._unit = QLabel()
        self._beside = QLabel()
        self._beside.setProperty("kind", "second")
        self._beside.setWordWrap(True)
        self._beside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addSpacing(8)
        row.addWidget(self._beside, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def show_hero(self, hero: Hero | None) -> None:
        """Show the value, or nothing before there is one."""
        self.setVisible(hero is not None)
        if hero is None or hero == self._hero:
            return
        self._hero = hero
        self._figure.setText(hero.figure)
        self._unit.setText(hero.unit)
        self._beside.setText("\n".join(hero.beside))
        self._ink()

    def _dress(self) -> None:
        self._figure.setFont(self._theme.font("figure"))
        self._unit.setFont(self._theme.font("lead"))
        self._beside.setFont(self._theme.font("small"))
        self._ink()

    def _ink(self) -> None:
        if self._hero is not None:
            tint(self._figure, self._theme.color(self._hero.ink))
            tint(self._unit, self._theme.color(self._hero.ink))


class Section(QWidget):
    """A head and what stands below it."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = QLabel(title)
        self._title.setProperty("kind", "second")
        self._aside = QLabel()
        self._aside.setProperty("kind", "quiet")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._aside)
        self.head = head
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self.body)
        theme.changed.connect(self._dress)
        self._dress()

    def say_aside(self, text: str) -> None:
        """Put a quiet word at the right of the head."""
        self._aside.setText(text)

    def _dress(self) -> None:
        self._title.setFont(self._theme.font("small", weight=600))
        self._aside.setFont(self._theme.font("small"))


W = TypeVar("W", bound=QWidget)


def fitted(box: QVBoxLayout, have: list[W], count: int, make: Callable[[], W]) -> None:
    """Bring *have*, the widgets in *box*, to *count*: make those that are missing, drop those too many."""
    while len(have) < count:
        have.append(make())
        box.addWidget(have[-1])
    while len(have) > count:
        gone = have.pop()
        box.removeWidget(gone)
        gone.deleteLater()


def tint(label: QLabel, colour: QColor) -> None:
    """Give a label's text a colour."""
    palette = label.palette()
    palette.setColor(label.foregroundRole(), colour)
    label.setPalette(palette)
