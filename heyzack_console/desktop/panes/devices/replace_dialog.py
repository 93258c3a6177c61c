"""Asks which device takes the place of another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidgetItem, QVBoxLayout, QWidget

from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.replace_device import Ui_ReplaceDevice
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.health import FoundDevice
from heyzack_console.ports.engine.devices import Scan
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.replacing import ReplaceDevice
from heyzack_console.presentation.devices.replacing import (
    Candidate,
    ReplaceWish,
    candidates,
    needs_cid,
    new_device,
    objection,
)

# Devices announce themselves about every 5 s: after 10 s each was heard at least once.
SLICES = 5
SLICE_S = 2.0
ROWS = 4


class ReplaceDialog(QDialog):
    """Offers what stands nowhere and what is heard; anything else is typed. *receipt* tells what was done."""

    def __init__(self, ground: DeviceGround, old: Device, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._old = old
        self._found: dict[str, FoundDevice] = {}
        self._offered: tuple[Candidate, ...] = ()
        self.receipt: Receipt | None = None
        self._form = form = Ui_ReplaceDevice()
        form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.setFixedWidth(ground.theme.size("dialog_width"))
        self._work = FormWork(self, ground.bridge, ground.theme, form.said)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(form.said), self._work.panel)
        form.title.setFont(ground.theme.font("title"))
        form.title.setText(f"Replace {old.name}")
        form.choices.setFixedHeight(form.choices.fontMetrics().lineSpacing() * ROWS + 12)
        for part in (form.cid, form.cid_label):
            part.setVisible(needs_cid(old))
        self._connect()
        self._offer(())
        form.id.setFocus()

    @property
    def wish(self) -> ReplaceWish:
        """What is chosen or typed now."""
        form = self._form
        return ReplaceWish(*(field.text().strip() for field in (form.id, form.cid, form.host, form.key)))

    def _connect(self) -> None:
        form = self._form
        form.cancel.clicked.connect(self.reject)
        form.look.clicked.connect(lambda: self._work.run(self._scan(), "Listening on the local network"))
        form.replace.clicked.connect(lambda: self._work.run(self._replace(), "Replacing", self.accept))
        form.choices.currentItemChanged.connect(self._choose)
        for field in (form.id, form.cid, form.host, form.key):
            field.textChanged.connect(self._check)
        self._work.busy_changed.connect(self._check)

    def _offer(self, found: Sequence[FoundDevice]) -> None:
        self._found |= {one.id: one for one in found}
        offered = candidates(self._ground.mirror, self._old, self._found.values())
        if offered != self._offered or not offered:
            kept = self._form.id.text()
            self._offered = offered
            self._form.choices.clear()
            for candidate in offered:
                item = QListWidgetItem(candidate.words, self._form.choices)
                item.setData(Qt.ItemDataRole.UserRole, candidate.id)
                item.setToolTip(candidate.words)
                if candidate.id == kept:
                    self._form.choices.setCurrentItem(item)
        self._form.choices.setVisible(bool(offered))
        self._form.nothing.setVisible(not offered)
        self._check()

    def _chosen(self) -> Candidate | None:
        return next((one for one in self._offered if one.id == self.wish.id), None)

    def _choose(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        if item is None:
            return
        self._form.id.setText(item.data(Qt.ItemDataRole.UserRole))
        chosen = self._chosen()
        self._form.host.setText(chosen.host if chosen is not None else "")

    def _check(self, _changed: object = None) -> None:
        busy = self._work.busy
        wrong = objection(self.wish, self._old, self._ground.mirror)
        if not busy:
            self._work.say(wrong)
        self._form.look.setEnabled(not busy)
        self._form.replace.setEnabled(bool(self.wish.id) and not wrong and not busy)

    async def _scan(self) -> None:
        for done in range(SLICES):
            self._work.panel.advance(done, SLICES, f"{len(self._found)} heard")
            heard = await self._ground.port.ask(Scan(SLICE_S))
            self._offer(heard)

    async def _replace(self) -> None:
        new = new_device(self.wish, self._old, self._chosen())
        self.receipt = await self._ground.port.do(ReplaceDevice(self._old.id, new))
