"""A room in words: its state, who is in it, what is measured there on average, and what hangs on it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.dependencies import Thing
from heyzack_console.domain.devices.device import Device, ZoneId
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.domain.sites import Zone
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.looks import main_text
from heyzack_console.presentation.building.marks import Mark, alert_line, mark_of, marked
from heyzack_console.presentation.building.site_index import SiteIndex, zone_words
from heyzack_console.presentation.building.values import (
    CO2_CODES,
    HUMIDITY_CODES,
    TEMPERATURE_CODES,
    number_text,
    with_unit,
)
from heyzack_console.presentation.impact.view import PEOPLE, SEES_PEOPLE, ImpactBook, counted
from heyzack_console.presentation.mirror import Mirror

MEASURED = (("Temperature", TEMPERATURE_CODES, 1), ("Humidity", HUMIDITY_CODES, 0), ("CO₂", CO2_CODES, 0))
"""What is averaged: word, codes of which a device's first live one counts, decimals."""


@dataclass(frozen=True, slots=True)
class RoomPage:
    """*place* in one line; *facts* are (what, value) pairs; *alerts* are the open ones, the worst first."""

    zone: ZoneId
    title: str
    place: str
    facts: tuple[tuple[str, str], ...] = ()
    alerts: tuple[tuple[Mark, str], ...] = ()
    impact: tuple[str, ...] = ()


class RoomBook:
    """Answers for the mirror's book."""

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self._impacts = ImpactBook(mirror)

    def page(self, zone: ZoneId, index: SiteIndex, now: datetime) -> RoomPage | None:
        """Return the page of *zone*; None where the book does not have it."""
        found = next((one for zones in index.zones.values() for one in zones if one.id == zone), None)
        if found is None:
            return None
        devices = index.in_zone.get(zone, ())
        view = self._impacts.of(Thing.zone(zone))
        said = () if view.empty else (f"Lost with the room: {view.headline} {view.safety}".strip(),)
        facts = (*self._state(devices), *self._people(found, devices), *self._means(devices), *_kinds(devices))
        return RoomPage(zone, zone_words(found), _place(found, index), facts, self._alerts(devices, now), said)

    def _state(self, devices: Sequence[Device]) -> tuple[tuple[str, str], ...]:
        lost = sum(1 for device in devices if (h := self._mirror.health.get(device.id)) is not None and h.lost)
        if not devices:
            return (("Devices", "none"),)
        return (("Devices", f"{len(devices) - lost} of {len(devices)} reached"),)

    def _people(self, zone: Zone, devices: Sequence[Device]) -> tuple[tuple[str, str], ...]:
        words = [
            word
            for device in devices
            if device.category in SEES_PEOPLE
            and (word := main_text(device, {code: r for code, r in self._readings(device).items() if _live(r)}))
        ]
        seen = (("People", "seen now" if PEOPLE & set(words) else "nobody seen"),) if words else ()
        return (*seen, *((("Meant for", counted(zone.capacity, "person", "people")),) if zone.capacity else ()))

    def _means(self, devices: Sequence[Device]) -> tuple[tuple[str, str], ...]:
        found = []
        for word, codes, decimals in MEASURED:
            live = [reading for device in devices if (reading := self._first(device, codes)) is not None]
            if live:
                mean = sum(float(reading.value or 0) for reading in live) / len(live)
                several = f", mean of {len(live)}" if len(live) > 1 else ""
                found.append((word, f"{with_unit(number_text(mean, decimals), live[0].unit)}{several}"))
        return tuple(found)

    def _first(self, device: Device, codes: Sequence[str]) -> Reading | None:
        readings = self._readings(device)
        found = next((readings[code] for code in codes if code in readings), None)
        number = found is not None and isinstance(found.value, int | float) and not isinstance(found.value, bool)
        return found if number and found is not None and _live(found) else None

    def _alerts(self, devices: Sequence[Device], now: datetime) -> tuple[tuple[Mark, str], ...]:
        by_id = {device.id: device for device in devices}
        alerts = marked(alert for device in devices for alert in self._mirror.alerts_of(device.id))
        lines = [(one, by_id[one.device]) for one in alerts]
        return tuple(
            (mark_of(one), f"{device.name}: {alert_line(device, one)}, {age_text(now - one.since)}")
            for one, device in lines
        )

    def _readings(self, device: Device) -> dict[str, Reading]:
        return self._mirror.readings.get(device.id, {})


def _live(reading: Reading) -> bool:
    return reading.quality is Quality.LIVE


def _kinds(devices: Sequence[Device]) -> tuple[tuple[str, str], ...]:
    kinds = Counter(device.category for device in devices)
    words = sorted(category_word(kind, number) for kind, number in kinds.items())
    return (("Kinds", ", ".join(words)),) if words else ()


def _place(zone: Zone, index: SiteIndex) -> str:
    floor = index.floor(zone.floor)
    return " · ".join(part for part in (floor.name if floor else "", zone.use) if part)
