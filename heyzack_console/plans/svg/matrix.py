"""Affine transforms as SVG writes them (SVG 1.1, 7.6)."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from heyzack_console.domain.sites import Point

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_CALL = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Matrix:
    """x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, inner: "Matrix") -> "Matrix":
        """The transform that applies *inner* first."""
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    def of(self, points: Iterable[Point]) -> list[Point]:
        """The points where they come to lie."""
        return [(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f) for x, y in points]


def numbers(text: str) -> list[float]:
    """The numbers in *text*, however they are parted."""
    return [float(found) for found in NUMBER.findall(text)]


def transform(text: str) -> Matrix:
    """What a transform attribute says; a part with the wrong count of numbers counts as none."""
    whole = Matrix()
    for name, inside in _CALL.findall(text):
        whole = whole.then(_one(name, numbers(inside)))
    return whole


def _one(name: str, given: list[float]) -> Matrix:
    match name, given:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *rest]:
            return Matrix(e=x, f=rest[0] if rest else 0.0)
        case "scale", [x, *rest]:
            return Matrix(a=x, d=rest[0] if rest else x)
        case "rotate", [angle, *rest]:
            return _rotation(math.radians(angle), *(rest if len(rest) == 2 else (0.0, 0.0)))
        case "skewX", [angle]:
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=math.tan(math.radians(angle)))
        case _:
            return Matrix()


def _rotation(angle: float, x: float, y: float) -> Matrix:
    cos, sin = math.cos(angle), math.sin(angle)
    return Matrix(cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)
