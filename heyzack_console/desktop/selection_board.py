"""Where panes put what is selected and hear what others selected; so panes need not know one another."""

from PySide6.QtCore import QObject, Signal

from heyzack_console.presentation.selection import Selection


class SelectionBoard(QObject):
    """Holds the selection that all panes share."""

    changed = Signal(object)
    """Carries the new Selection."""
    wanted = Signal(str)
    """Carries the id of the pane that shall come forward and show the selection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._selection = Selection()

    @property
    def selection(self) -> Selection:
        """What is selected now."""
        return self._selection

    def choose(self, selection: Selection) -> None:
        """Select *selection*; those who listen are told only if it differs, so an echo ends here."""
        if selection != self._selection:
            self._selection = selection
            self.changed.emit(selection)

    def show_in(self, pane: str) -> None:
        """Ask that the pane *pane* comes forward and shows the selection."""
        self.wanted.emit(pane)
