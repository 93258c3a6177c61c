"""The fields of one saved group: its name, its filter or its chosen devices."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidgetItem, QWidget

from heyzack_console.desktop.forms.device_groups import Ui_DeviceGroups
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.groups import DeviceFilter, DeviceGroup
from heyzack_console.presentation.groups.editing import belonging, members_words, offers
from heyzack_console.presentation.mirror import Mirror

ANY = "any"


class GroupFields(QObject):
    """Shows *draft* in the fields of *form* and keeps it as they are typed; None: nothing is being edited."""

    changed = Signal()

    def __init__(self, form: Ui_DeviceGroups, mirror: Mirror) -> None:
        super().__init__()
        self._form = form
        self._mirror = mirror
        self._filling = False
        self.draft: DeviceGroup | None = None
        form.devices.setSelectionMode(form.devices.SelectionMode.ExtendedSelection)
        form.name.textEdited.connect(self._read)
        form.words.textEdited.connect(self._read)
        for choice in (form.category, form.floor, form.zone, form.product):
            choice.currentIndexChanged.connect(self._read)
        form.take_out.clicked.connect(self._take_out)

    @property
    def filtered(self) -> bool:
        """The group is whatever fits its filter."""
        return self.draft is not None and self.draft.filter is not None

    def show(self, draft: DeviceGroup | None) -> None:
        """Put *draft* into the fields."""
        self.draft = draft
        form, wanted = self._form, draft.filter if draft and draft.filter else DeviceFilter()
        self._filling = True
        found = offers(self._mirror.book, wanted.floor)
        form.name.setText(draft.name if draft else "")
        form.words.setText(wanted.words)
        _fill(form.category, found.categories, wanted.category)
        _fill(form.floor, found.floors, wanted.floor)
        _fill(form.zone, found.zones, wanted.zone)
        _fill(form.product, found.products, wanted.product or None)
        self._filling = False
        self._list()

    def add(self, devices: Sequence[DeviceId]) -> None:
        """Let *devices* belong too."""
        if self.draft is not None:
            self.draft = replace(self.draft, members=tuple(dict.fromkeys((*self.draft.members, *devices))))
            self._list()

    def devices(self) -> tuple[DeviceId, ...]:
        """Who belongs to it now."""
        listed = self._form.devices
        return tuple(listed.item(row).data(Qt.ItemDataRole.UserRole) for row in range(listed.count()))

    def settle(self, nothing: str) -> None:
        """Show the fields that the draft has; *nothing* is said where none is edited."""
        form, some = self._form, self.draft is not None
        for_filter: tuple[QWidget, ...] = (
            *(form.category, form.floor, form.zone, form.product, form.words),
            *(form.category_label, form.floor_label, form.zone_label, form.product_label, form.words_label),
        )
        for part in for_filter:
            part.setVisible(self.filtered)
        for_any: tuple[QWidget, ...] = (form.name, form.name_label, form.devices)
        for part in for_any:
            part.setVisible(some)
        form.take_out.setVisible(some and not self.filtered)
        form.members.setText(members_words(self.draft, form.devices.count()) if self.draft else nothing)

    def _read(self) -> None:
        if self._filling or self.draft is None:
            return
        form, before = self._form, self.draft.filter
        if before is None:
            self.draft = replace(self.draft, name=form.name.text())
            return
        floor = form.floor.currentData()
        zone = form.zone.currentData() if floor == before.floor else None
        product = form.product.currentData() or ""
        kind = form.category.currentData()
        category = Category(kind) if kind else None  # Qt hands an enum of strings back as a string
        wanted = DeviceFilter(category, floor, zone, product, form.words.text())
        self.draft = replace(self.draft, name=form.name.text(), filter=wanted)
        if floor == before.floor:
            self._list()
        else:
            self.show(self.draft)

    def _take_out(self) -> None:
        gone = {item.data(Qt.ItemDataRole.UserRole) for item in self._form.devices.selectedItems()}
        if self.draft is not None and gone:
            left = tuple(one for one in self.draft.members if one not in gone)
            self.draft = replace(self.draft, members=left)
            self._list()

    def _list(self) -> None:
        self._form.devices.clear()
        for device in belonging(self.draft, self._mirror.book) if self.draft else ():
            item = QListWidgetItem(device.name)
            item.setData(Qt.ItemDataRole.UserRole, device.id)
            self._form.devices.addItem(item)
        self.changed.emit()


def _fill(field: QComboBox, offered: Sequence[tuple[str, object]], chosen: object) -> None:
    field.clear()
    field.addItem(ANY, None)
    for words, value in offered:
        field.addItem(words, value)
    values = [None, *(value for _, value in offered)]
    field.setCurrentIndex(values.index(chosen) if chosen in values else 0)
