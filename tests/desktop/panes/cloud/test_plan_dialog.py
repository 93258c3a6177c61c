"""The plan of a project: entered once, counted down, kept without asking for the secret again."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLabel, QSpinBox

from heyzack_console.desktop.panes.cloud.plan_dialog import WORK, PlanDialog
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.cloud import ConnectCloud
from heyzack_console.ports.engine.port import Receipt
from tests.support.cloud_project import EUROPE
from tests.support.cloud_story import CloudStory
from tests.support.discovery_story import button, child, worked


async def opened(story: CloudStory) -> PlanDialog:
    story.desk.act("plan", EUROPE.id)
    return await story.dialogs.next(PlanDialog)


async def test_the_day_of_the_end_and_the_quota_are_kept_with_the_stored_secret(story: CloudStory):
    form = await opened(story)
    assert not child(form, QDateEdit, "ends").isEnabled()
    assert "nobody can be warned" in child(form, QLabel, "follows").text()
    child(form, QCheckBox, "known").setChecked(True)
    child(form, QDateEdit, "ends").setDate(QDate(2026, 4, 1))
    assert child(form, QLabel, "follows").text().startswith("30 days left; an alert comes in 16 days")
    child(form, QSpinBox, "calls").setValue(53_000)
    child(form, QSpinBox, "share").setValue(60)
    button(form, "apply").click()
    await worked(story, WORK)
    await story.bridge.idle()
    ends = datetime(2026, 4, 1, tzinfo=UTC)
    wanted = replace(EUROPE, subscription_ends=ends, calls_per_month=53_000, background_share=0.6)
    assert story.engine.done == [ConnectCloud(wanted, "")]
    assert story.said == ["The project's plan is noted."]


async def test_a_plan_that_is_refused_is_said_in_the_form(story: CloudStory):
    def refused(_command: ConnectCloud) -> Receipt:
        raise InvalidInput("The quota is not acceptable.", "background_share")

    story.engine.answers[ConnectCloud] = refused
    form = await opened(story)
    button(form, "apply").click()
    await worked(story, WORK)
    assert child(form, QLabel, "said").text() == "The quota is not acceptable."
    button(form, "cancel").click()
    await story.bridge.idle()
    assert story.said == []
