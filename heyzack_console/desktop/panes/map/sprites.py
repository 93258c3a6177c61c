"""Sheets of sprites, and painting thousands of them in one call."""

from typing import Protocol, cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from heyzack_console.desktop.panes.map.field import CATEGORIES, LOOKS, Indices, MarkerField
from heyzack_console.desktop.panes.map.shown import Shown
from heyzack_console.desktop.panes.map.tone_sprites import tone_picture, tone_side
from heyzack_console.desktop.theme.marker_shapes import half_extent
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.building.looks import DeviceLook
from heyzack_console.presentation.building.marks import MARK_CODES, MARK_STATES
from heyzack_console.presentation.map.layers import Tone

COLUMNS = 24
CHIP_LOOKS = ("normal", "on", "off", "stale", "no_path", "normal")
DOT = 8
DOT_MARK = 12
DOT_TONE = 6
"""Side of what the form round a dot leaves free."""
DOT_HALF = 9
"""Half the side of the sprite of a mark without ring and badge."""
FIELDS_OF_A_FRAGMENT = 10  # QPainter::PixmapFragment: x, y, source rectangle, scale x and y, rotation, opacity


class DrawSprite(Protocol):
    """Gives the picture of sprite *number*."""

    def __call__(self, number: int, ratio: float) -> QPixmap:
        """Return the picture, at pixel ratio *ratio*."""


class SpriteSheet:
    """Sprites of one size side by side; each is drawn when it is first needed."""

    def __init__(self, count: int, side: int, ratio: float, draw: DrawSprite) -> None:
        self.side = side
        self._ratio = ratio
        self._draw = draw
        self._cell = round(side * ratio)
        rows = -(-count // COLUMNS)
        self._sheet = QPixmap(COLUMNS * self._cell, rows * self._cell)
        self._sheet.fill(Qt.GlobalColor.transparent)
        self._ready = np.zeros(count, dtype=bool)

    def paint(
        self, painter: QPainter, numbers: NDArray[np.int32], px: NDArray[np.float64], py: NDArray[np.float64]
    ) -> None:
        """Paint sprite *numbers*[i] centred on (*px*[i], *py*[i])."""
        if not len(numbers):
            return
        self._make_ready(numbers)
        table = np.zeros((len(numbers), FIELDS_OF_A_FRAGMENT))
        table[:, 0], table[:, 1] = px, py
        table[:, 2] = (numbers % COLUMNS) * self._cell
        table[:, 3] = (numbers // COLUMNS) * self._cell
        table[:, 4:6] = self._cell
        table[:, 6:8] = 1 / self._ratio
        table[:, 9] = 1
        # The array's memory is read as Qt's own structs: one call instead of an object per marker.
        first = cast(QPainter.PixmapFragment, shiboken6.wrapInstance(table.ctypes.data, QPainter.PixmapFragment))
        painter.drawPixmapFragments(first, len(numbers), self._sheet)

    def _make_ready(self, numbers: NDArray[np.int32]) -> None:
        if self._ready[numbers].all():
            return
        painter = QPainter(self._sheet)
        for number in np.unique(numbers[~self._ready[numbers]]):
            row, column = divmod(int(number), COLUMNS)
            picture = self._draw(int(number), self._ratio)
            picture.setDevicePixelRatio(1.0)
            painter.drawPixmap(column * self._cell, row * self._cell, picture)
        painter.end()
        self._ready[numbers] = True


class MapSprites:
    """The six sheets of the map: chips, forms and marks, each for the plain and for the crowded plan."""

    def __init__(self, theme: Theme, markers: Markers, ratio: float) -> None:
        self._theme = theme
        self._markers = markers
        self.ratio = ratio
        self.narrow = theme.density == "compact"
        self.chip_size = theme.gap({"compact": "chip_narrow", "touch": "chip_touch"}.get(theme.density, "chip_wide"))
        self.chip_size += self.chip_size % 2
        self.mark_small = theme.gap("mark_map_small")
        self.mark_large = theme.gap("mark_group" if self.narrow else "mark_map_large")
        chips = len(CATEGORIES) * LOOKS
        self.chips = SpriteSheet(chips, self.chip_size, ratio, self._chip)
        self.dots = SpriteSheet(LOOKS, DOT, ratio, self._dot)
        self.tones = SpriteSheet(len(Tone), tone_side(self.chip_size), ratio, self._tone)
        self.dot_tones = SpriteSheet(len(Tone), tone_side(DOT_TONE), ratio, self._dot_tone)
        self.marks = SpriteSheet(2 * MARK_CODES + 2, 2 * half_extent(self.mark_large), ratio, self._mark)
        self.dot_marks = SpriteSheet(2 * MARK_CODES + 2, 2 * DOT_HALF, ratio, self._dot_mark)

    @property
    def mark_shift(self) -> tuple[float, float]:
        """How far the mark's middle lies from the chip's: outside its upper right corner, clear of the glyph."""
        return float(round(0.9 * self.chip_size)), float(-round(0.6 * self.chip_size))

    def reach(self, *, crowded: bool) -> int:
        """How far from a chip's middle anything of the marker reaches, in pixels."""
        if crowded:
            return DOT_HALF
        return round(0.9 * self.chip_size) + half_extent(self.mark_large) + 1

    def shift(self, *, crowded: bool) -> tuple[float, float]:
        """How far the mark's middle lies from the chip's; on a crowded plan the mark stands for the device."""
        return (0.0, 0.0) if crowded else self.mark_shift

    def mark_half(self, *, crowded: bool) -> int:
        """Half the side of a mark's sprite."""
        return half_extent(DOT_MARK if crowded else self.mark_large)

    def paint_chips(self, painter: QPainter, field: MarkerField, shown: Shown, numbers: Indices) -> None:
        """Paint the devices *numbers*: chips, or dots where it is crowded."""
        self._paint_tones(painter, field, shown, numbers[field.tone[numbers] > 0])
        chips = field.chip[numbers]
        if shown.crowded:
            self.dots.paint(painter, chips % LOOKS, shown.px[numbers], shown.py[numbers])
        else:
            self.chips.paint(painter, chips, shown.px[numbers], shown.py[numbers])

    def paint_marks(self, painter: QPainter, field: MarkerField, shown: Shown, numbers: Indices, *, lit: bool) -> None:
        """Paint the marks of the devices *numbers*, all of which have one."""
        dx, dy = self.shift(crowded=shown.crowded)
        px, py, marks = shown.px[numbers] + dx, shown.py[numbers] + dy, field.mark[numbers]
        if shown.crowded:
            self.dot_marks.paint(painter, 2 * marks + int(lit), px, py)
        else:
            self.marks.paint(painter, 2 * marks + int(lit), px, py)

    def paint_chip(self, painter: QPainter, code: int, px: float, py: float) -> None:
        """Paint one chip that belongs to no device's place, such as one on its way."""
        spot = np.array([round(px)], dtype=np.float64), np.array([round(py)], dtype=np.float64)
        self.chips.paint(painter, np.array([code], dtype=np.int32), *spot)

    def _paint_tones(self, painter: QPainter, field: MarkerField, shown: Shown, numbers: Indices) -> None:
        sheet = self.dot_tones if shown.crowded else self.tones
        sheet.paint(painter, field.tone[numbers], shown.px[numbers], shown.py[numbers])

    def _tone(self, number: int, ratio: float) -> QPixmap:
        return tone_picture(self._theme, Tone(number), self.chip_size, ratio)

    def _dot_tone(self, number: int, ratio: float) -> QPixmap:
        return tone_picture(self._theme, Tone(number), DOT_TONE, ratio)

    def _chip(self, number: int, ratio: float) -> QPixmap:
        category, look = divmod(number, LOOKS)
        return QPixmap(self._markers.chip(CATEGORIES[category].value, CHIP_LOOKS[look], self.chip_size, ratio))

    def _mark(self, number: int, ratio: float) -> QPixmap:
        code, lit = divmod(number, 2)
        priority, state = mark_parts(code)
        size = self.mark_large if state == "unacknowledged" else self.mark_small
        picture = self._markers.mark(priority, state, size, bool(lit), ratio)
        return _centred(picture, 2 * half_extent(self.mark_large), ratio)

    def _dot_mark(self, number: int, ratio: float) -> QPixmap:
        code, lit = divmod(number, 2)
        priority, state = mark_parts(code)
        plate = _empty(2 * DOT_HALF, ratio)
        painter = QPainter(plate)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(DOT_HALF, DOT_HALF)
        # A dot has no room for a ring: it pales instead, which leaves shape and digit readable.
        aside = state in {"shelved", "suppressed", "out_of_service"}
        painter.setOpacity(0.35 if aside else 1.0 if lit else 0.72)
        self._markers.paint_mark(painter, priority, state, DOT_MARK, lit=True)
        painter.end()
        return plate

    def _dot(self, number: int, ratio: float) -> QPixmap:
        picture = _empty(DOT, ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = DeviceLook(number)
        hollow = look in {DeviceLook.STALE, DeviceLook.NO_PATH, DeviceLook.OFF}
        ink = self._theme.color("device_off" if hollow else "device_on" if look is DeviceLook.ON else "device")
        painter.setPen(QPen(ink, 1))
        painter.setBrush(self._theme.color("chip") if hollow else ink)
        where = QRectF(1, 1, DOT - 2, DOT - 2)
        painter.drawRoundedRect(where, 1.5, 1.5)
        if look is DeviceLook.NO_PATH:
            painter.drawLine(QPointF(1, DOT - 1), QPointF(DOT - 1, 1))
        painter.end()
        return picture


def mark_parts(code: int) -> tuple[int, str]:
    """Return priority and state of a mark's code (1 to 24)."""
    state, priority = divmod(code - 1, 4)
    return priority + 1, MARK_STATES[state]


def _empty(side: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _centred(picture: QPixmap, side: int, ratio: float) -> QPixmap:
    plate = _empty(side, ratio)
    painter = QPainter(plate)
    inner = picture.deviceIndependentSize()
    painter.drawPixmap(QPointF((side - inner.width()) / 2, (side - inner.height()) / 2), picture)
    painter.end()
    return plate
