"""Words the header strip, the mode band and the window's title from the engine's status."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from heyzack_console.domain.cloud import CloudState, ProjectId
from heyzack_console.domain.identity import Role
from heyzack_console.ports.engine.feed import EngineStatus
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.cloud.cards import cloud_tip, cloud_words
from heyzack_console.presentation.site_time import MONTHS, WEEKDAYS

PROGRAM = "HeyZack Console"
# A building of any size reports several times a minute; a full minute of silence is worth a look.
OLD_AFTER = timedelta(seconds=60)
ROLE_WORDS = {
    Role.ADMINISTRATOR: "Administrator",
    Role.FACILITY_MANAGER: "Facility manager",
    Role.INCIDENT_COMMANDER: "Incident commander",
    Role.TECHNICIAN: "Field technician",
    Role.SUPPORT_AGENT: "Support agent",
    Role.AUDITOR: "Auditor",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of the header, in full and short for narrow windows; *abnormal* asks for a look."""

    label: str
    short_label: str
    value: str
    short: str
    tip: str
    abnormal: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """Site time in words; the offset is part of the date, the tip is UTC."""

    time: str
    date: str
    short_date: str
    tip: str


@dataclass(frozen=True, slots=True)
class HeaderState:
    """Everything the frame shows of the engine's status, in finished words."""

    site: str
    size: str
    unacknowledged: tuple[int, int, int, int]
    lan: Cell
    cloud: Cell
    newest: Cell
    unsent: Cell
    shelved: int
    suppressed: int
    out_of_service: int
    clock: Clock
    user: str
    role: str
    initials: str
    muted: bool
    modes: tuple[str, ...]
    window_title: str


@dataclass(frozen=True, slots=True)
class Mode:
    """What the window itself knows: whether it is *connected* (else *lost_at*), *muted*, only allowed to look."""

    connected: bool = True
    lost_at: datetime | None = None
    muted: bool = False
    read_only: bool = False


def header_state(
    status: EngineStatus, mode: Mode, now: datetime, zone: tzinfo, cloud: Mapping[ProjectId, CloudState] | None = None
) -> HeaderState:
    """Word *status*.

    Args:
        now: aware UTC; *zone* is the site's.
        cloud: the projects' states; none where there is no project.
    """
    modes = _modes(status, mode, now)
    title = " · ".join((*(word.split(" · ")[0] for word in modes), status.site or "No site", PROGRAM))
    return HeaderState(
        site=status.site or "No site yet",
        size=_size(status),
        unacknowledged=status.unacknowledged,
        lan=_lan(status),
        cloud=_cloud(cloud or {}, now),
        newest=_newest(status, now),
        unsent=_unsent(status.unsent),
        shelved=status.shelved,
        suppressed=status.suppressed,
        out_of_service=status.out_of_service,
        clock=clock(now, zone),
        user=status.actor or "Nobody",
        role=role_words(status.role),
        initials=initials(status.actor),
        muted=mode.muted,
        modes=modes,
        window_title=title,
    )


def clock(now: datetime, zone: tzinfo) -> Clock:
    """Word the time of day at the site."""
    local = now.astimezone(zone)
    day = f"{local.day} {MONTHS[local.month - 1]} {_offset(local)}"
    return Clock(
        time=f"{local:%H:%M:%S}",
        date=f"{WEEKDAYS[local.weekday()]} {day}",
        short_date=day,
        tip=f"{now.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC",
    )


def initials(name: str) -> str:
    """Return at most two letters for the round plate: of first and last word."""
    words = name.split()
    if not words:
        return "–"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def role_words(role: str) -> str:
    """Return the role as people say it."""
    return ROLE_WORDS[Role(role)] if role in set(Role) else role


def _offset(local: datetime) -> str:
    minutes = int((local.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"{'+' if minutes >= 0 else '−'}{hours:02}" + (f":{rest:02}" if rest else "")


def _size(status: EngineStatus) -> str:
    if not status.site:
        return "choose a building"
    return f"{_counted(status.floors, 'floor')} · {_counted(status.devices, 'device')}"


def _lan(status: EngineStatus) -> Cell:
    here, there = status.lan_online, status.lan_devices
    if not there:
        return Cell("LAN", "LAN", "no devices", "–", "No device has a path on the local network")
    lost = here == 0
    value = "offline" if lost else f"{here} of {there}"
    short = "offline" if lost else f"{here}/{there}"
    return Cell("LAN", "LAN", value, short, f"{here} of {there} devices answer on the local network", abnormal=lost)


def _cloud(states: Mapping[ProjectId, CloudState], now: datetime) -> Cell:
    if not states:
        return Cell("Cloud", "Cloud", "none", "–", "No Tuya cloud project is connected; the LAN needs none")
    words, abnormal = cloud_words(states)
    short = "trying" if words == "connecting" else words
    return Cell("Cloud", "Cloud", words, short, f"Tuya cloud\n{cloud_tip(states, now)}", abnormal=abnormal)


def _newest(status: EngineStatus, now: datetime) -> Cell:
    if status.newest_at is None:
        return Cell(
            "Newest data", "Data age", "none yet", "none", "No live value has arrived", abnormal=status.devices > 0
        )
    age = now - status.newest_at
    words = age_text(age)
    return Cell(
        "Newest data", "Data age", words, words, f"The newest live value is {words} old", abnormal=age > OLD_AFTER
    )


def _unsent(count: int) -> Cell:
    words = _counted(count, "order") if count else "none"
    return Cell("Unsent", "Unsent", words, str(count), "Orders that wait until their device can be reached")


def _modes(status: EngineStatus, mode: Mode, now: datetime) -> tuple[str, ...]:
    modes = []
    if not mode.connected:
        since = f" since {age_text(now - mode.lost_at)}" if mode.lost_at else ""
        modes.append(f"DISCONNECTED · the engine does not answer{since}, this is the last picture")
    if status.drill:
        modes.append("DRILL · nothing here is real")
    if mode.read_only:
        modes.append("READ ONLY · your role may look, not act")
    return tuple(modes)


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
