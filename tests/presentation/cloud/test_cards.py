"""A cloud project in words: what is used, what ends when, what asks for a look."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from heyzack_console.domain.cloud import CloudCause, CloudState, LinkState, ProjectId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.presentation.cloud.cards import cloud_card, cloud_tip, cloud_words
from heyzack_console.presentation.cloud.regions import OWN, REGIONS, ProjectDraft

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
WELL = CloudState(
    ProjectId("abcdefghij@eu"),
    LinkState.UP,
    NOW - timedelta(hours=3),
    queue=LinkState.UP,
    calls=1500,
    calls_allowed=30_000,
    messages=7,
    messages_allowed=140_000,
    latency_ms=84.2,
    subscription_ends=NOW + timedelta(days=90),
)


def figure(state: CloudState, label: str):
    return next(f for f in cloud_card(state, NOW, UTC).figures if f.label == label)


def test_a_project_is_named_by_its_data_centre_and_never_shows_the_whole_access_id():
    card = cloud_card(WELL, NOW, UTC)
    assert card.title == "Central Europe"
    assert "abcdefghij" not in card.account
    assert card.state == "Connected since 02 Mar 09:00"


def test_used_calls_are_shown_against_what_the_month_allows():
    calls, messages = cloud_card(WELL, NOW, UTC).meters
    assert (calls.text, calls.share, calls.loud) == ("1,500 of 30,000", 0.05, False)
    assert messages.text == "7 of 140,000"


def test_stopped_background_work_is_said_and_loud():
    calls = cloud_card(replace(WELL, calls=21_500, background_stopped=True), NOW, UTC).meters[0]
    assert calls.text.endswith("background work stopped")
    assert calls.loud


def test_an_end_that_is_near_asks_for_a_look_and_a_far_one_does_not():
    assert figure(WELL, "Plan").ink == "ink"
    near = figure(replace(WELL, subscription_ends=NOW + timedelta(days=3)), "Plan")
    assert (near.value, near.ink) == ("3 d left", "caution")
    assert figure(replace(WELL, subscription_ends=NOW - timedelta(days=3)), "Plan").value == "ended"
    assert figure(replace(WELL, subscription_ends=None), "Plan").value == "not known"


def test_a_queue_that_somebody_else_reads_is_said_on_the_card_with_the_subscription():
    shared = replace(WELL, queue=LinkState.DEGRADED, queue_text="Another console reads it.", queue_suffix="desk-2")
    assert "Another console reads it." in cloud_card(shared, NOW, UTC).text
    assert figure(shared, "Queue subscription").value == "desk-2"
    assert cloud_card(replace(WELL, queue_text="Listening"), NOW, UTC).text == ""


def test_how_many_days_ahead_is_near_and_where_background_work_stops_are_as_set():
    ending = replace(WELL, subscription_ends=NOW + timedelta(days=20), background_share=0.4)
    card = cloud_card(ending, NOW, UTC, timedelta(days=30))
    assert next(f for f in card.figures if f.label == "Plan").ink == "caution"
    assert card.meters[0].stop == 0.4


def test_the_header_s_tip_has_a_line_for_each_project_with_quota_ends_failures_and_latency():
    other = replace(WELL, project=ProjectId("zz@us"), state=LinkState.OFF, subscription_ends=NOW - timedelta(days=1))
    states = {one.project: one for one in (replace(WELL, token_ends=NOW + timedelta(minutes=90)), other)}
    first, second = cloud_tip(states, NOW).splitlines()
    assert first == "Central Europe: connected, 1,500 of 30,000 calls, token 1 h left, plan 90 d left, 0% failed, 84 ms"
    assert second.startswith("Western America: off, 1,500 of 30,000 calls, plan ended")


def test_a_refusal_says_cause_code_and_the_next_step():
    off = replace(
        WELL,
        state=LinkState.OFF,
        cause=CloudCause.SUBSCRIPTION,
        code=28841002,
        text="The subscription has expired.",
        advice="Renew it; the LAN goes on.",
    )
    card = cloud_card(off, NOW, UTC)
    assert card.text == "The subscription has expired. (code 28841002) Renew it; the LAN goes on."
    assert card.ink == "caution"


def test_a_clock_that_is_wrong_is_told_with_its_direction():
    assert figure(WELL, "Clock").value == "in step"
    assert figure(replace(WELL, clock_offset_ms=5400), "Clock").value == "5.4 s behind"


def test_the_header_speaks_of_the_worst_project():
    assert cloud_words({}) == ("", False)
    assert cloud_words({WELL.project: WELL}) == ("84 ms", False)
    lost = replace(WELL, project=ProjectId("x@us"), state=LinkState.OFF)
    assert cloud_words({WELL.project: WELL, lost.project: lost}) == ("off", True)


def test_a_draft_with_a_known_data_centre_has_its_addresses():
    project = ProjectDraft("eu", " id1 ", "secret").project()
    assert (project.id, project.access_id, project.base_url) == ("id1@eu", "id1", REGIONS[0].base_url)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (ProjectDraft("eu", "", "s"), "access_id"),
        (ProjectDraft("eu", "id", "  "), "secret"),
        (ProjectDraft(OWN, "id", "s", "tuya.example"), "base_url"),
        (ProjectDraft(OWN, "id", "s", "https://a.example", "mqe.example"), "queue_url"),
    ],
)
def test_what_is_missing_in_a_draft_is_named_by_its_field(draft: ProjectDraft, field: str):
    with pytest.raises(InvalidInput) as refused:
        draft.project()
    assert refused.value.field == field


def test_a_secret_is_not_in_the_drafts_text():
    assert "hush" not in repr(ProjectDraft("eu", "id", "hush"))
