"""The inspector's lines for paths, orders and frames."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from heyzack_console.desktop.panes.inspector.parts import Section, fitted, tint
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.health import FrameRecord
from heyzack_console.domain.orders import OrderId
from heyzack_console.presentation.inspector.sections import OrderLine, PathLine
from heyzack_console.presentation.site_time import SiteTime

OFFERS = {"key": "Enter key…", "release": "Release session", "resume": "Take session back"}
OFFER_TIPS = {
    "key": "Store the device's local key and connect with it",
    "release": "Close the connection so that another program can use the device's only slot",
    "resume": "Connect again",
}
FRAME_LINES = 9


class PathRow(QWidget):
    """One path: glyph, address, state, latency, and the advice below while something is wrong."""

    def __init__(self, theme: Theme, act: Callable[[str], None]) -> None:
        super().__init__()
        self._theme = theme
        self._act = act
        self._line: PathLine | None = None
        self._glyph, self._title, self._state, self._detail, self._advice = (QLabel() for _ in range(5))
        self._button = QPushButton()
        self._button.setProperty("kind", "link")
        self._button.clicked.connect(self._clicked)
        for label in (self._title, self._state, self._advice):
            label.setWordWrap(True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        for column, label in enumerate((self._glyph, self._title, self._state, self._detail)):
            grid.addWidget(label, 0, column)
        grid.addWidget(self._advice, 1, 1, 1, 3)
        grid.addWidget(self._button, 2, 1, 1, 3, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._dress)

    def show_line(self, line: PathLine) -> None:
        """Show a path."""
        if line == self._line:
            return
        self._line = line
        self._title.setText(line.title)
        self._state.setText(line.state)
        self._detail.setText(line.detail)
        self._advice.setText(line.advice)
        self._advice.setVisible(bool(line.advice))
        offer = line.offers[0] if line.offers else ""
        self._button.setVisible(bool(offer))
        self._button.setText(OFFERS.get(offer, ""))
        self._button.setToolTip(OFFER_TIPS.get(offer, ""))
        self.setAccessibleName(f"{line.title} {line.state}. {line.advice}")
        self._dress()

    def _clicked(self) -> None:
        if self._line is not None and self._line.offers:
            self._act(self._line.offers[0])

    def _dress(self) -> None:
        if self._line is None:
            return
        for label in (self._title, self._advice):
            label.setFont(self._theme.font("body"))
        for label in (self._state, self._detail):
            label.setFont(self._theme.font("small"))
        self._glyph.setPixmap(self._theme.glyph(self._line.glyph, self._line.ink, self._theme.px(16), 1.0))
        tint(self._state, self._theme.color(self._line.ink))
        tint(self._detail, self._theme.color("ink3"))
        tint(self._advice, self._theme.color("ink2"))


class OrderRow(QWidget):
    """One order: when, what, who, how it ended."""

    def __init__(self, theme: Theme, cancel: Callable[[OrderId], None]) -> None:
        super().__init__()
        self._theme = theme
        self._line: OrderLine | None = None
        self._time, self._text, self._result = QLabel(), QLabel(), QLabel()
        self._button = QPushButton("Cancel")
        self._button.setProperty("kind", "link")
        self._button.setToolTip("Take the order out of the outbox; it has not been sent")
        self._button.clicked.connect(lambda: cancel(self._line.order) if self._line is not None else None)
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(10)
        row.addWidget(self._time, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._result, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._dress)

    def show_line(self, line: OrderLine) -> None:
        """Show an order."""
        if line == self._line:
            return
        self._line = line
        self._time.setText(line.time)
        self._text.setText(line.text)
        self._result.setText(line.result)
        self._button.setVisible(line.waits)
        self.setToolTip(line.tip)
        self._dress()

    def _dress(self) -> None:
        if self._line is None:
            return
        self._time.setFont(self._theme.font("small"))
        self._text.setFont(self._theme.font("small"))
        self._result.setFont(self._theme.font("small", weight=500))
        tint(self._time, self._theme.color("ink3"))
        tint(self._result, self._theme.color(self._line.ink))


class PathSection(Section):
    """All paths of the device."""

    def __init__(self, theme: Theme, act: Callable[[str], None]) -> None:
        super().__init__(theme, "Paths")
        self._rows: list[PathRow] = []
        self._make = lambda: PathRow(theme, act)

    def show_lines(self, lines: tuple[PathLine, ...]) -> None:
        """Show one row a path."""
        fitted(self.body, self._rows, len(lines), self._make)
        for row, line in zip(self._rows, lines, strict=True):
            row.show_line(line)


class OrderSection(Section):
    """The newest orders; hidden while there are none."""

    def __init__(self, theme: Theme, cancel: Callable[[OrderId], None]) -> None:
        super().__init__(theme, "Recent orders")
        self._rows: list[OrderRow] = []
        self._make = lambda: OrderRow(theme, cancel)

    def show_lines(self, lines: tuple[OrderLine, ...]) -> None:
        """Show one row an order."""
        self.setVisible(bool(lines))
        fitted(self.body, self._rows, len(lines), self._make)
        for row, line in zip(self._rows, lines, strict=True):
            row.show_line(line)


class FrameSection(QWidget):
    """Decoded frames of the LAN session, on demand; keys are hidden before they get here."""

    def __init__(self, theme: Theme, times: SiteTime, wanted: Callable[[], None]) -> None:
        super().__init__()
        self._theme = theme
        self._times = times
        self._button = QPushButton("Show frames")
        self._button.setProperty("kind", "link")
        self._button.setCheckable(True)
        self._button.toggled.connect(self._toggled)
        self._wanted = wanted
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setAccessibleName("Recent frames")
        self._text.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._text)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def open(self) -> bool:
        """Whether the frames are shown now."""
        return self._button.isChecked()

    def show_frames(self, frames: tuple[FrameRecord, ...]) -> None:
        """Show the newest at the foot."""
        zone = self._times.zone()
        lines = [
            f"{f.at.astimezone(zone):%H:%M:%S.%f}"[:-3]
            + f" {'→' if f.sent else '←'} {f.command} #{f.sequence}  {f.text}"
            for f in frames
        ]
        text = "\n".join(lines) or "No frame yet."
        if text != self._text.toPlainText():
            self._text.setPlainText(text)
            self._text.verticalScrollBar().setValue(self._text.verticalScrollBar().maximum())

    def _toggled(self, shown: bool) -> None:
        self._button.setText("Hide frames" if shown else "Show frames")
        self._text.setVisible(shown)
        if shown:
            self._wanted()

    def _dress(self) -> None:
        self._text.setFont(self._theme.font("mono"))
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * FRAME_LINES + 12)
