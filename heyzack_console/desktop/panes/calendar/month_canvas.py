"""The month: weeks as rows, windows in the heads of days, freezes hatched."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from typing_extensions import override

from heyzack_console.desktop.panes.calendar.canvas import CalendarCanvas, Drag, Hit
from heyzack_console.desktop.panes.calendar.month_places import MonthPlaces
from heyzack_console.desktop.theme.hatch import hatch
from heyzack_console.presentation.calendar.month import Week, month_weeks
from heyzack_console.presentation.calendar.pages import DAY, Page

NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ROWS, LEAST_ROW = 6, 68
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
CENTRED = int(Qt.AlignmentFlag.AlignCenter)
AT_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class MonthCanvas(CalendarCanvas):
    """Draws a month."""

    weeks: tuple[Week, ...] = ()
    places = MonthPlaces(0, 0, 1, 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(420), self.theme.px(24 + ROWS * LEAST_ROW))

    @override
    def lay_out(self, page: Page) -> None:
        self.places = MonthPlaces(self.width(), self.height(), len(page.days) // 7, self.theme.px(100) / 100)
        self.weeks = month_weeks(page, self.items, self.places.lanes)
        for number, week in enumerate(self.weeks):
            self.hits += [Hit(self.places.bar(number, bar), bar.item) for bar in week.bars]
            for column, day in enumerate(week.days):
                self.hits += [Hit(self.places.window(number, column), one) for one in week.windows[column][:1]]
                if week.more[column]:
                    self.crowds.append((self.places.more(number, column), day))

    @override
    def day_at(self, where: QPointF) -> date | None:
        if self.page is None or where.x() < self.places.left or where.y() < self.places.top:
            return None
        column = min(int((where.x() - self.places.left) // self.places.column), 6)
        row = int((where.y() - self.places.top) // self.places.row)
        return self.weeks[row].days[column] if row < len(self.weeks) else None

    @override
    def moved(self, drag: Drag) -> tuple[datetime, datetime]:
        taken, put = self.day_at(drag.begun), self.day_at(drag.now)
        by = put - taken if taken is not None and put is not None else timedelta(0)
        return drag.item.start + by, drag.item.end + by

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None and self.page is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.day_chosen.emit(self.page.day + DAY * step)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.page is None:
            return
        for number, week in enumerate(self.weeks):
            for column in range(len(week.days)):
                self._paint_ground(painter, number, column)
            for bar in week.freezes:
                place = self.places.days(number, bar)
                hatch(painter, place.adjusted(1, 1, 0, 0), self.theme.color("line"))
            for column, day in enumerate(week.days):
                self._paint_day(painter, number, column, day)
        for hit in self.hits:
            self.chips.paint(painter, hit.where, hit.item, self._words(hit), chosen=hit.item.key == self.choice)
        self._paint_more(painter)
        self._paint_names(painter)
        self.paint_drag(painter)

    def _words(self, hit: Hit) -> str:
        one = hit.item
        if one.look == "window":
            return one.times if hit.where.width() >= self.theme.px(96) else ""
        if one.look == "freeze" or one.long:
            return one.title
        return f"{one.start:%H:%M}  {one.title}"

    def _paint_names(self, painter: QPainter) -> None:
        """They stay in sight while the weeks are scrolled."""
        seen = max(0, -self.y())
        painter.fillRect(QRectF(0, seen, self.width(), self.places.top), self.theme.color("surface"))
        painter.setFont(self.theme.font("small", 500))
        painter.setPen(self.theme.color("ink3"))
        for column, name in enumerate(NAMES):
            where = QRectF(self.places.left + column * self.places.column, seen, self.places.column, self.places.top)
            painter.drawText(where, CENTRED, name)

    def _paint_ground(self, painter: QPainter, row: int, column: int) -> None:
        colour, place = self.theme.color, self.places.day(row, column)
        if column >= 5:
            painter.fillRect(place, colour("zebra"))
        painter.setPen(colour("line_soft"))
        painter.drawLine(place.topLeft(), place.topRight())
        painter.drawLine(place.topLeft(), place.bottomLeft())

    def _paint_day(self, painter: QPainter, row: int, column: int, day: date) -> None:
        colour, page, place = self.theme.color, self.page, self.places.day(row, column)
        here = page is not None and page.day.month == day.month
        number = QRectF(place.left() + 3, place.top() + 3, self.theme.px(26), self.theme.px(20))
        if day == self.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(number, 4, 4)
        painter.setPen(colour("accent_ink" if day == self.today else "ink" if here else "ink3"))
        painter.setFont(self.theme.font("strong" if here else "body"))
        painter.drawText(number, CENTRED, str(day.day))
        if column == 0:
            painter.setPen(colour("ink3"))
            painter.setFont(self.theme.font("micro"))
            week = QRectF(0, place.top() + 3, self.places.left, self.theme.px(20))
            painter.drawText(week, CENTRED, str(self.weeks[row].number))
        if self.hasFocus() and page is not None and day == page.day:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))

    def _paint_more(self, painter: QPainter) -> None:
        painter.setFont(self.theme.font("small", 500))
        painter.setPen(self.theme.color("link"))
        metrics = QFontMetricsF(painter.font())
        for where, day in self.crowds:
            row = next(week for week in self.weeks if day in week.days)
            words = f"+{row.more[row.days.index(day)]} more"
            painter.drawText(
                where.adjusted(4, 0, 0, 0),
                AT_LEFT,
                metrics.elidedText(words, Qt.TextElideMode.ElideRight, where.width()),
            )
