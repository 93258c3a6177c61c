"""The d attribute of a path (SVG 1.1, 8.3) as lines."""

import math
import re
from collections.abc import Iterator

from heyzack_console.domain.sites import Point
from heyzack_console.plans.curves import cubic, ellipse, quadratic
from heyzack_console.plans.svg.matrix import NUMBER

_PART = re.compile(rf"([MmLlHhVvCcSsQqTtAaZz])|({NUMBER.pattern})")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
# The flags of an arc may stand without a gap: "a1 1 0 0110 10".
_NEXT, _FLAG = rf"\s*,?\s*({NUMBER.pattern})", r"\s*,?\s*([01])"
_ARC = re.compile(3 * _NEXT + 2 * _FLAG + 2 * _NEXT)


def lines(data: str) -> list[tuple[list[Point], bool]]:
    """The pieces of the path and whether each is closed; what follows a mistake is left out, as browsers do."""
    pen = _Pen()
    for letter, given in _commands(data):
        if not pen.draw(letter, given):
            break
    return [(points, closed) for points, closed in pen.pieces if len(points) > 1]


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """One letter with its numbers at a time; letters that were left out are filled in."""
    letter, at = "", 0
    held: list[float] = []
    while (found := _PART.search(data, at)) is not None:
        at = found.end()
        if found[1]:
            if held:
                return
            letter = found[1]
            if letter in "Zz":
                yield letter, []
            continue
        if letter in "Aa" and letter:
            arc = _ARC.match(data, found.start())
            if arc is None:
                return
            at = arc.end()
            yield letter, [float(part) for part in arc.groups()]
            continue
        if not letter or letter in "Zz":
            return
        held.append(float(found[2]))
        if len(held) == _COUNTS[letter.upper()]:
            yield letter, held
            held = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)


class _Pen:
    """Where the pen is, and what it drew."""

    def __init__(self) -> None:
        self.pieces: list[tuple[list[Point], bool]] = []
        self._at: Point = (0.0, 0.0)
        self._begun: Point = (0.0, 0.0)
        self._control: Point | None = None
        self._curve = ""

    def draw(self, letter: str, given: list[float]) -> bool:
        """Carry out one command; False when there is nothing to continue."""
        kind = letter.upper()
        if kind == "M":
            self._at = self._begun = self._absolute(letter, given)
            self.pieces.append(([self._at], False))
        elif not self.pieces:
            return False
        elif kind == "Z":
            self.pieces[-1] = (self.pieces[-1][0], True)
            self._at = self._begun
        else:
            self._line_on(kind, letter, given)
        if kind not in "CSQT":
            self._control, self._curve = None, ""
        return True

    def _line_on(self, kind: str, letter: str, given: list[float]) -> None:
        points, closed = self.pieces[-1]
        if closed:
            points = [self._at]
            self.pieces.append((points, False))
        made = self._made(kind, letter, given)
        points += made
        self._at = made[-1]

    def _made(self, kind: str, letter: str, given: list[float]) -> list[Point]:
        if kind == "H":
            return [(given[0] + (self._at[0] if letter == "h" else 0.0), self._at[1])]
        if kind == "V":
            return [(self._at[0], given[0] + (self._at[1] if letter == "v" else 0.0))]
        if kind == "A":
            return arc(
                self._at, (given[0], given[1]), given[2], (given[3] != 0, given[4] != 0), self._end(letter, given)
            )
        return self._curved(kind, letter, given) if kind in "CSQT" else [self._end(letter, given)]

    def _curved(self, kind: str, letter: str, given: list[float]) -> list[Point]:
        controls = [self._absolute(letter, given[place : place + 2]) for place in range(0, len(given), 2)]
        if kind in "ST":
            controls.insert(0, self._mirrored("CS" if kind == "S" else "QT"))
        start, self._control, self._curve = self._at, controls[-2], kind
        if kind in "CS":
            return cubic(start, *controls)
        return quadratic(start, *controls)

    def _mirrored(self, kinds: str) -> Point:
        if self._control is None or self._curve not in kinds:
            return self._at
        return 2 * self._at[0] - self._control[0], 2 * self._at[1] - self._control[1]

    def _end(self, letter: str, given: list[float]) -> Point:
        return self._absolute(letter, given[-2:])

    def _absolute(self, letter: str, given: list[float]) -> Point:
        x, y = given
        return (x + self._at[0], y + self._at[1]) if letter.islower() else (x, y)


def arc(start: Point, radii: Point, turned: float, flags: tuple[bool, bool], end: Point) -> list[Point]:
    """An elliptical arc without its start (SVG 1.1, F.6); *turned* in degrees, flags: the large one, clockwise."""
    rx, ry = abs(radii[0]), abs(radii[1])
    if rx == 0 or ry == 0 or start == end:
        return [end]
    phi = math.radians(turned)
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    reach = math.hypot(x / rx, y / ry)
    if reach > 1:
        rx, ry = rx * reach, ry * reach
    down = (rx * y) ** 2 + (ry * x) ** 2
    share = math.sqrt(max(0.0, (rx * ry) ** 2 / down - 1)) if down else 0.0
    share = -share if flags[0] == flags[1] else share
    cx, cy = share * rx * y / ry, -share * ry * x / rx
    begins = math.atan2((y - cy) / ry, (x - cx) / rx)
    sweep = math.atan2((-y - cy) / ry, (-x - cx) / rx) - begins
    if flags[1] and sweep < 0:
        sweep += 2 * math.pi
    elif not flags[1] and sweep > 0:
        sweep -= 2 * math.pi
    centre = (cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2)
    return [*ellipse(centre, (rx, ry), begins, sweep, phi)[1:-1], end]
