"""Connects a cloud project: tries it step by step first, and says at which step it failed."""

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.forms.connect_cloud import Ui_ConnectCloud
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.cloud import CloudCheck
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.cloud import CheckCloud, ConnectCloud
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.presentation.cloud.regions import OWN, REGIONS, ProjectDraft

WORK = "trying a cloud project"
STAGES = {
    "address": "The address does not answer.",
    "token": "The credentials were refused.",
    "inventory": "The device list was refused.",
}


class ConnectDialog(QDialog):
    """The form stays open until the project is connected or the person gives up."""

    def __init__(self, theme: Theme, port: EnginePort, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._port = port
        self._bridge = bridge
        self._form = Ui_ConnectCloud()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setFont(theme.font("title"))
        for region in REGIONS:
            form.region.addItem(region.name, region.key)
        form.region.addItem("Own address", OWN)
        form.region.currentIndexChanged.connect(self._show_own)
        form.connect.clicked.connect(self._try)
        form.cancel.clicked.connect(self.reject)
        self.finished.connect(lambda _: bridge.stop(WORK))
        self._show_own()

    def _show_own(self) -> None:
        self._form.own.setVisible(self._form.region.currentData() == OWN)
        self.adjustSize()

    def _try(self) -> None:
        form = self._form
        draft = ProjectDraft(
            form.region.currentData(),
            form.access_id.text(),
            form.secret.text(),
            form.base_url.text(),
            form.queue_url.text(),
            form.suffix.text(),
        )
        self._be_busy(busy=True)
        self._bridge.renew(self._connect(draft), WORK, self._refused)

    async def _connect(self, draft: ProjectDraft) -> None:
        project, secret = draft.project(), draft.secret.strip()
        check = await self._port.ask(CheckCloud(project, secret))
        if not check.ok:
            self._say(_failure(check))
            return
        await self._port.do(ConnectCloud(project, secret))
        self.accept()

    def _refused(self, error: ConsoleError) -> None:
        self._say(error.text)

    def _say(self, text: str) -> None:
        self._be_busy(busy=False)
        self._form.said.setText(text)
        self.adjustSize()

    def _be_busy(self, *, busy: bool) -> None:
        self._form.connect.setEnabled(not busy)
        self._form.connect.setText("Trying…" if busy else "Test and connect")
        self._form.said.setText("")


async def connect_project(theme: Theme, port: EnginePort, bridge: Bridge, parent: QWidget) -> bool:
    """Show the form until it is closed; True when a project was connected."""
    return await answered(ConnectDialog(theme, port, bridge, parent), theme)


def _failure(check: CloudCheck) -> str:
    code = f" Code {check.code}: {check.message}." if check.code else f" {check.message}" if check.message else ""
    return f"{STAGES.get(check.stage, 'It did not work.')}{code} {check.advice}".strip()
