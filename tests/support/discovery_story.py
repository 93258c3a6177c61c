"""A story told with the discovery forms: the window, a small engine, and what a person does to a form."""

import asyncio
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.discovery.desk import DiscoveryDesk
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.mirror import Mirror
from tests.support.building import BOOK
from tests.support.dialogs import OpenedDialogs
from tests.support.first_run_engine import FirstRunEngine, announced

W = TypeVar("W", bound=QWidget)


class DiscoveryStory:
    """What a person does with the forms, and what the engine and the window saw of it."""

    def __init__(self, theme: Theme, dialogs: OpenedDialogs, window: QWidget) -> None:
        self.theme = theme
        self.dialogs = dialogs
        self.window = window
        self.engine = FirstRunEngine(announced("a", "10.0.0.5"), announced("b", "10.0.0.6", "3.5"))
        self.mirror = Mirror()
        self.failures: list[ConsoleError] = []
        self.crashes: list[BaseException] = []
        self.said: list[str] = []
        self.bridge = Bridge(self.failures.append, lambda _, error: self.crashes.append(error))
        ground = Ground(self.engine, self.bridge, self.mirror, theme, Markers(theme), self.done)
        self.desk = DiscoveryDesk(ground, lambda: window)

    def done(self, _receipt: Receipt, text: str) -> None:
        self.said.append(text)

    def have_site(self) -> None:
        """There is a site already."""
        self.mirror.show_book(BOOK)
        self.engine.book = replace(BOOK, devices=())


async def worked(story: DiscoveryStory, title: str) -> None:
    """Wait until the form's work *title* has ended; the form itself stays open."""
    running = [task for task in asyncio.all_tasks() if task.get_name() == title]
    if running:
        async with asyncio.timeout(20):
            await asyncio.wait(running)
    await asyncio.sleep(0)  # the bridge's own callback comes after the end


def child(dialog: QWidget, kind: type[W], name: str) -> W:
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


def type_into(dialog: QWidget, name: str, text: str) -> None:
    """Type as the keyboard does, which tells an edit from a text that the program set."""
    field = child(dialog, QLineEdit, name)
    field.selectAll()
    field.insert(text)
    field.textEdited.emit(text)


def button(dialog: QWidget, name: str) -> QPushButton:
    return child(dialog, QPushButton, name)
