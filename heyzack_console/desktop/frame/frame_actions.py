"""What the frame itself can do: perspectives, panes, palette, help, settings, sound, undo."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.frame.key_help import KeyHelp
from heyzack_console.desktop.frame.look_keeper import LookKeeper
from heyzack_console.desktop.frame.main_window import MainWindow
from heyzack_console.desktop.frame.preferences import Preferences
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.sound import AlertSound
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.actions import WINDOW, Action, Work
from heyzack_console.presentation.frame.keys import key_sections
from heyzack_console.presentation.frame.look import ThemeChoice, with_theme
from heyzack_console.presentation.frame.palette import COMMANDS, DEVICES, HelpEntry, Hit
from heyzack_console.presentation.frame.perspectives import PERSPECTIVES
from heyzack_console.presentation.selection import Selection

KEYS_PAGE = "keys"
ABOUT_PAGE = "about"
ABOUT = "help.about"
"""The action that whoever knows the versions declares."""
HELP_PAGES = (HelpEntry(KEYS_PAGE, "Which keys are there?"), HelpEntry(ABOUT_PAGE, "Which version is this?"))
PANES_WITH_KEYS = ("map", "alerts", "incident", "calendar", "devices", "inspector", "cloud")
"""Ctrl+1 to Ctrl+4 are the same in every operator console; the numbers of panes that are not here stay free."""
OPENS_PANE = {
    "unacknowledged": "alerts",
    "hidden": "alerts",
    "lan": "devices",
    "cloud": "cloud",
    "data": "devices",
    "unsent": "inspector",
}


class FrameActions(QObject):
    """Declares the frame's actions, and does what header, rail and palette ask for."""

    def __init__(
        self,
        window: MainWindow,
        binding: ActionBinding,
        board: SelectionBoard,
        sound: AlertSound,
        keeper: LookKeeper,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._binding = binding
        self._board = board
        self._sound = sound
        self._keeper = keeper
        self._theme = theme
        self._buttons = {
            "palette": self.find,
            "site": self.find,
            "settings": self.settings,
            "user": self.settings,
            "help": self.help,
            "clock": self.help,
            "sound": sound.toggle_mute,
        }
        window.asked.connect(self._asked)
        window.command_palette.chosen.connect(self._chosen)
        board.wanted.connect(self._show_in)

    def bind(self) -> None:
        """Declare the frame's actions, after all panes declared theirs, and give every action its keys and menu."""
        for action in self._declared():
            self._binding.registry.add(action)
        self._binding.bind(WINDOW, self._window)
        for pane in self._window.panes:
            self._binding.bind(pane.name, pane)
        for title, actions in self._binding.registry.menus().items():
            names = tuple(action.id for action in actions)
            self._binding.menu(self._window.menuBar().addMenu(title), names)

    def find(self) -> None:
        """Open the command palette."""
        self._window.command_palette.open()

    def help(self) -> None:
        """Show the keys."""
        titles = {pane.name: pane.title for pane in self._window.panes}
        self._open(KeyHelp(self._theme, key_sections(self._binding.registry, titles), self._window))

    def settings(self) -> None:
        """Show the settings of look and sound."""
        dialog = Preferences(self._theme, self._keeper.wear, self._window)
        self._keeper.refused.connect(dialog.say)
        self._open(dialog)

    def switch_theme(self) -> None:
        """Go from dark to light or back, whatever the desktop does."""
        choice = ThemeChoice.LIGHT if self._theme.name == "dark" else ThemeChoice.DARK
        self._keeper.wear(with_theme(self._theme.look, choice))

    def full_screen(self) -> None:
        """Fill the screen, or go back."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _declared(self) -> Iterator[Action]:
        for known in PERSPECTIVES:
            yield self._action(f"view.{known.id}", known.title, partial(self._window.arrangement.open, known.id))
        there = {pane.name: pane.title for pane in self._window.panes}
        for number, name in enumerate(PANES_WITH_KEYS, start=1):
            if name in there:
                to = partial(self._window.docks.bring, name)
                yield self._action(f"view.pane.{name}", f"Go to {there[name].lower()}", to, f"Ctrl+{number}")
        focus = self._window.focus
        yield self._action("view.next_pane", "Next pane", partial(focus.walk, 1), "F6")
        yield self._action("view.previous_pane", "Previous pane", partial(focus.walk, -1), "Shift+F6")
        yield self._action("view.reset", "Put the panes back", self._window.arrangement.reset)
        yield self._action("view.theme", "Switch dark and light", self.switch_theme, "Ctrl+Shift+L")
        yield self._action("view.full_screen", "Full screen", self.full_screen, "F11")
        yield Action(
            "sound.mute",
            "Silence alerts",
            _at_once(self._sound.toggle_mute),
            "M",
            menu="Console",
            icon="silenced",
            checked=lambda: self._sound.muted,
        )
        yield self._action("edit.undo", "Undo", self._window.undo, "Ctrl+Z", "Console", "undo")
        yield self._action("console.find", "Find", self.find, "Ctrl+K", "Console", "search")
        yield self._action("console.settings", "Settings", self.settings, "Ctrl+,", "Console", "settings")
        yield self._action("console.quit", "Quit", self._window.close, "Ctrl+Q", "Console", "quit")
        yield Action("help.keys", "Keys", _at_once(self.help), "F1", menu="Help", icon="help", also="?")

    def _action(
        self,
        name: str,
        title: str,
        do: Callable[[], object],
        shortcut: str = "",
        menu: str = "View",
        icon: str = "overview",
    ) -> Action:
        return Action(name, title, _at_once(do), shortcut, menu=menu, icon=icon)

    def _asked(self, name: str) -> None:
        if name in self._buttons:
            self._buttons[name]()
        elif name in OPENS_PANE:
            self._window.docks.bring(OPENS_PANE[name])
        else:
            self._window.arrangement.open(name)

    def _chosen(self, hit: Hit) -> None:
        if hit.group == DEVICES:
            self._board.choose(Selection(devices=(DeviceId(hit.key),)))
            self._window.docks.bring("inspector")
        elif hit.group == COMMANDS:
            self._binding.run(hit.key)
        elif hit.key == ABOUT_PAGE:
            self._binding.run(ABOUT)
        else:
            self.help()

    def _show_in(self, name: str) -> None:
        self._window.docks.bring(name)
        dock = self._window.docks.dock(name)
        if dock is not None:
            dock.pane.shown.emit()


def _at_once(do: Callable[[], object]) -> Work:
    def work(_selection: Selection) -> None:
        do()

    return work
