"""What the command palette finds, in words, and in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.actions import ActionRegistry
from heyzack_console.presentation.selection import Selection

DEVICES = "Devices"
COMMANDS = "Commands"
HELP = "Help"
GROUPS = (DEVICES, COMMANDS, HELP)
MOST_PER_GROUP = 6
COMMANDS_ONLY = ">"


@dataclass(frozen=True, slots=True)
class DeviceEntry:
    """A device as the palette finds it: *detail* is state, path and age; *place* and *other* are searched as well."""

    device: DeviceId
    title: str
    detail: str = ""
    icon: str = "category.unknown"
    place: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class HelpEntry:
    """A page of help."""

    id: str
    title: str
    detail: str = "Help"


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of the palette; *key* is a DeviceId, an action's id or a help page's id, as *group* says."""

    group: str
    key: str
    title: str
    detail: str
    icon: str
    shortcut: str = ""


def find(
    text: str,
    devices: Iterable[DeviceEntry],
    registry: ActionRegistry,
    selection: Selection,
    pages: Sequence[HelpEntry],
) -> tuple[Hit, ...]:
    """Return what fits *text*, the best of each group first; a leading ``>`` finds commands only.

    Every word must occur somewhere; a hit at the beginning of the title counts more than one at the beginning of a
    word, and that more than one inside. Without text the commands that can be done now are offered.
    """
    only_commands = text.startswith(COMMANDS_ONLY)
    words = text.removeprefix(COMMANDS_ONLY).lower().split()
    found = [] if only_commands or not words else _best(words, _devices(devices))
    found += _best(words, _commands(registry, selection))
    if not only_commands:
        found += _best(words, (Hit(HELP, page.id, page.title, page.detail, "help") for page in pages))
    return tuple(found)


def _devices(devices: Iterable[DeviceEntry]) -> Iterable[tuple[Hit, str]]:
    for entry in devices:
        hit = Hit(DEVICES, entry.device, entry.title, entry.detail, entry.icon)
        yield hit, f"{entry.place} {entry.other}"


def _commands(registry: ActionRegistry, selection: Selection) -> Iterable[Hit]:
    for action in registry:
        if action.enabled(selection):
            detail = "asks first" if action.asks_first else action.menu
            yield Hit(COMMANDS, action.id, action.label, detail, action.icon or "command", action.shortcut)


def _best(words: Sequence[str], entries: Iterable[Hit | tuple[Hit, str]]) -> list[Hit]:
    scored = []
    for number, entry in enumerate(entries):
        hit, more = entry if isinstance(entry, tuple) else (entry, "")
        score = _score(words, hit.title.lower(), f"{hit.detail} {more}".lower())
        if score is not None:
            scored.append((score, number, hit))
    scored.sort(key=lambda item: item[:2])
    return [hit for _, _, hit in scored[:MOST_PER_GROUP]]


def _score(words: Sequence[str], title: str, rest: str) -> int | None:
    total = 0
    for word in words:
        if title.startswith(word):
            continue
        if f" {word}" in title or f"-{word}" in title:
            total += 1
        elif word in title:
            total += 2
        elif word in rest:
            total += 4
        else:
            return None
    return total
