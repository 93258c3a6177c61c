"""Asks for the details of a zone: name, number, use, kind and capacity."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.forms.zone import Ui_Zone
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.sites import Zone, ZoneKind
from heyzack_console.presentation.map.outlining import KIND_WORDS, details_hint


class ZoneDialog(QDialog):
    """Save waits for a name; two zones of one number are pointed out, not refused."""

    def __init__(self, theme: Theme, zone: Zone, others: Iterable[Zone], parent: QWidget) -> None:
        super().__init__(parent)
        self._zone = zone
        self._others = tuple(other for other in others if other.id != zone.id)
        self._form = Ui_Zone()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setText(zone.name or "New zone")
        form.title.setFont(theme.font("title"))
        for kind in ZoneKind:
            form.kind.addItem(KIND_WORDS[kind], kind.value)
        form.name.setText(zone.name)
        form.number.setText(zone.number)
        form.use.setText(zone.use)
        form.kind.setCurrentIndex(form.kind.findData(zone.kind.value))
        form.capacity.setValue(zone.capacity)
        form.name.textChanged.connect(self._check)
        form.number.textChanged.connect(self._check)
        form.apply.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        self._check()
        form.name.setFocus()

    @property
    def zone(self) -> Zone:
        """The zone as it is written now."""
        form = self._form
        return replace(
            self._zone,
            name=form.name.text().strip(),
            number=form.number.text().strip(),
            use=form.use.text().strip(),
            kind=ZoneKind(form.kind.currentData()),
            capacity=form.capacity.value(),
        )

    def _check(self, _text: str = "") -> None:
        zone = self.zone
        self._form.apply.setEnabled(bool(zone.name))
        self._form.hint.setText(details_hint(zone, self._others))


async def asked_details(theme: Theme, zone: Zone, others: Iterable[Zone], parent: QWidget) -> Zone | None:
    """The zone with what was written; None when it was cancelled."""
    dialog = ZoneDialog(theme, zone, others, parent)
    written = []
    dialog.accepted.connect(lambda: written.append(dialog.zone))
    await answered(dialog, theme)
    return written[0] if written else None
