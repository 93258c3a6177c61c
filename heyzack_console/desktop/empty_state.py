"""What a pane shows instead of its content: why it is empty and what to do."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme

SENTENCE_WIDTH = 300


class GlyphPlate(QWidget):
    """A glyph on a quiet round plate."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glyph = ""
        side = theme.gap("empty_plate")
        self.setFixedSize(QSize(side, side))
        theme.changed.connect(self.update)

    def show_glyph(self, glyph: str) -> None:
        """Show the icon *glyph* by its token name."""
        self._glyph = glyph
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("raised"))
        painter.drawEllipse(plate)
        third = plate.width() * 0.28
        if self._glyph:
            where = plate.adjusted(third, third, -third, -third)
            self._theme.icons.paint(painter, self._glyph, where, self._theme.color("ink2"))


class EmptyState(QWidget):
    """Glyph, title, sentence, at most one main action and one link."""

    acted = Signal()
    linked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._do: Callable[[], None] | None = None
        self._also: Callable[[], None] | None = None
        self._plate = GlyphPlate(theme)
        self._title = QLabel()
        self._sentence = QLabel()
        self._sentence.setProperty("kind", "second")
        self._sentence.setWordWrap(True)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._main = QPushButton()
        self._main.setProperty("kind", "primary")
        self._main.clicked.connect(self._act)
        self._link = QPushButton()
        self._link.setProperty("kind", "link")
        self._link.clicked.connect(self._follow)
        self._arrange()
        theme.changed.connect(self._dress)
        self._dress()

    def say(self, glyph: str, title: str, sentence: str) -> None:
        """Show the case without actions."""
        self._plate.show_glyph(glyph)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._fit()
        self.setAccessibleName(f"{title}. {sentence}")
        self.offer()
        self.suggest()

    def offer(self, word: str = "", do: Callable[[], None] | None = None) -> None:
        """Show the main action, or none."""
        self._do = do
        self._main.setText(word)
        self._main.setVisible(bool(word))

    def suggest(self, word: str = "", do: Callable[[], None] | None = None) -> None:
        """Show the link, or none."""
        self._also = do
        self._link.setText(word)
        self._link.setVisible(bool(word))

    @property
    def title(self) -> str:
        """The title that is shown."""
        return self._title.text()

    @override
    def minimumSizeHint(self) -> QSize:
        # A pane may be made smaller than its words; the words then lose the plate first.
        return QSize(0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        words = self._title.sizeHint().height() + self._sentence.height() + self._main.sizeHint().height()
        self._plate.setVisible(self.height() >= words + self._plate.height() + 56)
        super().resizeEvent(event)

    def _act(self) -> None:
        self.acted.emit()
        if self._do is not None:
            self._do()

    def _follow(self) -> None:
        self.linked.emit()
        if self._also is not None:
            self._also()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._main)
        buttons.addWidget(self._link)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._plate, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addLayout(buttons)
        column.addStretch(1)

    def _dress(self) -> None:
        self._title.setFont(self._theme.font("lead"))
        self._sentence.setFont(self._theme.font("body"))
        self._fit()

    def _fit(self) -> None:
        # A wrapped label that is centred by its layout asks for too little height.
        width = self._theme.px(SENTENCE_WIDTH)
        self._sentence.setFixedWidth(width)
        self._sentence.setFixedHeight(max(0, self._sentence.heightForWidth(width)))
