"""Adding devices over a small engine: the site is begun first, refusals stay in their lines, the report is saved."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from heyzack_console.desktop.panes.discovery.add_desk import AddDesk
from heyzack_console.desktop.panes.discovery.add_dialog import AddDialog
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.desktop.panes.discovery.setup_dialog import PROPOSING, SETTING_UP, SetupDialog
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.templates import DeviceTemplate
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.cloud import CloudProjects, ProposedPlaces
from heyzack_console.ports.engine.devices import AddDevices
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import CreateSite
from heyzack_console.ports.engine.templates import Templates
from tests.support.cloud_project import BUILDING, EUROPE
from tests.support.discovery_story import DiscoveryStory, button, child, type_into, worked

GOOD = Device(DeviceId("good"), "Lab sensor", Category.LIGHT, product="p")
BAD = Device(DeviceId("bad"), "Store sensor", Category.LIGHT, product="p")


def flow(story: DiscoveryStory, *devices: Device) -> None:
    """Begin the flow; by the list *devices* come in."""

    async def listed() -> None:
        story.engine.book = replace(story.engine.book, devices=(*story.engine.book.devices, *devices))

    async def nothing() -> None:
        return None

    story.engine.answers |= {Templates: lambda _: (DeviceTemplate(product="p", name_pattern="{room}"),)}
    ground = Ground(story.engine, story.bridge, story.mirror, story.theme, Markers(story.theme), story.done)
    roads = {"list": listed, "scan": nothing, "cloud": nothing, "pair": nothing}
    story.bridge.start(AddDesk(ground, lambda: story.window, roads).add(), "add devices")


async def set_up(story: DiscoveryStory) -> SetupDialog:
    story.mirror.show_book(BUILDING)
    story.engine.book = BUILDING
    flow(story, GOOD, BAD)
    first = await story.dialogs.next(AddDialog)
    button(first, "list").click()
    form = await story.dialogs.next(SetupDialog)
    await worked(story, PROPOSING)
    return form


async def closed(story: DiscoveryStory, form: SetupDialog) -> None:
    button(form, "close").click()
    await story.bridge.idle()


async def test_without_a_site_it_is_begun_before_any_road_is_gone(story: DiscoveryStory):
    flow(story)
    first = await story.dialogs.next(AddDialog)
    assert not button(first, "cloud").isEnabled()
    type_into(first, "name", "Mill")
    assert button(first, "cloud").isEnabled()
    create = story.engine.answers[CreateSite]

    def begin(command: CreateSite) -> Receipt:
        receipt = create(command)
        story.mirror.show_book(story.engine.book)
        return receipt

    story.engine.answers[CreateSite] = begin
    button(first, "cloud").click()
    again = await story.dialogs.next(AddDialog)
    assert child(again, QLabel, "said").text().startswith("Nothing new")
    assert [type(command) for command in story.engine.done] == [CreateSite]
    button(again, "close").click()
    await story.bridge.idle()


async def test_one_refused_device_does_not_stop_the_rest_and_may_be_tried_again(story: DiscoveryStory):
    def add(command: AddDevices) -> Receipt:
        if any(new.device.id == BAD.id for new in command.devices):
            raise InvalidInput("The name is taken.", "name")
        return Receipt(count=len(command.devices))

    story.engine.answers[AddDevices] = add
    form = await set_up(story)
    assert child(form, QLabel, "preview").text() == "Would be done: 2 renamed, 2 put on the plan."
    button(form, "apply").click()
    await worked(story, SETTING_UP)
    assert child(form, QLabel, "said").text().startswith("1 of 2 set up. 1 refused")
    assert button(form, "apply").text() == "Set up 1 device"
    story.engine.answers[AddDevices] = lambda command: Receipt(count=len(command.devices))
    button(form, "apply").click()
    await worked(story, SETTING_UP)
    assert child(form, QLabel, "said").text() == "2 of 2 set up."
    await closed(story, form)


async def test_the_report_is_saved_as_text(story: DiscoveryStory, tmp_path: Path):
    form = await set_up(story)
    button(form, "save").click()
    files = await story.dialogs.next(QFileDialog)
    child(files, QLineEdit, "fileNameEdit").setText(str(tmp_path / "report.tsv"))
    files.accept()
    await worked(story, "Saving the report")
    lines = (tmp_path / "report.tsv").read_text().splitlines()
    assert [line.split("\t")[:2] for line in lines] == [["Id", "Name"], ["good", "Lab"], ["bad", "Store"]]
    await closed(story, form)


async def test_rooms_that_the_cloud_does_not_tell_are_no_reason_to_stop(story: DiscoveryStory):
    def refuse(_query: ProposedPlaces) -> None:
        raise CloudError("The cloud did not answer.", CloudCause.TRANSPORT)

    story.engine.answers |= {CloudProjects: lambda _: (EUROPE,), ProposedPlaces: refuse}
    form = await set_up(story)
    assert child(form, QLabel, "said").text() == "Rooms from the cloud are not at hand. The cloud did not answer."
    assert button(form, "apply").isEnabled()
    await closed(story, form)
