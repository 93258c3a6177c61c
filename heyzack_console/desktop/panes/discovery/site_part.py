"""The part of a form that begins a site: shown while there is none."""

from zoneinfo import available_timezones

from PySide6.QtCore import QTimeZone, Signal
from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.forms.site_fields import Ui_SiteFields
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.discovery.checks import SiteDraft

FLOOR_LINES = 3


class SitePart(QWidget):
    """Name, time zone and floors of the new site."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._form = Ui_SiteFields()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self._zones = frozenset(available_timezones())
        form.title.setFont(theme.font("strong"))
        form.time_zone.addItems(sorted(zone for zone in self._zones if "/" in zone or zone == "UTC"))
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        form.time_zone.setCurrentText(here if here in self._zones else "UTC")
        form.floors.setPlainText("Ground floor")
        lines = form.floors.fontMetrics().lineSpacing() * FLOOR_LINES
        form.floors.setFixedHeight(lines + theme.px(14))
        self._hints = {
            "name": (form.name_hint, form.name_hint.text()),
            "time_zone": (form.time_zone_hint, form.time_zone_hint.text()),
            "floors": (form.floors_hint, form.floors_hint.text()),
        }
        for hint, _ in self._hints.values():
            hint.setFont(theme.font("small"))
        form.name.textChanged.connect(self._edited)
        form.time_zone.currentTextChanged.connect(self._edited)
        form.floors.textChanged.connect(self._edited)
        form.name.editingFinished.connect(lambda: self._blame("name"))

    @property
    def draft(self) -> SiteDraft:
        """What was given."""
        form = self._form
        return SiteDraft(form.name.text(), form.time_zone.currentText(), form.floors.toPlainText())

    @property
    def faults(self) -> dict[str, str]:
        """What is wrong, by field."""
        return self.draft.faults(self._zones)

    def enter(self) -> None:
        """Give the keyboard to the first field."""
        self._form.name.setFocus()

    def _edited(self) -> None:
        for field in ("time_zone", "floors"):
            self._blame(field)
        if "name" not in self.faults:
            self._blame("name")
        self.changed.emit()

    def _blame(self, field: str) -> None:
        hint, words = self._hints[field]
        fault = self.faults.get(field, "")
        hint.setText(fault or words)
        self._theme.mark_kind(hint, "caution" if fault else "quiet")
        if field == "name":
            self._theme.mark_kind(self._form.name, "wrong" if fault else "")
