"""The subscription of this console: shown as the platform calls it, changed for this console alone."""

from PySide6.QtWidgets import QLabel, QLineEdit

from heyzack_console.desktop.panes.cloud.subscription_dialog import WORK, SubscriptionDialog
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.cloud import ReadSubscription
from heyzack_console.ports.engine.port import Receipt
from tests.support.cloud_project import EUROPE
from tests.support.cloud_story import CloudStory
from tests.support.discovery_story import button, child, worked


async def opened(story: CloudStory) -> SubscriptionDialog:
    story.desk.act("subscription", EUROPE.id)
    return await story.dialogs.next(SubscriptionDialog)


async def test_the_present_name_is_shown_whole_and_another_is_sent(story: CloudStory):
    story.engine.answers[ReadSubscription] = lambda command: Receipt(text=f"Reads {command.suffix}.")
    form = await opened(story)
    assert child(form, QLineEdit, "suffix").text() == "sub"
    assert child(form, QLabel, "whole").text().endswith("p1-sub")
    child(form, QLineEdit, "suffix").setText("desk-2")
    assert child(form, QLabel, "whole").text().endswith("p1-desk-2")
    button(form, "apply").click()
    await worked(story, WORK)
    await story.bridge.idle()
    assert ReadSubscription(EUROPE.id, "desk-2") in story.engine.done
    assert story.said == ["Reads desk-2."]


async def test_a_refused_name_is_said_and_the_form_stays(story: CloudStory):
    def refused(_command: ReadSubscription) -> Receipt:
        raise InvalidInput("A subscription's name has up to 60 letters.", "queue_suffix")

    story.engine.answers[ReadSubscription] = refused
    form = await opened(story)
    child(form, QLineEdit, "suffix").setText("two words")
    button(form, "apply").click()
    await worked(story, WORK)
    assert child(form, QLabel, "said").text().startswith("A subscription's name")
    assert form.isVisible()
    assert button(form, "apply").isEnabled()
    button(form, "cancel").click()
    await story.bridge.idle()
    assert story.said == []


async def test_without_a_name_nothing_can_be_sent(story: CloudStory):
    form = await opened(story)
    child(form, QLineEdit, "suffix").setText("  ")
    assert not button(form, "apply").isEnabled()
    button(form, "cancel").click()
    await story.bridge.idle()
