"""Pictures of the window and of every pane, in both themes and two sizes."""

import asyncio
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from heyzack_console.composition.console import Console
from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.presentation.alerts.queue import order_key
from heyzack_console.presentation.frame.look import ThemeChoice
from heyzack_console.presentation.frame.perspectives import OVERVIEW, PERSPECTIVES
from heyzack_console.presentation.selection import Selection

SIZES = ((1920, 1080), (1366, 768))
SETTLE_S = 0.4


async def take_shots(console: Console, folder: Path) -> None:
    """Write ``window-THEME-WxH.png`` and one picture per pane, named after it, into *folder*.

    Panes are where they are by default; the look comes back.
    """
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    before = console.theme.look
    _select_something(console)
    for theme in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        console.theme.wear(replace(before, theme=theme))
        for width, height in SIZES:
            console.window.resize(width, height)
            console.window.arrangement.open(OVERVIEW.id)
            console.window.arrangement.reset()
            await _settle()
            for name in ("inspector", "alerts"):
                console.window.docks.bring(name)
            await _settle()
            suffix = f"{theme.value}-{width}x{height}.png"
            _save(console.window, folder / f"window-{suffix}")
            for name, pane in sorted((_home_of(pane), pane) for pane in (one.name for one in console.panes.all)):
                if console.window.arrangement.perspective != name:
                    console.window.arrangement.open(name)
                    console.window.arrangement.reset()
                console.window.docks.bring(pane)
                await _settle()
                dock = console.window.docks.dock(pane)
                if dock is not None:
                    _save(dock, folder / f"{pane}-{suffix}")
    console.theme.wear(before)
    console.window.arrangement.open(OVERVIEW.id)


def _home_of(pane: str) -> str:
    """The perspective in which *pane* is seen: the overview, else the first that has it."""
    having = [known.id for known in PERSPECTIVES if any(slot.pane == pane for slot in known.wide)]
    return OVERVIEW.id if OVERVIEW.id in having or not having else having[0]


def _select_something(console: Console) -> None:
    """Show the worst open alert; in a calm building, the first device with a number to show."""
    mirror = console.mirror
    waiting = [a for a in mirror.alerts.values() if a.state in {AlertState.UNACKNOWLEDGED, AlertState.ACKNOWLEDGED}]
    if waiting:
        worst = min(waiting, key=order_key)
        console.board.choose(Selection((worst.device,), (worst.id,)))
    else:
        measuring = [d.id for d in mirror.devices.values() if d.category.value in {"thermostat", "temperature"}]
        console.board.choose(Selection(tuple(measuring[:1]), ()))


async def _settle() -> None:
    """Let Qt paint; it has the loop while this waits."""
    await asyncio.sleep(SETTLE_S)


def _save(widget: QWidget, file: Path) -> None:
    widget.grab().save(str(file))
