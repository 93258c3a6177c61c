"""The pictures under plans: asked for once, decoded off the window's thread, kept in several sizes for painting."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QTransform

from heyzack_console.domain.sites import FloorPicture

LEVELS = 4
KEPT = 2
"""Pictures kept at a time; one takes up to 65 MB."""
Key = tuple[str, str]
"""Digest, and the colour that paper has on the map."""


class FloorPictures(QObject):
    """Answers with what it has, and asks for what it has not."""

    wanted = Signal(object)
    """Carries the Key of a picture that is to be fetched."""
    came = Signal()
    """A picture can be painted now."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[Key, tuple[QPixmap, ...]] = {}
        self._asked: set[Key] = set()

    def levels(self, picture: FloorPicture | None, ground: QColor) -> tuple[QPixmap, ...]:
        """The picture, each level half as large as the one before; nothing while it is on its way."""
        if picture is None:
            return ()
        key = (picture.digest, ground.name())
        if key not in self._kept and key not in self._asked:
            self._asked.add(key)
            self.wanted.emit(key)
        return self._kept.get(key, ())

    def take(self, key: Key, images: Sequence[QImage]) -> None:
        """Keep a picture that was fetched."""
        self._asked.discard(key)
        self._kept[key] = tuple(QPixmap.fromImage(image) for image in images)
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        self.came.emit()

    def retry(self) -> None:
        """Ask again for what could not be fetched, when it is next to be painted."""
        self._asked.clear()


def decoded(data: bytes, ground: str) -> tuple[QImage, ...]:
    """The levels of a picture, its paper in the colour *ground*; for a thread of its own.

    On dark ground ink becomes light.
    """
    image = QImage.fromData(data).convertToFormat(QImage.Format.Format_RGB32)
    if image.isNull():
        return ()
    paper, mode = QColor(ground), QPainter.CompositionMode
    dark = paper.lightnessF() < 0.5
    if dark:
        image.invertPixels()
    painter = QPainter(image)
    painter.setCompositionMode(mode.CompositionMode_Screen if dark else mode.CompositionMode_Multiply)
    painter.fillRect(image.rect(), paper)
    painter.end()
    made = [image]
    while len(made) < LEVELS and min(made[-1].width(), made[-1].height()) > 64:
        size = made[-1].size() / 2
        kept, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        made.append(made[-1].scaled(size, kept, smooth))
    return tuple(made)


def paint_picture(
    painter: QPainter, place: FloorPicture, levels: Sequence[QPixmap], zoom: QTransform, *, sharp: bool
) -> None:
    """Paint the level that fits the view; *zoom* takes metres to device pixels."""
    if not levels:
        return
    wide = place.width * zoom.m11()
    level = next((one for one in reversed(levels) if one.width() >= wide), levels[0])
    painter.save()
    painter.setTransform(zoom)
    painter.translate(place.x, place.y)
    painter.rotate(place.turn)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, sharp)
    painter.drawPixmap(QRectF(0, 0, place.width, place.height), level, QRectF(level.rect()))
    painter.restore()
