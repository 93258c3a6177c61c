"""What the drawn views of the calendar share: choosing, opening, dragging, tooltips."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.calendar.chips import ChipPainter
from heyzack_console.desktop.panes.calendar.drag_label import DragLabel
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.calendar import Conflict
from heyzack_console.presentation.calendar.items import Item, day_words
from heyzack_console.presentation.calendar.pages import Page

Judge = Callable[[Item, datetime, datetime], tuple[Conflict, ...]]
"""What an item would collide with on other wall-clock times."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where an item is drawn."""

    where: QRectF
    item: Item


@dataclass(frozen=True, slots=True)
class Drag:
    """An item on its way: where it was taken, and whether by its lower edge."""

    item: Item
    begun: QPointF
    now: QPointF
    stretching: bool


class CalendarCanvas(QWidget):
    """Draws a page; what is chosen and what becomes of a drag is told, never done here."""

    chosen = Signal(str)
    """Carries the key of the chosen item, empty for none."""
    opened = Signal(str)
    """An item is to be opened."""
    day_wanted = Signal(object)
    """Carries the date that is to be seen by itself."""
    day_chosen = Signal(object)
    """Carries the date that the keyboard or a click went to."""
    dropped = Signal(object, object, object)
    """Carries an Item, its new start and its new end on the wall clock."""
    menu_wanted = Signal(object)
    """Carries the global position for a context menu."""

    def __init__(self, theme: Theme, judge: Judge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.chips = ChipPainter(theme)
        self._judge = judge
        self.page: Page | None = None
        self.items: tuple[Item, ...] = ()
        self.today: date | None = None
        self.now: datetime | None = None
        self.choice = ""
        self.hits: list[Hit] = []
        self.crowds: list[tuple[QRectF, date]] = []
        self.drag: Drag | None = None
        self._pressed: tuple[QPointF, Hit] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.renew)

    def show_page(self, page: Page, items: tuple[Item, ...], now: datetime) -> None:
        """Show *items* on *page*; *now* is the wall clock."""
        self.page, self.items, self.now, self.today = page, items, now, now.date()
        if self.choice not in {one.key for one in items}:
            self.choice = ""
        self.renew()

    def choose(self, key: str) -> None:
        """Show the item *key* as the chosen one."""
        self.choice = key
        self.update()

    def renew(self) -> None:
        """Find places anew and draw."""
        if self.page is not None:
            self.hits, self.crowds = [], []
            self.lay_out(self.page)
            self.setAccessibleDescription(self.spoken())
        self.update()

    @abstractmethod
    def lay_out(self, page: Page) -> None:
        """Fill *hits* and *crowds* for the present size."""

    @abstractmethod
    def moved(self, drag: Drag) -> tuple[datetime, datetime]:
        """Start and end that *drag* would give on the wall clock."""

    @abstractmethod
    def day_at(self, where: QPointF) -> date | None:
        """The day that is drawn there."""

    def stretches(self, hit: Hit, where: QPointF) -> bool:
        """Whether *where* is the edge by which the item is stretched."""
        return False

    def spoken(self) -> str:
        """What a screen reader says of the page."""
        day = self.page.day if self.page is not None else date.min
        here = [one for one in self.items if one.first <= day <= one.last]
        conflicts = sum(bool(one.occurrence.conflicts) for one in here)
        words = f"{day_words(day)}, {len(here)} entries" + (f", {conflicts} in conflict" if conflicts else "")
        return "; ".join([words, *(f"{one.times} {one.title}" for one in here[:12])])

    def hit_at(self, where: QPointF) -> Hit | None:
        """What is drawn there, the topmost."""
        return next((hit for hit in reversed(self.hits) if hit.where.contains(where)), None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.renew()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            hit = self.hit_at(QPointF(event.pos()))
            if hit is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), hit.item.tip, self)
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        hit = self.hit_at(where)
        self.choose(hit.item.key if hit else "")
        self.chosen.emit(self.choice)
        day = self.day_at(where)
        if day is not None:
            self.day_chosen.emit(day)
        if hit is not None and event.button() is Qt.MouseButton.LeftButton and hit.item.movable:
            self._pressed = where, hit

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        if self._pressed is None:
            hit = self.hit_at(where)
            edge = hit is not None and hit.item.movable and self.stretches(hit, where)
            self.setCursor(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor)
            return
        begun, hit = self._pressed
        far = (where - begun).manhattanLength() >= QApplication.startDragDistance()
        if self.drag is not None or far:
            self.drag = Drag(hit.item, begun, where, self.stretches(hit, begun))
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self.drag, self._pressed = self.drag, None, None
        if drag is not None:
            start, end = self.moved(drag)
            if (start, end) != (drag.item.start, drag.item.end):
                self.dropped.emit(drag.item, start, end)
            self.update()
            return
        crowd = next((day for where, day in self.crowds if where.contains(event.position())), None)
        if crowd is not None:
            self.day_wanted.emit(crowd)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit, day = self.hit_at(event.position()), self.day_at(event.position())
        if hit is not None:
            self.opened.emit(hit.item.key)
        elif day is not None:
            self.day_wanted.emit(day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.drag is not None:
            self.drag = self._pressed = None
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.choice:
                self.opened.emit(self.choice)
            elif self.page is not None:
                self.day_wanted.emit(self.page.day)
        elif event.key() == Qt.Key.Key_Space:
            self.step_through(1)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def paint_drag(self, painter: QPainter) -> None:
        """Say where the dragged item would go and what it would collide with there."""
        if self.drag is not None:
            start, end = self.moved(self.drag)
            conflicts = self._judge(self.drag.item, start, end)
            DragLabel(start, end, conflicts).paint(painter, self.theme, QRectF(self.rect()), self.drag.now)

    def step_through(self, by: int) -> None:
        """Choose the next entry of the day, or of the page where a day has none."""
        day = self.page.day if self.page is not None else None
        here = [one for one in self.items if day is not None and one.first <= day <= one.last] or list(self.items)
        if not here:
            return
        keys = [one.key for one in here]
        at = keys.index(self.choice) + by if self.choice in keys else 0
        self.choose(keys[at % len(keys)])
        self.chosen.emit(self.choice)
