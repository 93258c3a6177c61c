"""The form that replaces a device: what it offers, what it refuses before it is sent, and what the engine refused."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.panes.devices.replace_dialog import SLICES, ReplaceDialog
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress
from heyzack_console.domain.devices.health import FoundDevice
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.devices import Scan
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.replacing import ReplaceDevice
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime
from tests.support.building import BOOK, LEAK, THERMOSTAT, at
from tests.support.engine_port import SmallEngine

HEARD = FoundDevice(DeviceId("new9"), "10.0.0.9", 6668, "3.4", "p", at(0))


class Form:
    """The dialog with its parts by name."""

    def __init__(self, theme: Theme, old: Device, window: QWidget) -> None:
        self.engine = SmallEngine()
        mirror = Mirror(connected=True)
        mirror.show_book(BOOK)
        self.bridge = Bridge(
            lambda error: pytest.fail(error.text), lambda name, error: pytest.fail(f"{name}: {error!r}")
        )
        times = SiteTime(lambda: datetime(2026, 3, 2, tzinfo=UTC), mirror)
        ground = DeviceGround(self.engine, self.bridge, mirror, times, theme, Markers(theme))
        self.dialog = ReplaceDialog(ground, old, window)
        self.dialog.open()

    def field(self, name: str) -> QLineEdit:
        return self.dialog.findChild(QLineEdit, name)

    def button(self, name: str) -> QPushButton:
        return self.dialog.findChild(QPushButton, name)

    @property
    def said(self) -> str:
        return self.dialog.findChild(QLabel, "said").text()


@pytest.fixture
def window(qapp) -> Iterator[QWidget]:
    made = QWidget()
    yield made
    made.close()
    made.deleteLater()


async def test_what_is_heard_can_be_chosen_and_is_sent_with_its_address(theme: Theme, window: QWidget):
    form = Form(theme, THERMOSTAT, window)
    form.engine.answers = {Scan: lambda _: (HEARD,), ReplaceDevice: lambda _: Receipt(count=1, made="new9")}
    form.button("look").click()
    await form.bridge.idle()
    assert len(form.engine.asked) == SLICES
    choices = form.dialog.findChild(QListWidget, "choices")
    choices.setCurrentRow(choices.count() - 1)
    assert (form.field("id").text(), form.field("host").text()) == ("new9", "10.0.0.9")
    form.button("replace").click()
    await form.bridge.idle()
    (command,) = form.engine.done
    assert (command.device, command.new.device.id) == (THERMOSTAT.id, "new9")
    assert command.new.device.address == LanAddress("10.0.0.9", 6668, "3.4")
    assert form.dialog.receipt is not None
    assert not form.dialog.isVisible()


async def test_a_sub_device_asks_for_its_address_at_the_gateway_and_nothing_is_sent_without(
    theme: Theme, window: QWidget
):
    form = Form(theme, LEAK, window)
    assert form.field("cid").isVisible()
    assert not form.button("replace").isEnabled()
    form.field("id").setText("new9")
    assert "through its gateway" in form.said
    assert not form.button("replace").isEnabled()
    form.field("cid").setText("07")
    assert form.said == ""
    assert form.button("replace").isEnabled()
    form.dialog.reject()


async def test_what_the_engine_refuses_is_said_in_the_form_and_what_was_typed_stays(theme: Theme, window: QWidget):
    async def refuse(_command):
        raise InvalidInput("The address must be an IP address or a host name.", "host")

    form = Form(theme, THERMOSTAT, window)
    form.engine.answers = {ReplaceDevice: refuse}
    assert not form.field("cid").isVisible()
    form.field("id").setText("new9")
    form.button("replace").click()
    await form.bridge.idle()
    assert "must be an IP address" in form.said
    assert form.dialog.isVisible()
    assert form.field("id").text() == "new9"
    form.dialog.reject()
