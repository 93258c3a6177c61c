"""What a layer's or group's name says of the lines in it, in the languages that drawings come in most often."""

import re

from heyzack_console.domain.sites import StrokeKind

_WORDS = {
    StrokeKind.OUTER_WALL: ("outer wall", "outer_wall", "exterior wall", "aussenwand", "außenwand", "facade"),
    StrokeKind.GLASS: ("door", "window", "glass", "glaz", "tür", "tuer", "fenster", "porte", "fenetre", "fenêtre"),
    StrokeKind.STAIR: ("stair", "treppe", "escalier", "lift", "elevator"),
    StrokeKind.FURNITURE: (
        "furni", "shel", "couch", "bench", "table", "chair", "desk", "sofa", "moebel", "möbel", "meuble", "equip",
        "sanit", "text", "dim", "annot", "hatch", "anno", "symbol",
    ),
}  # fmt: skip
_FLOORS = re.compile(
    r"floor|storey|stories|level|basement|cellar|attic|\broof\b|geschoss|etage|keller|dach|"
    r"\b(eg|ug|og|dg|\d\.? ?(og|ug))\b",
    re.IGNORECASE,
)


def kind_of(name: str) -> StrokeKind:
    """How lines of a layer with this *name* are drawn; walls, where the name says nothing."""
    plain = name.lower()
    for kind, words in _WORDS.items():
        if any(word in plain for word in words):
            return kind
    return StrokeKind.WALL


def names_a_floor(name: str) -> bool:
    """Whether *name* sounds like a storey."""
    return _FLOORS.search(name) is not None


def names_a_trade(name: str) -> bool:
    """Whether *name* sounds like what is drawn, such as walls or furniture, rather than where."""
    return kind_of(name) is not StrokeKind.WALL or re.search(r"wall|wand|mur\b|base", name, re.IGNORECASE) is not None
