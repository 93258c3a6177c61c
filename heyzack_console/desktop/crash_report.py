"""Writes what is needed to find a bug, and nothing that is secret."""

import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import qVersion

from heyzack_console import __version__


class CrashReports:
    """Files under *folder*, one per unexpected fault.

    Args:
        redact: takes keys, tokens and passwords out of a text; applied to the whole report.
        clock: present time, aware.
    """

    def __init__(self, folder: Path, redact: Callable[[str], str], clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._redact = redact
        self._clock = clock
        self._written = 0

    def write(self, doing: str, error: BaseException) -> Path:
        """Write the report of *error* that came up while *doing* something; returns where it lies.

        Raises:
            OSError: the folder cannot be written; the fault is then only in the log.
        """
        now = self._clock()
        self._written += 1
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{now:%Y%m%dT%H%M%S}-{self._written}.txt"
        lines = [
            f"HeyZack Console {__version__}",
            f"At {now.isoformat(timespec='seconds')} while {doing}",
            f"Python {sys.version.split()[0]} on {sys.platform}, Qt {qVersion()}",
            "",
            *(line.rstrip() for line in traceback.format_exception(error)),
        ]
        path.write_text(self._redact("\n".join(lines)) + "\n", encoding="utf-8")
        path.chmod(0o600)
        return path
