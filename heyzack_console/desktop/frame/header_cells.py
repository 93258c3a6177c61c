"""The cells of the header strip."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from heyzack_console.desktop.frame.header_button import PAD, HeaderButton
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.header import Cell, Clock

LETTERS = ("S", "D", "O")
LETTER_WORDS = ("shelved", "suppressed by design", "out of service")
PRIORITY_WORDS = ("critical", "high", "medium", "low")


class SiteCell(HeaderButton):
    """Name and size of the building."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._site = self._size = ""

    def show_site(self, site: str, size: str) -> None:
        """Show the building's name and how big it is."""
        self._site, self._size = site, size
        self.setAccessibleName(f"Site {site}, {size}")
        self.setToolTip(f"{site} · {size}")
        self.update()

    @override
    def content_width(self) -> int:
        return self.look.px(136 if self.narrow else 190)

    @override
    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        name = (self._site, self.look.font("lead"), "ink")
        self.two_lines(painter, area, name, (self._size, self.look.font("small", 500), "ink2"))


class MarksCell(HeaderButton):
    """How many alerts nobody has acknowledged, by priority."""

    def __init__(self, theme: Theme, marks: Markers, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._marks = marks
        self._counts = (0, 0, 0, 0)

    def show_counts(self, counts: tuple[int, int, int, int]) -> None:
        """Show the counts of P1 to P4."""
        self._counts = counts
        spoken = ", ".join(f"{count} {word}" for count, word in zip(counts, PRIORITY_WORDS, strict=True))
        self.setAccessibleName(f"Unacknowledged: {spoken}")
        self.setToolTip(f"Unacknowledged alerts: {spoken}")
        self.update()

    @override
    def content_width(self) -> int:
        return 4 * self._step()

    @override
    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        middle = area.center().y()
        if not self.narrow:
            font = self.look.font("small", 500)
            tall = painter.fontMetrics().height()
            self.one_line(painter, QPointF(area.left(), middle - tall / 2 - 1), "Unacknowledged", font, "ink2")
            middle += tall / 2 + 1
        for number, count in enumerate(self._counts):
            self._paint_one(painter, QPointF(area.left() + number * self._step(), middle), number + 1, count)

    def _paint_one(self, painter: QPainter, where: QPointF, priority: int, count: int) -> None:
        # Below 15 px a mark shows the priority alone, which is all that a counter needs.
        size = self.look.px(16 if self.narrow else 14)
        painter.save()
        painter.translate(where.x() + size / 2, where.y())
        self._marks.paint_mark(painter, priority, "counter" if count else "none", size, lit=False)
        painter.restore()
        most = 99 if self.narrow else 999
        text, token = (str(count) if count <= most else f"{most}+", "ink") if count else ("0", "ink3")
        self.one_line(painter, QPointF(where.x() + size + 6, where.y()), text, self.look.font("strong"), token)

    def _step(self) -> int:
        return self.look.px(22) + 4 + self.wide("99+" if self.narrow else "999+", "strong")


class FigureCell(HeaderButton):
    """A label over a figure, with a glyph where there is room."""

    def __init__(self, theme: Theme, glyph: str, widest: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._glyph = glyph
        self._widest = widest
        self._cell = Cell("", "", "", "", "")

    def fits(self, cell: Cell) -> bool:
        """Tell whether *cell* needs no other width than the one that is shown."""
        return self.abnormal == cell.abnormal and self._cell.label == cell.label

    def show_cell(self, cell: Cell) -> None:
        """Show *cell*; an abnormal one gets a tinted ground and a glyph."""
        self._cell = cell
        self.abnormal = cell.abnormal
        self.setAccessibleName(f"{cell.label}: {cell.value}")
        self.setToolTip(cell.tip)
        self.update()

    @override
    def content_width(self) -> int:
        text = max(self.wide(self._widest[self.narrow], "strong"), self.wide(self._label(), "small", 500))
        return text + self._glyph_room()

    @override
    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        room = self._glyph_room()
        ink = "caution" if self.abnormal else "ink"
        if room:
            size = self.look.size("icon_tool")
            where = QRectF(area.left(), area.center().y() - size / 2, size, size)
            name = "caution" if self.abnormal and self.narrow else self._glyph
            self.look.icons.paint(painter, name, where, self.look.color(ink if self.abnormal else "ink2"))
        value = self._cell.short if self.narrow else self._cell.value
        self.two_lines(
            painter,
            area.adjusted(room, 0, 0, 0),
            (self._label(), self.look.font("small", 500), "ink2"),
            (value, self.look.font("strong"), ink),
        )

    def _label(self) -> str:
        return self._cell.short_label if self.narrow else self._cell.label

    def _glyph_room(self) -> int:
        return 0 if self.narrow and not self.abnormal else self.look.size("icon_tool") + 8


class CountsCell(HeaderButton):
    """What is hidden from the queue: shelved, suppressed, out of service."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._counts = (0, 0, 0)

    def show_counts(self, counts: tuple[int, int, int]) -> None:
        """Show the three counts."""
        self._counts = counts
        spoken = ", ".join(f"{count} {word}" for count, word in zip(counts, LETTER_WORDS, strict=True))
        self.setAccessibleName(spoken)
        self.setToolTip(f"Alerts not in the queue: {spoken}")
        self.update()

    @override
    def content_width(self) -> int:
        return 3 * self._step()

    @override
    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        side = self.look.px(15)
        font = self.look.font("micro", 600)
        for number, (letter, count) in enumerate(zip(LETTERS, self._counts, strict=True)):
            box = QRectF(area.left() + number * self._step() + 0.5, area.center().y() - side / 2, side, side)
            painter.setPen(QPen(self.look.color("ink3"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3, 3)
            painter.setFont(font)
            painter.setPen(self.look.color("ink2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
            start = QPointF(box.right() + 6, area.center().y())
            self.one_line(painter, start, str(min(count, 999)), self.look.font("body", 500), "ink")

    def _step(self) -> int:
        return self.look.px(15) + 18 + self.wide("88", "body", 500)


class GlyphCell(HeaderButton):
    """A glyph alone: sound, or the palette where its field has no room."""

    def __init__(self, theme: Theme, glyph: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._glyph = glyph

    def show_glyph(self, glyph: str, name: str, *, abnormal: bool = False) -> None:
        """Show *glyph*; *name* says in words what it means."""
        self._glyph = glyph
        self.abnormal = abnormal
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @override
    def content_width(self) -> int:
        return self.look.size("icon_rail")

    @override
    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        size = self.look.px(19)
        where = QRectF(area.center().x() - size / 2, area.center().y() - size / 2, size, size)
        self.look.icons.paint(painter, self._glyph, where, self.look.color("caution" if self.abnormal else "ink2"))


class ClockCell(HeaderButton):
    """Time and date at the site."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._clock = Clock("", "", "", "")

    def show_clock(self, clock: Clock) -> None:
        """Show the time; UTC is in the tooltip."""
        self._clock = clock
        self.setAccessibleName(f"{clock.time}, {clock.date}")
        self.setToolTip(clock.tip)
        self.update()

    @override
    def content_width(self) -> int:
        date = "28 Sep +02" if self.narrow else "Wed 28 Sep +02"
        return max(self.wide("00:00:00", "lead"), self.wide(date, "small", 500))

    @override
    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        date = self._clock.short_date if self.narrow else self._clock.date
        upper = (self._clock.time, self.look.font("lead"), "ink")
        self.two_lines(painter, area, upper, (date, self.look.font("small", 500), "ink2"))


class UserCell(HeaderButton):
    """Who acts here, and as what."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._user = self._role = self._initials = ""

    def show_user(self, user: str, role: str, initials: str) -> None:
        """Show name and role, or the initials alone where it is narrow."""
        self._user, self._role, self._initials = user, role, initials
        self.setAccessibleName(f"Signed in as {user}, {role}")
        self.setToolTip(f"{user} · {role}")
        self.update()

    @override
    def content_width(self) -> int:
        plate = self.look.px(28)
        return plate if self.narrow else plate + PAD + self.look.px(124)

    @override
    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        side = self.look.px(28)
        plate = QRectF(area.left(), area.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("selected_off"))
        painter.drawEllipse(plate)
        painter.setFont(self.look.font("micro", 600))
        painter.setPen(self.look.color("ink"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._initials)
        if not self.narrow:
            upper = (self._user, self.look.font("strong"), "ink")
            rest = area.adjusted(side + PAD, 0, 0, 0)
            self.two_lines(painter, rest, upper, (self._role, self.look.font("small", 500), "ink2"))
