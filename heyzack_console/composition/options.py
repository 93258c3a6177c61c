"""What the command line asks of the composition: one frozen value per way of starting."""

from dataclasses import dataclass
from pathlib import Path

READ_PLANS = ("plan", "read-from-pipe")
"""How this program is told to read floor plans for another process of it."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """The engine alone; *home* None means the system's usual folder.

    *demo* is the description file of a running demo building: its site, keys and control address.
    """

    home: Path | None = None
    demo: Path | None = None


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """The window on the engine of *home* (started where none runs)."""

    home: Path | None = None


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """The window on a simulated building.

    *speed* is simulated seconds per second; *seconds* 0 runs until the window closes; with *shots* pictures of the
    window and of every pane are written to that folder before the end.
    """

    devices: int = 150
    seed: int = 1
    scenario: str = "normal"
    speed: float = 1.0
    seconds: float = 0.0
    shots: Path | None = None
    home: Path | None = None
