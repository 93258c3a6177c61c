"""Finds what a test left running: threads, sockets and, where Qt is in play, windows, timers and Qt threads."""

import gc
import os
import threading
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

DESCRIPTORS = Path("/proc/self/fd")

# How long something that is already on its way out may take; spent only when a test looks guilty.
GRACE_S = 1.0

# Top-level widgets that Qt itself makes once and keeps: the tool tip's label and the drag icon.
QT_OWN_WINDOWS = {"QTipLabel", "QShapedPixmapWindow"}


@dataclass(frozen=True, slots=True)
class Running:
    """What was running at one moment, outside Qt."""

    threads: frozenset[threading.Thread]
    sockets: frozenset[str]

    @classmethod
    def now(cls) -> "Running":
        """Take the picture; a fraction of a millisecond."""
        return cls(frozenset(_own_threads()), frozenset(_sockets()))


def left_behind(before: Running) -> list[str]:
    """Name what runs now and did not run *before*; waits a moment for what is about to end."""
    after = Running.now()
    if after.threads <= before.threads and after.sockets <= before.sockets:
        return []
    gc.collect()
    for thread in after.threads - before.threads:
        if thread is not threading.current_thread():
            thread.join(GRACE_S)
    after = Running.now()
    return [f"thread {thread.name}" for thread in after.threads - before.threads] + [
        f"socket {name}" for name in after.sockets - before.sockets
    ]


def open_windows() -> list["QWidget"]:
    """The top-level widgets that exist, shown or not."""
    from PySide6.QtWidgets import QApplication

    return [
        window for window in QApplication.topLevelWidgets() if window.metaObject().className() not in QT_OWN_WINDOWS
    ]


def left_in_qt(before: Collection["QWidget"]) -> list[str]:
    """Name the windows, timers and threads of Qt that the test made and left; call between freeze and unfreeze.

    Only Python's view is searched: the objects made since ``gc.freeze()``. Deferred deletions are carried out first.
    The imports stand inside because tests below the desktop must not load Qt.

    Args:
        before: the windows that were open before the test.
    """
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = [
        f"window {type(window).__name__} {window.objectName()!r}" for window in open_windows() if window not in before
    ]
    for thing in _alive_qt_objects(QTimer, QThread):
        if isinstance(thing, QTimer) and thing.isActive():
            found.append(f"timer {thing.objectName()!r} every {thing.interval()} ms")
        elif isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread():
            found.append(f"Qt thread {thing.objectName()!r}")
    if not QThreadPool.globalInstance().waitForDone(int(GRACE_S * 1000)):
        found.append("work in Qt's thread pool")
    return found


def _alive_qt_objects(*kinds: type) -> list[object]:
    from shiboken6 import isValid

    return [thing for thing in gc.get_objects() if isinstance(thing, kinds) and isValid(thing)]


def _own_threads() -> list[threading.Thread]:
    # Python keeps a placeholder for a foreign thread (a QThread that logged) even after its end; not ours to judge.
    return [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]


def _sockets() -> list[str]:
    if not DESCRIPTORS.exists():
        return [f"{c.fd} {c.laddr} {c.raddr}" for c in psutil.Process().net_connections("all")]
    found = []
    for descriptor in os.listdir(DESCRIPTORS):
        try:
            target = os.readlink(DESCRIPTORS / descriptor)
        except FileNotFoundError:  # the descriptor of the listing itself
            continue
        if target.startswith("socket:"):
            found.append(target)
    return found
