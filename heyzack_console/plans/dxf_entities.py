"""The entities of a DXF drawing as lines by layer, blocks taken apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ezdxf import path
from ezdxf.entities.dxfgfx import DXFGraphic
from ezdxf.entities.insert import Insert
from ezdxf.entities.mtext import MText
from ezdxf.entities.text import Text
from ezdxf.lldxf.const import DXFError

from heyzack_console.domain.sites import Point, Stroke
from heyzack_console.plans.kinds import kind_of
from heyzack_console.plans.limits import DEEPEST, Tally, refused
from heyzack_console.plans.naming import Words, named
from heyzack_console.plans.shapes import Sketch, sound

_DRAWN = frozenset({"LINE", "ARC", "CIRCLE", "ELLIPSE", "LWPOLYLINE", "POLYLINE", "SPLINE", "SOLID", "TRACE", "3DFACE"})
_BROKEN = (DXFError, ValueError, TypeError, AttributeError, ZeroDivisionError, OverflowError, IndexError, KeyError)
# What ezdxf flattens curves to, as parts of its reach.
_PIECES = 100


@dataclass(frozen=True, slots=True)
class _Lines:
    layer: str
    points: tuple[Point, ...]
    closed: bool


@dataclass(slots=True)
class Gathering:
    """What was met in the model space; *layers* counts the shapes of each."""

    layers: Counter[str] = field(default_factory=Counter)
    _lines: list[_Lines] = field(default_factory=list)
    _words: list[Words] = field(default_factory=list)
    _tally: Tally = field(default_factory=Tally)

    def add_all(self, entities: Iterable[DXFGraphic], depth: int = 0, layer: str = "") -> None:
        """Take in entities; what lies on layer 0 of a block lies on the *layer* of its use."""
        if depth > DEEPEST:
            raise refused("The blocks of the drawing lie too deep in one another.")
        for entity in entities:
            self._tally.entity()
            own = str(entity.dxf.get("layer", "0"))
            where = layer if layer and own == "0" else own
            if isinstance(entity, Insert):
                self._take_apart(entity, depth, where)
            elif isinstance(entity, Text | MText):
                self._note_words(entity)
            elif entity.dxftype() in _DRAWN:
                self._note_lines(entity, where)

    def sketch(self, layers: frozenset[str]) -> Sketch:
        """The lines of *layers*, y down; a closed line around a text is a zone with that name."""
        sketch = Sketch()
        kinds = {layer: kind_of(layer) for layer in layers}
        closed = []
        for lines in self._lines:
            if lines.layer in layers:
                sketch.strokes.append(Stroke(kinds[lines.layer], lines.points, lines.closed))
                if lines.closed:
                    closed.append(lines.points)
        sketch.zones = named(closed, self._words)
        return sketch

    def _take_apart(self, use: Insert, depth: int, layer: str) -> None:
        # A use may be a grid of millions.
        for _ in range(min(max(1, int(use.mcount)), 10**6) - 1):
            self._tally.entity()
        try:
            parts = use.multi_insert() if use.mcount > 1 else (use,)
            for part in parts:
                self.add_all(part.virtual_entities(), depth + 1, layer)
        except _BROKEN:
            return

    def _note_words(self, entity: Text | MText) -> None:
        try:
            text = entity.plain_text() if isinstance(entity, Text) else entity.plain_text(split=False)
            at = sound([(entity.dxf.insert.x, -entity.dxf.insert.y)])
        except _BROKEN:
            return
        plain = " ".join(str(text).split())
        if plain and at:
            self._words.append(Words(plain, at[0]))

    def _note_lines(self, entity: DXFGraphic, layer: str) -> None:
        try:
            whole = path.make_path(entity)
            for piece in whole.sub_paths() if whole.has_sub_paths else (whole,):
                reach = max((piece.start.distance(vertex) for vertex in piece.control_vertices()), default=0.0)
                points = sound((v.x, -v.y) for v in piece.flattening(max(reach / _PIECES, 1e-9)))
                self._tally.points(len(points))
                self._note(layer, points, is_closed=piece.is_closed)
        except _BROKEN:
            return

    def _note(self, layer: str, points: tuple[Point, ...], *, is_closed: bool) -> None:
        if is_closed and points[:1] == points[-1:]:
            points = points[:-1]
        if len(points) > 1:
            self.layers[layer] += 1
            self._lines.append(_Lines(layer, points, is_closed and len(points) > 2))
