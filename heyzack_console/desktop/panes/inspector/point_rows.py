"""One data point as a row: name, value, age, and its control where it can be set."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.inspector.controls.making import Wishes, made
from heyzack_console.desktop.panes.inspector.controls.view import ControlView
from heyzack_console.desktop.panes.inspector.parts import fitted, tint
from heyzack_console.desktop.theme.hatch import hatch
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.points import Value
from heyzack_console.presentation.inspector.controls import Control
from heyzack_console.presentation.inspector.panels import Panel
from heyzack_console.presentation.inspector.sections import PointLine


@dataclass(frozen=True, slots=True)
class RowWishes:
    """What a row asks for. *order* takes code, new value, and the present value in words; *ask* opens a dialog."""

    order: Callable[[str, Value, str], None]
    ask: Callable[[Control, Value, str], None]


class PointRow(QWidget):
    """Shows a point's line; its control sends an order when a person lets go of it."""

    def __init__(self, theme: Theme, wishes: RowWishes) -> None:
        super().__init__()
        self._theme = theme
        self._wishes = wishes
        self._line: PointLine | None = None
        self._made_for: Control | None = None
        self._control: ControlView | None = None
        self._name, self._value, self._age, self._glass, self._verdict = (QLabel() for _ in range(5))
        for label in (self._name, self._value, self._verdict):
            label.setWordWrap(True)
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
        self._grid.addWidget(self._verdict, 2, 0, 1, 5)
        theme.changed.connect(self._dress)

    def show_line(self, line: PointLine) -> None:
        """Show a point; while its control is being moved, the control is left alone."""
        if line == self._line:
            return
        self._line = line
        self._name.setText(line.name)
        self._name.setToolTip(f"{line.code}\n{line.note}".strip())
        self._value.setText(line.value)
        self._value.setToolTip(line.whole)
        self._age.setText(line.age)
        said = line.verdict.text if line.verdict else ""
        self._verdict.setText(said)
        self._verdict.setVisible(bool(said))
        self.setAccessibleName(f"{line.name} {line.value}, {line.age}. {said}".strip(" .,"))
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
            self._grid.removeWidget(self._control.widget)
            self._control.widget.deleteLater()
            self._control = None
        self._made_for = control
        if control is None:
            return
        self._control = made(self._theme, control, Wishes(self._send, self._ask, self._value.setText))
        if self._control.wide:
            self._grid.addWidget(self._control.widget, 1, 0, 1, 5)
        else:
            self._grid.addWidget(self._control.widget, 0, 4)

    def _send(self, value: Value) -> None:
        if self._made_for is not None and self._line is not None:
            self._wishes.order(self._made_for.code, value, self._line.value)

    def _ask(self, value: Value) -> None:
        if self._made_for is not None and self._line is not None:
            self._wishes.ask(self._made_for, value, self._line.value)

    def _follow(self) -> None:
        """Let the control show the value as it stands."""
        if self._line is None:
            return
        self._value.setText(self._line.value)
        if self._control is not None:
            self._control.show_value(self._line.reading.value if self._line.reading else None)

    def _dress(self) -> None:
        if self._line is None:
            return
        self._name.setFont(self._theme.font("body"))
        self._value.setFont(self._theme.font("strong" if not self._line.stale else "body"))
        for label in (self._age, self._verdict):
            label.setFont(self._theme.font("small"))
        self._age.setMinimumWidth(self._theme.px(44))
        tint(self._value, self._theme.color(self._line.ink))
        tint(self._age, self._theme.color(self._line.age_ink))
        if self._line.verdict is not None:
            tint(self._verdict, self._theme.color(self._line.verdict.ink))
        glyph = self._theme.glyph("assumed", "caution", self._theme.px(14), self.devicePixelRatioF())
        self._glass.setVisible(self._line.assumed)
        self._glass.setPixmap(glyph)
        self._glass.setToolTip("Ordered, not confirmed yet")
        self.update()


class PanelCard(QFrame):
    """Points that belong together in one block, under a line that says how things stand."""

    def __init__(self, theme: Theme, wishes: RowWishes) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "notice")
        self._title, self._headline = QLabel(), QLabel()
        self._headline.setWordWrap(True)
        self._rows: list[PointRow] = []
        self._make = lambda: PointRow(theme, wishes)
        self._body = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._headline)
        column.addLayout(self._body)
        theme.changed.connect(self._dress)
        self._dress()

    def show_panel(self, panel: Panel, lines: Sequence[PointLine]) -> None:
        """Show a panel with the lines of its points."""
        self._title.setText(panel.title)
        self._headline.setText(panel.headline)
        self.setAccessibleName(f"{panel.title}: {panel.headline}")
        fitted(self._body, self._rows, len(lines), self._make)
        for row, line in zip(self._rows, lines, strict=True):
            row.show_line(line)

    def restore(self) -> None:
        """Put the controls back to the values as they stand."""
        for row in self._rows:
            row.restore()

    def _dress(self) -> None:
        self._title.setFont(self._theme.font("small", weight=600))
        self._headline.setFont(self._theme.font("strong"))
