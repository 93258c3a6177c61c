"""Pictures of the window and of every pane, in both themes and two sizes."""

import asyncio
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from heyzack_console.composition.console import Console
from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.presentation.alerts.queue import order_key
from heyzack_console.presentation.frame.look import ThemeChoice
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
    console.window.arrangement.open("overview")
    for theme in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        console.theme.wear(replace(before, theme=theme))
        for width, height in SIZES:
            console.window.resize(width, height)
            console.window.arrangement.reset()
            await _settle()
            for name in ("inspector", "alerts"):
                console.window.docks.bring(name)
            await _settle()
            suffix = f"{theme.value}-{width}x{height}.png"
            _save(console.window, folder / f"window-{suffix}")
            for pane in console.panes.all:
                console.window.docks.bring(pane.name)
                await _settle()
                dock = console.window.docks.dock(pane.name)
                if dock is not None:
                    _save(dock, folder / f"{pane.name}-{suffix}")
    console.theme.wear(before)


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
