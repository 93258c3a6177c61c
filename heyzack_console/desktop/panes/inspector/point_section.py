"""All data points of the device: those that belong together in panels, the rest as rows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from heyzack_console.desktop.panes.inspector.parts import Section, fitted
from heyzack_console.desktop.panes.inspector.point_rows import PanelCard, PointRow, RowWishes
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.inspector.panels import Panel
from heyzack_console.presentation.inspector.sections import PointLine


class PointSection(QWidget):
    """Shows every line once: in its panel, else in the list."""

    def __init__(self, theme: Theme, wishes: RowWishes) -> None:
        super().__init__()
        self._cards: list[PanelCard] = []
        self._rows: list[PointRow] = []
        self._make_card = lambda: PanelCard(theme, wishes)
        self._make_row = lambda: PointRow(theme, wishes)
        self._panels = QVBoxLayout()
        self._panels.setSpacing(8)
        self._list = Section(theme, "Data points")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._panels)
        column.addWidget(self._list)

    def show_lines(self, panels: Sequence[Panel], lines: Sequence[PointLine]) -> None:
        """Show *panels* and, below them, the lines that stand in none."""
        by_code = {line.code: line for line in lines}
        fitted(self._panels, self._cards, len(panels), self._make_card)
        for card, panel in zip(self._cards, panels, strict=True):
            card.show_panel(panel, [by_code[code] for code in panel.codes if code in by_code])
        taken = {code for panel in panels for code in panel.codes}
        rest = [line for line in lines if line.code not in taken]
        fitted(self._list.body, self._rows, len(rest), self._make_row)
        for row, line in zip(self._rows, rest, strict=True):
            row.show_line(line)
        self._list.setVisible(bool(rest))

    def restore(self) -> None:
        """Put every control back to the value as it stands: nothing was sent."""
        for card in self._cards:
            card.restore()
        for row in self._rows:
            row.restore()
