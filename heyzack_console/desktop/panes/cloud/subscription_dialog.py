"""Which subscription of the message queue this console reads."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from heyzack_console.desktop.dialogs import fit_height
from heyzack_console.desktop.forms.queue_subscription import Ui_QueueSubscription
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.domain.cloud import CloudProject
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.cloud import ReadSubscription
from heyzack_console.ports.engine.port import Receipt

WORK = "changing the queue subscription"


class SubscriptionDialog(QDialog):
    """The form stays open until the engine has taken the name; *receipt* is its answer."""

    def __init__(self, ground: CloudGround, project: CloudProject, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._project = project
        self.receipt: Receipt | None = None
        self._form = form = Ui_QueueSubscription()
        form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.setFixedWidth(ground.theme.size("dialog_width"))
        form.title.setFont(ground.theme.font("title"))
        form.suffix.textChanged.connect(self._show_whole)
        form.suffix.setText(project.queue_suffix)
        form.suffix.selectAll()
        form.apply.clicked.connect(self._apply)
        form.cancel.clicked.connect(self.reject)
        form.said.hide()

    def _show_whole(self, text: str) -> None:
        self._form.whole.setText(f"The platform calls it {self._project.access_id}-{text.strip()}")
        self._form.apply.setEnabled(bool(text.strip()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _apply(self) -> None:
        self._form.apply.setEnabled(False)
        self._ground.bridge.renew(self._change(self._form.suffix.text()), WORK, self._refused)

    async def _change(self, suffix: str) -> None:
        self.receipt = await self._ground.port.do(ReadSubscription(self._project.id, suffix))
        self.accept()

    def _refused(self, error: ConsoleError) -> None:
        self._form.said.setText(error.text)
        self._form.said.show()
        self._form.apply.setEnabled(True)
        fit_height(self)
