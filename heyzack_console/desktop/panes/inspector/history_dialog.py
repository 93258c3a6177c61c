"""Asks which stretch of time is looked at, and what it is compared with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.forms.history_view import Ui_HistoryView
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.presentation.inspector.history import (
    COMPARE_WORDS,
    CompareKind,
    Comparison,
    Window,
    comparable,
    is_words,
    picked,
    span_objection,
)
from heyzack_console.presentation.inspector.trend import trend_title
from heyzack_console.presentation.site_time import SiteTime


@dataclass(frozen=True, slots=True)
class HistoryWish:
    """What is looked at now, or shall be; *moved* tells whether the stretch of time was changed."""

    window: Window
    comparison: Comparison
    moved: bool = False


class HistoryDialog(QDialog):
    """Begins with what is shown; Show waits for a stretch that makes sense."""

    def __init__(self, theme: Theme, times: SiteTime, spec: PointSpec, now: HistoryWish, parent: QWidget) -> None:
        super().__init__(parent)
        self._times = times
        self._before = now.window
        self._moved = False
        self._words = is_words(spec)
        self._form = Ui_HistoryView()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setText(f"History of {trend_title(spec)}")
        form.title.setFont(theme.font("title"))
        for field, moment in ((form.start, now.window.start), (form.end, now.window.end)):
            self._show_moment(field, moment)
        for kind, words in COMPARE_WORDS:
            form.compare.addItem(words, kind)
        form.compare.setCurrentIndex([kind for kind, _ in COMPARE_WORDS].index(now.comparison.kind))
        form.point.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        form.compare.currentIndexChanged.connect(self._check)
        form.show_it.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        form.start.setFocus()

    def offer(self, devices: Iterable[Device], own: Device, spec: PointSpec, chosen: Comparison) -> None:
        """Offer every other point that measures in the same unit."""
        for device, point in comparable(devices, spec):
            if (device.id, point.code) != (own.id, spec.code):
                found = Comparison(CompareKind.POINT, device.id, point.code, f"{device.name}: {trend_title(point)}")
                self._form.point.addItem(found.name, found)
                if (chosen.device, chosen.code) == (device.id, point.code):
                    self._form.point.setCurrentIndex(self._form.point.count() - 1)
        self._check()

    @property
    def wish(self) -> HistoryWish:
        """What is chosen now."""
        window = self._before
        if self._moved:
            window = picked(self._moment(self._form.start), self._moment(self._form.end), self._times.now())
        return HistoryWish(window, self._comparison(), self._moved)

    @property
    def _kind(self) -> CompareKind:
        return CompareKind(self._form.compare.currentData())  # Qt keeps its text alone

    def _comparison(self) -> Comparison:
        kind = self._kind
        if kind is CompareKind.POINT:
            chosen = self._form.point.currentData()
            return chosen if isinstance(chosen, Comparison) else Comparison()
        return Comparison(kind)

    def _check(self, _changed: object = None) -> None:
        form = self._form
        other = self._kind is CompareKind.POINT
        for part in (form.point, form.point_label):
            part.setVisible(other)
        for part in (form.compare, form.compare_label):
            part.setVisible(not self._words)
        start, end = self._moment(form.start), self._moment(form.end)
        wrong = span_objection(start, end, self._times.now()) if self._moved else ""
        if other and not form.point.count():
            wrong = "No other data point measures in this unit."
        form.show_it.setEnabled(not wrong)
        form.hint.setText(wrong or "Times are the site's.")

    def _show_moment(self, field: QDateTimeEdit, moment: datetime) -> None:
        # The field shows the site's clocks wherever this machine stands; a zone without changes keeps Qt from moving it
        field.setTimeZone(QTimeZone.utc())
        local = moment.astimezone(self._times.zone())
        day, hour = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
        field.setDateTime(QDateTime(day, hour, QTimeZone.utc()))
        field.dateTimeChanged.connect(self._changed)

    def _changed(self, _moment: QDateTime) -> None:
        self._moved = True
        self._check()

    def _moment(self, field: QDateTimeEdit) -> datetime:
        return _aware(field.dateTime(), self._times.zone())


def _aware(wall: QDateTime, zone: tzinfo) -> datetime:
    day, hour = wall.date(), wall.time()
    local = datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute(), tzinfo=zone)
    return local.astimezone(UTC)


async def asked_history(dialog: HistoryDialog, theme: Theme) -> HistoryWish | None:
    """What was chosen; None when it was cancelled."""
    wishes: list[HistoryWish] = []
    dialog.accepted.connect(lambda: wishes.append(dialog.wish))
    await answered(dialog, theme)
    return wishes[0] if wishes else None
