"""The fields of a group order: for whom, what, and which value."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from heyzack_console.desktop.forms.group_order import Ui_GroupOrder
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.groups import GroupId, GroupMembers
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.group_orders import DeviceOrder
from heyzack_console.presentation.building.values import value_text
from heyzack_console.presentation.groups.choice import PointChoice, choices, same_for_all
from heyzack_console.presentation.inspector.controls import point_name
from heyzack_console.presentation.mirror import Mirror

LONGEST_LIST = 24


class OrderChoice(QObject):
    """Fills the fields of *form* and reads them."""

    changed = Signal()

    def __init__(self, form: Ui_GroupOrder, mirror: Mirror, devices: Sequence[DeviceId]) -> None:
        super().__init__()
        self._form = form
        self._mirror = mirror
        self._devices = tuple(devices)
        self._groups: dict[GroupId, GroupMembers] = {}
        self._choices: tuple[PointChoice, ...] = ()
        self.missing = ""
        for field in (form.whom, form.what):
            field.setMaxVisibleItems(LONGEST_LIST)
        form.whom.currentIndexChanged.connect(self._list_points)
        form.what.currentIndexChanged.connect(self._ask_value)
        form.choice.currentIndexChanged.connect(self.changed)
        form.typed.textChanged.connect(self.changed)
        self.take(())

    def take(self, groups: Sequence[GroupMembers]) -> None:
        """Offer *groups* beside what is selected."""
        whom = self._form.whom
        wanted = whom.currentData()
        self._groups = {each.group.id: each for each in groups}
        whom.blockSignals(True)
        whom.clear()
        if self._devices or not groups:
            whom.addItem(f"Selected: {_devices(len(self._devices))}", None)
        for each in groups:
            whom.addItem(f"Group {each.group.name}: {_devices(len(each.devices))}", each.group.id)
        whom.setCurrentIndex(max(0, whom.findData(wanted)))
        whom.blockSignals(False)
        self._list_points()

    def choose(self, group: GroupId) -> None:
        """Tell the devices of *group*."""
        self._form.whom.setCurrentIndex(max(0, self._form.whom.findData(group)))

    def orders(self) -> tuple[DeviceOrder, ...]:
        """What each device is told; nothing while the value is not given, and *missing* says what is."""
        choice = self._choice
        try:
            value = self._value()
        except InvalidInput as error:
            self.missing = error.text
            return ()
        self.missing = ""
        if choice is None:
            self.missing = "Select devices in the list or choose a group." if not self._whom() else "None can be told."
            return ()
        known = (self._mirror.devices[one] for one in self._whom() if one in self._mirror.devices)
        return same_for_all(known, choice.spec.code, value)

    def title(self) -> str:
        """The order in words: "Set point: 21 °C"."""
        choice = self._choice
        if choice is None:
            return "Group order"
        words = value_text(choice.device.category, choice.spec, self._value(), choice.spec.unit)
        return f"{point_name(choice.spec)}: {words}"

    def show_fields(self, *, visible: bool) -> None:
        """Show the fields, or only the table."""
        form = self._form
        parts = (form.whom, form.whom_label, form.what, form.what_label, form.value_label, form.hint)
        for part in parts:
            part.setVisible(visible)
        chosen = bool(self._choice and self._choice.options)
        form.choice.setVisible(visible and chosen)
        form.typed.setVisible(visible and not chosen)

    def focus(self) -> None:
        """Give the keyboard to the first field."""
        self._form.what.setFocus()

    def _whom(self) -> tuple[DeviceId, ...]:
        group = self._groups.get(self._form.whom.currentData())
        return group.devices if group is not None else self._devices

    @property
    def _choice(self) -> PointChoice | None:
        position = self._form.what.currentIndex()
        return self._choices[position] if 0 <= position < len(self._choices) else None

    def _value(self) -> Value:
        choice = self._choice
        if choice is None:
            return None
        return self._form.choice.currentData() if choice.options else choice.typed(self._form.typed.text())

    def _list_points(self) -> None:
        what = self._form.what
        before = self._choice.spec.code if self._choice else ""
        known = (self._mirror.devices[one] for one in self._whom() if one in self._mirror.devices)
        self._choices = choices(known)
        what.blockSignals(True)
        what.clear()
        for choice in self._choices:
            what.addItem(choice.words)
        codes = [choice.spec.code for choice in self._choices]
        what.setCurrentIndex(codes.index(before) if before in codes else 0 if codes else -1)
        what.blockSignals(False)
        self._ask_value()

    def _ask_value(self) -> None:
        form, choice = self._form, self._choice
        form.choice.blockSignals(True)
        form.choice.clear()
        for words, value in choice.options if choice else ():
            form.choice.addItem(words, value)
        form.choice.blockSignals(False)
        form.hint.setText("" if choice is None or choice.options else choice.hint)
        form.choice.setVisible(bool(choice and choice.options))
        form.typed.setVisible(not (choice and choice.options))
        self.changed.emit()


def _devices(count: int) -> str:
    return "1 device" if count == 1 else f"{count} devices"
