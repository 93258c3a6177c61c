"""The forms of templates over a small engine: refusals stay in the form, one refused device does not stop the rest."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.dialogs import ConfirmDialog
from heyzack_console.desktop.panes.devices.drift_dialog import COMPARING, PUTTING, DriftDialog
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.panes.devices.template_dialog import LOADING, SAVING, TemplateDialog
from heyzack_console.desktop.panes.devices.templates_desk import TemplatesDesk
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.templates import DeviceDrift, TemplateId
from heyzack_console.domain.errors import ConsoleError, InvalidInput, NotFound
from heyzack_console.ports.engine.alerts import AlertRules
from heyzack_console.ports.engine.orders import SendOrder
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.templates import ApplyTemplate, SaveTemplate, TemplateDrift, Templates
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from heyzack_console.presentation.site_time import SiteTime
from heyzack_console.rules.alerts.defaults import rules_for
from tests.presentation.templates.test_drift import NAME, SET, SHUT
from tests.support.building import BOOK, THERMOSTAT, VALVE
from tests.support.dialogs import OpenedDialogs
from tests.support.discovery_story import button, child, worked
from tests.support.engine_port import SmallEngine

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
DRIFT = (
    DeviceDrift(THERMOSTAT.id, (TemplateId("category/thermostat"),), (NAME, SET)),
    DeviceDrift(VALVE.id, (TemplateId("category/valve"),), (SHUT,)),
)


class TemplateStory:
    """What a person does with the forms."""

    def __init__(self, theme: Theme, dialogs: OpenedDialogs, window: QWidget) -> None:
        self.dialogs = dialogs
        self.engine = SmallEngine()
        self.engine.answers = {
            Templates: lambda _: (),
            AlertRules: lambda _: rules_for(BOOK.devices),
            TemplateDrift: lambda _: DRIFT,
        }
        self.mirror = Mirror(connected=True)
        self.mirror.show_book(BOOK)
        self.said: list[str] = []
        self.failures: list[ConsoleError] = []
        self.crashes: list[BaseException] = []
        self.bridge = Bridge(self.failures.append, lambda _, error: self.crashes.append(error))
        times = SiteTime(lambda: NOW, self.mirror)
        ground = DeviceGround(self.engine, self.bridge, self.mirror, times, theme, Markers(theme))
        self.desk = TemplatesDesk(ground, lambda: window, lambda _receipt, text: self.said.append(text))

    def run(self, name: str, *devices: str) -> None:
        action = next(action for action in self.desk.actions() if action.id == name)
        work = action.handler(Selection(devices, ()))
        assert work is not None
        self.bridge.start(work, name)

    async def compared(self) -> DriftDialog:
        self.run("templates.compare")
        dialog = await self.dialogs.next(DriftDialog)
        await worked(self, COMPARING)
        return dialog

    async def closed(self, dialog: QWidget) -> None:
        button(dialog, "close").click()
        await self.bridge.idle()


@pytest.fixture
async def story(theme: Theme, qtbot: QtBot) -> AsyncIterator[TemplateStory]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    with OpenedDialogs() as dialogs:
        story = TemplateStory(theme, dialogs, window)
        yield story
        await story.bridge.close()
    assert story.crashes == []


def result_of(dialog: DriftDialog, title: str) -> str:
    rows = [dialog.report.row(position) for position in range(len(dialog.report))]
    return next(row.cells[-1].text for row in rows if row.cells[1].text == title)


async def test_what_protects_people_is_not_selected_by_itself(story: TemplateStory):
    dialog = await story.compared()
    assert button(dialog, "apply").text() == "Put right 2"
    assert "1 device renamed, 1 device sent an order" in child(dialog, QLabel, "preview").text()
    await story.closed(dialog)
    assert story.engine.done == []


async def test_a_refused_device_says_why_in_its_line_and_the_rest_goes_on(story: TemplateStory):
    def refuse(_command: ApplyTemplate) -> Receipt:
        raise NotFound("The device is gone.")

    story.engine.answers[ApplyTemplate] = refuse
    story.engine.answers[SendOrder] = lambda _: Receipt(count=1, made="o1")
    dialog = await story.compared()
    button(dialog, "apply").click()
    await worked(story, PUTTING)
    assert [type(command) for command in story.engine.done] == [ApplyTemplate, SendOrder]
    assert result_of(dialog, "Name") == "The device is gone."
    assert result_of(dialog, "Set point") == "waits until the device can be reached"
    await story.closed(dialog)
    assert story.said == []


async def test_a_cancelled_question_sends_nothing(story: TemplateStory):
    dialog = await story.compared()
    dialog.table.selectAll()
    button(dialog, "apply").click()
    asked = await story.dialogs.next(ConfirmDialog)
    assert "that protect people" in asked.windowTitle()
    button(asked, "cancel").click()
    await worked(story, PUTTING)
    assert story.engine.done == []
    await story.closed(dialog)


async def test_a_template_that_is_refused_stays_in_the_form(story: TemplateStory):
    def refuse(_command: SaveTemplate) -> Receipt:
        raise InvalidInput("The limit lies between 0 and 1. Nothing was changed.", "thresholds")

    story.engine.answers[SaveTemplate] = refuse
    story.run("templates.edit", VALVE.id)
    dialog = await story.dialogs.next(TemplateDialog)
    await worked(story, LOADING)
    assert not button(dialog, "compare").isEnabled()
    dialog.values.item(0, 2).setText("off")
    button(dialog, "save").click()
    await worked(story, SAVING)
    assert child(dialog, QLabel, "said").text().startswith("The limit lies between")
    assert dialog.values.item(0, 2).text() == "off"
    await story.closed(dialog)


async def test_what_was_typed_for_one_product_is_there_again_after_a_look_at_another(story: TemplateStory):
    story.run("templates.edit", VALVE.id)
    dialog = await story.dialogs.next(TemplateDialog)
    await worked(story, LOADING)
    subject = child(dialog, QComboBox, "subject")
    mine, other = subject.currentIndex(), (subject.currentIndex() + 1) % subject.count()
    dialog.values.item(0, 2).setText("off")
    subject.setCurrentIndex(other)
    assert child(dialog, QLabel, "said").text() == ""
    subject.setCurrentIndex(mine)
    assert dialog.values.item(0, 2).text() == "off"
    assert "not saved yet" in child(dialog, QLabel, "said").text()
    dialog.values.item(0, 2).setText("perhaps")
    subject.setCurrentIndex(other)
    assert subject.currentIndex() == mine, "a cell that cannot be understood is put right first"
    assert "either on or off" in child(dialog, QLabel, "said").text()
    await story.closed(dialog)


async def test_an_empty_building_has_nothing_to_compare(story: TemplateStory):
    story.mirror.show_book(None)
    assert not any(action.enabled(Selection()) for action in story.desk.actions())
