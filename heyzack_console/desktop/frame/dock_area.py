"""The docks: arranges panes by perspective, remembers what people changed."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget
from typing_extensions import override

from heyzack_console.desktop.frame.dock_tabs import (
    LAYOUT_VERSION,
    rearranging,
    restore_layout,
    settle_tabs,
    tab_bars,
)
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.pane_bar import AREAS
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.perspectives import Side, Slot


class PaneDock(QDockWidget):
    """A dock whose title bar is the pane's own bar."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane.title)
        self.setObjectName(f"dock_{pane.name}")
        self.pane = pane
        self.hold(pane)

    def hold(self, pane: Pane) -> None:
        """Take *pane* in, in place of the one that was held before."""
        before, self.pane = self.pane, pane
        self.setWindowTitle(pane.title)
        self.setWidget(pane)
        self.setTitleBarWidget(pane.bar)
        pane.bar.float_wanted.connect(self._toggle_floating)
        pane.bar.close_wanted.connect(self.close)
        if before is not pane:
            before.bar.deleteLater()
            before.deleteLater()

    def _toggle_floating(self) -> None:
        self.setFloating(not self.isFloating())


class DockArea(QMainWindow):
    """Holds every pane in a dock and shows those of one perspective."""

    def __init__(self, theme: Theme, panes: Sequence[Pane], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self._theme = theme
        self._docks: dict[str, PaneDock] = {}
        self._arranged: Sequence[Slot] = ()
        # Qt fills the tab bars, and keeps to sizes, only once it is idle; touching a half-made tab bar would lose it.
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self.settle)
        self.setDockNestingEnabled(True)
        self.setAnimated(False)
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

    def take_in(self, pane: Pane) -> None:
        """Put *pane* where the empty one of the same name stood, so that a window can stand before its panes do."""
        dock = self._docks[pane.name]
        dock.hold(pane)
        pane.bar.move_wanted.connect(partial(self._move, dock))
        self.settle()

    def arrange(self, slots: Iterable[Slot]) -> None:
        """Put the panes of *slots* where they say and hide the others; slots of panes that are not here are skipped."""
        known = [slot for slot in slots if slot.pane in self._docks]
        with rearranging(self):
            self._place(known)
        for slot in known:
            if slot.side is Side.BEHIND:
                self._docks[slot.beside if slot.beside in self._docks else known[0].pane].raise_()
        if known:
            self._docks[known[0].pane].raise_()
        self._arranged = known
        self._resize(known)
        QTimer.singleShot(0, self, partial(self._resize, known))
        self._idle.start()

    def restore(self, saved: bytes) -> bool:
        """Restore an arrangement that *saved* describes; False, with nothing changed, if it does not fit."""
        self._arranged = ()
        fitted = bool(saved) and restore_layout(self, saved)
        if fitted:
            self._idle.start()
        return fitted

    def scale(self, slots: Iterable[Slot], ratio: float) -> None:
        """Make the docked side panes of *slots* *ratio* times as large as they are, as their text has become."""
        known = [slot for slot in slots if slot.pane in self._docks]
        wanted = []
        for slot in _sized(known):
            dock = self._docks[slot.pane]
            if dock.isVisible() and not dock.isFloating():
                wanted.append((slot, round((dock.width() if slot.side is Side.RIGHT else dock.height()) * ratio)))
        for slot, size in wanted:
            # Qt has yet to lay out the new text, and would only then keep to a size.
            QTimer.singleShot(0, self, partial(self._give, slot, known[0].pane, size))

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
        if not self.isVisible():
            return
        for dock in self.docks:
            alone = dock.isFloating() or not self.tabifiedDockWidgets(dock)
            dock.pane.bar.show_title(shown=alone)
        if settle_tabs(self):
            self._idle.start()
        for bar in tab_bars(self):
            bar.setDrawBase(False)
            bar.setExpanding(False)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._idle.start()

    def _add(self, pane: Pane) -> None:
        dock = PaneDock(pane)
        self._docks[pane.name] = dock
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        pane.bar.move_wanted.connect(partial(self._move, dock))
        for changed in (dock.topLevelChanged, dock.dockLocationChanged, dock.visibilityChanged):
            changed.connect(self._settle_soon)

    def _settle_soon(self) -> None:
        if self.isVisible():
            self._idle.start()

    def _place(self, slots: Sequence[Slot]) -> None:
        for dock in self._docks.values():
            dock.setFloating(False)
            self.removeDockWidget(dock)
        for slot in slots:
            self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._docks[slot.pane])
        for slot in slots[1:]:
            self._put(slot, slots[0].pane)
        here = {slot.pane for slot in slots}
        for name, dock in self._docks.items():
            if name not in here:
                # Hidden but placed: what a saved arrangement does not mention, Qt would show when restoring it.
                self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
            dock.setVisible(name in here)

    def _put(self, slot: Slot, main: str) -> None:
        dock = self._docks[slot.pane]
        beside = self._docks.get(slot.beside, self._docks[main])
        if slot.side is Side.BEHIND:
            self.tabifyDockWidget(beside, dock)
        else:
            across = slot.side is Side.RIGHT
            self.splitDockWidget(beside, dock, Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical)

    def _resize(self, slots: Sequence[Slot]) -> None:
        if self._arranged is slots:
            for slot in _sized(slots):
                self._give(slot, slots[0].pane, self._theme.px(slot.size))

    def _give(self, slot: Slot, main: str, size: int) -> None:
        dock, beside = self._docks[slot.pane], self._docks.get(slot.beside, self._docks[main])
        across = slot.side is Side.RIGHT
        both = dock.width() + beside.width() if across else dock.height() + beside.height()
        way = Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
        self.resizeDocks([beside, dock], [max(1, both - size), size], way)

    def _move(self, dock: PaneDock, area: str) -> None:
        dock.setFloating(False)
        with rearranging(self):
            self.addDockWidget(AREAS[area], dock)
            dock.show()
        self._idle.start()


def _sized(slots: Iterable[Slot]) -> list[Slot]:
    return [slot for slot in slots if slot.size and slot.side is not Side.BEHIND]
