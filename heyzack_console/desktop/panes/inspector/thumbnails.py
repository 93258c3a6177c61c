"""Small pictures of attached files: decoded in a thread, within limits, since nobody knows what is in them."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from heyzack_console.domain.devices.notes import FileKind

MOST_PIXELS = 40_000_000
"""What a large camera takes; a picture that says it has more is not decoded."""
LONGEST_SIDE = 20_000


def small_picture(data: bytes, kind: FileKind, side: int) -> QImage | None:
    """The picture in *data*, at most *side* pixels wide and high; None where it is broken or too large."""
    store = QByteArray(data)
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind.value.encode())
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not _bearable(size):
        return None
    if size.width() > side or size.height() > side:
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else image


def _bearable(size: QSize) -> bool:
    wide, high = size.width(), size.height()
    return 0 < wide <= LONGEST_SIDE and 0 < high <= LONGEST_SIDE and wide * high <= MOST_PIXELS
