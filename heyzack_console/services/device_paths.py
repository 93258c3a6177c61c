"""The paths to each device: their health, the one in use, and which of them tell of which data point."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.rules.roads import as_set_up, road_of
from heyzack_console.services.settings import SettingBook

_NOBODY: frozenset[Path] = frozenset()
_ONLY = {path: frozenset({path}) for path in Path}


class DevicePaths:
    """A path that has told of a data point would tell of its change: while it is connected the value lives."""

    def __init__(self, settings: SettingBook) -> None:
        self._settings = settings
        self._health: dict[DeviceId, DeviceHealth] = {}
        self._as_heard: dict[DeviceId, dict[Path, PathHealth]] = {}
        self._told_by: dict[tuple[DeviceId, str], frozenset[Path]] = {}
        self._returning: set[DeviceId] = set()
        self.asleep: set[DeviceId] = set()
        """Devices of which a path is silent without being lost."""

    def of(self, device: DeviceId) -> DeviceHealth | None:
        """What is known of the device's paths; None before the first word."""
        return self._health.get(device)

    def all(self) -> Iterable[DeviceHealth]:
        """The health of every device that has been tried."""
        return self._health.values()

    def take(self, device: DeviceId, path: PathHealth, now: datetime) -> DeviceHealth:
        """Take in the state of one path."""
        known = self._health.get(device)
        heard = self._as_heard.setdefault(device, {})
        heard[path.path] = path
        paths = as_set_up(heard.values())
        self.asleep.discard(device)
        if any(_as_told(p) is PathState.ASLEEP for p in paths):
            self.asleep.add(device)
        return self._on_the_road(DeviceHealth(device, paths, known.road if known is not None else None), now)

    def tick(self, now: datetime) -> list[DeviceHealth]:
        """Fall back to near paths that have held; returns the devices that did."""
        waiting = [self._health[device] for device in self._returning]
        return [fresh for before in waiting if (fresh := self._on_the_road(before, now)).road is not before.road]

    def note(self, device: DeviceId, code: str, path: Path) -> None:
        """Remember that *path* tells of a data point."""
        key = device, code
        known = self._told_by.get(key, _NOBODY)
        if path not in known:
            self._told_by[key] = known | _ONLY[path] if known else _ONLY[path]

    def telling(self, reading: Reading) -> list[PathState]:
        """The states of the paths that tell of the data point of *reading*; empty before the first word of them."""
        health = self._health.get(reading.device)
        if health is None:
            return []
        tellers = self._told_by.get((reading.device, reading.code), _NOBODY)
        return [_as_told(path) for path in health.paths if path.path is reading.path or path.path in tellers]

    def forget(self, device: DeviceId, codes: Iterable[str]) -> None:
        """Drop a device that left the book."""
        for code in codes:
            self._told_by.pop((device, code), None)
        self._health.pop(device, None)
        self._as_heard.pop(device, None)
        self._returning.discard(device)
        self.asleep.discard(device)

    def _on_the_road(self, health: DeviceHealth, now: datetime) -> DeviceHealth:
        """Decide which path is in use, and remember who waits for a nearer one to hold."""
        road = road_of(health.paths, health.road, now, self._settings.span("paths.fail_back_after_s"))
        self._returning.discard(health.device)
        if road is Path.CLOUD and any(p.path is not road and p.state is PathState.CONNECTED for p in health.paths):
            self._returning.add(health.device)
        fresh = self._health[health.device] = replace(health, road=road)
        return fresh


def _as_told(path: PathHealth) -> PathState:
    """The state of *path* as far as its news go: one that does not push is silent like a sleeper."""
    return path.state if path.pushes or path.state is not PathState.CONNECTED else PathState.ASLEEP
