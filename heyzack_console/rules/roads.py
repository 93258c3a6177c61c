"""Which of a device's paths is in use, and whether its LAN and its cloud contradict one another."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.points import PointSpec, Value
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.rules.orders import obeyed

NEAREST_FIRST = (Path.LAN, Path.GATEWAY, Path.CLOUD)
# What no later try will change (tuya-cloud section 4): function or value not supported, lock type, no data points.
_NEVER = frozenset({2003, 2004, 2008, 2009})


def road_of(paths: Iterable[PathHealth], used: Path | None, now: datetime, fail_back_after: timedelta) -> Path | None:
    """Return the path in use: the nearest that is connected, None without any.

    It falls over at once. It leaves the cloud for a nearer path only when that one has held for *fail_back_after*, so
    that a path that comes and goes does not take the device along.
    """
    there = {path.path: path for path in paths if path.state is PathState.CONNECTED}
    nearest = next((path for path in NEAREST_FIRST if path in there), None)
    if nearest is None or nearest is used or used not in there or used is not Path.CLOUD:
        return nearest
    return nearest if now - there[nearest].since >= fail_back_after else used


def as_set_up(paths: Collection[PathHealth]) -> tuple[PathHealth, ...]:
    """Return *paths* nearest first; one without an address to try is not set up where the cloud leads there.

    The cloud lists a local key for every device, also for those in other networks: that is no lost path.
    """
    by_cloud = any(path.path is Path.CLOUD and path.state is not PathState.UNCONFIGURED for path in paths)
    found = [replace(path, state=PathState.UNCONFIGURED) if by_cloud and path.sought else path for path in paths]
    return tuple(sorted(found, key=lambda path: NEAREST_FIRST.index(path.path)))


def ways_to(health: DeviceHealth, closed: Collection[Path]) -> tuple[Path, ...]:
    """Return the connected paths that are not *closed*, the one in use first, then the nearer."""
    there = [p.path for p in health.paths if p.state is PathState.CONNECTED and p.path not in closed]
    return tuple(sorted(there, key=lambda path: (path is not health.road, NEAREST_FIRST.index(path))))


def hopeless(problem: CloudError) -> bool:
    """Tell whether an order that the cloud refused so will never be taken by it."""
    return problem.cause is CloudCause.INPUT or problem.code in _NEVER


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What LAN and cloud last said about one data point, and since when they contradict one another (None: not)."""

    near: Reading | None = None
    far: Reading | None = None
    since: datetime | None = None


def told(said: Contradiction, heard: Reading, now: datetime, point: PointSpec | None) -> Contradiction:
    """Return *said* after *heard*.

    They contradict one another from the moment at which the cloud, speaking after the LAN's last change, says
    something else. Each change on the LAN ends that: the cloud has its say again.
    """
    if heard.path is Path.CLOUD:
        differs = said.near is not None and not alike(said.near.value, heard.value, point)
        return Contradiction(said.near, heard, (said.since or now) if differs else None)
    if said.near is not None and alike(said.near.value, heard.value, point):
        return Contradiction(heard, said.far, said.since)
    return Contradiction(heard, said.far, None)


def alike(one: Value, other: Value, point: PointSpec | None) -> bool:
    """Tell whether two values mean the same, numbers to half a step."""
    return obeyed(one, other, point)
