"""Loads the delivered fonts and builds every QFont."""

import logging
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from heyzack_console.desktop.theme.tokens import Tokens

log = logging.getLogger(__name__)


def load_fonts(folder: Path) -> tuple[int, ...]:
    """Register each font file in *folder* with Qt and return their ids; call once, before the first widget."""
    loaded = []
    for file in sorted(folder.iterdir()):
        if file.suffix not in {".otf", ".ttf"}:
            continue
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            log.warning("font %s cannot be read, a system font steps in", file.name)
        else:
            loaded.append(number)
    return tuple(loaded)


def build_font(tokens: Tokens, name: str, factor: float, weight: int | None = None) -> QFont:
    """Return the font of step *name* of the type scale, times *factor*, with digits of equal width.

    Args:
        weight: 400, 500, 600 or 700; None takes the step's own.
    """
    step = tokens.scale[name]
    font = QFont()
    font.setFamilies([tokens.mono] if name == "mono" else list(tokens.families))
    font.setPixelSize(round(step.px * factor))
    font.setWeight(QFont.Weight(weight or step.weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
