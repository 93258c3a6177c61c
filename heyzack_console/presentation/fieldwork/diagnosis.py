"""A device's checks one after another: result in words, next step, and a report without keys."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.health import DeviceHealth, FrameRecord, PathHealth, PathState, Stage
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.domain.devices.visits import Dial, DumpedPoint, Visit
from heyzack_console.presentation.ages import age_text


class Outcome(StrEnum):
    """How a check ended."""

    OK = "ok"
    FAILED = "failed"
    OPEN = "not measured"


@dataclass(frozen=True, slots=True)
class Check:
    """One step."""

    title: str
    outcome: Outcome
    words: str
    advice: str = ""


ADDRESS, CONNECT = "Address", "Connection"
HANDSHAKE, KEY, STATUS, CLOUD = "Handshake", "Local key", "Status", "Cloud"
MEASURE = "Tick “Release the connection and measure” to try it now."
_STEPS = ((HANDSHAKE, Stage.NEGOTIATE), (KEY, Stage.KEY), (STATUS, Stage.QUERY))
_ORDER = list(Stage)


def dial_checks(dial: Dial) -> tuple[Check, ...]:
    """What trying the address told."""
    where = f"{dial.host}:{dial.port}"
    if not dial.addresses:
        advice = "Enter its IP address, or scan the LAN."
        return (Check(ADDRESS, Outcome.FAILED, f"{where}: {dial.trouble}.", advice), _open(CONNECT))
    found = Check(ADDRESS, Outcome.OK, f"{where} leads to {', '.join(dial.addresses)}.")
    took = [one for one in dial.took_ms if one is not None]
    tries = ", ".join("failed" if one is None else f"{one:.1f} ms" for one in dial.took_ms)
    if not took:
        advice = "Check its power and network; scan the LAN to find it if its address has changed."
        return found, Check(CONNECT, Outcome.FAILED, f"{dial.trouble} ({tries}).", advice)
    advice = "" if len(took) == len(dial.took_ms) else "Check the Wi-Fi at the device and programs that use it."
    return found, Check(CONNECT, Outcome.OK, f"Accepted {len(took)} of {len(dial.took_ms)}: {tries}.", advice)


def visit_checks(visit: Visit) -> tuple[Check, ...]:
    """What a visit told: each step before the one where it stopped went well."""
    return tuple(_step(title, stage, visit.stage, _visit_words(title, visit), visit.advice) for title, stage in _STEPS)


def session_checks(device: Device, health: DeviceHealth | None, values: int, now: datetime) -> tuple[Check, ...]:
    """What the session knows, without touching the device."""
    path = health and (health.on(Path.LAN) or health.on(Path.GATEWAY))
    if not path:
        return tuple(_open(title, "This device has no session on the LAN.") for title in (ADDRESS, CONNECT))
    since = f"{path.state.value} for {age_text(now - path.since)}"
    address = Check(ADDRESS, Outcome.OK, f"{path.address}.") if path.address else _open(ADDRESS, "Not known.")
    if path.state is PathState.CONNECTED:
        took = f", {path.latency_ms:.0f} ms" if path.latency_ms is not None else ""
        words = {HANDSHAKE: f"Protocol {path.version or 'known'}.", KEY: "Proven by the session."}
        words[STATUS] = f"{values} of {len(device.points)} data points have a live value."
        done = (Check(title, Outcome.OK, words[title]) for title, _ in _STEPS)
        return address, Check(CONNECT, Outcome.OK, f"The session is {since}{took}."), *done
    return address, *_last_attempt(path, since)


def _last_attempt(path: PathHealth, since: str) -> Iterable[Check]:
    if path.state is not PathState.UNREACHABLE or path.stage is Stage.OK:
        yield _open(CONNECT, f"The session is {since}.")
        return
    far = _ORDER.index(path.stage) >= _ORDER.index(Stage.NEGOTIATE)
    words = f"The session is {since}."
    outcome = Outcome.OK if far else Outcome.FAILED
    yield Check(CONNECT, outcome, words if far else f"{words} {path.cause}.", "" if far else path.advice)
    for title, stage in _STEPS:
        yield _step(title, stage, path.stage, path.cause, path.advice)


def cloud_check(health: DeviceHealth | None, readings: Iterable[Reading], now: datetime) -> Check:
    """What the cloud sees of the device, as far as this console has been told."""
    path = health.on(Path.CLOUD) if health else None
    if path is None or path.state is PathState.UNCONFIGURED:
        return Check(CLOUD, Outcome.OPEN, "No cloud project has this device; it is used on the LAN alone.")
    told = [one.at for one in readings if one.path is Path.CLOUD]
    newest = f" Its newest value from there is {age_text(now - max(told))} old." if told else ""
    if path.state is PathState.CONNECTED:
        return Check(CLOUD, Outcome.OK, f"Online there for {age_text(now - path.since)}.{newest}")
    words = f"{path.cause or path.state.value.capitalize()} for {age_text(now - path.since)}.{newest}"
    return Check(CLOUD, Outcome.FAILED, words, path.advice)


def known_points(device: Device, readings: Iterable[Reading]) -> tuple[DumpedPoint, ...]:
    """The values that the console holds, without their raw form."""
    found = {one.code: one for one in readings}
    known = ((point, found[point.code]) for point in device.points if point.code in found)
    return tuple(DumpedPoint(str(point.dp), "", one.code, str(one.value), one.unit) for point, one in known)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a diagnosis found; it holds no key, and frames come with keys hidden."""

    device: Device
    at: datetime
    checks: tuple[Check, ...] = ()
    points: tuple[DumpedPoint, ...] = ()
    frames: Sequence[FrameRecord] = ()

    def as_json(self) -> str:
        """For other programs."""
        device = self.device
        address = f"{device.address.host}:{device.address.port}" if device.address else ""
        told = {
            "device": {"id": device.id, "name": device.name, "product": device.product, "address": address},
            "at": self.at.isoformat(timespec="seconds"),
            "checks": [asdict(check) for check in self.checks],
            "points": [asdict(point) for point in self.points],
            "frames": [{**asdict(frame), "at": frame.at.isoformat()} for frame in self.frames],
        }
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"

    def as_text(self) -> str:
        """For people."""
        lines = [f"Diagnosis of {self.device.name} ({self.device.id}), {self.at:%Y-%m-%d %H:%M:%S} UTC", ""]
        lines += [f"{c.title}: {c.outcome.value}. {c.words} {c.advice}".rstrip() for c in self.checks]
        lines += ["", "Data points"]
        lines += [f"{p.dp}\t{p.code}\t{p.raw}\t{p.value} {p.unit}".rstrip() for p in self.points]
        lines += ["", "Frames", *map(frame_line, self.frames)]
        return "\n".join(lines) + "\n"


def frame_line(frame: FrameRecord) -> str:
    """A frame on one line."""
    arrow = "→" if frame.sent else "←"
    return f"{frame.at:%H:%M:%S.%f} {arrow} {frame.command} #{frame.sequence} {frame.text}"


def _step(title: str, stage: Stage, reached: Stage, words: str, advice: str) -> Check:
    far, here = _ORDER.index(reached), _ORDER.index(stage)
    if far > here:
        return Check(title, Outcome.OK, words if reached is Stage.OK else "This step went well.")
    if far == here:
        return Check(title, Outcome.FAILED, words or "It stopped here.", advice)
    return Check(title, Outcome.OPEN, "It did not come so far.")


def _visit_words(title: str, visit: Visit) -> str:
    if visit.stage is not Stage.OK:
        return ""
    count = len(visit.points)
    return {
        HANDSHAKE: f"Protocol {visit.version}, {visit.took_ms:.0f} ms with the status.",
        KEY: "The device proved the same key.",
        STATUS: f"{count} data point{'' if count == 1 else 's'} read.",
    }[title]


def _open(title: str, words: str = "It did not come so far.") -> Check:
    return Check(title, Outcome.OPEN, words, MEASURE)
