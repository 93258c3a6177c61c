"""The first page: three choices, what is heard meanwhile, and how opening the demo ends."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.first_run.desk import FirstRunDesk
from heyzack_console.desktop.panes.first_run.page import FirstRunPage
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import ConsoleError, HomeInUse, PermissionDenied
from heyzack_console.ports.engine.devices import Scan
from heyzack_console.presentation.frame.look import Look, ThemeChoice
from tests.support.first_run_engine import FirstRunEngine, announced


class Story:
    """The page over a small engine, with a demo that opens when the story says so."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.theme = theme
        self.engine = FirstRunEngine(announced("a", "10.0.0.5"), announced("b", "10.0.0.6", "3.5"))
        self.failures: list[ConsoleError] = []
        self.crashes: list[BaseException] = []
        self.bridge = Bridge(self.failures.append, lambda _, error: self.crashes.append(error))
        self.ran: list[str] = []
        self.demo: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.page = FirstRunPage(
            theme, FirstRunDesk(self.engine, self.bridge, self.open_demo, self.ran.append), theme.wear, "/home/ines"
        )
        qtbot.addWidget(self.page)
        self.page.resize(1366, 700)

    async def open_demo(self) -> None:
        await self.demo

    def press(self, card: str) -> None:
        self.page.cards[card].button.click()


@pytest.fixture
async def story(qapp, qtbot: QtBot) -> AsyncIterator[Story]:
    theme = Theme(qapp)
    story = Story(theme, qtbot)
    yield story
    story.page.hide()
    await story.bridge.close()
    assert story.failures == []
    assert story.crashes == []
    theme.wear(Look())


async def test_devices_are_counted_while_the_page_is_read(story: Story):
    story.page.show()
    await story.bridge.idle()
    assert dict(story.page.cards["find"].facts)["Found while you read"] == "2 devices"


async def test_listening_ends_when_the_page_goes(story: Story):
    story.engine.air.clear()
    story.page.show()
    await story.engine.waiting.wait()
    story.page.hide()
    await story.bridge.idle()
    assert [type(query) for query in story.engine.asked] == [Scan]


async def test_where_listening_is_not_possible_the_card_says_so_and_nothing_else_happens(story: Story):
    def refused(_query: Scan) -> None:
        raise PermissionDenied("An auditor may not scan.")

    story.engine.answers[Scan] = refused
    story.page.show()
    await story.bridge.idle()
    assert dict(story.page.cards["find"].facts)["Found while you read"] == "cannot listen"


async def test_the_other_cards_and_the_link_run_the_windows_actions(story: Story):
    story.press("find")
    story.press("file")
    story.page.import_link.click()
    assert story.ran == ["devices.find", "site.import", "devices.import"]


async def test_the_demo_opens_once_and_shows_that_it_does(story: Story):
    story.page.show()
    story.press("demo")
    assert story.page.progress.isVisible()
    assert not any(card.button.isEnabled() for card in story.page.cards.values())
    story.demo.set_result(None)
    await story.bridge.idle()
    assert not story.page.progress.isVisible()
    assert story.page.said.isHidden()


async def test_a_demo_that_cannot_open_says_why_on_the_page(story: Story):
    story.page.show()
    story.press("demo")
    story.demo.set_exception(HomeInUse("Another engine owns this folder. Close it first."))
    await story.bridge.idle()
    assert story.page.said.text() == "Another engine owns this folder. Close it first."
    assert story.page.said.isVisible()
    assert story.page.cards["demo"].button.isEnabled()


async def test_opening_the_demo_can_be_cancelled(story: Story):
    story.page.show()
    story.press("demo")
    await asyncio.sleep(0)
    story.page.progress.cancel()
    await story.bridge.idle()
    assert story.demo.cancelled()
    assert story.page.cards["demo"].button.isEnabled()


async def test_the_look_is_worn_from_the_foot(story: Story):
    story.page.looks[ThemeChoice.LIGHT].click()
    assert story.theme.name == "light"
    assert [choice for choice, button in story.page.looks.items() if button.isChecked()] == [ThemeChoice.LIGHT]
    story.page.looks[ThemeChoice.LIGHT].click()
    assert story.page.looks[ThemeChoice.LIGHT].isChecked()


async def test_at_twice_the_text_size_everything_can_be_scrolled_to(story: Story):
    story.page.show()
    story.theme.wear(Look(text_percent=200))
    story.page.resize(1024, 500)
    content = story.page.widget()
    assert content.height() >= content.minimumSizeHint().height() > 500
    assert all(card.button.height() >= 80 for card in story.page.cards.values())
