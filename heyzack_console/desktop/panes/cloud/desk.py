"""What the cloud pane asks of the engine."""

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.dialogs import answered, confirmed
from heyzack_console.desktop.panes.cloud.connect_dialog import connect_project
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.desktop.panes.cloud.import_dialog import ImportDialog
from heyzack_console.desktop.panes.cloud.pairing_dialog import PairingDialog
from heyzack_console.desktop.panes.cloud.places_dialog import PlacesDialog
from heyzack_console.desktop.panes.cloud.plan_dialog import PlanDialog
from heyzack_console.desktop.panes.cloud.site_tree_dialog import SiteTreeDialog
from heyzack_console.desktop.panes.cloud.subscription_dialog import SubscriptionDialog
from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.domain.errors import NotFound
from heyzack_console.ports.engine.cloud import CloudProjects, DisconnectCloud, SyncCloud
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.frame.question import Question
from heyzack_console.presentation.selection import Selection

MENU = "Site"
NO_PROJECT = "Connect a cloud project first"


class CloudDesk:
    """Carries out what cards and actions offer; *done* says what was done."""

    def __init__(
        self, ground: CloudGround, window: Callable[[], QWidget], done: Callable[[Receipt, str], None]
    ) -> None:
        self._ground = ground
        self._window = window
        self._done = done

    def actions(self) -> tuple[Action, ...]:
        """What can be done whatever is selected; all but connecting needs a project."""
        places, tree = partial(self._proposed, PlacesDialog), partial(self._proposed, SiteTreeDialog)
        return (
            Action("cloud.connect", "Connect a cloud project", self._connect, menu=MENU, icon="cloud", asks_first=True),
            self._of_project("cloud.import", "Import devices from the cloud", self._import, "cloud"),
            self._of_project("cloud.places", "Propose places from the cloud", places, "room"),
            self._of_project("cloud.site_tree", "Add floors and rooms from the cloud", tree, "site"),
            self._of_project("cloud.pairing", "Pair a new device", self._pair, "scan_code"),
        )

    def connect(self) -> None:
        """Open the form."""
        self._ground.bridge.start(self._connect(Selection()), "connect a cloud project")

    def act(self, name: str, project: ProjectId) -> None:
        """Carry out ``sync``, ``import``, ``plan``, ``subscription`` or ``disconnect`` for *project*."""
        works = {
            "sync": self._sync,
            "import": self._import,
            "plan": self._plan,
            "subscription": self._subscribe,
            "disconnect": self._disconnect,
        }
        self._ground.bridge.start(works[name](project), f"cloud {name}")

    async def _connect(self, _selection: Selection) -> None:
        await connect_project(self._ground.theme, self._ground.port, self._ground.bridge, self._window())

    async def _sync(self, project: ProjectId) -> None:
        receipt = await self._ground.port.do(SyncCloud(project))
        self._done(receipt, receipt.text or "Read from the cloud")

    async def _import(self, project: ProjectId | None = None) -> None:
        dialog = ImportDialog(self._ground, await self._projects(), project, self._window())
        dialog.list_devices()
        await answered(dialog, self._ground.theme)
        self._say(dialog.receipts)

    async def _proposed(self, form: type[PlacesDialog | SiteTreeDialog]) -> None:
        dialog = form(self._ground, await self._projects(), None, self._window())
        dialog.propose()
        await answered(dialog, self._ground.theme)
        self._say(dialog.receipts)

    async def _pair(self, project: ProjectId | None = None) -> None:
        dialog = PairingDialog(self._ground, await self._projects(), project, self._window())
        dialog.renew()
        await answered(dialog, self._ground.theme)

    async def _plan(self, project: ProjectId) -> None:
        await self._changed(PlanDialog(self._ground, await self._project(project), self._window()))

    async def _subscribe(self, project: ProjectId) -> None:
        await self._changed(SubscriptionDialog(self._ground, await self._project(project), self._window()))

    async def _changed(self, dialog: PlanDialog | SubscriptionDialog) -> None:
        await answered(dialog, self._ground.theme)
        if dialog.receipt is not None:
            self._say((dialog.receipt,))

    async def _project(self, project: ProjectId) -> CloudProject:
        found = next((one for one in await self._projects() if one.id == project), None)
        if found is None:
            raise NotFound(f"There is no cloud project {project} any more.")
        return found

    async def onboard(self) -> None:
        """Connect a project where there is none, then import from it."""
        if await self._some_project():
            await self._import()

    async def pair_and_import(self) -> None:
        """Show a pairing token, then import what joined the project by it."""
        if await self._some_project():
            await self._pair()
            await self._import()

    async def _some_project(self) -> bool:
        ground = self._ground
        if await ground.port.ask(CloudProjects()):
            return True
        return await connect_project(ground.theme, ground.port, ground.bridge, self._window())

    async def _projects(self) -> tuple[CloudProject, ...]:
        projects = await self._ground.port.ask(CloudProjects())
        if not projects:
            raise NotFound(f"No cloud project is connected. {NO_PROJECT}.")
        return projects

    def _say(self, receipts: Sequence[Receipt]) -> None:
        """The last thing that was done can be taken back at the foot of the window."""
        if receipts:
            self._done(receipts[-1], receipts[-1].text)

    def _of_project(self, name: str, title: str, do: Callable[[], Coroutine[Any, Any, None]], icon: str) -> Action:
        return Action(
            name,
            title,
            lambda _selection: do(),
            enabled=lambda _: bool(self._ground.mirror.cloud),
            menu=MENU,
            icon=icon,
            why_not=NO_PROJECT,
            asks_first=True,
        )

    async def _disconnect(self, project: ProjectId) -> None:
        question = Question(
            "Disconnect this cloud project?",
            "Disconnect",
            consequence="Devices that only the cloud reaches keep their last values. Its secret is forgotten.",
            way_back="It can be connected again with its access id and secret.",
            icon="cloud_lost",
            asks_reason=False,
        )
        if await confirmed(self._ground.theme, question, self._window()) is not None:
            receipt = await self._ground.port.do(DisconnectCloud(project))
            self._done(receipt, receipt.text or "Cloud project disconnected")
