"""One device as a line of the table."""

import re
from datetime import datetime

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.health import DeviceHealth, PathState
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.looks import DeviceLook, look_of, main_reading, main_text
from heyzack_console.presentation.building.marks import worst
from heyzack_console.presentation.building.site_index import SiteIndex, zone_words
from heyzack_console.presentation.devices.score import INKS, device_score, reason_lines, score_words
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("mark", "", 40),
    Column("name", "Device", 124, least=96, sortable=True),
    Column("type", "Type", 120, drops=2, sortable=True),
    Column("room", "Room", 0, least=60, sortable=True),
    Column("reading", "Reading", 104, least=76, right=True, sortable=True),
    Column("path", "Path", 96, least=84, sortable=True),
    Column("age", "Age", 60, right=True, sortable=True),
    Column("health", "Health", 72, drops=1, right=True, sortable=True),
)
NOTHING = "—"
_LOOKS_LIKE_ID = re.compile(r"[A-Z]{1,4}(-[A-Z0-9]{1,4})+")


def device_row(device: Device, mirror: Mirror, index: SiteIndex, now: datetime) -> Row:
    """Word *device* as the mirror knows it; *now* is aware UTC."""
    readings = mirror.readings.get(device.id, {})
    health = mirror.health.get(device.id)
    look = look_of(device, readings, health, connected=mirror.connected)
    mark = worst(mirror.alerts_of(device.id))
    alarm = mark is not None and mark.unacknowledged
    zone = index.zone_of.get(device.id)
    glyph, path, ink = path_words(health)
    return Row(
        key=device.id,
        cells=(
            Cell(mark=mark),
            Cell(short_name(device), glyph=f"category.{device.category.value}", tip=f"{device.name}\n{device.id}"),
            Cell(category_word(device.category), "ink2"),
            Cell(zone_words(zone) if zone else "Not on the plan", "ink" if zone else "ink3"),
            _reading(device, readings, look, f"p{mark.priority}_text" if alarm and mark else ""),
            Cell(path, ink, glyph=glyph, glyph_ink=ink),
            _age(main_reading(device, readings), look, now),
            _health(device, mirror, now),
        ),
    )


def short_name(device: Device) -> str:
    """The id that a name ends with ("TH-3-09"), since the glyph before it says the kind; else the whole name."""
    last = device.name.rpartition(" ")[2]
    return last if _LOOKS_LIKE_ID.fullmatch(last) else device.name


def path_words(health: DeviceHealth | None) -> tuple[str, str, str]:
    """Glyph, word and ink of the path that a device's values come by."""
    if health is None or not health.paths:
        return "no_data", "Not set up", "ink3"
    states = {path.path: path.state for path in health.paths}
    if any(state is PathState.CONNECTED for state in states.values()):
        via = next(path for path, state in states.items() if state is PathState.CONNECTED)
        return {Path.LAN: ("lan", "LAN"), Path.GATEWAY: ("via_gateway", "Gateway"), Path.CLOUD: ("cloud", "Cloud")}[
            via
        ] + ("ink2",)
    if health.lost:
        return "lan_lost", "No path", "caution"
    return _quiet_words(set(states.values()))


def _quiet_words(states: set[PathState]) -> tuple[str, str, str]:
    if PathState.ASLEEP in states:
        return "paused", "Asleep", "ink2"
    if PathState.RELEASED in states:
        return "paused", "Released", "caution"
    if PathState.CONNECTING in states:
        return "running", "Connecting", "ink3"
    return "no_data", "Not set up", "ink3"


def search_words(device: Device, index: SiteIndex) -> str:
    """Everything that a person may type to find the device, in lower case."""
    zone = index.zone_of.get(device.id)
    floor = index.floor(index.floor_of.get(device.id))
    words = (
        device.name,
        device.id,
        category_word(device.category),
        zone_words(zone) if zone else "not on the plan",
        floor.name if floor else "",
        device.model,
        device.address.host if device.address else "",
        device.serves,
    )
    return " ".join(words).lower()


def _reading(device: Device, readings: dict[str, Reading], look: DeviceLook, alarm: str) -> Cell:
    text = main_text(device, readings)
    shown = main_reading(device, readings)
    if not text or shown is None:
        return Cell(NOTHING, "ink3", hatched=look is DeviceLook.NO_PATH)
    old = look in {DeviceLook.STALE, DeviceLook.NO_PATH} or shown.quality is Quality.CACHED
    ink = "ink3" if old else alarm or "ink"
    return Cell(text, ink, strong=not old, hatched=old, dotted=shown.quality is Quality.ASSUMED, tip=shown.note)


def _health(device: Device, mirror: Mirror, now: datetime) -> Cell:
    score = device_score(device, mirror, now)
    tip = "\n".join((f"Health score {score_words(score)}", *reason_lines(score)))
    return Cell(str(score.value), INKS[score.word], tip=tip)


def _age(shown: Reading | None, look: DeviceLook, now: datetime) -> Cell:
    if shown is None:
        return Cell(NOTHING, "ink3")
    old = look in {DeviceLook.STALE, DeviceLook.NO_PATH} or shown.quality is Quality.CACHED
    return Cell(age_text(now - shown.at), "caution" if old else "ink3", tip=f"{shown.at:%Y-%m-%d %H:%M:%S} UTC")
