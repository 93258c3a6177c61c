"""The forms round chips by which a layer sets devices apart; each has a shape of its own."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from heyzack_console.desktop.theme.icons import blank
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.map.layers import Tone

ROOM = 6
"""Pixels by which a form reaches past the chip on each side."""
INKS = {Tone.LOW: "caution", Tone.CRITICAL: "caution"}


def paint_tone(painter: QPainter, theme: Theme, tone: Tone, inner: float) -> None:
    """Paint *tone* round the painter's origin, about a chip of *inner* pixels."""
    if tone is Tone.NONE:
        return
    half = inner / 2 + 2.5
    box = QRectF(-half, -half, 2 * half, 2 * half)
    pen = QPen(theme.color(INKS.get(tone, "ink2")), 1.3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if tone is Tone.DASHED:
        pen.setDashPattern([3, 2.4])
    elif tone is Tone.LOW:
        pen.setWidthF(1.8)
        pen.setDashPattern([4, 2])
    elif tone is Tone.CRITICAL:
        pen.setWidthF(2.6)
    elif tone is Tone.PLATE:
        pen.setWidthF(2.0)
        painter.setBrush(theme.color("selected_off"))
    painter.setPen(pen)
    if tone in {Tone.LOW, Tone.CRITICAL, Tone.PLATE}:
        painter.drawRect(box)
    else:
        painter.drawRoundedRect(box, half, half)
    if tone is Tone.DOUBLE:
        wide = box.adjusted(-2.8, -2.8, 2.8, 2.8)
        painter.drawRoundedRect(wide, wide.width() / 2, wide.height() / 2)
    elif tone is Tone.PLATE:
        # Corners cut off by a second line keep it apart from the frame of a selection.
        painter.drawRect(box.adjusted(-2.4, 4, 2.4, -4))


def tone_picture(theme: Theme, tone: Tone, inner: int, ratio: float) -> QPixmap:
    """Return *tone* about a chip of *inner* pixels, which stays clear."""
    side = tone_side(inner)
    picture = QPixmap(blank(side, ratio))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    paint_tone(painter, theme, tone, inner)
    painter.end()
    return picture


def tone_side(inner: int) -> int:
    """Return the side of the picture of a form about a chip of *inner* pixels."""
    return inner + 2 * ROOM
