"""The fields below the table of new devices."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from heyzack_console.desktop.forms.setup_devices import Ui_SetupDevices
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.sites import SiteBook, Zone
from heyzack_console.presentation.adding.setup import NO_ROOM, Draft, SetupList
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.site_index import zone_words


class SetupEditor(QObject):
    """Writes what a person gives into the lines. The name belongs to one device, kind and room to all selected."""

    edited = Signal()

    def __init__(self, theme: Theme, form: Ui_SetupDevices, listed: SetupList, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._listed = listed
        self._keys: tuple[str, ...] = ()
        self._zones: dict[str, Zone] = {}
        for category in sorted(Category, key=category_word):
            form.category.addItem(theme.icon(f"category.{category}"), category_word(category), category)
        form.name.setMaxLength(120)
        form.name.textEdited.connect(self._name_typed)
        form.category.activated.connect(self._kind_chosen)
        form.room.activated.connect(self._room_chosen)
        self.show(())

    def take_rooms(self, book: SiteBook) -> None:
        """Offer the rooms of *book*, floor by floor."""
        floors = {floor.id: floor for floor in book.site.floors}
        zones = sorted(book.site.zones, key=lambda zone: (floors[zone.floor].level, zone.number, zone.name))
        self._zones = {zone.id: zone for zone in zones}
        self._form.room.clear()
        self._form.room.addItem(NO_ROOM, "")
        for zone in zones:
            self._form.room.addItem(f"{floors[zone.floor].name} · {zone_words(zone)}", zone.id)

    def show(self, keys: Iterable[str]) -> None:
        """Edit the lines *keys*."""
        self._keys = tuple(keys)
        draft = self._listed.draft(self._keys[0]) if self._keys else None
        form, one = self._form, len(self._keys) == 1
        form.editor.setEnabled(draft is not None)
        form.name.setEnabled(one)
        form.name.setText(draft.name if draft and one else "")
        form.category.setCurrentIndex(form.category.findData(draft.category if draft else Category.UNKNOWN))
        form.room.setCurrentIndex(max(0, form.room.findData(draft.zone.id if draft and draft.zone else "")))
        # What stands on the plan is moved there, by hand.
        form.room.setEnabled(draft is not None and draft.device.place is None)

    def _name_typed(self, text: str) -> None:
        name = " ".join(text.split())
        if name:
            self._change(lambda draft: replace(draft, name=name, named=True))

    def _kind_chosen(self) -> None:
        category = self._form.category.currentData()
        self._change(lambda draft: replace(draft, category=category, sorted=True))

    def _room_chosen(self) -> None:
        zone = self._zones.get(self._form.room.currentData())
        self._change(lambda draft: replace(draft, zone=zone) if draft.device.place is None else draft)

    def _change(self, change: Callable[[Draft], Draft]) -> None:
        self._listed.edit(self._keys, change)
        self.edited.emit()
