"""Sprites of alert marks and device chips, each drawn once per theme."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from heyzack_console.desktop.theme.hatch import hatch
from heyzack_console.desktop.theme.icons import blank
from heyzack_console.desktop.theme.marker_shapes import digit_drop, half_extent, outline, ring_growth
from heyzack_console.desktop.theme.theme import Theme

LETTERS = {"shelved": "S", "suppressed": "D", "out_of_service": "O"}
SMALLEST_WITH_STATE = 15
EDGE = 1.1


class Markers:
    """Hands out sprites; they are drawn anew after a change of theme.

    A mark's picture is square with the mark's nominal centre in its middle, so that all marks of one size align.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._marks: dict[tuple[int, str, int, bool, float], QPixmap] = {}
        self._chips: dict[tuple[str, str, int, float], QPixmap] = {}
        theme.changed.connect(self._forget)

    def mark(self, priority: int, state: str, size: int, lit: bool = True, ratio: float = 1.0) -> QPixmap:
        """Return the sprite of an alert.

        Args:
            priority: 1 to 4.
            state: the alert's state in lower case: ``unacknowledged``, ``acknowledged``, ``returned``, ``shelved``,
                ``suppressed`` or ``out_of_service``; ``counter`` shows the priority alone at any size,
                ``none`` its hollow grey shape, where a counter stands at nought.
            size: nominal size; below 15 only the priority shows.
            lit: the flash clock's answer for this state.
        """
        key = (priority, state, size, lit, ratio)
        found = self._marks.get(key)
        if found is None:
            found = blank(2 * half_extent(size), ratio)
            painter = _open(found)
            self.paint_mark(painter, priority, state, size, lit)
            painter.end()
            self._marks[key] = found
        return found

    def chip(self, category: str, look: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return the sprite of a device: its category's glyph on a neutral plate.

        Args:
            look: ``normal``, ``on``, ``off``, ``no_path`` or ``stale``.
        """
        key = (category, look, size, ratio)
        found = self._chips.get(key)
        if found is None:
            found = blank(size, ratio)
            painter = _open(found)
            self._paint_chip(painter, category, look, size)
            painter.end()
            self._chips[key] = found
        return found

    def paint_mark(self, painter: QPainter, priority: int, state: str, size: int, lit: bool) -> None:
        """Draw one mark round the painter's origin, without the cache: for print and legends."""
        if state == "none":
            self._hollow(painter, priority, size, str(priority), ("ink3", "ink3"))
            return
        if size < SMALLEST_WITH_STATE or state == "counter":
            self._filled(painter, priority, size)
            return
        if state in LETTERS:
            self._hollow(painter, priority, size, LETTERS[state], ("ink3", "ink2"))
        elif state == "returned":
            painter.setOpacity(1.0 if lit else 0.45)
            self._hollow(painter, priority, size, str(priority), (f"p{priority}_text", f"p{priority}_text"))
            painter.setOpacity(1.0)
            self._badge(painter, size, _return_arrow(size))
        else:
            self._filled(painter, priority, size)
            if state == "unacknowledged" and lit:
                self._ring(painter, priority, size)
            elif state == "acknowledged":
                self._badge(painter, size, _check(size))

    def _filled(self, painter: QPainter, priority: int, size: int) -> None:
        colour = self._theme.color
        edged = self._theme.name == "light"
        painter.setPen(QPen(colour(f"p{priority}_edge"), EDGE) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"p{priority}"))
        painter.drawPath(outline(priority, size))
        self._sign(painter, priority, size, str(priority), colour(f"p{priority}_on"))

    def _ring(self, painter: QPainter, priority: int, size: int) -> None:
        # Where the fill alone is too dim or too pale for a thin line, the ring takes the edge's colour.
        edged = (priority == 1) == (self._theme.name == "dark")
        pen = QPen(self._theme.color(f"p{priority}_edge" if edged else f"p{priority}"), 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline(priority, size, ring_growth(priority, size)))

    def _hollow(self, painter: QPainter, priority: int, size: int, sign: str, inks: tuple[str, str]) -> None:
        pen = QPen(self._theme.color(inks[0]), 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(self._theme.color("surface"))
        painter.drawPath(outline(priority, size))
        self._sign(painter, priority, size, sign, self._theme.color(inks[1]))

    def _sign(self, painter: QPainter, priority: int, size: int, sign: str, colour: QColor) -> None:
        share = 0.62 if sign.isdigit() else 0.56
        font = self._theme.font("body", weight=700)
        font.setPixelSize(max(8, round(share * size)))
        painter.setFont(font)
        painter.setPen(colour)
        side = 2.0 * size
        middle = QRectF(-size, -size + digit_drop(priority, size), side, side)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, sign)

    def _badge(self, painter: QPainter, size: int, stroke: QPainterPath) -> None:
        ground, ink = self._theme.color("surface"), self._theme.color("ink")
        radius = 0.25 * size + 1
        painter.setPen(QPen(ground, 1.4))
        painter.setBrush(ink)
        centre = QPointF(0.44 * size, 0.42 * size)
        painter.drawEllipse(centre, radius, radius)
        pen = QPen(ground, 1.5 if size >= 20 else 1.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(stroke.translated(centre))

    def _paint_chip(self, painter: QPainter, category: str, look: str, size: int) -> None:
        colour = self._theme.color
        half = size / 2
        plate = QPainterPath()
        plate.addRoundedRect(QRectF(0.5 - half, 0.5 - half, size - 1, size - 1), 0.22 * size, 0.22 * size)
        if look == "no_path":
            painter.setPen(QPen(colour("device_off"), 1.2, Qt.PenStyle.DashLine))
        elif look == "stale" or self._theme.name == "light":
            painter.setPen(QPen(colour("device_off" if look == "stale" else "line"), 1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("chip"))
        painter.drawPath(plate)
        if look == "stale":
            hatch(painter, plate.boundingRect(), colour("map_line"), 4, plate)
        ink = {"on": "device_on", "normal": "device"}.get(look, "device_off")
        glyph = 0.66 * size
        where = QRectF(-glyph / 2, -glyph / 2, glyph, glyph)
        self._theme.icons.paint(painter, f"category.{category}", where, colour(ink))
        if look == "no_path":
            painter.setPen(QPen(colour("device_off"), 1.4))
            reach = 0.36 * size
            painter.drawLine(QPointF(-reach, reach), QPointF(reach, -reach))

    def _forget(self) -> None:
        self._marks.clear()
        self._chips.clear()


def _open(picture: QPixmap) -> QPainter:
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    middle = picture.deviceIndependentSize().width() / 2
    painter.translate(middle, middle)
    return painter


def _check(size: int) -> QPainterPath:
    radius = 0.25 * size + 1
    return _line((-0.45, 0.02), (-0.1, 0.36), (0.46, -0.34), scale=radius)


def _return_arrow(size: int) -> QPainterPath:
    radius = 0.25 * size + 1
    path = _line((0.45, -0.4), (0.45, 0.1), (-0.45, 0.1), scale=radius)
    path.addPath(_line((-0.12, -0.25), (-0.48, 0.1), (-0.12, 0.45), scale=radius))
    return path


def _line(*points: tuple[float, float], scale: float) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x * scale, y * scale) for x, y in points]))
    return path
