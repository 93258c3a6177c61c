"""Shelving in words: the ends that are offered by the site's clocks, and what is said of a shelf."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from heyzack_console.domain.alerts.alert import AlertId, AlertState, EventId, Shelf
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.ports.engine.alerts import Shelve, Unshelve
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.alerts.queue import View
from heyzack_console.presentation.alerts.rows import state_words
from heyzack_console.presentation.alerts.shelving import (
    Wish,
    at_site,
    end_words,
    next_morning,
    objection,
    offers,
    reminder,
    subject,
    warning,
)
from heyzack_console.presentation.alerts.shelving_actions import ShelvingDesk
from heyzack_console.presentation.selection import Selection
from heyzack_console.presentation.site_time import SiteTime
from tests.presentation.alerts.test_queue import a_queue, an_alert, listed
from tests.support.building import T0
from tests.support.engine_port import SmallEngine

BERLIN = ZoneInfo("Europe/Berlin")
DAY = timedelta(hours=24)
HOUR = timedelta(hours=1)


def berlin(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


def shelf(until: datetime = T0 + HOUR, name: str = "s") -> Shelf:
    return Shelf(EventId(name), until, T0, "Ines Keller", "fan is being replaced")


def shelved(name: str, until: datetime = T0 + HOUR, **more):
    return an_alert(name, AlertState.SHELVED, shelf=shelf(until), **more)


def test_the_usual_ends_are_offered_by_the_site_s_clocks():
    now = berlin(11, 25, 16, 15)
    assert [offer.words for offer in offers(now, BERLIN, DAY)] == [
        "1 hour, until 17:15",
        "4 hours, until 20:15",
        "Until tomorrow 07:00",
        "24 hours, until tomorrow 16:15",
    ]
    assert offers(now, BERLIN, DAY)[2].until == berlin(11, 26, 7)


def test_ends_beyond_the_longest_are_not_offered():
    assert [offer.words for offer in offers(berlin(11, 25, 16), BERLIN, 2 * HOUR)] == ["1 hour, until 17:00"]


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        (berlin(11, 25, 2), berlin(11, 25, 7)),
        (berlin(11, 25, 7), berlin(11, 26, 7)),
        (berlin(11, 25, 23, 59), berlin(11, 26, 7)),
        # In the night to 29 March an hour is left out, in that to 25 October one is lived twice.
        (berlin(3, 28, 20), datetime(2026, 3, 29, 5, tzinfo=UTC)),
        (berlin(10, 24, 20), datetime(2026, 10, 25, 6, tzinfo=UTC)),
    ],
)
def test_the_next_morning_is_seven_by_the_site_s_clocks_also_when_they_change(now, morning):
    assert next_morning(now, BERLIN) == morning


def test_of_an_hour_that_is_lived_twice_an_end_means_the_first():
    assert at_site(datetime(2026, 10, 25, 2, 30), BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # noqa: DTZ001


def test_the_end_is_named_by_the_day_only_where_it_is_another():
    now = berlin(11, 25, 16)
    ends = (berlin(11, 25, 17), berlin(11, 26, 7), berlin(11, 27, 7))
    assert [end_words(end, now, BERLIN) for end in ends] == ["17:00", "tomorrow 07:00", "Fri 27 Nov 07:00"]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (Wish(T0 + HOUR, "fan"), ""),
        (Wish(T0 + HOUR, ""), "Say why"),
        (Wish(T0, "fan"), "lie ahead"),
        (Wish(T0 + 25 * HOUR, "fan"), "at most 24 hours"),
    ],
)
def test_a_wish_needs_a_reason_and_an_end_that_is_allowed(wish, said):
    found = objection(wish, T0, DAY)
    assert said in found
    assert bool(found) is bool(said)


def test_shelvings_that_end_within_a_quarter_of_an_hour_are_spoken_of():
    ends = [T0 + timedelta(minutes=minutes) for minutes in (5, 15, 16)]
    alerts = [shelved(str(n), end) for n, end in enumerate(ends)]
    assert reminder(alerts, T0) == "2 shelved end within 15 min"
    assert reminder(alerts[1:], T0) == "1 shelved ends within 15 min"
    assert reminder([alerts[2], an_alert("open")], T0) == ""


def test_a_critical_alert_is_not_shelved_without_a_word_of_caution():
    assert "critical" in warning([an_alert("a", priority=1), an_alert("b")])
    assert warning([an_alert("b")]) == ""


def test_one_alert_is_named_and_several_are_counted():
    assert subject([an_alert("a")], ["Room 2.14"]) == "Shelve “Temperature high” of Room 2.14"
    assert subject([an_alert("a"), an_alert("b")], ["Room 2.14", "Hall"]) == "Shelve 2 alerts"


def test_the_card_tells_by_whom_until_when_and_why():
    alert = shelved("a", count=2)
    words = state_words(alert, T0, UTC)
    assert words == f"Medium, 2 times, shelved by Ines Keller until {T0 + HOUR:%H:%M}: fan is being replaced"
    assert "its condition is gone" in state_words(replace(alert, active=False), T0, UTC)


def test_shelved_alerts_are_listed_apart_the_one_that_ends_first_on_top():
    _, queue = a_queue(an_alert("open"), shelved("late", T0 + 2 * HOUR, priority=1), shelved("soon", T0 + HOUR))
    assert listed(queue) == ["open"]
    queue.view = View.SHELVED
    queue.rebuild()
    assert listed(queue) == ["soon", "late"]
    titles = [column.title for column in queue.columns]
    words = dict(zip(titles, (cell.text for cell in queue.row(0).cells), strict=True))
    assert words["Reason"] == "fan is being replaced"
    assert (words["By"], words["Ends"], words["Left"]) == ("Ines Keller", f"{T0 + HOUR:%H:%M}", "1 h")


def test_every_view_has_as_many_columns_as_the_table_was_made_with():
    _, queue = a_queue()
    numbers = set()
    for view in View:
        queue.view = view
        numbers.add(len(queue.columns))
    assert len(numbers) == 1


def test_a_shelved_alert_is_found_by_its_reason():
    _, queue = a_queue(shelved("a"), shelved("b", condition="Battery low"))
    queue.view = View.SHELVED
    queue.rebuild()
    queue.look_for("keller")
    assert len(listed(queue)) == 2
    queue.look_for("battery")
    assert listed(queue) == ["b"]


class Desk:
    """The actions over a queue's mirror; *wish* is what the person answers."""

    def __init__(self, *alerts, wish: Wish | None) -> None:
        self.mirror, _ = a_queue(*alerts)
        self.engine = SmallEngine()
        self.asked = []
        self.said = []

        async def ask(alerts):
            self.asked.append([a.id for a in alerts])
            return wish

        times = SiteTime(lambda: T0, self.mirror)
        desk = ShelvingDesk(self.engine, self.mirror, times, ask, lambda _receipt, text: self.said.append(text))
        self.shelve, self.unshelve = desk.actions("alerts")

    def chosen(self, action: Action, *names: str) -> Selection:
        selection = Selection((), tuple(map(AlertId, names)))
        assert action.enabled(selection)
        return selection


async def test_what_is_open_is_shelved_as_it_was_shown():
    desk = Desk(an_alert("a"), an_alert("b", AlertState.SUPPRESSED), wish=Wish(T0 + HOUR, "fan"))
    await desk.shelve.handler(desk.chosen(desk.shelve, "a", "b"))
    assert desk.asked == [["a"]]
    assert desk.engine.done == [Shelve((("a", "e"),), T0 + HOUR, "fan")]
    assert desk.said[0].startswith("1 alert shelved until ")


async def test_a_shelving_that_was_given_up_does_nothing():
    desk = Desk(an_alert("a"), wish=None)
    await desk.shelve.handler(desk.chosen(desk.shelve, "a"))
    assert (desk.engine.done, desk.said) == ([], [])


async def test_unshelving_names_the_shelving_that_was_shown():
    desk = Desk(shelved("a"), an_alert("b"), wish=None)
    await desk.unshelve.handler(desk.chosen(desk.unshelve, "a", "b"))
    assert desk.engine.done == [Unshelve((("a", "s"),))]


def test_neither_is_offered_where_it_would_do_nothing():
    desk = Desk(shelved("a"), an_alert("b", priority=Priority.P1), wish=None)
    assert not desk.shelve.enabled(Selection((), (AlertId("a"),)))
    assert not desk.unshelve.enabled(Selection((), (AlertId("b"),)))
