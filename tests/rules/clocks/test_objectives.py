"""The tables of promises, row by row as the requirements give them."""

from datetime import timedelta

import pytest

from heyzack_console.domain.clocks import IncidentPriority, Metric, Plan, SupportPriority
from heyzack_console.domain.zones import zone_called
from heyzack_console.rules.clocks.objectives import incident_objective, next_update, support_objective
from tests.rules.clocks.moments import at, days

M, H = timedelta(minutes=1), timedelta(hours=1)
D = 10 * H
BERLIN = zone_called("Europe/Berlin")

INCIDENTS = {
    "P1": ("24x7", 15 * M, 4 * H),
    "P2": ("24x7", 1 * H, 8 * H),
    "P3": ("business", 4 * H, 3 * D),
    "P4": ("business", 1 * D, 10 * D),
}
SUPPORT = {
    "critical": {
        "standard": ("24x7", 1 * H, 8 * H),
        "extended": ("24x7", 30 * M, 4 * H),
        "premium": ("24x7", 15 * M, 2 * H),
    },
    "high": {
        "standard": ("business", 4 * H, 24 * H),
        "extended": ("extended", 2 * H, 12 * H),
        "premium": ("24x7", 30 * M, 8 * H),
    },
    "medium": {
        "standard": ("business", 8 * H, 5 * D),
        "extended": ("business", 4 * H, 3 * D),
        "premium": ("business", 2 * H, 2 * D),
    },
    "low": {
        "standard": ("business", 2 * D, 10 * D),
        "extended": ("business", 1 * D, 7 * D),
        "premium": ("business", 4 * H, 5 * D),
    },
}


@pytest.mark.parametrize("priority", IncidentPriority)
def test_incident_objectives_are_strict_and_as_the_table_has_them(priority):
    response, resolution = (incident_objective(priority, metric) for metric in Metric)
    assert response.strict
    assert resolution.strict
    assert response.clock == resolution.clock
    assert (response.clock, response.target, resolution.target) == INCIDENTS[priority]


@pytest.mark.parametrize("plan", Plan)
@pytest.mark.parametrize("priority", SupportPriority)
def test_support_plans_are_kept_at_the_deadline_and_as_the_table_has_them(plan, priority):
    response, resolution = (support_objective(plan, priority, metric) for metric in Metric)
    assert not response.strict
    assert not resolution.strict
    assert response.clock == resolution.clock
    assert (response.clock, response.target, resolution.target) == SUPPORT[priority][plan]


def test_the_next_update_follows_the_priority():
    # Thursday 24 December 2026, 16:00 local; the 25th is on the list: Monday 16:00 is one business day later.
    last, closed = at("2026-12-24 15:00"), days("2026-12-25")
    found = {priority: next_update(priority, last, BERLIN, closed) for priority in IncidentPriority}
    assert found == {
        "P1": at("2026-12-24 15:30"),
        "P2": at("2026-12-24 17:00"),
        "P3": at("2026-12-28 15:00"),
        "P4": None,
    }
