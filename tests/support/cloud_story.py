"""A story told with the forms of a cloud project: the window, a small engine, and what a person does."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.cloud.desk import CloudDesk
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.cloud import CloudState, LinkState, PairingPass
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.cloud import (
    CloudInventory,
    CloudProjects,
    ImportCloudDevices,
    PairingToken,
    ProposedPlaces,
)
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import SitePicture
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime
from tests.support.cloud_project import BUILDING, EUROPE, LISTED, PLACES
from tests.support.dialogs import OpenedDialogs
from tests.support.engine_port import SmallEngine

TOKEN_LIFE_S = 240
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


class CloudStory:
    """What a person does with the forms, and what the engine and the window saw of it."""

    def __init__(self, theme: Theme, dialogs: OpenedDialogs, window: QWidget) -> None:
        self.theme = theme
        self.dialogs = dialogs
        self.window = window
        self.now = NOW
        self.engine = SmallEngine()
        self.engine.answers = {
            CloudProjects: lambda _: (EUROPE,),
            CloudInventory: lambda _: LISTED,
            ImportCloudDevices: self._imported,
            ProposedPlaces: lambda _: PLACES,
            PairingToken: lambda _: PairingPass("EUtokenSecr", TOKEN_LIFE_S),
            SitePicture: lambda _: self.mirror.book,
        }
        self.refusals: dict[DeviceId, ConsoleError] = {}
        self.before: Callable[[ImportCloudDevices], Awaitable[None]] | None = None
        self.mirror = Mirror(connected=True)
        self.mirror.show_book(BUILDING)
        self.failures: list[ConsoleError] = []
        self.crashes: list[BaseException] = []
        self.said: list[str] = []
        self.bridge = Bridge(self.failures.append, lambda _, error: self.crashes.append(error))
        times = SiteTime(lambda: self.now, self.mirror)
        ground = CloudGround(self.engine, self.bridge, self.mirror, times, theme, Markers(theme))
        self.desk = CloudDesk(ground, lambda: window, lambda _, text: self.said.append(text))

    def hear_of_project(self) -> None:
        """The engine tells that the project is connected."""
        self.mirror.apply(Batch(1, NOW, cloud=(CloudState(EUROPE.id, LinkState.UP, NOW),)))

    def imports(self, *, dry_run: bool) -> list[tuple[DeviceId, ...]]:
        """The devices of every import that was asked for, in order."""
        found = (c for c in self.engine.done if isinstance(c, ImportCloudDevices))
        return [command.devices for command in found if command.dry_run is dry_run]

    def refuse(self, devices: Iterable[DeviceId], error: ConsoleError) -> None:
        """Let every import that holds one of *devices* be refused, from now on."""
        self.refusals.update(dict.fromkeys(devices, error))

    async def _imported(self, command: ImportCloudDevices) -> Receipt:
        count = len(command.devices)
        if command.dry_run:
            return Receipt(count=count, text=f"Would take in {count} devices.")
        if self.before is not None:
            await self.before(command)
        for device in command.devices:
            if device in self.refusals:
                raise self.refusals[device]
        return Receipt(count=count, text=f"Took in {count} devices.")
