"""Colours and pixel sizes stay in the theme room."""

import re
from pathlib import Path

import heyzack_console.desktop

DESKTOP = Path(heyzack_console.desktop.__file__).parent
ELSEWHERE = [
    path
    for path in sorted(DESKTOP.rglob("*.py"))
    if not {"theme", "forms", "__pycache__"} & set(path.relative_to(DESKTOP).parts)
]
FORBIDDEN = {
    "a colour in hexadecimal": re.compile(r"#[0-9a-fA-F]{6}\b"),
    "a font size": re.compile(r"\.set(Pixel|Point)SizeF?\("),
    "a length in pixels": re.compile(r"\b\d+px\b"),
    "a font of its own": re.compile(r"\bQFont\("),
    "a style sheet": re.compile(r"\.setStyleSheet\("),
    "a colour by name": re.compile(r"Qt\.GlobalColor\.(?!transparent)|QColor\([\"'0-9]"),
}


def offences(text: str) -> list[str]:
    return [what for what, pattern in FORBIDDEN.items() if pattern.search(text)]


def test_nothing_outside_the_theme_room_sets_a_colour_a_font_or_a_pixel_size():
    assert len(ELSEWHERE) > 20
    found = {str(path.relative_to(DESKTOP)): offences(path.read_text(encoding="utf-8")) for path in ELSEWHERE}
    assert {path: what for path, what in found.items() if what} == {}


def test_the_search_notices_each_offence():
    lines = ('"#1B1E23"', "font.setPixelSize(12)", '"margin: 4px"', "QFont()", 'w.setStyleSheet("")', 'QColor("red")')
    assert all(offences(line) for line in lines)
