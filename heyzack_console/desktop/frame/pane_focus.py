"""Which pane has the keyboard: shows it, and walks from pane to pane."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from heyzack_console.desktop.frame.dock_area import DockArea
from heyzack_console.desktop.pane import Pane


class PaneFocus(QObject):
    """Draws the focus line of the pane that has the keyboard."""

    def __init__(self, app: QApplication, docks: DockArea) -> None:
        super().__init__(docks)
        self._docks = docks
        app.focusChanged.connect(self._follow)

    @property
    def pane(self) -> Pane | None:
        """The pane that has the keyboard."""
        return self._around(QApplication.focusWidget())

    def walk(self, step: int) -> None:
        """Give the keyboard to the next pane in reading order, or with *step* -1 to the one before."""
        panes = [dock.pane for dock in self._docks.in_order()]
        if not panes:
            return
        here = self.pane
        start = panes.index(here) if here in panes and here is not None else (-1 if step > 0 else 0)
        panes[(start + step) % len(panes)].enter()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        focused = self._around(now)
        for dock in self._docks.docks:
            dock.pane.bar.show_focus(focused=dock.pane is focused)

    def _around(self, widget: QWidget | None) -> Pane | None:
        if widget is None:
            return None
        for dock in self._docks.docks:
            if dock is widget or dock.isAncestorOf(widget):
                return dock.pane
        return None
