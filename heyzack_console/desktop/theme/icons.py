"""Draws glyphs of the icon font, each once per name, colour, size and pixel ratio."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPixmap
from qtawesome import _BUNDLED_FONTS
from qtawesome.iconic_font import IconicFont

PREFIX = "mdi6"


class Icons:
    """Glyphs by the names of the token file.

    Only one of QtAwesome's fonts is loaded: all of them would cost more than the rest of the window's start.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._font = IconicFont(*(entry for entry in _BUNDLED_FONTS if entry[0] == PREFIX))
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}

    def paint(self, painter: QPainter, name: str, where: QRectF, colour: QColor) -> None:
        """Draw the glyph *name* centred in the square *where*; an unknown name draws the unknown device's glyph."""
        glyph = self._glyph(name)
        font = self._font.font(PREFIX, round(where.height()))
        metrics = QFontMetricsF(font)
        painter.save()
        painter.setFont(font)
        painter.setPen(colour)
        left = where.center().x() - metrics.horizontalAdvance(glyph) / 2
        base = where.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, base), glyph)
        painter.restore()

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        """Return the glyph as a picture of *size* device-independent pixels."""
        key = (name, colour.rgba(), size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = blank(size, ratio)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            self.paint(painter, name, QRectF(0, 0, size, size), colour)
            painter.end()
            self._pixmaps[key] = found
        return found

    def icon(self, name: str, colour: QColor, off: QColor, size: int) -> QIcon:
        """Return an icon for buttons and menus, sharp at single and double pixel ratio, paler while disabled."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, colour, size, ratio), QIcon.Mode.Normal)
            icon.addPixmap(self.pixmap(name, off, size, ratio), QIcon.Mode.Disabled)
        return icon

    def forget(self) -> None:
        """Drop every drawn glyph, as after a change of theme."""
        self._pixmaps.clear()

    def _glyph(self, name: str) -> str:
        chosen = self._names.get(name) or self._names["category.unknown"]
        glyph: str = self._font.charmap[PREFIX][chosen.removeprefix(f"{PREFIX}.")]
        return glyph


def blank(side: int, ratio: float) -> QPixmap:
    """Return a transparent square picture of *side* device-independent pixels."""
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
