"""What new alerts sound like, and how to silence them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

BEAT_MS = 400
REPEAT_MS = 3000
BEEPS = {1: 3, 2: 3, 3: 1}
"""How often a new alert of a priority beeps; P1 begins again until it is acknowledged or silenced, P4 is silent."""


class AlertSound(QObject):
    """Beeps for alerts that nobody has acknowledged."""

    changed = Signal()
    """Muting changed."""

    def __init__(self, beep: Callable[[], None] = QApplication.beep, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beep = beep
        self._heard: set[str] = set()
        self._waiting: Mapping[str, int] = {}
        self._left = 0
        self._muted = False
        self._allowed = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.advance)

    @property
    def muted(self) -> bool:
        """Whether alerts are silent: by the key, or because the setting is off."""
        return self._muted or not self._allowed

    @property
    def sounding(self) -> bool:
        """Whether there is still something to beep."""
        return self._timer.isActive()

    def allow(self, *, allowed: bool) -> None:
        """Follow the setting."""
        self._allowed = allowed
        self._settle()

    def toggle_mute(self) -> None:
        """Silence what sounds now and what comes, or let it sound again; it acknowledges nothing."""
        self._muted = not self._muted
        self._settle()

    def follow(self, unacknowledged: Mapping[str, int]) -> None:
        """Hear what is unacknowledged now: each annunciation's id with its priority, 1 to 4."""
        fresh = [priority for key, priority in unacknowledged.items() if key not in self._heard]
        self._heard = set(unacknowledged)
        self._waiting = unacknowledged
        if fresh:
            self._left = max(self._left, BEEPS.get(min(fresh), 0))
        self._run()

    def advance(self) -> None:
        """Beep once, and plan the next one."""
        if self._left:
            self._left -= 1
            self._beep()
        elif self._critical():
            self._left = BEEPS[1] - 1
            self._beep()
        self._plan()

    def stop(self) -> None:
        """End all sound, as when the window goes."""
        self._left = 0
        self._waiting = {}
        self._timer.stop()

    def _critical(self) -> bool:
        return any(priority == 1 for priority in self._waiting.values())

    def _settle(self) -> None:
        self._run()
        self.changed.emit()

    def _run(self) -> None:
        if self.muted or not self._waiting:
            self._left = 0
            self._timer.stop()
        elif not self._timer.isActive() and (self._left or self._critical()):
            self.advance()

    def _plan(self) -> None:
        if self._left:
            self._timer.start(BEAT_MS)
        elif self._critical():
            self._timer.start(REPEAT_MS)
        else:
            self._timer.stop()
