"""J3: a technician finds out why a device does not answer, and brings it back; an order comes back confirmed."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from heyzack_console.desktop.panes.inspector.key_dialog import KeyDialog
from heyzack_console.desktop.panes.inspector.switch import Switch
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.health import Stage as Reached
from heyzack_console.domain.devices.points import PointKind
from heyzack_console.domain.orders import OrderState
from heyzack_console.simulator.lan.temper import SlotRule
from tests.support.dialogs import OpenedDialogs
from tests.support.stage import stage
from tests.support.story import settle

FROM_THE_SHEET = "K7#installer+9xQ"


def on_the_lan(version):
    """A device with a connection of its own that speaks *version*."""
    return lambda d: d.address and d.address.version == version and d.category is not Category.GATEWAY


def switchable(device):
    """The first point of *device* that is turned on and off without asking."""
    return next(
        (p for p in device.points if p.kind is PointKind.BOOLEAN and p.writable and p.readable and not p.safety), None
    )


def inspect(story, device):
    """Look for the device in the table and select its line."""
    pane = story.console.panes.devices
    pane.look_for(device.name)
    index = pane.table.rows.index(pane.listing.position(device.id), 0)
    QTest.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=pane.table.visualRect(index).center())
    assert story.console.board.selection.device == device.id


def offer(story, text):
    """The button with *text* in the inspector, as far as it is offered."""
    found = story.console.panes.inspector.findChildren(QPushButton)
    return next((b for b in found if b.text() == text and b.isVisible() and b.isEnabled()), None)


@pytest.mark.parametrize(
    ("version", "stage_reached", "advice"),
    [
        ("3.3", Reached.KEY, "cannot be decrypted. Fetch the local key again"),
        ("3.4", Reached.NEGOTIATE, "did not take part in the key exchange"),
        ("3.5", Reached.NEGOTIATE, "fetch its local key again"),
    ],
)
async def test_a_device_that_was_paired_anew_says_so_and_lives_again_with_its_new_key(
    tmp_path, version, stage_reached, advice
):
    async with stage(tmp_path) as told:
        story = told.story
        device = told.house.first(on_the_lan(version))
        await story.until(lambda: story.live(device.id))
        told.house.on_wire(device.id).change_key(FROM_THE_SHEET)

        await story.until(lambda: story.health(device.id).paths[0].stage is stage_reached)
        inspect(story, device)
        await story.until(lambda: offer(story, "Enter key…"))
        assert advice in story.words(story.console.panes.inspector)

        with OpenedDialogs() as dialogs:
            offer(story, "Enter key…").click()
            asked = await dialogs.next(KeyDialog)
            asked.findChild(QLineEdit, "key").setText(FROM_THE_SHEET)
            asked.findChild(QPushButton, "save").click()
        await story.until(lambda: story.health(device.id).reachable and story.live(device.id))
        assert FROM_THE_SHEET not in story.words(story.window)


@asynccontextmanager
async def phone_app(port):
    """Hold the device's only connection for the length of the block, as a phone does."""
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield
    finally:
        writer.close()
        await writer.wait_closed()


async def test_a_taken_slot_is_named_with_advice_and_the_device_is_back_when_the_phone_lets_go(tmp_path):
    async with stage(tmp_path) as told:
        story = told.story
        device = told.house.first(on_the_lan("3.3"))
        wire = told.house.on_wire(device.id)
        await story.until(lambda: story.live(device.id))
        inspect(story, device)

        (await story.until(lambda: offer(story, "Release session"))).click()
        await story.until(lambda: offer(story, "Take session back"))
        await story.until(lambda: wire.clients == 0)
        async with phone_app(wire.port):
            wire.temper = replace(wire.temper, slots=1, slot_rule=SlotRule.REFUSE_NEWEST)
            offer(story, "Take session back").click()
            await story.until(lambda: story.health(device.id).paths[0].stage is Reached.SLOT)
            await settle()
            words = story.words(story.console.panes.inspector)
            assert "The device closed the connection at once" in words
            assert "close phone apps" in words
        await story.until(lambda: story.health(device.id).reachable and story.live(device.id))


async def test_an_order_from_the_inspector_reaches_the_device_and_comes_back_confirmed(tmp_path):
    async with stage(tmp_path) as told:
        story = told.story
        device = told.house.first(lambda d: d.address is not None and not d.sleeper and switchable(d) is not None)
        point = switchable(device)
        before = await story.until(lambda: story.newest(device.id, point.code))
        await story.until(lambda: story.health(device.id).reachable)
        inspect(story, device)
        await settle()

        switch = next(s for s in story.console.panes.inspector.findChildren(Switch) if s.isChecked() is before.value)
        switch.click()
        (order,) = await story.until(lambda: [o for o in story.mirror.orders.values() if o.state.final])
        assert (order.state, order.values) == (OrderState.CONFIRMED, {point.code: not before.value})
        assert told.house.on_wire(device.id).asked(None)[str(point.dp)] is not before.value
        await story.until(lambda: story.newest(device.id, point.code).value is not before.value)
        assert "confirmed" in story.words(story.console.panes.inspector)
        assert switch.isChecked() is not before.value
