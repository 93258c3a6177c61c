"""What is to be said of a cloud project."""

from dataclasses import replace

import pytest

from heyzack_console.domain.alerts.rule import Test
from heyzack_console.domain.cloud import CloudCause, CloudState, LinkState
from heyzack_console.rules.alerts.cloud import (
    AWAY,
    CLOUD_RULES,
    ENDED,
    ENDS_SOON,
    PROJECT_RULES,
    QUEUE_AWAY,
    REFUSED,
    SAVING,
    USED_UP,
    complaints,
)
from tests.support.building import T0, at
from tests.support.cloud_double import PROJECT

DAY = 86_400
WARN = at(14 * DAY) - T0
WELL = CloudState(PROJECT.id, LinkState.UP, T0, queue=LinkState.UP)


def of(state, project=PROJECT):
    return list(complaints(project, state, T0, WARN))


def test_a_project_in_order_complains_of_nothing():
    assert of(WELL) == []
    assert of(replace(WELL, state=LinkState.CONNECTING, queue=LinkState.OFF)) == []


@pytest.mark.parametrize(
    ("cause", "rule"),
    [
        (CloudCause.SUBSCRIPTION, ENDED),
        (CloudCause.QUOTA, USED_UP),
        (CloudCause.AUTH, REFUSED),
        (CloudCause.CLOCK, REFUSED),
        (CloudCause.PERMISSION, REFUSED),
        (CloudCause.TRANSPORT, AWAY),
        (CloudCause.SERVER, AWAY),
        (CloudCause.OTHER, AWAY),
    ],
)
@pytest.mark.parametrize("state", [LinkState.OFF, LinkState.CONNECTING])
def test_each_cause_has_its_rule_and_says_what_the_cloud_said(cause, rule, state):
    (found,) = of(replace(WELL, state=state, cause=cause, text="tid 42"))
    assert (found.rule, found.condition) == (rule, f"{rule.condition}: tid 42")


def test_a_share_that_is_used_up_names_its_figures():
    (found,) = of(replace(WELL, state=LinkState.DEGRADED, background_stopped=True, calls=21_000, calls_allowed=30_000))
    assert (found.rule, found.condition) == (SAVING, "Cloud calls kept for orders: 21,000 of 30,000 used this month")


def test_a_queue_that_is_away_is_said_with_its_reason_while_the_project_is_there():
    (found,) = of(replace(WELL, queue=LinkState.DEGRADED, queue_text="another console"))
    assert (found.rule, found.condition) == (QUEUE_AWAY, "Cloud messages do not arrive: another console")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-1, None),
        (3600, "today, 2026-03-02"),
        (DAY + 60, "in 1 day, 2026-03-03"),
        (14 * DAY, "in 14 days, 2026-03-16"),
        (14 * DAY + 1, None),
    ],
)
def test_the_end_of_a_subscription_is_counted_down(seconds, words):
    found = of(WELL, replace(PROJECT, subscription_ends=at(seconds)))
    told = [(one.rule, one.condition) for one in found]
    assert told == ([(ENDS_SOON, f"Cloud subscription ends {words}")] if words else [])


def test_every_rule_about_the_cloud_says_what_to_do():
    assert all(len(rule.guidance) > 60 for rule in CLOUD_RULES)
    assert {rule.test for rule in PROJECT_RULES} == {Test.CLOUD}
    assert len({rule.id for rule in CLOUD_RULES}) == len(CLOUD_RULES)
