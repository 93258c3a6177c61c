"""The fields under the table: what a person adds to the selected devices."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from heyzack_console.desktop.forms.find_devices import Ui_FindDevices
from heyzack_console.desktop.panes.discovery.fields import CheckedField
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.categories import Category
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.discovery.checks import key_fault
from heyzack_console.presentation.discovery.found import Draft, FoundList


class DeviceEditor(QObject):
    """Writes what is typed into the list. Id, name and key belong to one device; the kind may be given to many."""

    edited = Signal()

    def __init__(self, theme: Theme, form: Ui_FindDevices, found: FoundList, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._found = found
        self._keys: tuple[str, ...] = ()
        self._showing = False
        for category in sorted(Category, key=category_word):
            form.category.addItem(theme.icon(f"category.{category}"), category_word(category), category)
        for hint in (form.id_hint, form.name_hint, form.category_hint):
            hint.setFont(theme.font("small"))
        form.key.setMaxLength(64)
        self._key = CheckedField(theme, form.key, form.key_hint, key_fault)
        self._key.changed.connect(self._key_typed)
        form.id.textEdited.connect(lambda text: self._change(lambda d: replace(d, id=text.strip())))
        form.name.textEdited.connect(lambda text: self._change(lambda d: replace(d, name=text.strip())))
        form.category.activated.connect(self._kind_chosen)
        self.show(())

    @property
    def fault(self) -> str:
        """What is wrong with the key that is being typed."""
        return self._key.fault

    def show(self, keys: tuple[str, ...]) -> None:
        """Edit the lines *keys*; a key that was typed before is not shown again."""
        self._keys = keys
        draft = self._found.draft(keys[0]) if keys else None
        form, one = self._form, len(keys) == 1
        self._showing = True
        form.editor.setEnabled(draft is not None)
        form.id.setText(draft.id if draft and one else "")
        form.id.setReadOnly(not one or bool(draft and draft.found.id))
        form.name.setText(draft.name if draft and one else "")
        form.name.setEnabled(one)
        form.key.setEnabled(one)
        form.key.clear()
        form.key.setPlaceholderText("typed, not shown" if draft and one and draft.key else "")
        form.category.setCurrentIndex(form.category.findData(draft.category if draft else Category.UNKNOWN))
        self._key.calm()
        self._showing = False

    def _key_typed(self) -> None:
        text = self._form.key.text()
        if not self._showing and not self._key.fault:
            self._change(lambda draft: replace(draft, key=text))
        elif not self._showing:
            self.edited.emit()

    def _kind_chosen(self) -> None:
        category = self._form.category.currentData()
        self._change(lambda draft: replace(draft, category=category))

    def _change(self, change: Callable[[Draft], Draft]) -> None:
        for key in self._keys:
            self._found.edit(key, change)
        self.edited.emit()
