"""The identities that call most, each with what to change."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.kpi.page import CallerRow

NOTHING = "No alert called."
NO_ADVICE = "look at the device"


class CallerList(QWidget):
    """Name, condition, count and advice in two lines a row; the name leads to the device."""

    def __init__(self, theme: Theme, lead_to: Callable[[DeviceId], None]) -> None:
        super().__init__()
        self._theme = theme
        self._lead_to = lead_to
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._rows: tuple[CallerRow, ...] = ()
        theme.changed.connect(self._fill)

    def show_callers(self, rows: tuple[CallerRow, ...]) -> None:
        """Show *rows*, the most frequent first."""
        if rows != self._rows or not self._grid.count():
            self._rows = rows
            self._fill()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not self._rows:
            self._grid.addWidget(self._label(NOTHING, "quiet"), 0, 0)
        for number, row in enumerate(self._rows):
            self._add(number * 2, row)

    def _add(self, line: int, row: CallerRow) -> None:
        name = QPushButton(row.name)
        name.setProperty("kind", "link")
        name.setFont(self._theme.font("body"))
        name.setAccessibleName(f"Show {row.name}, {row.condition}, {row.count} alerts")
        name.clicked.connect(lambda: self._lead_to(row.device))
        self._grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignLeft)
        count = self._label(f"{row.count} ({row.share * 100:.0f} %)", "")
        self._grid.addWidget(count, line, 1, Qt.AlignmentFlag.AlignRight)
        said = " · ".join(text for text in (row.condition, row.habit, row.advice or NO_ADVICE) if text)
        words = self._label(said, "second")
        words.setWordWrap(True)
        words.setContentsMargins(6, 0, 0, 6)
        self._grid.addWidget(words, line + 1, 0, 1, 2)

    def _label(self, text: str, kind: str) -> QLabel:
        label = QLabel(text)
        label.setFont(self._theme.font("small"))
        if kind:
            label.setProperty("kind", kind)
        return label
