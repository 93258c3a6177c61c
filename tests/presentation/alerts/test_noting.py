"""Several alerts are acknowledged with one note, which is never empty."""

from datetime import UTC

from heyzack_console.domain.alerts.alert import AlertId, AlertState
from heyzack_console.ports.engine.alerts import Acknowledge
from heyzack_console.presentation.alerts.noting import NotingDesk
from heyzack_console.presentation.alerts.rows import state_words
from heyzack_console.presentation.selection import Selection
from tests.presentation.alerts.test_queue import a_queue, an_alert, listed
from tests.support.building import T0
from tests.support.engine_port import SmallEngine

NONE = Selection()


class Desk:
    """The action over a queue; *note* is what the person writes."""

    def __init__(self, note: str) -> None:
        alerts = (an_alert("a"), an_alert("b", AlertState.RETURNED), an_alert("c", AlertState.ACKNOWLEDGED))
        mirror, self.queue = a_queue(*alerts)
        self.engine = SmallEngine()
        self.asked: list[str] = []
        self.said: list[str] = []

        async def ask(title: str) -> str:
            self.asked.append(title)
            return note

        desk = NotingDesk(
            self.engine, mirror, lambda: listed(self.queue), ask, lambda _receipt, text: self.said.append(text)
        )
        (self.action,) = desk.actions("alerts")


async def test_without_a_selection_all_listed_alerts_get_the_same_note():
    desk = Desk("fire drill")
    await desk.action.handler(NONE)
    assert desk.asked == ["Acknowledge 2 alerts"]
    assert desk.engine.done == [Acknowledge((("a", "e"), ("b", "e")), "fire drill")]


async def test_a_selection_narrows_it_to_what_waits_in_it():
    desk = Desk("fire drill")
    await desk.action.handler(Selection((), (AlertId("b"), AlertId("c"))))
    assert desk.engine.done == [Acknowledge((("b", "e"),), "fire drill")]


async def test_without_a_note_nothing_is_acknowledged():
    desk = Desk("")
    await desk.action.handler(NONE)
    assert (desk.engine.done, desk.said) == ([], [])


def test_it_is_not_offered_where_nothing_waits():
    desk = Desk("fire drill")
    assert not desk.action.enabled(Selection((), (AlertId("c"),)))
    desk.queue.look_for("zzz")
    assert not desk.action.enabled(NONE)


def test_the_note_stands_behind_who_acknowledged():
    seen = an_alert(
        "a", AlertState.ACKNOWLEDGED, acknowledged_by="Ines", acknowledged_at=T0, note="fire drill", count=2
    )
    assert state_words(seen, T0, UTC) == f"Medium, acknowledged by Ines {T0:%H:%M}, 2 times: fire drill"
