"""Asks for a device's label: from a scanner that types, by hand, or from a picture file."""

import asyncio

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.file_dialogs import chosen_file
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.jump import Ui_Jump
from heyzack_console.desktop.panes.fieldwork.code_reader import codes_in
from heyzack_console.desktop.panes.fieldwork.ground import FieldGround
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.presentation.fieldwork.jump import device_meant

PICTURES = "Pictures (*.png *.jpg *.jpeg *.bmp *.webp *.gif)"
READING = "Reading the picture"


class JumpDialog(QDialog):
    """*device* is what was found; a scanner ends its text with Enter, which is Go."""

    def __init__(self, ground: FieldGround, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._form = Ui_Jump()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.device: Device | None = None
        form, theme = self._form, ground.theme
        form.title.setFont(theme.font("title"))
        self.setFixedWidth(theme.size("dialog_width"))
        self._work = FormWork(self, ground.bridge, theme, form.said)
        form.progress_place.addWidget(self._work.panel)
        self._work.busy_changed.connect(self._settle)
        form.code.textChanged.connect(self._settle)
        form.go.clicked.connect(self._go)
        form.picture.clicked.connect(lambda: self._work.run(self._read_picture(), READING, self._go))
        form.cancel.clicked.connect(self.reject)
        self._settle()
        form.code.setFocus()

    def _go(self) -> None:
        try:
            self.device = device_meant(self._form.code.text(), self._ground.mirror.devices.values())
        except ConsoleError as error:
            self._work.refuse(error)
            self._form.code.selectAll()
            self._form.code.setFocus()
            return
        self.accept()

    async def _read_picture(self) -> bool:
        path = await chosen_file(self._ground.theme, "Picture of a label", PICTURES, self)
        if path is None:
            return False
        texts = await asyncio.to_thread(codes_in, path)
        self._form.code.setText(self._best(texts))
        return True

    def _best(self, texts: tuple[str, ...]) -> str:
        """A picture may show other codes beside the label."""
        for text in texts:
            try:
                device_meant(text, self._ground.mirror.devices.values())
            except ConsoleError:
                continue
            return text
        return texts[0]

    def _settle(self) -> None:
        busy = self._work.busy
        self._form.go.setEnabled(bool(self._form.code.text().strip()) and not busy)
        self._form.picture.setEnabled(not busy)
