"""QR codes as rows of modules."""

import segno

QUIET_ZONE = 4
"""Light modules round the code; ISO/IEC 18004 section 6.3.8 asks for four."""


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the QR code of *text* without a quiet zone: rows of modules, True where dark."""
    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
