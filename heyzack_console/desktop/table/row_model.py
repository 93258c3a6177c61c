"""Qt's view of a table's source: it decides nothing and words only the lines that are painted."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from heyzack_console.presentation.tables import Row, RowSource

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""Answers with the finished Row."""
_NOWHERE = QModelIndex()
_WIDEST = 500


class RowModel(QAbstractTableModel):
    """Shows the lines of *source*; whoever changes the source wraps it in `rearranging`, or calls `refresh`."""

    def __init__(self, source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self._count = len(source)
        self._row = -1
        self._line: Row | None = None

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.source.columns)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self._count:
            return None
        if role == ROW:
            return self._line_at(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(self._line_at(index.row()), index.column(), role)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.source.columns):
            return None
        column = self.source.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._line_at(index.row()).head:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def before(self) -> tuple[list[QModelIndex], list[str]]:
        """Announce that lines will come, go or move; hand the answer to `after`."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        return held, [self.source.key(index.row()) for index in held]

    def after(self, before: tuple[list[QModelIndex], list[str]]) -> None:
        """The source has changed: what was selected stays selected, wherever it stands now."""
        held, keys = before
        self._count = len(self.source)
        self.refresh()
        for index, key in zip(held, keys, strict=True):
            row = self.source.position(key)
            moved = QModelIndex() if row is None else self.index(row, index.column())
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def refresh(self) -> None:
        """The lines stay, their words may have changed."""
        self._row, self._line = -1, None

    def line(self, row: int) -> Row:
        """The finished line at *row*."""
        return self._line_at(row)

    def as_text(self, rows: list[int]) -> str:
        """The lines *rows* as tab-separated text with the titles on top, for the clipboard and for files."""
        titles = [column.title or column.name.capitalize() for column in self.source.columns]
        lines = [[self._text(self.line(row), n, 0) or "" for n in range(len(titles))] for row in rows]
        return "\n".join("\t".join(cells) for cells in (titles, *lines))

    def _line_at(self, row: int) -> Row:
        # One line is asked for cell by cell: it is worded once.
        if row != self._row or self._line is None:
            self._row, self._line = row, self.source.row(row)
        return self._line

    def _text(self, line: Row, column: int, role: int) -> str | None:
        if line.head:
            return f"{line.head}, {line.count}" if column == 0 else None
        cell = line.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (cell.tip or cell.text)[:_WIDEST] or None
        if cell.mark is not None and not cell.text:
            return f"P{cell.mark.priority} {cell.mark.state.replace('_', ' ')}"
        return cell.text
