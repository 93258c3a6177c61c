"""Edits the days on which the site is closed: proposed by country, added by hand, stored in one go."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.holidays import Ui_Holidays
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.holidays import HolidayRegion
from heyzack_console.domain.zones import country_of
from heyzack_console.ports.engine.holidays import HolidayRegions, ProposedHolidays
from heyzack_console.presentation.discovery.holidays import HolidayDraft, name_fault, proposed_words

WIDTH, HEIGHT, TABLE = 640, 600, 80
FRAME = 60
WHOLE_COUNTRY = "Whole country"
HOURS = (
    "Business hours are Monday to Friday 08:00–18:00, extended hours Monday to Saturday 07:00–21:00, in {zone}. "
    "On the days of this list both are closed, and deadlines and notices leave them out."
)


class HolidaysDialog(QDialog):
    """A draft of the list; Save sends only what differs."""

    def __init__(self, ground: Ground, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        book = ground.mirror.book
        self._zone = book.site.time_zone if book is not None else ""
        self._draft = HolidayDraft(book.holidays if book is not None else ())
        self._regions: dict[str, HolidayRegion] = {}
        self._form = Ui_Holidays()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self._table = RowTable(ground.theme, ground.markers, self._draft)
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self._dress(parent)
        self._connect()
        self._settle()

    def list_regions(self) -> None:
        """Fill the choice of countries."""
        self._work.run(self._list(), "Reading the countries")

    def _dress(self, parent: QWidget) -> None:
        form, theme, heard = self._form, self._ground.theme, self._ground.mirror.heard_at
        form.title.setFont(theme.font("title"))
        form.where.setText(HOURS.format(zone=self._zone))
        form.progress_place.addWidget(self._work.panel)
        self._table.setAccessibleName("Holidays of the site")
        self._table.setMinimumHeight(theme.px(TABLE))
        form.table_place.addWidget(self._table)
        if heard is not None:
            form.year.setValue(heard.year)
            form.day.setDate(QDate(heard.year, heard.month, heard.day))
        self.resize(theme.px(WIDTH), min(theme.px(HEIGHT), parent.height() - FRAME))

    def _connect(self) -> None:
        form = self._form
        form.country.currentIndexChanged.connect(self._show_parts)
        form.propose.clicked.connect(self._propose)
        form.name.textChanged.connect(self._settle)
        form.name.returnPressed.connect(self._add)
        form.add.clicked.connect(self._add)
        form.take_off.clicked.connect(self._take_off)
        form.save.clicked.connect(self._save)
        form.cancel.clicked.connect(self.reject)
        self._table.chosen.connect(lambda _: self._settle())
        self._work.busy_changed.connect(self._settle)

    async def _list(self) -> None:
        regions = await self._ground.port.ask(HolidayRegions())
        self._regions = {region.code: region for region in regions}
        for region in regions:
            self._form.country.addItem(region.name, region.code)
        here = self._form.country.findData(country_of(self._zone))
        self._form.country.setCurrentIndex(max(0, here))

    def _show_parts(self) -> None:
        form = self._form
        region = self._regions.get(form.country.currentData())
        form.subdivision.clear()
        form.subdivision.addItem(WHOLE_COUNTRY, "")
        for part in region.subdivisions if region is not None else ():
            form.subdivision.addItem(part, part)

    def _propose(self) -> None:
        self._work.run(self._take_proposal(), "Reading the holidays")

    async def _take_proposal(self) -> None:
        form = self._form
        country, part, year = form.country.currentData(), form.subdivision.currentData(), form.year.value()
        proposed = await self._ground.port.ask(ProposedHolidays(country, part or "", (year,)))
        before = len(self._draft)
        self._table.rearrange(lambda: self._draft.propose(proposed))
        self._work.say(proposed_words(len(self._draft) - before, len(proposed), year), "ok")

    def _add(self) -> None:
        form = self._form
        if name_fault(form.name.text()) or self._work.busy:
            return
        chosen, name = form.day.date(), form.name.text()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self._table.rearrange(lambda: self._draft.add(day, name))
        self._table.select_keys((day.isoformat(),))
        form.name.clear()
        self._settle()

    def _take_off(self) -> None:
        keys = self._table.selected_keys()
        self._table.rearrange(lambda: self._draft.take_off(keys))
        self._settle()

    def _save(self) -> None:
        self._work.run(self._store(), "Storing the holidays", self.accept)

    async def _store(self) -> None:
        receipt = await self._ground.port.do(self._draft.change)
        self._ground.done(receipt, receipt.text)

    def _settle(self) -> None:
        form, free = self._form, not self._work.busy
        fault = name_fault(form.name.text())
        form.summary.setText(self._draft.summary())
        # Progress takes their place, so that the form fits a low window at any text size.
        for part in (form.summary, form.take_off, form.cancel, form.save):
            part.setVisible(free)
        form.propose.setEnabled(free and bool(self._regions))
        form.add.setEnabled(free and not fault)
        form.add.setToolTip(fault)
        form.take_off.setEnabled(free and bool(self._table.selected_keys()))
        form.take_off.setToolTip("" if form.take_off.isEnabled() else "Select days in the list")
        form.save.setEnabled(free and self._draft.changed)
        form.save.setToolTip("" if self._draft.changed else "Nothing was changed")
