"""The part of a form that begins a site: shown while there is none."""

from zoneinfo import available_timezones

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import QCompleter, QSizePolicy, QWidget

from heyzack_console.desktop.forms.site_fields import Ui_SiteFields
from heyzack_console.desktop.panes.discovery.fields import CheckedField
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
        form.floors_hint.setFont(theme.font("small"))
        self._floors_words = form.floors_hint.text()
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        form.time_zone.setText(here if here in self._zones else "UTC")
        form.time_zone.setCompleter(self._completer())
        form.floors.setPlainText("Ground floor")
        form.floors.setFixedHeight(form.floors.fontMetrics().lineSpacing() * FLOOR_LINES + theme.px(14))
        self._fields = (
            CheckedField(theme, form.name, form.name_hint, lambda _: self.faults.get("name", "")),
            CheckedField(theme, form.time_zone, form.time_zone_hint, lambda _: self.faults.get("time_zone", "")),
        )
        for field in self._fields:
            field.changed.connect(self.changed)
        form.floors.textChanged.connect(self._floors_typed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def draft(self) -> SiteDraft:
        """What was given."""
        form = self._form
        return SiteDraft(form.name.text(), form.time_zone.text(), form.floors.toPlainText())

    @property
    def faults(self) -> dict[str, str]:
        """What is wrong, by field."""
        return self.draft.faults(self._zones)

    def enter(self) -> None:
        """Give the keyboard to the first field."""
        self._form.name.setFocus()

    def _completer(self) -> QCompleter:
        completer = QCompleter(sorted(self._zones), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return completer

    def _floors_typed(self) -> None:
        fault = self.faults.get("floors", "")
        self._form.floors_hint.setText(fault or self._floors_words)
        self._theme.mark_kind(self._form.floors_hint, "caution" if fault else "quiet")
        self.changed.emit()
