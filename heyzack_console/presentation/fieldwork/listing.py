"""Today's work as the lines of a table."""

from collections.abc import Sequence

from heyzack_console.presentation.fieldwork.work import Task
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("mark", "", 40),
    Column("work", "Work", 0, least=120),
    Column("place", "Place", 132, least=80, drops=2),
    Column("due", "Due", 48, right=True, drops=1),
    Column("way", "Way", 66, right=True, keeps=True),
)


class WorkList:
    """The tasks that were shown last, in their order."""

    def __init__(self) -> None:
        self._tasks: tuple[Task, ...] = ()
        self._place: dict[str, int] = {}

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns."""
        return COLUMNS

    def take(self, tasks: Sequence[Task]) -> None:
        """Show *tasks*."""
        self._tasks = tuple(tasks)
        self._place = {task.key: number for number, task in enumerate(self._tasks)}

    def __len__(self) -> int:
        return len(self._tasks)

    def key(self, position: int) -> str:
        """The key of the line at *position*."""
        return self._tasks[position].key

    def position(self, key: str) -> int | None:
        """Where the line *key* stands now."""
        return self._place.get(key)

    def task(self, key: str) -> Task | None:
        """The task of a line."""
        position = self._place.get(key)
        return None if position is None else self._tasks[position]

    def row(self, position: int) -> Row:
        """The finished line."""
        task = self._tasks[position]
        glyph = "" if task.mark else "calendar"
        words = f"{task.title}\n{task.place}"
        cells = (
            Cell(mark=task.mark, glyph=glyph),
            Cell(task.title, strong=True, tip=words),
            Cell(task.place, "ink2", tip=words),
            Cell(task.due),
            Cell(way_words(task.way_m), "ink2"),
        )
        return Row(task.key, cells)


def way_words(way: float | None) -> str:
    """A way in words, to the metre."""
    return "—" if way is None else f"{way:.0f} m"
