"""Guards against a PySide6 that loses references: 6.12.0 lost one to None per void call and aborted Python 3.11."""

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 500
NOISE = 250  # other code moves these counts a little; the fault moves them by one per call


class Bell(QObject):
    rung = Signal(bool)


def test_a_void_call_into_qt_keeps_the_count_of_none(qapp):
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        qapp.processEvents()
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_an_emitted_signal_keeps_the_count_of_true(qapp):
    bell = Bell()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        bell.rung.emit(True)
    assert abs(sys.getrefcount(True) - before) < NOISE
