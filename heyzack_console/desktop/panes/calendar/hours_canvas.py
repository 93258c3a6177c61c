"""A week or a day: hours downwards, windows and freezes behind, entries side by side."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from typing_extensions import override

from heyzack_console.desktop.panes.calendar.canvas import CalendarCanvas, Drag, Hit
from heyzack_console.desktop.theme.hatch import hatch
from heyzack_console.presentation.calendar.hours import DAY_MINUTES, Block, HourColumn, hour_columns
from heyzack_console.presentation.calendar.items import day_words
from heyzack_console.presentation.calendar.pages import DAY, Page

QUARTER = 15
EDGE = 6
LEAST = timedelta(minutes=QUARTER)
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
THROUGH = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
CENTRED = int(Qt.AlignmentFlag.AlignCenter)


class HoursCanvas(CalendarCanvas):
    """Draws the days of a page as columns; it is as high as 24 hours need."""

    columns: tuple[HourColumn, ...] = ()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(420), self._top() + 24 * self.theme.px(30))

    @override
    def lay_out(self, page: Page) -> None:
        days = max(len(page.days), 1)
        most = int((self.width() - self._left()) / days // self.theme.px(64))
        self.columns = hour_columns(page, self.items, most)
        for number, column in enumerate(self.columns):
            for block in column.ground:
                self.hits.append(Hit(self._ground_label(number, block), block.item))
            self.hits += [Hit(self._place(number, block), block.item) for block in column.blocks]
            for crowd in column.crowds:
                whole = self._column(number)
                width = (whole.width() - 6) / crowd.lanes
                left = whole.left() + 2 + (crowd.lanes - 1) * width
                place = QRectF(left, self._y(crowd.top), width, max(self._y(crowd.bottom) - self._y(crowd.top), 16))
                self.crowds.append((place, column.day))

    @override
    def day_at(self, where: QPointF) -> date | None:
        if not self.columns or where.x() < self._left():
            return None
        at = int((where.x() - self._left()) // self._column(0).width())
        return self.columns[min(at, len(self.columns) - 1)].day

    def time_at(self, where: QPointF) -> datetime | None:
        """The wall-clock quarter that is drawn there."""
        day = self.day_at(where)
        if day is None:
            return None
        share = (where.y() - self._top()) / max(self.height() - self._top() - 1, 1)
        minutes = round(share * DAY_MINUTES / QUARTER) * QUARTER
        return datetime.combine(day, time()) + timedelta(minutes=min(max(minutes, 0), DAY_MINUTES))

    @override
    def stretches(self, hit: Hit, where: QPointF) -> bool:
        return hit.where.bottom() - where.y() <= EDGE and hit.item.look not in {"window", "freeze"}

    @override
    def moved(self, drag: Drag) -> tuple[datetime, datetime]:
        item, put = drag.item, self.time_at(drag.now)
        taken = self.time_at(drag.begun)
        if put is None or taken is None:
            return item.start, item.end
        if drag.stretching:
            return item.start, max(put, item.start + LEAST)
        by = put - taken
        return item.start + by, item.end + by

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and key in STEPS and self.page is not None:
            self.day_chosen.emit(self.page.day + DAY * STEPS[key])
        elif plain and key in THROUGH:
            self.step_through(THROUGH[key])
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.page is None:
            return
        self._paint_hours(painter)
        for number, column in enumerate(self.columns):
            self._paint_ground(painter, number, column)
        for hit in self.hits:
            room = hit.where.width() >= self.theme.px(110)
            times = hit.item.times if room else f"{hit.item.start:%H:%M}"
            words = hit.item.title if hit.item.look == "freeze" else f"{times}  {hit.item.title}"
            self.chips.paint(painter, hit.where, hit.item, words, chosen=hit.item.key == self.choice)
        self._paint_crowds(painter)
        self._paint_now(painter)
        self._paint_heads(painter)
        self.paint_drag(painter)

    def _paint_hours(self, painter: QPainter) -> None:
        painter.setFont(self.theme.font("micro"))
        for hour in range(25):
            y = self._y(hour * 60)
            painter.setPen(self.theme.color("line_soft"))
            painter.drawLine(QPointF(self._left(), y), QPointF(self.width(), y))
            if hour < 24:
                painter.setPen(self.theme.color("ink3"))
                painter.drawText(QRectF(0, y, self._left() - 4, self.theme.px(14)), CENTRED, f"{hour:02d}:00")

    def _paint_ground(self, painter: QPainter, number: int, column: HourColumn) -> None:
        whole = self._column(number)
        painter.setPen(self.theme.color("line"))
        painter.drawLine(whole.topLeft(), whole.bottomLeft())
        for block in column.ground:
            band = QRectF(
                whole.left() + 1, self._y(block.top), whole.width() - 1, self._y(block.bottom) - self._y(block.top)
            )
            if block.item.look == "freeze":
                hatch(painter, band, self.theme.color("line"))
            else:
                painter.fillRect(band, self.theme.color("zebra"))
                painter.setPen(self.theme.color("line_strong"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(band.adjusted(0, 0, -1, 0))

    def _paint_heads(self, painter: QPainter) -> None:
        """The heads stay in sight while the hours are scrolled."""
        seen = max(0, -self.y())
        painter.fillRect(QRectF(0, seen, self.width(), self._top()), self.theme.color("surface"))
        for number, column in enumerate(self.columns):
            self._paint_head(painter, number, column.day, seen)

    def _paint_head(self, painter: QPainter, number: int, day: date, seen: int) -> None:
        whole = self._column(number)
        head = QRectF(whole.left() + 2, seen + 2, whole.width() - 4, self._top() - 4)
        colour, page = self.theme.color, self.page
        if day == self.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(head, 4, 4)
        painter.setPen(colour("accent_ink" if day == self.today else "ink2"))
        painter.setFont(self.theme.font("small", 600))
        painter.drawText(head, CENTRED, day_words(day))
        if self.hasFocus() and page is not None and day == page.day:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(head, 4, 4)

    def _paint_now(self, painter: QPainter) -> None:
        for number, column in enumerate(self.columns):
            if self.now is not None and column.day == self.now.date():
                y, whole = self._y(self.now.hour * 60 + self.now.minute), self._column(number)
                painter.setPen(QPen(self.theme.color("accent"), 2))
                painter.drawLine(QPointF(whole.left(), y), QPointF(whole.right(), y))

    def _paint_crowds(self, painter: QPainter) -> None:
        painter.setFont(self.theme.font("small", 500))
        counts = [crowd.count for column in self.columns for crowd in column.crowds]
        for (where, _), count in zip(self.crowds, counts, strict=True):
            painter.setPen(self.theme.color("line"))
            painter.setBrush(self.theme.color("raised"))
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 3, 3)
            painter.setPen(self.theme.color("link"))
            top = where.adjusted(2, 2, -2, 0)
            painter.drawText(top, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), f"+{count} more")

    def _left(self) -> int:
        return self.theme.px(46)

    def _top(self) -> int:
        return self.theme.px(28)

    def _y(self, minutes: int) -> float:
        return self._top() + (self.height() - self._top() - 1) * minutes / DAY_MINUTES

    def _column(self, number: int) -> QRectF:
        width = (self.width() - self._left()) / max(len(self.columns), 1)
        return QRectF(self._left() + number * width, self._top(), width, self.height() - self._top())

    def _place(self, number: int, block: Block) -> QRectF:
        whole = self._column(number)
        width = (whole.width() - 6) / block.lanes
        top, bottom = self._y(block.top), self._y(block.bottom)
        return QRectF(whole.left() + 2 + block.lane * width, top + 1, width - 2, bottom - top - 2)

    def _ground_label(self, number: int, block: Block) -> QRectF:
        whole = self._column(number)
        return QRectF(whole.left() + 3, self._y(block.bottom) - self.theme.px(21), whole.width() - 6, self.theme.px(19))
