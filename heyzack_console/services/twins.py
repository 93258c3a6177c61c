"""The twin of each device: the newest value of every data point and the health of every path."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.domain.errors import StoreError
from heyzack_console.ports.engine.devices import Health
from heyzack_console.ports.engine.telemetry import Readings
from heyzack_console.ports.store import Telemetry
from heyzack_console.rules.freshness import assumption_ended, believed, plausible, quality_over, settled, stands
from heyzack_console.services.device_paths import DevicePaths
from heyzack_console.services.feed import Feed
from heyzack_console.services.settings import SettingBook
from heyzack_console.services.troubles import Troubles

# How often sleepers are looked at for values that have grown old.
_LOOK_AT_SLEEPERS = timedelta(seconds=30)


class Twins:
    """One truth per data point. An order's value is *assumed* over the real one until it is confirmed or given up."""

    def __init__(self, telemetry: Telemetry, settings: SettingBook, feed: Feed, troubles: Troubles) -> None:
        self._telemetry = telemetry
        self._troubles = troubles
        self._settings = settings
        self._feed = feed
        self._points: dict[DeviceId, dict[str, Reading]] = {}
        self._beneath: dict[tuple[DeviceId, str], Reading | None] = {}
        self._paths = DevicePaths(settings)
        self._unsaved: set[tuple[DeviceId, str]] = set()
        self._slept_until: datetime | None = None
        self._newest: datetime | None = None

    async def restore(self) -> None:
        """Show the picture as it was last saved; call it before anything is heard."""
        for reading in await self._telemetry.load_twins():
            self._points.setdefault(reading.device, {})[reading.code] = reading

    async def save(self) -> None:
        """Remember what changed since the last time; what the store refuses is tried again the next time."""
        unsaved, self._unsaved = self._unsaved, set()
        found = (self.actual(device, code) for device, code in unsaved)
        saved = False
        try:
            await self._telemetry.save_twins([reading for reading in found if reading is not None])
            saved = True
            self._troubles.went("twins")
        except StoreError as problem:
            self._troubles.came("twins", f"The last picture is not being saved. {problem.text}")
        finally:
            if not saved:
                self._unsaved |= unsaved

    def take(self, heard: Reading, now: datetime) -> Reading | None:
        """Let *heard* become the truth if it stands against what is held; None if it does not."""
        heard = plausible(heard, now)
        points = self._points.get(heard.device)
        if points is None:
            points = self._points[heard.device] = {}
        key = heard.device, heard.code
        self._paths.note(heard.device, heard.code, heard.path)
        held = points.get(heard.code)
        stood = settled(believed(self._beneath.get(key, held), now), heard)
        if stood is None:
            return None
        if heard.path is Path.CLOUD:
            stood = self._as_the_paths_are(stood, now)
        self._unsaved.add(key)
        if held is not None and held.quality is Quality.ASSUMED:
            if not stands(held, heard):
                self._beneath[key] = stood  # shown when the assumption ends
                return stood
            self._beneath.pop(key, None)
        points[heard.code] = stood
        if self._newest is None or stood.at > self._newest:
            self._newest = stood.at
        self._feed.reading(stood)
        return stood

    def assume(self, device: DeviceId, values: Mapping[str, Value], now: datetime, path: Path = Path.LAN) -> None:
        """Show *values*, ordered by way of *path*, until they are confirmed or taken back."""
        points = self._points.setdefault(device, {})
        for code, value in values.items():
            held = points.get(code)
            if held is None or held.quality is not Quality.ASSUMED:
                self._beneath[device, code] = held
            unit = held.unit if held is not None else ""
            points[code] = Reading(device, code, value, unit, now, Quality.ASSUMED, path)
            self._feed.reading(points[code])

    def take_back(self, device: DeviceId, codes: Iterable[str]) -> None:
        """Show the real values again where *codes* are still assumed."""
        for code in codes:
            if (device, code) in self._beneath:
                self._uncover(device, code)

    def actual(self, device: DeviceId, code: str) -> Reading | None:
        """The last value that was really heard, beneath any assumption."""
        if (device, code) in self._beneath:
            return self._beneath[device, code]
        return self._points.get(device, {}).get(code)

    def path_changed(self, device: DeviceId, path: PathHealth, now: datetime) -> DeviceHealth:
        """Take in the state of one path; values lose or keep their quality by it."""
        health = self._paths.take(device, path, now)
        self._age(device, now)
        self._feed.health(health)
        return health

    def health_of(self, device: DeviceId) -> DeviceHealth | None:
        """What is known of the device's paths; None before the first word."""
        return self._paths.of(device)

    def forget(self, device: DeviceId) -> None:
        """Drop a device that left the book."""
        points = self._points.pop(device, {})
        for code in points:
            self._beneath.pop((device, code), None)
            self._unsaved.discard((device, code))
        self._paths.forget(device, points)

    def tick(self, now: datetime) -> None:
        """Give up assumptions whose time is up, fall back to near paths that held, age what sleepers told long ago."""
        within = self._settings.span("orders.confirm_within_s")
        for device, code in list(self._beneath):
            if assumption_ended(self._points[device][code], now, within):
                self._uncover(device, code)
        for health in self._paths.tick(now):
            self._feed.health(health)
        if self._slept_until is None or now >= self._slept_until:
            self._slept_until = now + _LOOK_AT_SLEEPERS
            for device in self._paths.asleep:
                self._age(device, now)

    @property
    def newest_at(self) -> datetime | None:
        """When the newest live value was taken."""
        return self._newest

    async def readings(self, query: Readings) -> tuple[Reading, ...]:
        """Answer with the values of some devices, or of all."""
        return self.picture(query.devices)

    async def health(self, query: Health) -> tuple[DeviceHealth, ...]:
        """Answer with the path health of some devices, or of all."""
        if not query.devices:
            return self.all_health()
        found = (self._paths.of(device) for device in query.devices)
        return tuple(health for health in found if health is not None)

    def picture(self, devices: Iterable[DeviceId] = ()) -> tuple[Reading, ...]:
        """The values of *devices*, or of all where none is named."""
        wanted = tuple(devices) or tuple(self._points)
        return tuple(reading for device in wanted for reading in self._points.get(device, {}).values())

    def all_health(self) -> tuple[DeviceHealth, ...]:
        """The health of every device that has been tried."""
        return tuple(self._paths.all())

    def _as_the_paths_are(self, reading: Reading, now: datetime) -> Reading:
        """The cloud also gives the last values of devices that it does not hear: those are remembered ones."""
        roads = self._paths.telling(reading)
        if not roads:
            return reading
        return replace(reading, quality=quality_over(roads, reading, now, self._settings.span("twin.stale_after_s")))

    def _age(self, device: DeviceId, now: datetime) -> None:
        stale_after = self._settings.span("twin.stale_after_s")
        points = self._points.get(device, {})
        for code, reading in points.items():
            roads = self._paths.telling(reading)
            if not roads:
                continue
            quality = quality_over(roads, reading, now, stale_after)
            if quality is not reading.quality:
                points[code] = replace(reading, quality=quality)
                self._feed.reading(points[code])
            beneath = self._beneath.get((device, code))
            if beneath is not None:
                quality = quality_over(roads, beneath, now, stale_after)
                self._beneath[device, code] = replace(beneath, quality=quality)

    def _uncover(self, device: DeviceId, code: str) -> None:
        real = self._beneath.pop((device, code))
        assumed = self._points[device][code]
        if real is None:
            real = replace(assumed, value=None, quality=Quality.UNKNOWN)
        self._points[device][code] = real
        self._feed.reading(real)
