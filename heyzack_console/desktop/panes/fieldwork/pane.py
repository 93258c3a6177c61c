"""My work: what is to be done today, nearest first, in one column."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.panes.fieldwork.ground import FieldGround
from heyzack_console.desktop.panes.fieldwork.walk_watch import WalkWatch
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.calendar import Occurrence
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.calendar import CalendarSpan
from heyzack_console.presentation.building.site_index import SiteIndex, index_of
from heyzack_console.presentation.fieldwork.listing import WorkList
from heyzack_console.presentation.fieldwork.work import Spot, day_of, spot_of, work_of_today
from heyzack_console.presentation.mirror import Touched
from heyzack_console.presentation.selection import Selection

NAME = "work"
RENEW_EVERY_S = 60.0
NOT_KNOWN = "Choose a device on the plan, or scan its label, to say where you stand."


class WorkPane(Pane):
    """Choosing a line selects its device for the other panes; a device chosen elsewhere is where one stands."""

    def __init__(self, ground: FieldGround) -> None:
        super().__init__(ground.theme, NAME, "My work")
        self._ground = ground
        self._index: SiteIndex = index_of(ground.mirror.book)
        self._planned: tuple[Occurrence, ...] = ()
        self._here: Spot | None = None
        self._choosing = False
        self.walks = WalkWatch(ground, lambda: self._here)
        self._asked_at = 0.0
        self.listing = WorkList()
        self.table = RowTable(ground.theme, ground.markers, self.listing)
        self._where = QLabel(NOT_KNOWN)
        self._buttons = QHBoxLayout()
        self._empty = EmptyState(ground.theme)
        self._stack = QStackedWidget()
        self._build()
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: ground.board.show_in("inspector"))
        ground.board.changed.connect(self._follow)
        self._settle()

    def add_button(self, button: QWidget) -> None:
        """Put a button above the list."""
        self._buttons.addWidget(button, 1)

    def stand_at(self, here: Spot | None) -> None:
        """Order the list by the way from *here*."""
        if here is not None and here != self._here:
            self._here = here
            self._where.setText(f"You are at: {here.name}")
            self._rearrange()
            self.walks.arrange()

    @override
    def take(self, touched: Touched) -> None:
        """Show what a batch changed."""
        if touched.book or touched.everything:
            self._index = index_of(self._ground.mirror.book)
        if touched.book or touched.everything or touched.alerts:
            self._rearrange()
        self.walks.take(touched)
        if self.isVisible() and (touched.everything or touched.journal):
            self.renew()

    @override
    def tick(self) -> None:
        """Ask for the day's plan once a minute while it is seen."""
        if self.isVisible() and self._ground.times.now().timestamp() - self._asked_at >= RENEW_EVERY_S:
            self.renew()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._ground.mirror.connected:
            self.renew()

    def renew(self) -> None:
        """Ask what is planned for today."""
        times = self._ground.times
        self._asked_at = times.now().timestamp()
        self._ground.bridge.renew(self._ask(), "work of today", self._failed)

    async def _ask(self) -> None:
        times = self._ground.times
        pictures = await self._ground.port.ask(CalendarSpan(*day_of(times.now(), times.zone())))
        self.strip.clear()
        self._planned = tuple(one for picture in pictures for one in picture.occurrences)
        self._rearrange()

    def _failed(self, error: ConsoleError) -> None:
        self.strip.say("caution", error.text)

    def _rearrange(self) -> None:
        mirror, zone = self._ground.mirror, self._ground.times.zone()
        tasks = work_of_today(mirror, self._index, self._planned, self._here, zone)
        self.table.rearrange(lambda: self.listing.take(tasks))
        self._settle()

    def _settle(self) -> None:
        count = len(self.listing)
        self.bar.show_count(f"{count} open" if count else "")
        self._stack.setCurrentWidget(self.table if count else self._empty)

    def _choose(self, keys: list[str]) -> None:
        task = self.listing.task(keys[0]) if keys else None
        if task is not None and task.device is not None:
            self._choosing = True  # looking at work further away is not going there
            self._ground.board.choose(Selection((task.device,), ()))
            self._choosing = False

    def _follow(self, selection: Selection) -> None:
        device = self._ground.mirror.devices.get(selection.device) if selection.device else None
        if device is not None and not self._choosing:
            self.stand_at(spot_of(self._index, device))

    def _build(self) -> None:
        self.table.setAccessibleName("Work of today")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._where.setWordWrap(True)
        self._where.setProperty("kind", "second")
        self._empty.say("done", "Nothing is open today", "Open alerts and the calendar's work of today stand here.")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        head = QVBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(8)
        head.addLayout(self._buttons)
        head.addWidget(self._where)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.fill(content, self.table)
