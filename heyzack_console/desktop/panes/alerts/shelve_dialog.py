"""Asks until when alerts are shelved, and why."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone
from PySide6.QtWidgets import QDialog, QRadioButton, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.forms.shelve import Ui_Shelve
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.presentation.alerts.shelving import Wish, at_site, objection, offers, subject, warning
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime

LIMIT = "alerts.shelve_longest_h"


class ShelveDialog(QDialog):
    """Offers the usual ends and one of one's own; Shelve waits for a reason and an end that is allowed."""

    def __init__(self, theme: Theme, times: SiteTime, longest: timedelta, alerts: Sequence[Alert], parent: QWidget):
        super().__init__(parent)
        self._times = times
        self._longest = longest
        self._form = Ui_Shelve()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self._ends: dict[QRadioButton, datetime] = {}
        self.setFixedWidth(theme.size("dialog_width"))
        form = self._form
        form.title.setFont(theme.font("title"))
        caution = warning(alerts)
        form.warning.setText(caution)
        form.warning.setVisible(bool(caution))
        form.shelve.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        form.reason.textChanged.connect(self._check)
        self._offer_ends()
        self._check()
        form.reason.setFocus()

    def name(self, title: str) -> None:
        """Say what is to be shelved."""
        self._form.title.setText(title)

    @property
    def wish(self) -> Wish:
        """What is chosen now."""
        form = self._form
        chosen = next((end for button, end in self._ends.items() if button.isChecked()), None)
        if chosen is None:
            wall = form.end.dateTime()
            day, hour = wall.date(), wall.time()
            local = datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute())  # noqa: DTZ001
            chosen = at_site(local, self._times.zone())
        return Wish(chosen, form.reason.text().strip())

    def _offer_ends(self) -> None:
        form, now, zone = self._form, self._times.now(), self._times.zone()
        for offer in offers(now, zone, self._longest):
            button = QRadioButton(offer.words, self)
            button.setChecked(not self._ends)
            button.toggled.connect(self._check)
            form.choices.addWidget(button)
            self._ends[button] = offer.until
        # The field shows the site's clocks wherever this machine stands; a zone without changes keeps Qt from moving it
        form.end.setTimeZone(QTimeZone.utc())
        form.end.setDateTimeRange(_wall(now, zone), _wall(now + self._longest, zone))
        form.end.setDateTime(_wall(now + min(timedelta(hours=8), self._longest), zone))
        form.own.toggled.connect(self._check)
        form.end.dateTimeChanged.connect(lambda _: form.own.setChecked(True))
        form.end.dateTimeChanged.connect(self._check)
        before: QWidget = form.cancel
        for part in (*self._ends, form.own, form.end, form.reason, form.shelve, form.cancel):
            self.setTabOrder(before, part)
            before = part

    def _check(self, _changed: object = None) -> None:
        wrong = objection(self.wish, self._times.now(), self._longest)
        self._form.shelve.setEnabled(not wrong)
        self._form.hint.setText(wrong or "It is recorded with your name and shown to everyone.")


def _wall(moment: datetime, zone: tzinfo) -> QDateTime:
    """What the site's clocks show at *moment*, as the field takes it."""
    local = moment.astimezone(zone)
    return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute), QTimeZone.utc())


async def asked_shelving(
    theme: Theme, mirror: Mirror, times: SiteTime, alerts: Sequence[Alert], parent: QWidget
) -> Wish | None:
    """The end and the reason for shelving *alerts*; None when it was cancelled."""
    dialog = ShelveDialog(theme, times, timedelta(hours=float(mirror.setting(LIMIT))), alerts, parent)
    names = (mirror.devices[a.device].name if a.device in mirror.devices else a.device for a in alerts)
    dialog.name(subject(alerts, names))
    wishes = []
    dialog.accepted.connect(lambda: wishes.append(dialog.wish))
    await answered(dialog, theme)
    return wishes[0] if wishes else None
