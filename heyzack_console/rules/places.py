"""A site tree proposed from the cloud's spaces: what has no children is a room, what holds rooms a floor."""

import re
from collections.abc import Iterable, Mapping, Sequence

from heyzack_console.domain.cloud import CloudSpace, PlaceKind, ProposedPlace
from heyzack_console.domain.devices.device import DeviceId

_GROUND = re.compile(r"\b(ground|erdgeschoss|eg|rez-de-chauss[ée]e)\b", re.IGNORECASE)
_BELOW = re.compile(r"\b(basement|cellar|keller|untergeschoss|ug|sous-sol)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.])(-?\d{1,3})\b")


def proposed(spaces: Iterable[CloudSpace], devices: Mapping[str, Sequence[DeviceId]]) -> tuple[ProposedPlace, ...]:
    """Return the places that *spaces* suggest, parents before children, each with the devices that stand in it.

    Args:
        devices: by id of the space.
    """
    known = {space.id: space for space in spaces}
    children: dict[str, list[CloudSpace]] = {}
    for space in known.values():
        # A parent that was not listed, or a space that is its own ancestor, hangs at the top.
        parent = space.parent if space.parent in known and not _round(known, space) else ""
        children.setdefault(parent, []).append(space)
    found: list[ProposedPlace] = []
    waiting = [(space, "") for space in children.get("", ())]
    while waiting:
        space, parent = waiting.pop(0)
        below = children.get(space.id, [])
        kind = _kind(space, below, children)
        level = level_of(space.name) if kind is PlaceKind.FLOOR else None
        found.append(ProposedPlace(space.id, space.name, kind, parent, level, tuple(devices.get(space.id, ()))))
        waiting = [*((child, space.id) for child in below), *waiting]
    return tuple(found)


def level_of(name: str) -> int | None:
    """Return the storey that a floor's name tells, 0 for the ground floor; None where it tells none."""
    if _GROUND.search(name):
        return 0
    number = _NUMBER.search(name)
    if _BELOW.search(name):
        return -abs(int(number.group(1))) if number else -1
    return int(number.group(1)) if number else None


def _kind(space: CloudSpace, below: Sequence[CloudSpace], children: Mapping[str, Sequence[CloudSpace]]) -> PlaceKind:
    if not below:
        return PlaceKind.ROOM
    deeper = any(children.get(child.id) for child in below)
    return PlaceKind.BUILDING if deeper or (not space.parent and level_of(space.name) is None) else PlaceKind.FLOOR


def _round(known: Mapping[str, CloudSpace], space: CloudSpace) -> bool:
    seen = {space.id}
    at = space.parent
    while at in known:
        if at in seen:
            return True
        seen.add(at)
        at = known[at].parent
    return False
