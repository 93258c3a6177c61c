"""The fields of a group: what is typed is what belongs to it, before anything is saved."""

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.forms.device_groups import Ui_DeviceGroups
from heyzack_console.desktop.panes.devices.group_fields import GroupFields
from heyzack_console.domain.devices.categories import Category
from heyzack_console.presentation.groups.editing import chosen_group, filter_group
from heyzack_console.presentation.mirror import Mirror
from tests.support.building import BOOK, THERMOSTAT, VALVE


def fields(qtbot: QtBot) -> tuple[GroupFields, Ui_DeviceGroups, QDialog]:
    dialog, form = QDialog(), Ui_DeviceGroups()
    qtbot.addWidget(dialog)
    form.setupUi(dialog)
    mirror = Mirror(connected=True)
    mirror.show_book(BOOK)
    return GroupFields(form, mirror), form, dialog


def test_a_chosen_kind_shows_at_once_who_fits(qtbot: QtBot):
    shown, form, _dialog = fields(qtbot)
    shown.show(filter_group())
    assert shown.devices() == ()
    form.category.setCurrentIndex(form.category.findText("Thermostat"))
    assert shown.devices() == (THERMOSTAT.id,)
    assert shown.draft is not None
    assert shown.draft.filter is not None
    assert shown.draft.filter.category is Category.THERMOSTAT


def test_another_floor_asks_for_no_room_any_more(qtbot: QtBot):
    shown, form, _dialog = fields(qtbot)
    shown.show(filter_group())
    form.floor.setCurrentIndex(1)
    assert shown.devices() == (THERMOSTAT.id,)
    assert form.zone.currentIndex() == 0


def test_devices_are_added_and_taken_out(qtbot: QtBot):
    shown, form, _dialog = fields(qtbot)
    shown.show(chosen_group((VALVE.id,)))
    shown.add((THERMOSTAT.id, VALVE.id))
    assert shown.devices() == (VALVE.id, THERMOSTAT.id)
    form.devices.selectAll()
    form.take_out.click()
    assert shown.devices() == ()
