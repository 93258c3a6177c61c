"""Histories of alarms whose truth is known because it was made first, the events after it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, EventId, Trigger
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId

BEGIN = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PEOPLE = ("Ines", "Omar")


def second(number: int) -> datetime:
    return BEGIN + timedelta(seconds=number)


@dataclass(frozen=True)
class Call:
    """One annunciation in whole seconds after BEGIN."""

    who: int
    at: int
    back: int | None
    seen: int | None
    by: str
    priority: Priority


@st.composite
def histories(draw, identities=3, most=14, longest=240, quiet=400):
    """Calls of some identities, each identity's one after another."""
    calls = []
    for who in range(draw(st.integers(0, identities))):
        now = draw(st.integers(0, quiet))
        priority = draw(st.sampled_from(Priority))
        for _ in range(draw(st.integers(1, most))):
            back = now + draw(st.integers(1, longest))
            seen = draw(st.none() | st.integers(now, back + 60))
            calls.append(Call(who, now, back, seen, draw(st.sampled_from(PEOPLE)), priority))
            now = max(back, seen or 0) + draw(st.integers(1, quiet))
    return sorted(calls, key=lambda call: call.at)


def alert_of(who: int) -> AlertId:
    return AlertId(f"{who + 1:032x}")


def events_of(calls) -> list[AlertEvent]:
    """What the journal holds of *calls*."""
    told = []
    for number, call in enumerate(calls):
        name = EventId(f"{number + 1:032x}")
        told.append((call.at, 0, _event(call, name, Trigger.TRUE, call.at)))
        if call.seen is not None:
            answer = _event(call, EventId(f"a{number + 1:031x}"), Trigger.ACK, call.seen, name, call.by)
            told.append((call.seen, 1, answer))
        if call.back is not None:
            told.append((call.back, 2, _event(call, EventId(f"b{number + 1:031x}"), Trigger.FALSE, call.back)))
    return [event for _, _, event in sorted(told, key=lambda one: one[:2])]


def _event(call, name, trigger, at, answers=None, by=""):
    who = alert_of(call.who)
    return AlertEvent(
        name,
        who,
        DeviceId(f"d{call.who}"),
        "warm",
        trigger,
        second(at),
        call.priority,
        "Temperature high",
        answers=answers,
        by=by,
    )
