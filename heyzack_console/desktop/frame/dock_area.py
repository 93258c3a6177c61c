"""The docks: arranges panes by perspective, remembers what people changed."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.pane_bar import AREAS
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.perspectives import Side, Slot

LAYOUT_VERSION = 1


def restore_layout(window: QMainWindow, saved: bytes) -> bool:
    """Restore *saved* and return whether it fitted; the only caller of Qt's own restoring.

    Qt since 6.10 leaves the tab bars of the former arrangement behind as ghosts: those that were there before go.
    """
    before = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    fitted = window.restoreState(QByteArray(saved), LAYOUT_VERSION)
    if fitted:
        for bar in before:
            bar.hide()
            bar.setParent(None)
            bar.deleteLater()
            QCoreApplication.sendPostedEvents(bar, QEvent.Type.DeferredDelete)
    return fitted


class PaneDock(QDockWidget):
    """A dock whose title bar is the pane's own bar."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane.title)
        self.pane = pane
        self.setObjectName(f"dock_{pane.name}")
        self.setWidget(pane)
        self.setTitleBarWidget(pane.bar)
        pane.bar.float_wanted.connect(self._toggle_floating)
        pane.bar.close_wanted.connect(self.close)

    def _toggle_floating(self) -> None:
        self.setFloating(not self.isFloating())


class DockArea(QMainWindow):
    """Holds every pane in a dock and shows those of one perspective."""

    arranged = Signal()

    def __init__(self, theme: Theme, panes: Sequence[Pane], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self._theme = theme
        self._docks: dict[str, PaneDock] = {}
        self.setDockNestingEnabled(True)
        self.setDockOptions(self.dockOptions() | QMainWindow.DockOption.GroupedDragging)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        # Without a central widget of its own the docks fill the window.
        middle = QWidget()
        middle.setFixedSize(0, 0)
        middle.hide()
        self.setCentralWidget(middle)
        for pane in panes:
            self._add(pane)

    @property
    def docks(self) -> tuple[PaneDock, ...]:
        """All docks, shown or not."""
        return tuple(self._docks.values())

    def dock(self, name: str) -> PaneDock | None:
        """Return the dock of the pane *name*."""
        return self._docks.get(name)

    def arrange(self, slots: Iterable[Slot]) -> None:
        """Put the panes of *slots* where they say and hide the others; slots of panes that are not here are skipped."""
        known = [slot for slot in slots if slot.pane in self._docks]
        for dock in self._docks.values():
            dock.setFloating(False)
            self.removeDockWidget(dock)
        for slot in known:
            self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._docks[slot.pane])
        for slot in known[1:]:
            self._put(slot, known[0].pane)
        for slot in known:
            self._docks[slot.pane].show()
        self._resize(known)
        for slot in known:
            if slot.side is Side.BEHIND:
                self._docks[slot.beside if slot.beside in self._docks else known[0].pane].raise_()
        self.settle()

    def restore(self, saved: bytes) -> bool:
        """Restore an arrangement that *saved* describes; False, with nothing changed, if it does not fit."""
        fitted = bool(saved) and restore_layout(self, saved)
        if fitted:
            self.settle()
        return fitted

    def saved(self) -> bytes:
        """Return Qt's description of the present arrangement."""
        return bytes(self.saveState(LAYOUT_VERSION).data())

    def bring(self, name: str) -> None:
        """Show the pane *name*, in front of others in its tab group, and give it the keyboard."""
        dock = self._docks.get(name)
        if dock is not None:
            dock.show()
            dock.raise_()
            dock.pane.enter()

    def in_order(self) -> list[PaneDock]:
        """Return the docks that can be seen, in reading order."""
        seen = [dock for dock in self.docks if dock.isVisible() and not dock.visibleRegion().isEmpty()]
        return sorted(seen, key=lambda dock: (dock.y(), dock.x()))

    def settle(self) -> None:
        """Leave the title to the tab where a dock shares its place, and strip the tab bars of their base line."""
        for dock in self.docks:
            alone = dock.isFloating() or not self.tabifiedDockWidgets(dock)
            dock.pane.bar.show_title(shown=alone)
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setDrawBase(False)
            bar.setExpanding(False)
        self.arranged.emit()

    def _add(self, pane: Pane) -> None:
        dock = PaneDock(pane)
        self._docks[pane.name] = dock
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        pane.bar.move_wanted.connect(lambda area, dock=dock: self._move(dock, area))
        dock.topLevelChanged.connect(self.settle)
        dock.dockLocationChanged.connect(self.settle)
        dock.visibilityChanged.connect(self.settle)

    def _put(self, slot: Slot, main: str) -> None:
        dock = self._docks[slot.pane]
        beside = self._docks.get(slot.beside, self._docks[main])
        if slot.side is Side.BEHIND:
            self.tabifyDockWidget(beside, dock)
        else:
            across = slot.side is Side.RIGHT
            self.splitDockWidget(beside, dock, Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical)

    def _resize(self, slots: Sequence[Slot]) -> None:
        for slot in slots:
            if not slot.size or slot.side is Side.BEHIND:
                continue
            across = slot.side is Side.RIGHT
            way = Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
            beside = self._docks.get(slot.beside)
            least = self._theme.px(slot.size)
            if beside is None:
                self.resizeDocks([self._docks[slot.pane]], [least], way)
                continue
            whole = (beside.width() + self._docks[slot.pane].width()) if across else self.height()
            self.resizeDocks([beside, self._docks[slot.pane]], [max(1, whole - least), least], way)

    def _move(self, dock: PaneDock, area: str) -> None:
        dock.setFloating(False)
        self.addDockWidget(AREAS[area], dock)
        dock.show()
        self.settle()
