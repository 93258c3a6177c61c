"""A floor plan on its way into the building: what was read, what is wanted of it, how large it is, where it lies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from heyzack_console.domain.devices.device import FloorId
from heyzack_console.domain.plans import Fit, Plan, PlanFloor, TakenFloor, TakenZone, zone_title
from heyzack_console.domain.sites import Floor, Point
from heyzack_console.ports.engine.plans import ImportPlan
from heyzack_console.rules.places import level_of
from heyzack_console.rules.plans import laid_over, measured

_STEP_M = 0.5
"""A ground floor may lie so far below zero."""


@dataclass(slots=True)
class FloorWish:
    """One floor of the file: whether it is taken, onto which floor (None: a new one), and which of its zones."""

    drawing: PlanFloor
    target: FloorId | None
    level: int
    taken: bool = True
    zones: set[int] = field(default_factory=set)


class PlanWish:
    """Everything chosen so far. All floors of a file share scale and place, as they share its page or model."""

    def __init__(self, file: str, plan: Plan, floors: Sequence[Floor], before: "PlanWish | None" = None) -> None:
        """Begin with what the file tells; read again with other layers, it keeps the scale measured *before*."""
        self.file = file
        self.plan = plan
        self.floors = _wishes(plan, floors)
        known = {wish.drawing.metres for wish in self.floors}
        self.scale: float | None = known.pop() if len(known) == 1 else None
        if self.scale is None and before is not None and before.plan.page == plan.page:
            self.scale = before.scale
        self.fit: Fit | None = None

    def measure(self, start: Point, end: Point, metres: float) -> None:
        """Take the scale from two points that are really *metres* apart; an alignment has to be made anew.

        Raises:
            InvalidInput: the points or the distance give none.
        """
        self.scale = measured(start, end, metres)
        self.fit = None

    def lay_over(self, here: tuple[Point, Point], there: tuple[Point, Point]) -> None:
        """Bring two points of the drawing onto two of a floor that is there; without a scale that follows as well.

        Raises:
            InvalidInput: two points lie on one another.
        """
        self.fit = laid_over(here, there, self.scale)
        self.scale = self.fit.scale

    @property
    def lies(self) -> Fit | None:
        """How the drawing lies now; None before its scale is known."""
        if self.fit is not None:
            return self.fit
        return Fit(self.scale) if self.scale is not None else None

    @property
    def missing(self) -> str:
        """What has to be done before it can be taken in; empty when nothing."""
        if self.scale is None:
            return "Measure the scale first: two points and their real distance."
        taken = [wish for wish in self.floors if wish.taken]
        if not taken:
            return "Tick a floor first."
        targets = [wish.target for wish in taken if wish.target is not None]
        if len(set(targets)) != len(targets):
            return "Two drawings would become the plan of one floor. Choose another for one of them."
        return ""

    def size_words(self, drawing: PlanFloor) -> str:
        """How large a floor is, in metres as soon as that is known."""
        if self.scale is None:
            return f"{drawing.width:g} × {drawing.height:g} {drawing.unit}, scale not known"
        return f"{drawing.width * self.scale:.2f} × {drawing.height * self.scale:.2f} m"

    @property
    def scale_words(self) -> str:
        """The scale in words."""
        if self.scale is None:
            return "Not known yet. Choose two points on the plan and type how far apart they really are."
        unit = self.floors[0].drawing.unit
        source = " as the file says" if self.floors[0].drawing.metres == self.scale else ""
        return f"1 {unit} is {self.scale:.4g} m{source}."

    def command(self) -> ImportPlan:
        """What the engine is asked to do; only while nothing is missing."""
        fit = self.lies or Fit(1.0)
        return ImportPlan(self.file, tuple(self._taken(wish, fit) for wish in self.floors if wish.taken))

    def _taken(self, wish: FloorWish, fit: Fit) -> TakenFloor:
        zones = tuple(
            TakenZone(zone_title(zone.name), zone.outline, zone.number)
            for number, zone in enumerate(wish.drawing.zones)
            if number in wish.zones
        )
        name = zone_title(wish.drawing.name)
        return TakenFloor(wish.drawing, fit, zones, wish.target, name, wish.level)


def _wishes(plan: Plan, floors: Sequence[Floor]) -> tuple[FloorWish, ...]:
    """Each floor with a proposal where it belongs: by name, by the storey that its name tells, or as a new one."""
    wishes, used = [], set[FloorId]()
    storeys = _storeys(plan)
    bare = [floor for floor in floors if not floor.strokes and floor.picture is None]
    following = max((floor.level for floor in floors), default=-1) + 1
    for drawing in plan.floors:
        target = _matching(drawing.name, (floor for floor in floors if floor.id not in used))
        if target is None and len(plan.floors) == 1 and bare:
            target = bare[0]
        if target is not None:
            used.add(target.id)
        told = storeys.get(drawing.elevation) if drawing.elevation is not None else level_of(zone_title(drawing.name))
        level = target.level if target is not None else following if told is None else told
        following = max(following, level + 1)
        zones = set(range(len(drawing.zones)))
        wishes.append(FloorWish(drawing, target.id if target is not None else None, level, zones=zones))
    return tuple(wishes)


def _storeys(plan: Plan) -> dict[float, int]:
    """Levels by elevation: 0 is the first storey that does not lie below the ground."""
    heights = sorted({drawing.elevation for drawing in plan.floors if drawing.elevation is not None})
    below = sum(1 for height in heights if height < -_STEP_M)
    return {height: number - below for number, height in enumerate(heights)}


def _matching(name: str, floors: Iterable[Floor]) -> Floor | None:
    plain = zone_title(name).casefold()
    return next((floor for floor in floors if floor.name.casefold() == plain), None)
