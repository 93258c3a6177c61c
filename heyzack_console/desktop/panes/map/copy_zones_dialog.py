"""Asks onto which floor zones are copied, and whether the lines of the plan go along."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.forms.copy_zones import Ui_CopyZones
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.sites import Floor
from heyzack_console.ports.engine.zones import CopyZones

HINT = "What the other floor has already under the same number and name is left as it is. Ctrl+Z takes the copy back."


class CopyZonesDialog(QDialog):
    """One floor of *others*; *what* names what is copied."""

    def __init__(self, theme: Theme, what: str, others: Sequence[Floor], parent: QWidget) -> None:
        super().__init__(parent)
        self._form = Ui_CopyZones()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setText(f"Copy {what}")
        form.title.setFont(theme.font("title"))
        form.hint.setText(HINT if others else "There is no other floor to copy to. Add one under Floors… first.")
        for floor in others:
            form.target.addItem(floor.name, floor.id)
        form.apply.setEnabled(bool(others))
        form.apply.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)

    def command(self, source: Floor, zone: ZoneId | None) -> CopyZones:
        """What is chosen now."""
        form = self._form
        zones = (zone,) if zone is not None else ()
        return CopyZones(source.id, form.target.currentData(), zones, walls=form.walls.isChecked())


async def asked_copy(
    theme: Theme, source: Floor, zone: ZoneId | None, others: Sequence[Floor], parent: QWidget
) -> CopyZones | None:
    """What shall be copied where; None when it was cancelled."""
    what = "this zone" if zone is not None else f"all zones of {source.name}"
    dialog = CopyZonesDialog(theme, what, others, parent)
    chosen = []
    dialog.accepted.connect(lambda: chosen.append(dialog.command(source, zone)))
    await answered(dialog, theme)
    return chosen[0] if chosen else None
