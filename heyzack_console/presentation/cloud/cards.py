"""One cloud project as a card: how it stands, what it has used, what ends when, what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from heyzack_console.domain.cloud import CloudState, LinkState, ProjectId
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.cloud.regions import region_words

SOON = timedelta(days=14)
NOTHING = "—"
SUBSCRIPTION_TIP = "Of this console; two consoles on one take messages from one another"
_LOOKS = {
    LinkState.UP: ("cloud_ok", "Connected", "ink2"),
    LinkState.CONNECTING: ("cloud", "Connecting", "ink3"),
    LinkState.DEGRADED: ("cloud", "Limited", "caution"),
    LinkState.OFF: ("cloud_lost", "Off", "caution"),
}
_QUEUE = {
    LinkState.UP: ("listening", "ink"),
    LinkState.CONNECTING: ("connecting", "ink3"),
    LinkState.DEGRADED: ("limited", "caution"),
    LinkState.OFF: ("off", "caution"),
}


@dataclass(frozen=True, slots=True)
class Meter:
    """Used against allowed this month; *stop* is the share at which background work stops, 0 for none."""

    label: str
    text: str
    share: float
    stop: float
    loud: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """One fact with its ink and a tooltip."""

    label: str
    value: str
    ink: str = "ink"
    tip: str = ""


@dataclass(frozen=True, slots=True)
class CloudCard:
    """Everything the pane shows of one project."""

    project: ProjectId
    title: str
    account: str
    glyph: str
    state: str
    ink: str
    text: str
    meters: tuple[Meter, ...]
    figures: tuple[Figure, ...]


def cloud_card(state: CloudState, now: datetime, zone: tzinfo, soon: timedelta = SOON) -> CloudCard:
    """Word *state*; *now* is aware UTC, *zone* the site's. An end that is nearer than *soon* is loud."""
    account, _, region = state.project.partition("@")
    glyph, word, ink = _LOOKS[state.state]
    since = f"{word} since {state.since.astimezone(zone):%d %b %H:%M}"
    code = f" (code {state.code})" if state.code else ""
    queue = state.queue_text if state.queue is LinkState.DEGRADED and state.state is not LinkState.OFF else ""
    text = " ".join(part for part in (f"{state.text}{code}".strip(), state.advice, queue) if part)
    return CloudCard(
        project=state.project,
        title=region_words(region),
        account=f"Project {account[:6]}…" if len(account) > 8 else f"Project {account}",
        glyph=glyph,
        state=since,
        ink=ink,
        text=text,
        meters=(
            _meter(
                "API calls this month",
                state.calls,
                state.calls_allowed,
                state.background_share,
                state.background_stopped,
            ),
            _meter("Messages this month", state.messages, state.messages_allowed, 0.0, stopped=False),
        ),
        figures=_figures(state, now, zone, soon),
    )


def cloud_words(states: Mapping[ProjectId, CloudState]) -> tuple[str, bool]:
    """What the header says of all projects together, and whether that asks for a look; empty without a project."""
    if not states:
        return "", False
    worst = max(states.values(), key=lambda s: _BADNESS[s.state])
    if worst.state is LinkState.UP:
        return ("ok" if worst.latency_ms is None else f"{worst.latency_ms:.0f} ms"), False
    word = _LOOKS[worst.state][1].lower()
    return word, worst.state is not LinkState.CONNECTING


_BADNESS = {LinkState.UP: 0, LinkState.CONNECTING: 1, LinkState.DEGRADED: 2, LinkState.OFF: 3}


def cloud_tip(states: Mapping[ProjectId, CloudState], now: datetime) -> str:
    """What the header's tooltip says: a line a project with quota, token, plan, failures and latency."""
    lines = []
    for state in states.values():
        used = f"{state.calls:,} of {state.calls_allowed:,} calls" if state.calls_allowed else f"{state.calls:,} calls"
        slow = "" if state.latency_ms is None else f", {state.latency_ms:.0f} ms"
        ends = [_left(name, at, now) for name, at in (("token", state.token_ends), ("plan", state.subscription_ends))]
        region = region_words(state.project.partition("@")[2])
        told = ", ".join((_LOOKS[state.state][1].lower(), used, *filter(None, ends)))
        lines.append(f"{region}: {told}, {state.error_share:.0%} failed{slow}")
    return "\n".join(lines)


def _left(name: str, ends: datetime | None, now: datetime) -> str:
    if ends is None:
        return ""
    return f"{name} ended" if ends <= now else f"{name} {age_text(ends - now)} left"


def _meter(label: str, used: int, allowed: int, stop: float, stopped: bool) -> Meter:
    share = used / allowed if allowed else 0.0
    of = f" of {allowed:,}" if allowed else ""
    more = ", background work stopped" if stopped else ""
    return Meter(label, f"{used:,}{of}{more}", min(share, 1.0), stop, stopped or share >= 0.9)


def _figures(state: CloudState, now: datetime, zone: tzinfo, soon: timedelta) -> tuple[Figure, ...]:
    queue, queue_ink = _QUEUE[state.queue]
    latency = NOTHING if state.latency_ms is None else f"{state.latency_ms:.0f} ms"
    late = abs(state.clock_offset_ms) > 2000
    return (
        Figure("Message queue", queue, queue_ink, state.queue_text),
        Figure("Queue subscription", state.queue_suffix or NOTHING, tip=SUBSCRIPTION_TIP),
        Figure("Latency", latency, tip="Median of the last hundred calls"),
        Figure("Failed calls", f"{state.error_share:.0%}", "caution" if state.error_share > 0.1 else "ink"),
        Figure(
            "Clock",
            f"{abs(state.clock_offset_ms) / 1000:.1f} s {'behind' if state.clock_offset_ms > 0 else 'ahead'}"
            if late
            else "in step",
            "caution" if late else "ink",
            "This computer's clock against the cloud's",
        ),
        _ending("Token", state.token_ends, now, zone, timedelta(0)),
        _ending("Plan", state.subscription_ends, now, zone, soon),
        Figure("Unknown messages", f"{state.unknown_messages:,}", tip="Of kinds that this version does not know"),
    )


def _ending(label: str, ends: datetime | None, now: datetime, zone: tzinfo, soon: timedelta) -> Figure:
    if ends is None:
        return Figure(label, "not known", "ink3")
    left = ends - now
    if left <= timedelta(0):
        return Figure(label, "ended", "caution", f"{ends.astimezone(zone):%Y-%m-%d %H:%M}")
    ink = "caution" if left < soon else "ink"
    return Figure(label, f"{age_text(left)} left", ink, f"Ends {ends.astimezone(zone):%Y-%m-%d %H:%M}")
