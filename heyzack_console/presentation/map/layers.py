"""The layers of the map, and the forms in which a layer sets devices apart."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Layer(StrEnum):
    """What the map tells besides alerts."""

    HEALTH = "health"
    VALUES = "values"
    HEAT = "heat"
    TOPOLOGY = "topology"
    CATEGORY = "category"
    PATH = "path"
    BATTERY = "battery"
    ALERTS = "alerts"
    CHANGED = "changed"
    WORK = "work"

    @property
    def word(self) -> str:
        """The word on the switch."""
        return _WORDS[self][0]

    @property
    def says(self) -> str:
        """What it tells, in a few words."""
        return _WORDS[self][1]

    @property
    def key(self) -> str:
        """The key that shows it."""
        return _WORDS[self][2]


_WORDS = {
    Layer.HEALTH: ("Health", "What is reached, what is not, and which devices do poorly", "1"),
    Layer.VALUES: ("Values", "What is measured, and what is on", "2"),
    Layer.CATEGORY: ("Category", "What kinds of device there are", "3"),
    Layer.HEAT: ("Heat map", "Temperature, humidity, CO₂, light or power inside the rooms", "4"),
    Layer.TOPOLOGY: ("Topology", "What supplies what: gateways, breakers, valves", "5"),
    Layer.PATH: ("Path", "By which path each device is reached", "6"),
    Layer.BATTERY: ("Battery and signal", "Which batteries run low and which signals are weak", "7"),
    Layer.ALERTS: ("Alerts", "Where alerts are open, and what they say", "8"),
    Layer.CHANGED: ("Changed", "What changed since you last looked, or since the last hand-over", "9"),
    Layer.WORK: ("Open work", "Which alerts somebody has taken on or put aside, and why", "W"),
}
ON_THE_BAR = (Layer.HEALTH, Layer.VALUES, Layer.HEAT, Layer.TOPOLOGY)
"""The layers that have a button of their own."""


class Tone(IntEnum):
    """A form round a device's chip; each is told from the others by its shape alone."""

    NONE = 0
    SOLID = 1
    DASHED = 2
    DOUBLE = 3
    LOW = 4
    CRITICAL = 5
    PLATE = 6


@dataclass(frozen=True, slots=True)
class Note:
    """What a layer says of one device: a form round it and a few words below it, both of which may be missing."""

    tone: Tone = Tone.NONE
    text: str = ""


NOTHING = Note()
