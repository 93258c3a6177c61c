"""Names from a pattern: placeholders are filled in, and devices of one name are numbered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.sites import Site

PLACEHOLDERS = ("category", "product", "floor", "room", "room_number", "number")
LONGEST_NAME = 120
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
# Words give way, longest first, until the name fits.
_WORD_LENGTHS = (40, 20, 10, 4, 1)
_MARK = "\0"
_GAPS = re.compile(r"\s*([-·,/:])(?:\s*[-·,/:])+\s*")
_ENDS = " -·,/:"


@dataclass(frozen=True, slots=True)
class NameWords:
    """What fills the placeholders of one device; empty where it is not known."""

    category: str = ""
    product: str = ""
    floor: str = ""
    room: str = ""
    room_number: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """A device that wants a name of *pattern*; *present* stays where it fits already."""

    device: DeviceId
    pattern: str
    words: NameWords
    present: str = ""


def name_words(device: Device, site: Site | None, category: Category | None = None) -> NameWords:
    """Return what fills the placeholders of *device*; *category* is the kind that it is to have."""
    floors, zones = (site.floors, site.zones) if site else ((), ())
    place = device.place
    floor = next((one for one in floors if place and one.id == place.floor), None)
    zone = next((one for one in zones if place and one.id == place.zone), None)
    return NameWords(
        category=(category or device.category).word,
        product=device.model or device.product,
        floor=floor.name if floor else "",
        room=zone.name if zone else "",
        room_number=zone.number if zone else "",
    )


def pattern_fault(pattern: str) -> str:
    """Return what is wrong with a name pattern, empty when nothing is."""
    if not pattern.isprintable() or len(pattern) > LONGEST_NAME // 2:
        return f"A name pattern has at most {LONGEST_NAME // 2} characters on one line."
    unknown = [name for name in _PLACEHOLDER.findall(pattern) if name not in PLACEHOLDERS]
    if unknown:
        return f"{{{unknown[0]}}} is no placeholder. There are {', '.join(f'{{{name}}}' for name in PLACEHOLDERS)}."
    if any(brace in _PLACEHOLDER.sub("", pattern) for brace in "{}"):
        return "A placeholder is one word in braces, such as {room}."
    return ""


def fits(naming: Naming) -> bool:
    """Tell whether the present name is one that the pattern could have given, whatever its number."""
    stem = _stem(naming)
    escaped = re.escape(stem).replace(re.escape(_MARK), r"[1-9]\d*")
    number = "" if _MARK in stem else r"(?: [1-9]\d*)?"
    return bool(stem) and re.fullmatch(escaped + number, naming.present) is not None


def names(wanted: Iterable[Naming], taken: Iterable[str] = ()) -> dict[DeviceId, str]:
    """Return the name of each device of *wanted*; who has a fitting one keeps it, all others get the next free number.

    Args:
        taken: names of devices that want none.
    """
    used = set(taken)
    found: dict[DeviceId, str] = {}
    waiting = []
    for naming in wanted:
        if fits(naming) and naming.present not in used:
            found[naming.device] = naming.present
            used.add(naming.present)
        else:
            waiting.append(naming)
    turn: dict[str, int] = {}
    for naming in waiting:
        stem = _stem(naming)
        if not stem:
            found[naming.device] = naming.present
            continue
        number = turn.get(stem, 1)
        while _numbered(stem, number) in used:
            number += 1
        found[naming.device] = _numbered(stem, number)
        used.add(found[naming.device])
        turn[stem] = number + 1
    return found


def _numbered(stem: str, number: int) -> str:
    if _MARK in stem:
        return stem.replace(_MARK, str(number))
    return stem if number == 1 else f"{stem} {number}"


def _stem(naming: Naming) -> str:
    """The name with a mark in place of its number; empty where nothing of the pattern is known."""
    for length in _WORD_LENGTHS:
        stem = _filled(naming, length)
        # Room for the digits of the largest building.
        if len(stem) <= LONGEST_NAME - 6 * max(1, stem.count(_MARK)):
            break
    return stem if stem.strip(_ENDS + _MARK) else ""


def _filled(naming: Naming, length: int) -> str:
    def word(found: re.Match[str]) -> str:
        name = found.group(1)
        if name == "number":
            return _MARK
        return _plain(getattr(naming.words, name))[:length].strip()

    text = _PLACEHOLDER.sub(word, naming.pattern)
    return _GAPS.sub(r" \1 ", " ".join(text.split())).strip(_ENDS)


def _plain(word: str) -> str:
    return "".join(c for c in " ".join(word.split()) if c.isprintable())
