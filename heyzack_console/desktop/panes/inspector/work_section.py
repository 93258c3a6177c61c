"""What was done to the device and what happened to it, on demand; and its passport."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from heyzack_console.desktop.panes.inspector.parts import fitted, tint
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.inspector.work import WorkLine


class WorkRow(QWidget):
    """One event: when, what, who."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._when, self._what, self._who = QLabel(), QLabel(), QLabel()
        for label in (self._what, self._who):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._what.setWordWrap(True)
        self._what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 3, 0, 3)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._when, 0, 0)
        grid.addWidget(self._who, 0, 1)
        grid.addWidget(self._what, 1, 0, 1, 2)
        theme.changed.connect(self._dress)
        self._dress()

    def show_line(self, line: WorkLine) -> None:
        """Show an event."""
        self._when.setText(line.when)
        self._what.setText(line.what)
        self._who.setText(line.who)
        self.setAccessibleName(f"{line.when}: {line.what}. {line.who}".strip(" ."))

    def _dress(self) -> None:
        for label in (self._when, self._what, self._who):
            label.setFont(self._theme.font("small"))
        for label in (self._when, self._who):
            tint(label, self._theme.color("ink3"))


class WorkSection(QWidget):
    """Asks for the events once it is opened.

    Args:
        wanted: asks for the events of the device that is shown.
        passport_wanted: lets the passport be saved.
    """

    def __init__(self, theme: Theme, wanted: Callable[[], None], passport_wanted: Callable[[], None]) -> None:
        super().__init__()
        self._wanted = wanted
        self._button = QPushButton("Show work history")
        self._button.setProperty("kind", "link")
        self._button.setCheckable(True)
        self._button.toggled.connect(self._toggled)
        passport = QPushButton("Save passport…")
        passport.setProperty("kind", "link")
        passport.setToolTip("Identity, place, data points, health, alerts and orders as a PDF")
        passport.clicked.connect(passport_wanted)
        self._nothing = QLabel("Nothing is recorded yet.")
        self._nothing.setProperty("kind", "quiet")
        self._nothing.hide()
        self._rows: list[WorkRow] = []
        self._make = lambda: WorkRow(theme)
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        links = QHBoxLayout()
        links.addWidget(self._button)
        links.addWidget(passport)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(links)
        column.addWidget(self._nothing)
        column.addLayout(self._box)

    def close_up(self) -> None:
        """Another device is shown: its events are asked for when they are wanted."""
        self._button.setChecked(False)

    def show_lines(self, lines: Sequence[WorkLine]) -> None:
        """Show the events that were asked for."""
        shown = lines if self._button.isChecked() else ()
        fitted(self._box, self._rows, len(shown), self._make)
        for row, line in zip(self._rows, shown, strict=True):
            row.show_line(line)
        self._nothing.setVisible(self._button.isChecked() and not shown)

    def _toggled(self, shown: bool) -> None:
        self._button.setText("Hide work history" if shown else "Show work history")
        if shown:
            self._wanted()
        else:
            self.show_lines(())
