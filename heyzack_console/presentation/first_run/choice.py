"""The first choice: which building the console runs."""

from collections.abc import Sequence
from dataclasses import dataclass

from heyzack_console.domain.devices.health import FoundDevice

TITLE = "Which building do you want to run?"
SENTENCE = "Nothing leaves this computer and its local network. You can change all of this later."
NOT_YET = "listening"
NOBODY = "none yet"


@dataclass(frozen=True, slots=True)
class Choice:
    """One card: *note* is a quiet line, *facts* are (label, value) pairs, *verb* is on its button."""

    id: str
    glyph: str
    title: str
    text: str
    verb: str
    note: str = ""
    facts: tuple[tuple[str, str], ...] = ()


DEMO = Choice(
    "demo",
    "demo",
    "Look around first",
    "A demo building with 150 simulated devices on 4 floors. Faults on request.",
    "Open the demo building",
    note="Takes 5 seconds. Needs no network.",
)
FIND = Choice(
    "find",
    "scan_network",
    "Find devices on this network",
    "Listens on the local network, then asks for the keys of what it found.",
    "Start the scan",
    facts=(("Found while you read", NOT_YET), ("Protocol versions", "—")),
)
FILE = Choice(
    "file",
    "open_file",
    "Open a site file",
    "A site exported from another console: plans and devices. Keys only if sealed.",
    "Choose a file…",
    facts=(("Kind of file", "JSON"),),
)
CHOICES = (DEMO, FIND, FILE)


def heard_facts(found: Sequence[FoundDevice] | None) -> tuple[tuple[str, str], ...]:
    """The facts of the second card; None: nothing could be heard, as when another program holds the ports."""
    labels = tuple(label for label, _ in FIND.facts)
    if found is None:
        return tuple(zip(labels, ("cannot listen", "—"), strict=True))
    if not found:
        return tuple(zip(labels, (NOBODY, "—"), strict=True))
    count = "1 device" if len(found) == 1 else f"{len(found)} devices"
    versions = sorted({device.version for device in found if device.version})
    return tuple(zip(labels, (count, ", ".join(versions) or "—"), strict=True))
