"""Asks which moments a clip shows."""

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.forms.clip import Ui_Clip
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.alerts.shelving import at_site
from heyzack_console.presentation.map.clip import STEPS, Clip, objection


class ClipDialog(QDialog):
    """Begins with a usual clip; the button waits for one that can be exported."""

    def __init__(self, theme: Theme, usual: Clip, now: datetime, zone: tzinfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self._zone = zone
        self._form = Ui_Clip()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setFont(theme.font("title"))
        for words, step in STEPS:
            form.step.addItem(words, step)
        form.step.setCurrentIndex([step for _, step in STEPS].index(usual.step))
        for field, at in ((form.start, usual.start), (form.end, usual.end)):
            # The field shows the site's clocks wherever this machine stands.
            field.setTimeZone(QTimeZone.utc())
            field.setDateTime(_wall(at, zone))
            field.dateTimeChanged.connect(self._check)
        form.step.currentIndexChanged.connect(self._check)
        form.export_.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        self._check()

    @property
    def clip(self) -> Clip:
        """What is chosen now."""
        form = self._form
        step = STEPS[form.step.currentIndex()][1]
        return Clip(_moment(form.start, self._zone), _moment(form.end, self._zone), step)

    def _check(self, _changed: object = None) -> None:
        wrong = objection(self.clip, self._now)
        self._form.export_.setEnabled(not wrong)
        self._form.hint.setText(wrong or f"{self.clip.count} pictures.")


def _wall(moment: datetime, zone: tzinfo) -> QDateTime:
    """What the site's clocks show at *moment*, as the field takes it."""
    local = moment.astimezone(zone)
    return QDateTime(
        QDate(local.year, local.month, local.day), QTime(local.hour, local.minute, local.second), QTimeZone.utc()
    )


def _moment(field: QDateTimeEdit, zone: tzinfo) -> datetime:
    wall = field.dateTime()
    day, hour = wall.date(), wall.time()
    minute = datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute())  # noqa: DTZ001
    return at_site(minute, zone) + timedelta(seconds=hour.second())


async def asked_clip(theme: Theme, usual: Clip, now: datetime, zone: tzinfo, parent: QWidget) -> Clip | None:
    """The clip that is wanted; None when it was cancelled."""
    dialog = ClipDialog(theme, usual, now, zone, parent)
    wanted = []
    dialog.accepted.connect(lambda: wanted.append(dialog.clip))
    await answered(dialog, theme)
    return wanted[0] if wanted else None
