"""Drawing zones and rows of devices: what is being drawn, what corners are drawn to, and the words for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from heyzack_console.domain.devices.device import Device, DeviceId, ZoneId
from heyzack_console.domain.sites import Floor, Point, StrokeKind, Zone, ZoneKind
from heyzack_console.presentation.building.site_index import SiteIndex, zone_words
from heyzack_console.presentation.building.spreading import spots
from heyzack_console.presentation.map.placing import PlaceRequest, landing
from heyzack_console.rules.outlines import area, fault_of, sides
from heyzack_console.rules.rows import along
from heyzack_console.rules.snapping import Ground, Line, Snapped

KIND_WORDS = {
    ZoneKind.ROOM: "Room",
    ZoneKind.OPEN: "Open area",
    ZoneKind.CORRIDOR: "Corridor",
    ZoneKind.CORE: "Stairs, lifts and shafts",
}
SOLID = {StrokeKind.OUTER_WALL, StrokeKind.WALL, StrokeKind.GLASS}
NEW_ZONE = "Click corner after corner. Enter closes the zone, Backspace removes the last corner, Esc gives up."
NEW_ROW = "Click where the row begins and where it ends. Enter places {what}, Esc gives up."
NEW_ROOM = "Click the room that takes {what}. Esc gives up."
NOTHING_TO_PLACE = "Every device has its place. Select those on the plan that shall stand in a row or be spread out."
REST = "Click a room to change it, or draw a new one."


@dataclass(frozen=True, slots=True)
class Outline:
    """The corners of a zone under the hand; *chosen*: the corner that keys move, None for the whole zone."""

    corners: tuple[Point, ...]
    chosen: int | None = None

    def moved_to(self, spot: Point) -> "Outline":
        """The chosen corner at *spot*."""
        if self.chosen is None:
            return self
        return replace(self, corners=(*self.corners[: self.chosen], spot, *self.corners[self.chosen + 1 :]))

    def moved_by(self, dx: float, dy: float, floor: Floor) -> "Outline":
        """The chosen corner, or all of them, moved as far as the plan goes."""
        moving = self.corners if self.chosen is None else (self.corners[self.chosen],)
        dx = max(-min(x for x, _ in moving), min(dx, floor.width - max(x for x, _ in moving)))
        dy = max(-min(y for _, y in moving), min(dy, floor.height - max(y for _, y in moving)))
        if self.chosen is None:
            return replace(self, corners=tuple((round(x + dx, 3), round(y + dy, 3)) for x, y in self.corners))
        x, y = self.corners[self.chosen]
        return self.moved_to((round(x + dx, 3), round(y + dy, 3)))

    def stepped(self, step: int) -> "Outline":
        """The corner after, or before, the chosen one chosen."""
        count = len(self.corners)
        first = 0 if step > 0 else count - 1
        return replace(self, chosen=first if self.chosen is None else (self.chosen + step) % count)

    def split(self, side: int) -> "Outline":
        """A new corner in the middle of a side, chosen."""
        (ax, ay), (bx, by) = sides(self.corners)[side]
        middle = round((ax + bx) / 2, 3), round((ay + by) / 2, 3)
        return Outline((*self.corners[: side + 1], middle, *self.corners[side + 1 :]), side + 1)

    def without(self) -> "Outline":
        """The chosen corner removed; a triangle keeps its three."""
        if self.chosen is None or len(self.corners) <= 3:
            return self
        return Outline((*self.corners[: self.chosen], *self.corners[self.chosen + 1 :]))


def ground_of(floor: Floor, zones: Sequence[Zone], but: ZoneId | None = None) -> Ground:
    """Return what corners are drawn to on *floor*: its walls and the zones there, without the one that is changed."""
    strokes = [stroke for stroke in floor.strokes if stroke.kind in SOLID]
    outlines = [zone.outline for zone in zones if zone.id != but]
    walls = [
        Line(start, end)
        for stroke in strokes
        for start, end in (
            sides(stroke.points) if stroke.closed else zip(stroke.points, stroke.points[1:], strict=False)
        )
    ]
    walls += [Line(start, end) for outline in outlines for start, end in sides(outline)]
    corners = [point for stroke in strokes for point in stroke.points] + [p for outline in outlines for p in outline]
    return Ground(floor.width, floor.height, tuple(dict.fromkeys(corners)), tuple(walls))


def drawing_words(corners: Sequence[Point], hover: Snapped | None, fault: str) -> str:
    """Return what is said while a zone is drawn: what to do, or what is wrong, and where the next corner would land."""
    if fault:
        return f"What is drawn {fault}. Go on, or take corners back with Backspace."
    if hover is None:
        return NEW_ZONE
    x, y = hover.spot
    return f"{NEW_ZONE} Corner {len(corners) + 1} at {x:.2f}, {y:.2f} m ({hover.kind.value})."


def outline_words(zone: Zone, outline: Outline, floor: Floor) -> str:
    """Return what is said of a zone while it is changed: size, the chosen corner, and what is wrong with it."""
    fault = fault_of(outline.corners, floor.width, floor.height)
    if fault:
        return f"{zone_words(zone)} {fault}: it is not saved. Move a corner, or press Esc to have it back as it was."
    parts = [zone_words(zone), f"{area(outline.corners):.1f} m²", f"{len(outline.corners)} corners"]
    if outline.chosen is not None:
        x, y = outline.corners[outline.chosen]
        parts.append(f"corner {outline.chosen + 1} at {x:.2f}, {y:.2f} m")
    return " · ".join(parts)


def row_request(index: SiteIndex, floor: Floor, devices: Sequence[DeviceId], path: Sequence[Point]) -> PlaceRequest:
    """Return the request that places *devices* along *path*, from its beginning to its end."""
    found = along(path, len(devices))
    return PlaceRequest(tuple((d, landing(index, floor, *spot)) for d, spot in zip(devices, found, strict=True)))


def fill_request(index: SiteIndex, floor: Floor, zone: Zone, devices: Sequence[DeviceId]) -> PlaceRequest:
    """Return the request that spreads *devices* evenly over *zone*, apart from what stands there."""
    moving = set(devices)
    there = (d.place for d in index.devices.get(floor.id, ()) if d.id not in moving)
    standing = [(place.x, place.y) for place in there if place is not None]
    found = spots(zone.outline, len(devices), standing)
    places = (replace(landing(index, floor, *spot), zone=zone.id) for spot in found)
    return PlaceRequest(tuple(zip(devices, places, strict=True)))


def to_place(selected: Sequence[DeviceId], unplaced: Sequence[Device]) -> tuple[DeviceId, ...]:
    """Return what is placed in bulk: the selected devices, or without any all that have no place yet."""
    return tuple(selected) or tuple(device.id for device in unplaced)


def counted_devices(selected: Sequence[DeviceId], unplaced: Sequence[Device]) -> str:
    """Return what would be placed, in words; empty where there is nothing."""
    if selected:
        return "the selected device" if len(selected) == 1 else f"the {len(selected)} selected devices"
    if not unplaced:
        return ""
    return "the device without a place" if len(unplaced) == 1 else f"the {len(unplaced)} devices without a place"


def details_hint(zone: Zone, others: Sequence[Zone]) -> str:
    """Return what is said below the details of *zone*: what is missing, or which other room has its number."""
    if not zone.name:
        return "Give the zone a name, such as Server room."
    same = next((other for other in others if zone.number and other.number == zone.number), None)
    if same is not None:
        return f"{same.name} on this floor has the number {zone.number} too."
    return "The capacity is the number of people that the room is meant for; 0 if nobody stays there."
