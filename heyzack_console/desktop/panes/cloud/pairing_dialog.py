"""Shows a pairing token as text and as a QR code while it lives."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.pairing import Ui_Pairing
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.desktop.panes.cloud.project_choice import ProjectChoice
from heyzack_console.desktop.panes.cloud.qr_code import QrCode
from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.ports.engine.cloud import PairingToken
from heyzack_console.presentation.cloud.pairing import ShownToken

SECOND_MS = 1000


class PairingDialog(QDialog):
    """A token that has ended is taken from the form: nobody shall try it in vain."""

    def __init__(
        self, ground: CloudGround, projects: Sequence[CloudProject], first: ProjectId | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._token: ShownToken | None = None
        self._form = Ui_Pairing()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form, theme = self._form, ground.theme
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setFont(theme.font("title"))
        form.token.setFont(theme.font("mono"))
        form.ends.setAlignment(Qt.AlignmentFlag.AlignCenter)
        form.copy.setIcon(theme.icon("copy"))
        self.code = QrCode(theme)
        form.code_place.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self._choice = ProjectChoice(form.project_label, form.project, projects, first)
        self._work = FormWork(self, ground.bridge, theme, form.said)
        form.progress_place.addWidget(self._work.panel)
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.tick)
        form.copy.clicked.connect(self._copy)
        form.renew.clicked.connect(self.renew)
        form.close.clicked.connect(self.reject)
        self._choice.changed.connect(self.renew)
        self._work.busy_changed.connect(self._settle)
        self.finished.connect(lambda _: self._second.stop())
        self._settle()

    def renew(self) -> None:
        """Ask for a token in place of the one that is shown."""
        self._token = None
        self._work.run(self._ask(), "Asking the cloud for a token")

    def tick(self) -> None:
        """A second has passed."""
        now = self._ground.times.now()
        if self._token is not None and not self._token.left(now):
            ended, self._token = self._token.words(now), None
            self._settle()
            self._form.ends.setText(ended)
            self._form.renew.setFocus()
        elif self._token is not None:
            self._form.ends.setText(self._token.words(now))

    async def _ask(self) -> None:
        asked_at = self._ground.times.now()
        given = await self._ground.port.ask(PairingToken(self._choice.project))
        self._token = ShownToken(given.text, asked_at, timedelta(seconds=given.serves_s))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._form.token.text())
        self._work.say("Copied to the clipboard.", "ok")

    def _settle(self) -> None:
        form, token = self._form, self._token
        text = token.text if token else ""
        self.code.show_text(text)
        self.code.setVisible(bool(text))
        form.token.setText(text)
        form.token.setCursorPosition(0)
        form.ends.setText(token.words(self._ground.times.now()) if token else "")
        for part in (form.token, form.copy):
            part.setVisible(bool(text))
        for button in (form.copy, form.renew):
            button.setEnabled(not self._work.busy)
        self._choice.allow(choosing=not self._work.busy)
        if token is None:
            self._second.stop()
        else:
            self._second.start()
