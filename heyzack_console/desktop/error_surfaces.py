"""Chooses where a failure is shown: as quietly as it allows."""

import logging
from enum import StrEnum
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from heyzack_console.desktop.crash_report import CrashReports
from heyzack_console.domain.errors import (
    ConfirmationNeeded,
    ConsoleError,
    DeviceError,
    EngineLost,
    InvalidInput,
    SecretsLocked,
    StoreError,
)

log = logging.getLogger(__name__)


class Surface(StrEnum):
    """The places, least first."""

    MARK = "mark"
    """On the thing itself; whoever started the work shows it there."""
    LINE = "line"
    """A line at the foot of the pane that goes by itself."""
    STRIP = "strip"
    """A strip that stays until the trouble is over or put away."""
    TRAY = "tray"
    """A note of the desktop, because nobody is looking at the window."""
    DIALOG = "dialog"
    """A question that must be answered now."""
    CRASH = "crash"
    """A bug: a report on the disk and a strip that says where."""


def surface_for(error: BaseException, *, looked_at: bool) -> Surface:
    """Choose the surface of *error*; *looked_at* tells whether the window is the active one."""
    if not isinstance(error, ConsoleError):
        return Surface.CRASH
    if isinstance(error, SecretsLocked | ConfirmationNeeded):
        return Surface.DIALOG
    if isinstance(error, EngineLost | StoreError):
        return Surface.STRIP if looked_at else Surface.TRAY
    if isinstance(error, DeviceError | InvalidInput):
        return Surface.MARK
    return Surface.LINE


class ErrorSurfaces(QObject):
    """Brings failures to the surface that fits; the main window shows what the signals carry."""

    line_wanted = Signal(str)
    strip_wanted = Signal(str)
    tray_wanted = Signal(str)
    dialog_wanted = Signal(object)

    def __init__(self, reports: CrashReports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reports = reports
        self._looked_at = True

    def be_looked_at(self, active: bool) -> None:
        """Learn whether the window is the active one."""
        self._looked_at = active

    def show(self, error: ConsoleError) -> None:
        """Show an expected failure.

        One that belongs on a mark reaches this place only if no pane took it; it then shows as a line.
        """
        surface = surface_for(error, looked_at=self._looked_at)
        if surface is Surface.DIALOG:
            self.dialog_wanted.emit(error)
        elif surface is Surface.STRIP:
            self.strip_wanted.emit(error.text)
        elif surface is Surface.TRAY:
            self.strip_wanted.emit(error.text)
            self.tray_wanted.emit(error.text)
        else:
            self.line_wanted.emit(error.text)

    def crash(self, doing: str, error: BaseException) -> None:
        """Report a bug: write the crash report and say where it lies. The window goes on."""
        log.error("unexpected fault while %s: %s", doing, type(error).__name__)
        try:
            path = self._reports.write(doing, error)
        except OSError:
            self.strip_wanted.emit(
                f"Something unexpected went wrong while {doing}. The report could not be saved. The window goes on."
            )
            return
        self.strip_wanted.emit(
            f"Something unexpected went wrong while {doing}. The window goes on. Report: {path.name}"
        )

    def caught(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Take what no slot caught, in the shape of ``sys.excepthook``."""
        if isinstance(error, ConsoleError):
            self.show(error)
        else:
            self.crash("handling an input", error)
