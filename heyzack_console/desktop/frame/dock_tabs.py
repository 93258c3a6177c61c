"""Keeps the tab bars of docks honest: Qt forgets to hide those of a former arrangement."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

LAYOUT_VERSION = 1


def restore_layout(window: QMainWindow, saved: bytes) -> bool:
    """Restore *saved* and return whether it fitted; nobody else calls Qt's own restoring."""
    with rearranging(window):
        return window.restoreState(QByteArray(saved), LAYOUT_VERSION)


@contextmanager
def rearranging(window: QMainWindow) -> Iterator[None]:
    """Wrap every change of the arrangement by the program.

    Since Qt 6.10 a tab bar whose group is gone stays on the screen as a ghost. Those that Qt has given up are deleted
    at once, others are hidden and never deleted: Qt still holds them for its next group, and deleting one ends the
    process at the next change (seen with 6.11.3).
    """
    before = tab_bars(window)
    yield
    for bar in tab_bars(window):
        QCoreApplication.sendPostedEvents(bar, QEvent.Type.DeferredDelete)
    groups = _groups(window)
    for bar in sorted(tab_bars(window), key=lambda bar: bar in before):
        titles = _titles(bar)
        if titles in groups:
            groups.remove(titles)
        elif bar in before:
            bar.hide()


def settle_tabs(window: QMainWindow) -> bool:
    """Hide tab bars with fewer than two tabs and show the bar of every group; call when Qt is idle.

    Returns True if something had to be put right, which Qt may answer with another round.
    """
    missing = _groups(window)
    hidden, wrong = [], []
    for bar in tab_bars(window):
        titles = _titles(bar)
        if bar.isHidden():
            hidden.append(bar)
        elif titles in missing:
            missing.remove(titles)
        elif len(titles) < 2:
            wrong.append(bar)
    lost = [bar for bar in hidden if _titles(bar) in missing]
    for bar in wrong:
        bar.hide()
    for bar in lost:
        bar.show()
    return bool(wrong or lost)


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
