"""Asks for what happened to a device, and saves its passport."""

from collections.abc import Callable, Sequence
from datetime import tzinfo

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.file_dialogs import chosen_place
from heyzack_console.desktop.panes.inspector.passport_file import passport_pdf
from heyzack_console.desktop.table_files import write_bytes
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.notes import DeviceNote
from heyzack_console.ports.engine.alerts import AlertHistory
from heyzack_console.ports.engine.notes import DeviceNotes
from heyzack_console.ports.engine.orders import Orders
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.ports.engine.replacing import Predecessors
from heyzack_console.presentation.inspector.exporting import plain_name
from heyzack_console.presentation.inspector.notes import note_work
from heyzack_console.presentation.inspector.passport import Passport
from heyzack_console.presentation.inspector.work import NEWEST_EVENTS, WorkLine, succession_work, work_lines

Compose = Callable[[Sequence[WorkLine], Sequence[DeviceNote]], Passport]
"""Makes the passport once events and notes are there."""


class WorkDesk:
    """Runs both through the bridge."""

    def __init__(self, port: EnginePort, bridge: Bridge, theme: Theme, window: Callable[[], QWidget]) -> None:
        self._port = port
        self._bridge = bridge
        self._theme = theme
        self._window = window

    def ask(self, device: Device, zone: tzinfo, show: Callable[[Sequence[WorkLine]], None]) -> None:
        """Ask for the events of *device* and *show* them."""

        async def ask() -> None:
            show((await self._recorded(device, zone))[0])

        self._bridge.renew(ask(), "inspector work")

    def save_passport(self, device: Device, zone: tzinfo, compose: Compose) -> None:
        """Let a person say where, and write the passport there."""
        self._bridge.start(self._save(device, zone, compose), f"passport of {device.id}")

    async def _save(self, device: Device, zone: tzinfo, compose: Compose) -> None:
        name = f"{plain_name(device.name)}-passport.pdf"
        place = await chosen_place(self._theme, "Save the passport", name, "PDF files (*.pdf)", self._window())
        if place is not None:
            made = compose(*await self._recorded(device, zone))
            await write_bytes(place if place.suffix else place.with_suffix(".pdf"), passport_pdf(made))

    async def _recorded(self, device: Device, zone: tzinfo) -> tuple[tuple[WorkLine, ...], tuple[DeviceNote, ...]]:
        before = await self._port.ask(Predecessors(device.id))
        devices = (device.id, *(one.old for one in before))
        orders = [order for one in devices for order in await self._port.ask(Orders(one))]
        events = await self._port.ask(AlertHistory(limit=NEWEST_EVENTS, devices=devices))
        notes = await self._port.ask(DeviceNotes(device.id))
        more = (*note_work(notes, zone), *succession_work(before, zone))
        return work_lines(device, orders, events, zone, more), notes
