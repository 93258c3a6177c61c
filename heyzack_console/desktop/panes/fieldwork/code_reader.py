"""Reads QR codes from picture files."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from heyzack_console.domain.errors import InvalidInput

LONGEST_SIDE = 2400
MOST_PIXELS = 100_000_000


def codes_in(path: Path) -> tuple[str, ...]:
    """Return the texts of all codes in the picture *path*. Takes a moment: call it in a thread.

    Raises:
        InvalidInput: it is no picture, is too large, or shows no code that can be read.
    """
    try:
        import zxingcpp
    except ImportError as error:
        text = "Codes in pictures cannot be read on this installation. Type or scan the label's text instead."
        raise InvalidInput(text, "file") from error
    grey = _picture(path)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    found = zxingcpp.read_barcodes(np.ascontiguousarray(rows[:, : grey.width()]))
    texts = tuple(code.text for code in found if code.text)
    if not texts:
        raise InvalidInput(
            f"No code can be read in {path.name}. Take the picture closer, straight and in light.", "file"
        )
    return texts


def _picture(path: Path) -> QImage:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MOST_PIXELS:
        raise InvalidInput(
            f"{path.name} is larger than {MOST_PIXELS // 1_000_000} megapixels. It was not read.", "file"
        )
    if size.isValid() and max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(size.scaled(QSize(LONGEST_SIDE, LONGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise InvalidInput(f"{path.name} cannot be read as a picture: {reader.errorString()}.", "file")
    return image.convertToFormat(QImage.Format.Format_Grayscale8)
