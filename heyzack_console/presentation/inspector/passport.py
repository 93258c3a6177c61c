"""A device's passport: everything that a person needs beside the device, on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.notes import DeviceNote
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.presentation.building.site_index import SiteIndex, place_words
from heyzack_console.presentation.building.values import digits_of, number_text, value_text, with_unit
from heyzack_console.presentation.devices.score import device_score, reason_lines, score_words
from heyzack_console.presentation.inspector.notes import notes_heading, paper_notes
from heyzack_console.presentation.inspector.sections import path_lines, point_lines
from heyzack_console.presentation.inspector.work import WorkLine
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime


@dataclass(frozen=True, slots=True)
class PassportPoint:
    """One data point: number, name, value as it stands, and what it takes."""

    number: str
    name: str
    value: str
    takes: str


@dataclass(frozen=True, slots=True)
class Passport:
    """Finished words; *code* is the text of the QR code."""

    title: str
    place: str
    made: str
    code: str
    facts: tuple[tuple[str, str], ...]
    health: tuple[str, ...]
    points: tuple[PassportPoint, ...]
    work: tuple[WorkLine, ...]
    notes_heading: str = "Notes (0)"
    notes: tuple[tuple[str, str, str], ...] = ()


def passport(
    device: Device,
    mirror: Mirror,
    index: SiteIndex,
    times: SiteTime,
    work: Sequence[WorkLine],
    notes: Sequence[DeviceNote] = (),
) -> Passport:
    """Compose the passport of *device* as it stands now; keys are no part of it."""
    now, zone = times.now(), times.zone()
    score = device_score(device, mirror, now)
    paths = path_lines(device, mirror.health.get(device.id), now)
    health = (
        f"Score {score_words(score)}",
        *reason_lines(score),
        *(f"{path.title}: {path.state}. {path.advice}".strip() for path in paths),
    )
    lines = {line.code: line for line in point_lines(device, mirror, now)}
    points = tuple(
        PassportPoint(str(spec.dp), lines[spec.code].name, lines[spec.code].value, _takes(device, spec))
        for spec in device.points
    )
    site = mirror.book.site.name if mirror.book else ""
    place = " · ".join(part for part in (site, place_words(index, device)) if part)
    made = f"{now.astimezone(zone):%d %B %Y, %H:%M} ({_zone_name(zone)})"
    head, told = notes_heading(notes), paper_notes(notes, zone)
    return Passport(
        device.name, place, made, device.id, _facts(device, mirror), health, points, tuple(work), head, told
    )


def _facts(device: Device, mirror: Mirror) -> tuple[tuple[str, str], ...]:
    gateway = mirror.devices.get(device.gateway) if device.gateway else None
    address = device.address
    facts = (
        ("Device id", device.id),
        ("Kind", device.category.value.replace("_", " ")),
        ("Model", device.model),
        ("Product", device.product),
        ("Serves", device.serves),
        ("Gateway", gateway.name if gateway else device.gateway or ""),
        ("Address there", device.cid or ""),
        ("LAN address", f"{address.host}:{address.port}" if address else ""),
        ("LAN protocol", address.version if address else ""),
        ("Power", "battery, silent most of the time" if device.sleeper else ""),
    )
    return tuple((name, value) for name, value in facts if value)


def _takes(device: Device, spec: PointSpec) -> str:
    reports = "" if spec.writable else "reports "
    if spec.kind is PointKind.NUMBER and spec.minimum is not None and spec.maximum is not None:
        digits = digits_of(spec)
        low, high = number_text(spec.minimum, digits), number_text(spec.maximum, digits)
        return f"{reports}{low} to {with_unit(high, spec.unit)}"
    if spec.kind is PointKind.ENUM:
        return reports + ", ".join(value_text(device.category, spec, option, "") for option in spec.options)
    if spec.kind is PointKind.BITMAP:
        return reports + ", ".join(label.replace("_", " ") for label in spec.labels)
    return f"{reports}{spec.kind.value}"


def _zone_name(zone: tzinfo) -> str:
    return getattr(zone, "key", "UTC")
