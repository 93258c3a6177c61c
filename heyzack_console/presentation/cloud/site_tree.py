"""Floors and rooms that the cloud's spaces name and the site does not have: a tree to tick, made into one command."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from heyzack_console.domain.cloud import PlaceKind, ProposedPlace
from heyzack_console.domain.devices.device import FloorId, ZoneId
from heyzack_console.domain.sites import Floor, Point, SiteBook, Zone, ZoneKind
from heyzack_console.ports.engine.sites import AddPlaces
from heyzack_console.presentation.cloud.places import PlaceLine, place_lines
from heyzack_console.rules.room_layout import floor_size, room_outlines

OF_CLOUD = "cloud-"
LONGEST_NAME = 120
_NUMBERED = re.compile(r"(\d+[.-]\d+\w?|\d{3,4}\w?) (.+)")
"""A room's number as on its door, before its name."""


@dataclass(frozen=True, slots=True)
class TreeLine:
    """A space and what would be added for it: nothing where *missing* is False; *why_not* says why it cannot be."""

    line: PlaceLine
    missing: bool = False
    words: str = ""
    why_not: str = ""
    level: int = 0

    @property
    def space(self) -> str:
        """The id of the space."""
        return self.line.place.space

    @property
    def tickable(self) -> bool:
        """It can be added."""
        return self.missing and not self.why_not


def tree_lines(places: Iterable[ProposedPlace], book: SiteBook) -> tuple[TreeLine, ...]:
    """Return a line for each of *places*, in their order."""
    found: dict[str, TreeLine] = {}
    levels = {floor.level for floor in book.site.floors}
    for line in place_lines(places, book):
        tree = _line(line, found.get(line.place.parent), book, levels)
        if tree.missing and line.place.kind is PlaceKind.FLOOR:
            levels.add(tree.level)
        found[tree.space] = tree
    return tuple(found.values())


def adding(lines: Sequence[TreeLine], ticked: Collection[str], book: SiteBook) -> tuple[AddPlaces, tuple[str, ...]]:
    """Return the command for the spaces *ticked*, and the names of rooms for which a drawn floor has no space left.

    A room brings its floor along.
    """
    by_space = {tree.space: tree for tree in lines}
    wanted = [tree for tree in lines if tree.tickable and tree.space in ticked]
    rooms = [tree for tree in wanted if tree.line.place.kind is PlaceKind.ROOM]
    bring = {tree.line.place.parent for tree in rooms if tree.line.floor is None}
    new_floors = [
        tree
        for tree in lines
        if tree.tickable and tree.line.place.kind is PlaceKind.FLOOR and (tree in wanted or tree.space in bring)
    ]
    floors = {}
    for tree in new_floors:
        width, height = floor_size(sum(room.line.place.parent == tree.space for room in rooms))
        name = _plain(tree.line.place.name)
        floors[tree.space] = Floor(FloorId(OF_CLOUD + tree.space), tree.level, name, width, height)
    by_floor: dict[FloorId, list[TreeLine]] = {}
    for tree in rooms:
        floor = tree.line.floor or floors[by_space[tree.line.place.parent].space]
        by_floor.setdefault(floor.id, []).append(tree)
    every = {floor.id: floor for floor in (*book.site.floors, *floors.values())}
    zones, left = [], []
    for floor_id, together in by_floor.items():
        fitting, without = _drawn(every[floor_id], together, book)
        zones += fitting
        left += without
    return AddPlaces(tuple(floors.values()), tuple(zones)), tuple(left)


def _drawn(floor: Floor, rooms: Sequence[TreeLine], book: SiteBook) -> tuple[list[Zone], list[str]]:
    standing = [zone.outline for zone in book.site.zones if zone.floor == floor.id]
    for count in range(len(rooms), 0, -1):
        outlines = room_outlines(count, floor.width, floor.height, standing)
        if outlines is not None:
            made = [_zone(tree, floor, outline) for tree, outline in zip(rooms, outlines, strict=False)]
            return made, [tree.line.place.name for tree in rooms[count:]]
    return [], [tree.line.place.name for tree in rooms]


def _zone(tree: TreeLine, floor: Floor, outline: tuple[Point, ...]) -> Zone:
    name = _plain(tree.line.place.name)
    found = _NUMBERED.fullmatch(name)
    number, name = found.groups() if found else ("", name)
    return Zone(ZoneId(OF_CLOUD + tree.space), floor.id, name, number, ZoneKind.ROOM, outline)


def _line(line: PlaceLine, parent: TreeLine | None, book: SiteBook, levels: Collection[int]) -> TreeLine:
    place, tree = line.place, TreeLine(line, words=line.target)
    if place.kind is PlaceKind.BUILDING:
        return tree
    if not _plain(place.name):
        return replace(tree, missing=True, why_not="has no name")
    if place.kind is PlaceKind.FLOOR:
        if line.floor is not None:
            return tree
        level = place.level if place.level is not None and place.level not in levels else max(levels, default=-1) + 1
        return replace(tree, missing=True, words=f"new floor, level {level}", level=level)
    if line.zone is not None:
        return tree
    return _room(tree, parent, book)


def _room(tree: TreeLine, parent: TreeLine | None, book: SiteBook) -> TreeLine:
    line = tree.line
    if line.floor is None and (parent is None or not parent.tickable):
        floors = book.site.floors
        if len(floors) != 1:
            return replace(tree, missing=True, why_not="hangs under no floor")
        tree = replace(tree, line=replace(line, floor=floors[0]))
    floor = tree.line.floor
    known = {_plain(zone.name).casefold() for zone in book.site.zones if floor is not None and zone.floor == floor.id}
    if _plain(line.place.name).casefold() in known:
        return replace(tree, missing=True, why_not="there are several rooms of this name")
    above = parent.line.place.name if parent is not None else ""
    return replace(tree, missing=True, words=f"new room on {floor.name if floor is not None else above}")


def _plain(name: str) -> str:
    return "".join(c for c in " ".join(name.split()) if c.isprintable())[:LONGEST_NAME].strip()
