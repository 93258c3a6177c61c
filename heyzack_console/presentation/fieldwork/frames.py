"""The frames of a session as a table that grows, with a filter."""

from collections.abc import Iterable
from dataclasses import dataclass

from heyzack_console.domain.devices.health import FrameRecord
from heyzack_console.presentation.fieldwork.diagnosis import frame_line
from heyzack_console.presentation.tables import Cell, Column, Row

MOST_KEPT = 2000
COLUMNS = (
    Column("at", "Time, UTC", 106, keeps=True),
    Column("way", "", 76),
    Column("command", "Command", 150, least=80),
    Column("sequence", "No.", 56, right=True, drops=1),
    Column("text", "Content", 0, least=120),
)


@dataclass(frozen=True, slots=True)
class FrameFilter:
    """Which frames are shown; empty fields let everything through."""

    text: str = ""
    command: str = ""
    sent: bool | None = None

    def lets(self, frame: FrameRecord) -> bool:
        """Whether *frame* is shown."""
        if self.sent is not None and frame.sent is not self.sent:
            return False
        if self.command and frame.command != self.command:
            return False
        return self.text.casefold() in frame_line(frame).casefold()


class FrameList:
    """Keeps what was heard since it was opened, the newest MOST_KEPT."""

    def __init__(self) -> None:
        self._frames: dict[str, FrameRecord] = {}
        self._shown: list[tuple[str, FrameRecord]] = []
        self._place: dict[str, int] = {}
        self._filter = FrameFilter()

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns."""
        return COLUMNS

    @property
    def commands(self) -> tuple[str, ...]:
        """Every command that was heard."""
        return tuple(sorted({frame.command for frame in self._frames.values()}))

    @property
    def shown(self) -> tuple[FrameRecord, ...]:
        """The frames that the filter lets through, oldest first."""
        return tuple(frame for _, frame in self._shown)

    @property
    def total(self) -> int:
        """How many are kept."""
        return len(self._frames)

    def take(self, frames: Iterable[FrameRecord]) -> None:
        """Add what is new."""
        for frame in frames:
            self._frames[f"{frame.at.isoformat()} {frame.sent} {frame.sequence} {frame.command}"] = frame
        while len(self._frames) > MOST_KEPT:
            del self._frames[next(iter(self._frames))]
        self.filter(self._filter)

    def filter(self, wanted: FrameFilter) -> None:
        """Show what *wanted* lets through."""
        self._filter = wanted
        self._shown = [(key, frame) for key, frame in self._frames.items() if wanted.lets(frame)]
        self._place = {key: number for number, (key, _) in enumerate(self._shown)}

    def as_text(self) -> str:
        """What is shown, a line each."""
        return "\n".join(frame_line(frame) for _, frame in self._shown)

    def __len__(self) -> int:
        return len(self._shown)

    def key(self, position: int) -> str:
        """The key of the line at *position*."""
        return self._shown[position][0]

    def position(self, key: str) -> int | None:
        """Where the line *key* stands now."""
        return self._place.get(key)

    def row(self, position: int) -> Row:
        """The finished line."""
        key, frame = self._shown[position]
        way = "sent" if frame.sent else "received"
        cells = (
            Cell(f"{frame.at:%H:%M:%S.%f}"[:-3]),
            Cell(way, "ink2"),
            Cell(frame.command),
            Cell(str(frame.sequence)),
            Cell(frame.text, tip=frame.text),
        )
        return Row(key, cells)
