"""Data points out of a file: what can be read is kept, what cannot is named, nothing is raised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.tuya.normalise_specs import LARGEST_SCALE, PublishedPoint, build_specs, kind_of

MOST_POINTS = 2000
MOST_PROBLEMS = 100
LARGEST_NUMBER = 1e15
"""Beyond it a shown value no longer has its last digit."""
_NEEDED = frozenset({"id", "code"})
_NUMBERS = ("min", "max", "step")


@dataclass(slots=True)
class Problems:
    """What was wrong with one record, in words; after many the rest is only counted."""

    texts: list[str] = field(default_factory=list)
    left_out: int = 0

    def say(self, text: str) -> None:
        """Name one problem."""
        if len(self.texts) < MOST_PROBLEMS:
            # Half of a surrogate pair passes as JSON, and could not be written anywhere.
            self.texts.append(text.encode("utf-8", "replace").decode("utf-8"))
        else:
            self.left_out += 1

    def all(self) -> tuple[str, ...]:
        """Everything that was named, and how much was not."""
        return (*self.texts, f"and {self.left_out} more problems") if self.left_out else tuple(self.texts)


def points_of(rows: Iterable[object], category: Category, problems: Problems) -> tuple[PointSpec, ...]:
    """Read the data points of one product, each as an object with id, code, mode, type and bounds."""
    taken: dict[int, PublishedPoint] = {}
    codes: set[str] = set()
    for place, row in enumerate(rows, 1):
        if len(taken) >= MOST_POINTS:
            problems.say(f"more than {MOST_POINTS} data points: the rest is left out")
            break
        point = _read(place, row, problems)
        if point is None:
            continue
        if point.id in taken:
            problems.say(f"data point {point.id} stands there more than once: the first one counts")
            continue
        if point.code in codes:
            problems.say(f"data point {point.id}: the code {point.code} is taken by another data point")
            point = point.model_copy(update={"code": f"{point.code[:48]}_{point.id}"})
        codes.add(point.code)
        taken[point.id] = point
    return build_specs(taken.values(), category)


def _read(place: int, row: object, problems: Problems) -> PublishedPoint | None:
    if not isinstance(row, Mapping):
        problems.say(f"data point no. {place} of the list is no object: it is left out")
        return None
    fields = {str(name): value for name, value in row.items()}
    name = _named(place, fields)
    if isinstance(fields.get("id"), bool):
        fields["id"] = None
    if not isinstance(fields.get("code"), str) or not fields["code"].strip():
        number = fields.get("id")
        fields["code"] = f"dp_{number}" if isinstance(number, int | str) else ""
        problems.say(f"{name} has no code")
    return _checked(name, _plain(name, fields, problems), problems)


def _checked(name: str, fields: dict[str, Any], problems: Problems) -> PublishedPoint | None:
    """Leave out the fields that are wrong until the rest can be read; without its number a point is of no use."""
    while True:
        try:
            point = PublishedPoint.model_validate(fields)
        except ValidationError as wrong:
            bad = {str(error["loc"][0]) for error in wrong.errors()}
            for one in sorted(bad):
                problems.say(f"{name}: its {one} is wrong")
            if bad & _NEEDED or not bad & set(fields):
                problems.say(f"{name} is left out")
                return None
            fields = {key: value for key, value in fields.items() if key not in bad}
        else:
            return _weighed(name, point, problems)


def _plain(name: str, fields: dict[str, Any], problems: Problems) -> dict[str, Any]:
    """Take out what a number cannot be: too large, or no number at all though it passes as one."""
    for key in _NUMBERS:
        value = fields.get(key)
        wild = isinstance(value, bool) or (isinstance(value, int | float) and not abs(value) <= LARGEST_NUMBER)
        if wild:
            problems.say(f"{name}: its {key} is no usable number")
            fields[key] = None
    scale = fields.get("scale")
    if scale is not None and not _is_scale(scale):
        problems.say(f"{name}: its scale cannot be right, 0 is taken")
        fields["scale"] = 0
    return fields


def _is_scale(scale: object) -> bool:
    try:
        return not isinstance(scale, bool) and abs(int(str(scale))) <= LARGEST_SCALE
    except ValueError:
        return False


def _weighed(name: str, point: PublishedPoint, problems: Problems) -> PublishedPoint:
    kind = kind_of(point.type)
    if kind is PointKind.NUMBER and point.min is not None and point.max is not None and point.min > point.max:
        problems.say(f"{name}: its min is greater than its max, so its range is not known")
        return point.model_copy(update={"min": None, "max": None})
    if kind is PointKind.NUMBER and point.step is not None and point.step <= 0:
        problems.say(f"{name}: its step is not greater than 0, the smallest one is taken")
        return point.model_copy(update={"step": None})
    if kind is PointKind.ENUM and not any(point.range):
        problems.say(f"{name}: it is an enum without words")
    return point


def _named(place: int, fields: Mapping[str, Any]) -> str:
    number, code = fields.get("id"), fields.get("code")
    known = isinstance(number, int | str) and not isinstance(number, bool) and len(str(number)[:9]) < 9
    text = f"data point {number}" if known else f"data point no. {place} of the list"
    return f"{text} ({code[:64]})" if isinstance(code, str) and code.strip() else text
