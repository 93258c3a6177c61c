"""The cloud pane and the form that connects a project."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.panes.cloud.card import ProjectCard
from heyzack_console.desktop.panes.cloud.connect_dialog import ConnectDialog
from heyzack_console.desktop.panes.cloud.desk import CloudDesk
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.desktop.panes.cloud.import_dialog import ImportDialog
from heyzack_console.desktop.panes.cloud.pane import CloudPane
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.cloud import CloudCheck, CloudProject, CloudState, LinkState, ProjectId
from heyzack_console.ports.engine.cloud import (
    CheckCloud,
    CloudInventory,
    CloudProjects,
    ConnectCloud,
    DisconnectCloud,
    SyncCloud,
)
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime
from tests.support.dialogs import OpenedDialogs
from tests.support.engine_port import SmallEngine

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
STATE = CloudState(ProjectId("id1@eu"), LinkState.UP, NOW - timedelta(hours=1), calls=10, calls_allowed=100)


class Bench:
    """The pane on a small engine."""

    def __init__(self, theme: Theme) -> None:
        self.engine = SmallEngine()
        self.failures: list[str] = []
        self.bridge = Bridge(lambda e: self.failures.append(e.text), lambda n, e: pytest.fail(f"{n}: {e!r}"))
        self.mirror = Mirror(connected=True)
        self.window = QWidget()
        self.done: list[str] = []
        times = SiteTime(lambda: NOW, self.mirror)
        ground = CloudGround(self.engine, self.bridge, self.mirror, times, theme, Markers(theme))
        desk = CloudDesk(ground, lambda: self.window, lambda _, text: self.done.append(text))
        self.pane = CloudPane(theme, self.mirror, times, desk.act, desk.connect)
        column = QVBoxLayout(self.window)
        column.addWidget(self.pane.bar)
        column.addWidget(self.pane)
        self.window.resize(420, 600)
        self.window.show()

    def hear(self, *states: CloudState) -> None:
        self.pane.take(self.mirror.apply(Batch(1, NOW, cloud=states)))

    def press(self, word: str) -> None:
        next(b for b in self.window.findChildren(QPushButton) if b.text().startswith(word)).click()

    async def dialog(self) -> ConnectDialog:
        for _ in range(50):
            if found := self.window.findChildren(ConnectDialog):
                return found[0]
            await asyncio.sleep(0)
        raise AssertionError("no form was opened")


@pytest.fixture
def bench(theme: Theme) -> Iterator[Bench]:
    made = Bench(theme)
    yield made
    made.window.close()
    made.window.deleteLater()


def child(dialog: ConnectDialog, kind: type, name: str):
    return dialog.findChild(kind, name)


async def test_without_a_project_it_says_that_the_lan_needs_none(bench: Bench):
    assert bench.pane.findChildren(EmptyState)[0].title == "No cloud project"


async def test_each_project_has_a_card_that_goes_with_it(bench: Bench):
    bench.hear(STATE)
    assert len(bench.pane.findChildren(ProjectCard)) == 1
    assert "Central Europe" in [label.text() for label in bench.pane.findChildren(QLabel)]


@pytest.mark.parametrize("percent", [150, 200])
async def test_every_word_of_a_card_grows_with_the_text(bench: Bench, theme: Theme, percent: int):
    theme.wear(replace(theme.look, text_percent=100))
    bench.hear(STATE)
    (card,) = bench.pane.findChildren(ProjectCard)
    labels = [label for label in card.findChildren(QLabel) if label.text()]
    before = [label.fontInfo().pixelSize() for label in labels]
    theme.wear(replace(theme.look, text_percent=percent))
    grown = [label.fontInfo().pixelSize() / size for label, size in zip(labels, before, strict=True)]
    assert min(grown) > percent / 100 - 0.25


async def test_reading_now_is_asked_for_once(bench: Bench):
    bench.hear(STATE)
    bench.press("Read now")
    await bench.bridge.idle()
    assert bench.engine.done == [SyncCloud(STATE.project)]


async def test_the_card_s_import_opens_the_form_for_its_project(bench: Bench):
    other = CloudProject(ProjectId("id2@us"), "id2", "us", "https://cloud.invalid", "wss://queue.invalid")
    own = replace(other, id=STATE.project, access_id="id1", region="eu")
    bench.engine.answers |= {CloudProjects: lambda _: (other, own), CloudInventory: lambda _: ()}
    bench.hear(STATE)
    with OpenedDialogs() as dialogs:
        bench.press("Import")
        dialog = await dialogs.next(ImportDialog)
    dialog.reject()
    await bench.bridge.idle()
    assert bench.engine.asked[-1] == CloudInventory(STATE.project)


async def test_a_project_is_tried_before_it_is_connected(bench: Bench):
    bench.engine.answers[CheckCloud] = lambda _: CloudCheck(ok=True, stage="ok")
    bench.press("Connect a project")
    dialog = await bench.dialog()
    child(dialog, QLineEdit, "access_id").setText("id1")
    child(dialog, QLineEdit, "secret").setText("hush")
    child(dialog, QPushButton, "connect").click()
    await bench.bridge.idle()
    assert [type(q) for q in bench.engine.asked] == [CheckCloud]
    (connected,) = bench.engine.done
    assert isinstance(connected, ConnectCloud)
    assert (connected.project.id, connected.secret) == ("id1@eu", "hush")


async def test_a_refused_project_names_the_step_and_the_form_stays(bench: Bench):
    bench.engine.answers[CheckCloud] = lambda _: CloudCheck(
        ok=False, stage="token", code=1004, message="sign invalid", advice="Check the secret and the data centre."
    )
    bench.press("Connect a project")
    dialog = await bench.dialog()
    child(dialog, QLineEdit, "access_id").setText("id1")
    child(dialog, QLineEdit, "secret").setText("hush")
    child(dialog, QPushButton, "connect").click()
    for _ in range(20):
        await asyncio.sleep(0)
    said = child(dialog, QLabel, "said").text()
    assert said == ("The credentials were refused. Code 1004: sign invalid. Check the secret and the data centre.")
    assert dialog.isVisible()
    assert bench.engine.done == []
    dialog.reject()
    await bench.bridge.idle()


async def test_an_own_address_is_asked_for_only_where_it_is_chosen(bench: Bench):
    bench.press("Connect a project")
    dialog = await bench.dialog()
    own = child(dialog, QWidget, "own")
    assert own.isHidden()
    region = child(dialog, QComboBox, "region")
    region.setCurrentIndex(region.count() - 1)
    assert not own.isHidden()
    dialog.reject()
    await bench.bridge.idle()


async def test_disconnecting_asks_first(bench: Bench):
    bench.hear(STATE)
    bench.press("Disconnect")
    for _ in range(20):
        await asyncio.sleep(0)
    verb = next(b for b in bench.window.findChildren(QPushButton) if b.text() == "Disconnect")
    assert bench.engine.done == []
    verb.click()
    await bench.bridge.idle()
    assert bench.engine.done == [DisconnectCloud(STATE.project)]
