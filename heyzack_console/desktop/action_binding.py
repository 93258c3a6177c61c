"""Gives the declared actions their keys, menus and buttons; the only file that sets a shortcut."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.actions import WINDOW, Action, ActionRegistry
from heyzack_console.presentation.selection import Selection

TYPED_INTO = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


def typing() -> bool:
    """Tell whether the keyboard is in a field that takes letters."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QTextEdit | QPlainTextEdit) and focus.isReadOnly():
        return False
    return isinstance(focus, TYPED_INTO) or (isinstance(focus, QComboBox) and focus.isEditable())


class ActionButton(QPushButton):
    """A button with an action's word that is enabled when the action is."""

    def __init__(self, bound: QAction, *, primary: bool) -> None:
        super().__init__(bound.text())
        self._bound = bound
        self.setProperty("kind", "primary" if primary else "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click draws no focus frame
        self.clicked.connect(bound.trigger)
        bound.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._bound.text())
        self.setEnabled(self._bound.isEnabled())
        self.setToolTip(self._bound.toolTip())


class ActionBinding(QObject):
    """One QAction per declared action, enabled by the shared selection, run through the bridge."""

    def __init__(self, registry: ActionRegistry, board: SelectionBoard, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme)
        self.registry = registry
        self._board = board
        self._bridge = bridge
        self._theme = theme
        self._bound: dict[str, QAction] = {}
        board.changed.connect(self._follow_selection)
        theme.changed.connect(self._dress)

    def bind(self, scope: str, widget: QWidget) -> None:
        """Make the actions of *scope* act while the keyboard is in *widget*; those of WINDOW while it is active."""
        everywhere = scope == WINDOW
        context = Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
        for action in self.registry.scope(scope):
            bound = self.qaction(action.id)
            bound.setShortcutContext(context)
            widget.addAction(bound)

    def qaction(self, name: str) -> QAction:
        """Return Qt's action for the declared one called *name*, for menus and buttons."""
        if name not in self._bound:
            self._bound[name] = self._build(self.registry[name])
        return self._bound[name]

    def menu(self, menu: QMenu, names: tuple[str, ...]) -> QMenu:
        """Fill *menu* with the actions *names*; an empty name is a line between groups."""
        menu.setToolTipsVisible(True)
        for name in names:
            if name:
                menu.addAction(self.qaction(name))
            else:
                menu.addSeparator()
        return menu

    def tool(self, name: str) -> QToolButton:
        """Return an icon button for the action called *name*."""
        button = QToolButton()
        button.setDefaultAction(self.qaction(name))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAccessibleName(self.registry[name].title)
        return button

    def button(self, name: str, *, primary: bool = False) -> ActionButton:
        """Return a button with the word of the action called *name*; it follows what is enabled."""
        return ActionButton(self.qaction(name), primary=primary)

    def run(self, name: str) -> None:
        """Do the action called *name* with the present selection, if it is enabled."""
        action = self.registry[name]
        selection = self._board.selection
        if not action.enabled(selection):
            return
        work = action.handler(selection)
        if work is not None:
            self._bridge.start(work, action.id)

    def refresh(self) -> None:
        """Look again at what is enabled and checked, after something else than the selection changed."""
        self._follow_selection(self._board.selection)

    def _build(self, action: Action) -> QAction:
        bound = QAction(action.label, self)
        bound.setObjectName(action.id)
        bound.setCheckable(action.checked is not None)
        bound.setShortcuts([QKeySequence(spelling) for key in action.keys for spelling in _spellings(key)])
        bound.triggered.connect(self._runner(action))
        self._settle(bound, action, self._board.selection)
        self._dress_one(bound, action)
        return bound

    def _runner(self, action: Action) -> Callable[[], None]:
        plain = any(len(key) == 1 for key in action.keys)

        def run() -> None:
            if not (plain and typing()):
                self.run(action.id)

        return run

    def _follow_selection(self, selection: Selection) -> None:
        for name, bound in self._bound.items():
            self._settle(bound, self.registry[name], selection)

    def _settle(self, bound: QAction, action: Action, selection: Selection) -> None:
        enabled = action.enabled(selection)
        bound.setEnabled(enabled)
        if action.checked is not None:
            bound.setChecked(action.checked())
        key = f"  {action.shortcut}" if action.shortcut else ""
        bound.setToolTip(f"{action.title}{key}" if enabled or not action.why_not else action.why_not)

    def _dress(self) -> None:
        for name, bound in self._bound.items():
            self._dress_one(bound, self.registry[name])

    def _dress_one(self, bound: QAction, action: Action) -> None:
        if action.icon:
            bound.setIcon(self._theme.icon(action.icon))


def _spellings(key: str) -> tuple[str, ...]:
    # A sign such as the question mark needs Shift on many keyboards, and some platforms report it with the sign.
    return (key, f"Shift+{key}") if len(key) == 1 and not key.isalnum() else (key,)
