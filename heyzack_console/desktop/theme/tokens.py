"""Reads the look's values from the delivered token file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class TypeStep:
    """One step of the type scale, in pixels at text size 100 %."""

    px: int
    weight: int
    line: int


@dataclass(frozen=True, slots=True)
class ContrastRule:
    """*ink* must keep *minimum* (WCAG ratio) on each of *grounds*."""

    ink: str
    minimum: float
    grounds: tuple[str, ...]


TOUCH = {
    "control": "control_touch",
    "icon_tool": "icon_touch",
    "header_wide": "header_touch",
    "header_narrow": "header_touch",
    "pane_bar": "row_touch",
    "strip": "row_touch",
    "palette_row": "row_touch",
    "menu_row": "control_touch",
    "tab": "control_touch",
}
"""Sizes that fingers need larger, and what they are then."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The values of the look, by name."""

    themes: Mapping[str, Mapping[str, str]]
    palette: Mapping[str, Mapping[str, str]]
    families: tuple[str, ...]
    mono: str
    scale: Mapping[str, TypeStep]
    radius: Mapping[str, int]
    size: Mapping[str, int]
    motion: Mapping[str, int]
    icons: Mapping[str, str]
    contrast: tuple[ContrastRule, ...]


def touchable(tokens: Tokens) -> Tokens:
    """Return *tokens* with everything that is pressed as large as a finger."""
    return replace(tokens, size={**tokens.size, **{name: tokens.size[large] for name, large in TOUCH.items()}})


def load_tokens(path: Path) -> Tokens:
    """Read *path*; icons of a device category are named ``category.<name>``, all others by their bare name."""
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    kinds = raw["type"]
    icons = dict(raw["icons"]["ui"])
    icons |= {f"category.{name}": glyph for name, glyph in raw["icons"]["category"].items()}
    return Tokens(
        themes=raw["themes"],
        palette=raw["palette"],
        families=(kinds["family"], *kinds["fallback"]),
        mono=kinds["mono"],
        scale={name: TypeStep(**step) for name, step in kinds["scale"].items()},
        radius=raw["radius"],
        size=raw["size"],
        motion=raw["motion"],
        icons=icons,
        contrast=tuple(ContrastRule(r["ink"], float(r["min"]), tuple(r["grounds"])) for r in raw["contrast"]),
    )
