"""Draws glyphs of the icon font, each once per name, colour, size and pixel ratio."""

import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QIcon, QPainter, QPixmap

PREFIX = "mdi6."
FONT = "materialdesignicons6-webfont-*.ttf"
CODES = "materialdesignicons6-webfont-charmap-*.json"


class Icons:
    """Glyphs by the names of the token file, from QtAwesome's copy of Material Design Icons 6.

    QtAwesome itself is not imported: that, and its other fonts, would cost more than the rest of the window's start.

    Raises:
        FileNotFoundError: QtAwesome is not installed, or its next version names its files otherwise.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        folder = _fonts()
        number = QFontDatabase.addApplicationFont(str(_only(folder, FONT)))
        self._families = QFontDatabase.applicationFontFamilies(number)
        self._codes: dict[str, str] = json.loads(_only(folder, CODES).read_text(encoding="utf-8"))
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}

    def paint(self, painter: QPainter, name: str, where: QRectF, colour: QColor) -> None:
        """Draw the glyph *name* centred in the square *where*; an unknown name draws the unknown device's glyph."""
        glyph = self._glyph(name)
        font = QFont(self._families)
        font.setPixelSize(round(where.height()))
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
        return chr(int(self._codes[chosen.removeprefix(PREFIX)], 16))


def blank(side: int, ratio: float) -> QPixmap:
    """Return a transparent square picture of *side* device-independent pixels."""
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _fonts() -> Path:
    package = find_spec("qtawesome")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("QtAwesome is missing from this installation. Install HeyZack Console again.")
    return Path(package.submodule_search_locations[0]) / "fonts"


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if not found:
        raise FileNotFoundError(f"QtAwesome has no {pattern}. Install HeyZack Console again.")
    return found[-1]
