"""The filter of the calendar: words, and kinds of entry."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.calendar import CalendarKind
from heyzack_console.presentation.calendar.items import WORDS

FIELD_WIDTH = 140


class Sieve(QWidget):
    """Tells when something else is to be shown."""

    changed = Signal(str, object)
    """Carries the words and the kinds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kinds = frozenset(CalendarKind)
        self._field = QLineEdit()
        self._field.setPlaceholderText("Filter")
        self._field.setProperty("kind", "search")
        self._field.setAccessibleName("Filter entries")
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._tell)
        self._choice = QToolButton()
        self._choice.setMenu(self._build_menu())
        self._choice.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._choice.setAccessibleName("Which kinds are shown")
        self._choice.setToolTip("Which kinds are shown")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._field)
        row.addWidget(self._choice)
        theme.changed.connect(self._dress)
        self._dress()

    def look_for(self, text: str) -> None:
        """Filter for *text*, as if it had been typed."""
        self._field.setText(text)

    def take_keyboard(self) -> None:
        """Give the keyboard to the field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def clear(self) -> None:
        """Show everything."""
        for action in self._choice.menu().actions():
            action.setChecked(True)
        self._field.clear()

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind, words in WORDS.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(lambda on, kind=kind: self._show_kind(kind, shown=on))
        return menu

    def _show_kind(self, kind: CalendarKind, *, shown: bool) -> None:
        self._kinds = self._kinds | {kind} if shown else self._kinds - {kind}
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self._field.text(), self._kinds)

    def _dress(self) -> None:
        self._field.setFixedWidth(self._theme.px(FIELD_WIDTH))
        self._choice.setIcon(self._theme.icon("filter"))
