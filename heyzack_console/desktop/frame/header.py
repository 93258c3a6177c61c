"""The header strip: always there, always the same order, never losing what must be seen."""

from functools import partial

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from heyzack_console.desktop.frame.find_field import WORDS, FindField
from heyzack_console.desktop.frame.header_button import HeaderButton
from heyzack_console.desktop.frame.header_cells import (
    ClockCell,
    CountsCell,
    FigureCell,
    GlyphCell,
    MarksCell,
    SiteCell,
    UserCell,
)
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.header import HeaderState

GAP = 10
FIELD_LEAST = 150
FIELD_MOST = 420


class HeaderStrip(QWidget):
    """Lays its cells out by the room there is: field, then a glyph for it, then two lines."""

    opened = Signal(str)
    """Carries what was pressed: ``site``, ``unacknowledged``, ``palette``, ``lan``, ``cloud``, ``data``, ``unsent``,
    ``hidden``, ``sound``, ``clock`` or ``user``."""

    def __init__(self, theme: Theme, marks: Markers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rules: list[QPointF] = []
        self._rows = 1
        self._site = SiteCell(theme, self)
        self._marks = MarksCell(theme, marks, self)
        self._field = FindField(theme, self)
        self._find = GlyphCell(theme, "search", self)
        self._lan = FigureCell(theme, "lan", ("8,888 of 8,888", "8888/8888"), self)
        self._cloud = FigureCell(theme, "cloud", ("connecting", "9999 ms"), self)
        self._data = FigureCell(theme, "data_age", ("none yet", "none"), self)
        self._unsent = FigureCell(theme, "unsent", ("888 orders", "888"), self)
        self._hidden = CountsCell(theme, self)
        self._sound = GlyphCell(theme, "sound", self)
        self._clock = ClockCell(theme, self)
        self._user = UserCell(theme, self)
        self._find.show_glyph("search", f"{WORDS} (Ctrl K)")
        self._connect()
        theme.changed.connect(self.settle)

    @property
    def cells(self) -> tuple[HeaderButton, ...]:
        """All cells in the order of reading, without the palette's field."""
        return (*self._first, *self._figures, self._sound, self._clock, self._user)

    def show_state(self, state: HeaderState) -> None:
        """Show *state*."""
        self._site.show_site(state.site, state.size)
        self._marks.show_counts(state.unacknowledged)
        figures = (
            (self._lan, state.lan),
            (self._cloud, state.cloud),
            (self._data, state.newest),
            (self._unsent, state.unsent),
        )
        jumped = not all(cell.fits(now) for cell, now in figures)
        for cell, now in figures:
            cell.show_cell(now)
        self._hidden.show_counts((state.shelved, state.suppressed, state.out_of_service))
        self._clock.show_clock(state.clock)
        self._user.show_user(state.user, state.role, state.initials)
        name = "Sound is off, press M to hear alerts" if state.muted else "Sound is on, press M to silence"
        self._sound.show_glyph("silenced" if state.muted else "sound", name, abnormal=state.muted)
        if jumped:
            self.settle()

    def settle(self) -> None:
        """Choose the form that fits the width and place every cell."""
        narrow = self.width() < self._theme.size("narrow_below")
        for cell in self.cells:
            cell.be_narrow(narrow=narrow)
        cells = sum(cell.sizeHint().width() for cell in self.cells)
        gaps = GAP * (len(self.cells) + 2)
        room = self.width() - cells - gaps - 2 * GAP
        self._rows = 1 if room >= self._find.sizeHint().width() else 2
        height = self._theme.size("header_narrow" if narrow else "header_wide")
        self.setFixedHeight(height * self._rows)
        self._field.setVisible(room >= FIELD_LEAST and self._rows == 1)
        self._find.setVisible(not self._field.isVisibleTo(self))
        self._rules.clear()
        if self._rows == 1:
            self._place(0, height, (*self._first, None, *self._figures, self._sound, self._clock, self._user))
        else:
            self._place(0, height, (*self._first, None, self._sound, self._clock, self._user))
            self._place(height, height, (None, *self._figures))
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        half = self._theme.px(10)
        for where in self._rules:
            painter.drawLine(where + QPointF(0, -half), where + QPointF(0, half))

    @property
    def _first(self) -> tuple[HeaderButton, ...]:
        return (self._site, self._marks)

    @property
    def _figures(self) -> tuple[HeaderButton, ...]:
        return (self._lan, self._cloud, self._data, self._unsent, self._hidden)

    def _place(self, top: int, height: int, cells: tuple[HeaderButton | None, ...]) -> None:
        """Place *cells* from the left up to None and the rest from the right; the palette gets what is between."""
        middle = cells.index(None)
        left = GAP
        for cell in cells[:middle]:
            if cell is not None:
                left = self._put(cell, left, top, height)
        right = self.width() - GAP
        for cell in reversed(cells[middle + 1 :]):
            if cell is not None:
                right = self._put(cell, right - cell.sizeHint().width() - GAP, top, height, before=True)
        if top == 0:
            self._place_field(left, right, height)

    def _put(self, cell: HeaderButton, x: int, top: int, height: int, *, before: bool = False) -> int:
        width = cell.sizeHint().width()
        cell.setGeometry(x + GAP // 2 if before else x, top, width, height - 1)
        edge = x if before else x + width + GAP
        ruled = cell not in (self._cloud, self._data, self._unsent)
        if ruled:
            self._rules.append(QPointF(edge + (0 if before else -GAP / 2) + 0.5, top + height / 2))
        return edge

    def _place_field(self, left: int, right: int, height: int) -> None:
        room = right - left - 2 * GAP
        if self._field.isVisibleTo(self):
            width = min(room, self._theme.px(FIELD_MOST))
            tall = self._theme.size("control")
            self._field.setGeometry(left + GAP + (room - width) // 2, (height - tall) // 2, width, tall)
        else:
            width = self._find.sizeHint().width()
            self._find.setGeometry(right - GAP - width, 0, width, height - 1)

    def _connect(self) -> None:
        names = {
            "site": self._site,
            "unacknowledged": self._marks,
            "palette": self._field,
            "lan": self._lan,
            "cloud": self._cloud,
            "data": self._data,
            "unsent": self._unsent,
            "hidden": self._hidden,
            "sound": self._sound,
            "clock": self._clock,
            "user": self._user,
        }
        for name, cell in names.items():
            cell.clicked.connect(partial(self._open, name))
        self._find.clicked.connect(partial(self._open, "palette"))

    def _open(self, name: str) -> None:
        self.opened.emit(name)
