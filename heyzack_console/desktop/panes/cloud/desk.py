"""What the cloud pane asks of the engine."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.dialogs import confirmed
from heyzack_console.desktop.panes.cloud.connect_dialog import connect_project
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.cloud import ProjectId
from heyzack_console.ports.engine.cloud import DisconnectCloud, ImportCloudDevices, SyncCloud
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.frame.question import Question
from heyzack_console.presentation.selection import Selection


class CloudDesk:
    """Carries out what cards and actions offer; *done* says what was done."""

    def __init__(
        self,
        port: EnginePort,
        bridge: Bridge,
        theme: Theme,
        window: Callable[[], QWidget],
        done: Callable[[Receipt, str], None],
    ) -> None:
        self._port = port
        self._bridge = bridge
        self._theme = theme
        self._window = window
        self._done = done

    def actions(self) -> tuple[Action, ...]:
        """What can be done whatever is selected."""
        return (
            Action(
                "cloud.connect", "Connect a cloud project", self._connect, menu="Site", icon="cloud", asks_first=True
            ),
        )

    def connect(self) -> None:
        """Open the form."""
        self._bridge.start(self._connect(Selection()), "connect a cloud project")

    def act(self, name: str, project: ProjectId) -> None:
        """Carry out ``sync``, ``import`` or ``disconnect`` for *project*."""
        work = {"sync": self._sync, "import": self._import, "disconnect": self._disconnect}[name]
        self._bridge.start(work(project), f"cloud {name}")

    async def _connect(self, _selection: Selection) -> None:
        await connect_project(self._theme, self._port, self._bridge, self._window())

    async def _sync(self, project: ProjectId) -> None:
        receipt = await self._port.do(SyncCloud(project))
        self._done(receipt, receipt.text or "Read from the cloud")

    async def _import(self, project: ProjectId) -> None:
        plan = await self._port.do(ImportCloudDevices(project, dry_run=True))
        question = Question(
            "Import the project's devices?", "Import devices", plan.text, asks_reason=False, icon="cloud"
        )
        if await confirmed(self._theme, question, self._window()) is not None:
            receipt = await self._port.do(ImportCloudDevices(project))
            self._done(receipt, receipt.text or "Devices imported")

    async def _disconnect(self, project: ProjectId) -> None:
        question = Question(
            "Disconnect this cloud project?",
            "Disconnect",
            consequence="Devices that only the cloud reaches keep their last values. Its secret is forgotten.",
            way_back="It can be connected again with its access id and secret.",
            icon="cloud_lost",
            asks_reason=False,
        )
        if await confirmed(self._theme, question, self._window()) is not None:
            receipt = await self._port.do(DisconnectCloud(project))
            self._done(receipt, receipt.text or "Cloud project disconnected")
