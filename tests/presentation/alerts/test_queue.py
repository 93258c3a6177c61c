"""The alert queue: default order, filter, and lines that stand still under a selection."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.alerts.queue import AlertQueue, View
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.mirror import Mirror
from tests.support.building import BOOK, CLIMATE, T0

B, C, D, F, A = (
    AlertState.UNACKNOWLEDGED,
    AlertState.ACKNOWLEDGED,
    AlertState.RETURNED,
    AlertState.SUPPRESSED,
    AlertState.NORMAL,
)


def an_alert(name: str, state: AlertState = B, priority: int = 3, minutes_ago: float = 5, **more: Any) -> Alert:
    since = T0 - timedelta(minutes=minutes_ago)
    plain = Alert(
        AlertId(name), CLIMATE.id, "warm", state, Priority(priority), "Temperature high", since, EventId("e"), since
    )
    return replace(plain, **more)


def a_queue(*alerts: Alert) -> tuple[Mirror, AlertQueue]:
    mirror = Mirror(connected=True)
    mirror.show_book(BOOK)
    mirror.apply(Batch(1, T0, complete=True, alerts=alerts))
    queue = AlertQueue(mirror, lambda: T0, lambda: UTC)
    queue.take_book(index_of(mirror.book))
    return mirror, queue


def listed(queue: AlertQueue) -> list[str]:
    return [queue.key(n) for n in range(len(queue))]


def tell(mirror: Mirror, queue: AlertQueue, *alerts: Alert) -> bool:
    return queue.take(mirror.apply(Batch(2, T0, alerts=alerts)))


def test_unacknowledged_come_first_then_the_priority_then_the_newest():
    _, queue = a_queue(
        an_alert("old-p2", C, 2, 90),
        an_alert("p3", B, 3, 10),
        an_alert("p1", B, 1, 50),
        an_alert("newer-p3", B, 3, 2),
        an_alert("returned", D, 1, 1),
    )
    assert listed(queue) == ["p1", "newer-p3", "p3", "returned", "old-p2"]


def test_suppressed_alerts_are_listed_apart():
    _, queue = a_queue(an_alert("open"), an_alert("child", F))
    assert listed(queue) == ["open"]
    queue.view = View.SUPPRESSED
    queue.rebuild()
    assert listed(queue) == ["child"]


def test_a_filter_finds_condition_place_and_priority():
    _, queue = a_queue(an_alert("a", priority=1), an_alert("b", condition="Battery low"))
    for words, found in (("battery", ["b"]), ("CLIMATE", ["a", "b"]), ("p1", ["a"]), ("critical", ["a"]), ("zzz", [])):
        queue.look_for(words)
        assert listed(queue) == found
    queue.look_for("")
    assert listed(queue) == ["a", "b"]


def test_held_lines_stay_where_they_are_and_newcomers_wait():
    mirror, queue = a_queue(an_alert("first", minutes_ago=1), an_alert("second", minutes_ago=2))
    queue.hold(held=True)
    moved = tell(mirror, queue, an_alert("urgent", priority=1), an_alert("first", C, minutes_ago=1))
    assert not moved
    assert listed(queue) == ["first", "second"]
    assert queue.new == 1
    assert queue.alert(0).state is C
    queue.hold(held=False)
    assert listed(queue) == ["urgent", "second", "first"]
    assert queue.new == 0


def test_an_alert_that_is_over_keeps_its_line_while_lines_are_held():
    mirror, queue = a_queue(an_alert("a"))
    queue.hold(held=True)
    tell(mirror, queue, an_alert("a", A))
    assert queue.row(0).cells[1].text == "Temperature high, over"
    queue.hold(held=False)
    assert listed(queue) == []


def test_a_newcomer_that_is_over_before_it_was_shown_is_no_news():
    mirror, queue = a_queue(an_alert("a"))
    queue.hold(held=True)
    tell(mirror, queue, an_alert("b"))
    tell(mirror, queue, an_alert("b", A))
    assert queue.new == 0


def test_only_unacknowledged_p1_and_p2_have_a_tinted_ground():
    _, queue = a_queue(an_alert("a", B, 1), an_alert("b", B, 2), an_alert("c", B, 3), an_alert("d", C, 1))
    assert {queue.row(n).key: queue.row(n).tint for n in range(4)} == {"a": "p1_tint", "b": "p2_tint", "c": "", "d": ""}


def test_the_consequences_of_an_alert_are_counted_in_its_words():
    _, queue = a_queue(an_alert("gw", condition="Offline", consequences=14))
    assert queue.row(0).cells[1].text == "Offline, 14 devices behind it"


def test_a_device_that_left_the_book_still_has_its_alert():
    _, queue = a_queue(an_alert("a", device=DeviceId("gone")))
    assert queue.row(0).cells[2].text == "gone"


_STATES = st.sampled_from([A, B, C, D, F])
_STEPS = st.lists(st.tuples(st.integers(0, 7), _STATES, st.integers(1, 4), st.integers(0, 600)), max_size=40)


@settings(max_examples=80)
@given(_STEPS, st.sampled_from(["", "p1", "climate", "zzz"]))
def test_taking_changes_one_by_one_lists_what_sorting_anew_lists(
    steps: list[tuple[int, AlertState, int, int]], needle: str
):
    mirror, queue = a_queue()
    queue.look_for(needle)
    for name, state, priority, minutes in steps:
        tell(mirror, queue, an_alert(f"a{name}", state, priority, minutes))
    stepwise = listed(queue)
    assert all(queue.position(key) == n for n, key in enumerate(stepwise))
    queue.rebuild()
    assert listed(queue) == stepwise


def test_ages_are_counted_from_the_clock_that_was_given():
    mirror, _ = a_queue(an_alert("a", minutes_ago=5))
    later = AlertQueue(mirror, lambda: datetime(2026, 3, 2, 10, 0, tzinfo=UTC), lambda: UTC)
    later.take_book(index_of(mirror.book))
    assert later.row(0).cells[7].text == "2 h"


def test_an_alert_of_a_cloud_project_names_it_and_not_its_whole_id():
    _, queue = a_queue(an_alert("a", device=DeviceId("cloud/abcdefghijkl@eu")))
    assert [cell.text for cell in queue.row(0).cells[2:4]] == ["Cloud project abcdef…", "Tuya cloud"]


def test_a_long_condition_is_told_briefly_and_whole_in_its_tooltip():
    condition = "Cloud subscription has ended: it has to be renewed on the platform before devices answer again"
    _, queue = a_queue(an_alert("a", condition=condition))
    cell = queue.row(0).cells[1]
    assert (cell.text, cell.tip) == ("Cloud subscription has ended", condition)
