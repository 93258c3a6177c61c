"""One clock for everything that flashes, so that all flash in step."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal


class FlashClock(QObject):
    """Tells whether flashing rings are lit; unacknowledged at 1 Hz, returned at a third of that."""

    ticked = Signal()

    def __init__(self, motion: Mapping[str, int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slower = motion["returned_flash_half_ms"] // motion["flash_half_ms"]
        self._beat = 0
        self._wanted = False
        self._allowed = True
        self._timer = QTimer(self)
        self._timer.setInterval(motion["flash_half_ms"])
        self._timer.timeout.connect(self.advance)

    @property
    def lit(self) -> bool:
        """Whether the rings of unacknowledged marks show now."""
        return self._beat % 2 == 0

    @property
    def returned_lit(self) -> bool:
        """Whether marks that returned unacknowledged show at full strength now."""
        return (self._beat // self._slower) % 2 == 0

    def lit_for(self, state: str) -> bool:
        """Tell whether a mark in *state* is in its bright half now; states that do not flash always are."""
        if state == "unacknowledged":
            return self.lit
        if state == "returned":
            return self.returned_lit
        return True

    def start(self) -> None:
        """Let the clock run from now on, as far as flashing is allowed."""
        self._wanted = True
        self._settle()

    def stop(self) -> None:
        """Halt the clock with everything lit."""
        self._wanted = False
        self._settle()

    def allow(self, *, flashing: bool) -> None:
        """Allow flashing, or keep everything lit: the steady ring of reduced motion."""
        self._allowed = flashing
        self._settle()

    def advance(self) -> None:
        """Go half a flash further and tell those who paint marks."""
        self._beat = (self._beat + 1) % (2 * self._slower)
        self.ticked.emit()

    def _settle(self) -> None:
        if self._wanted and self._allowed:
            self._timer.start()
            return
        self._timer.stop()
        if self._beat:
            self._beat = 0
            self.ticked.emit()
