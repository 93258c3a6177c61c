"""Keeps the tab bars of docks honest: Qt forgets to hide those of a former arrangement."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

LAYOUT_VERSION = 1


def restore_layout(window: QMainWindow, saved: bytes) -> bool:
    """Restore *saved* and return whether it fitted; nobody else calls Qt's own restoring."""
    with rearranging(window):
        return window.restoreState(QByteArray(saved), LAYOUT_VERSION)


@contextmanager
def rearranging(window: QMainWindow) -> Iterator[None]:
    """Wrap every change of the arrangement by the program.

    Since Qt 6.10 a tab bar whose group is gone stays on the screen as a ghost. It is hidden, never deleted: Qt still
    holds it for its next group, and deleting it ends the process at the next change (seen with 6.11.3).
    """
    before = tab_bars(window)
    yield
    groups = _groups(window)
    for bar in sorted(tab_bars(window), key=lambda bar: bar in before):
        titles = _titles(bar)
        if titles in groups:
            groups.remove(titles)
        elif bar in before:
            bar.hide()


def hide_single_tabs(window: QMainWindow) -> None:
    """Hide tab bars with fewer than two tabs, which Qt sometimes shows once it is idle."""
    for bar in tab_bars(window):
        if bar.count() < 2:
            bar.hide()


def tab_bars(window: QMainWindow) -> list[QTabBar]:
    """Return the tab bars of *window*'s docks, hidden ones included."""
    return window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _groups(window: QMainWindow) -> list[frozenset[str]]:
    found = set()
    for dock in window.findChildren(QDockWidget):
        if dock.isVisibleTo(window) and not dock.isFloating():
            others = window.tabifiedDockWidgets(dock)
            if others:
                found.add(frozenset((dock.windowTitle(), *(other.windowTitle() for other in others))))
    return list(found)


def _titles(bar: QTabBar) -> frozenset[str]:
    return frozenset(bar.tabText(number) for number in range(bar.count()))
