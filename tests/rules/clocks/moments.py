"""Short ways to write times, and the zones that the properties of clocks are tried in."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from heyzack_console.domain.clocks import Span
from heyzack_console.domain.zones import zone_called

# Ordinary zones, both hemispheres, half hours and quarters, midnights that are left out or come twice, a skipped day.
FORTY_ZONES = (
    "Europe/Berlin", "Europe/London", "Europe/Lisbon", "Europe/Moscow", "Europe/Istanbul", "Europe/Chisinau",
    "America/New_York", "America/Chicago", "America/Los_Angeles", "America/St_Johns", "America/Havana",
    "America/Santiago", "America/Asuncion", "America/Sao_Paulo", "America/Caracas", "America/Nuuk",
    "America/Mexico_City", "Atlantic/Azores", "Africa/Cairo", "Africa/Casablanca", "Africa/Johannesburg",
    "Asia/Beirut", "Asia/Amman", "Asia/Damascus", "Asia/Gaza", "Asia/Tehran", "Asia/Kabul", "Asia/Kolkata",
    "Asia/Kathmandu", "Asia/Yangon", "Asia/Singapore", "Asia/Pyongyang", "Asia/Tokyo", "Australia/Adelaide",
    "Australia/Lord_Howe", "Australia/Eucla", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati",
    "Antarctica/Troll",
)  # fmt: skip


def at(text):
    """Read an instant such as '2026-03-27 15:00' in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def span(start, end):
    """Return the span between two instants given as texts."""
    return Span(at(start), at(end))


def days(*texts):
    """Return dates as a holiday list."""
    return frozenset(date.fromisoformat(text) for text in texts)


zones = st.sampled_from(FORTY_ZONES).map(zone_called)
# Around changes of the clock in both hemispheres, and the day that Samoa left out.
eves = st.sampled_from(
    [
        at("2011-12-27 00:00"),
        at("2026-03-05 00:00"),
        at("2026-03-26 00:00"),
        at("2026-04-02 00:00"),
        at("2026-09-03 00:00"),
        at("2026-10-01 00:00"),
        at("2026-10-22 00:00"),
        at("2026-10-30 00:00"),
        at("2028-02-26 00:00"),
    ]
)
minutes = st.tuples(eves, st.integers(0, 7 * 24 * 60)).map(lambda pair: pair[0] + timedelta(minutes=pair[1]))
moments = st.tuples(
    st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)),  # noqa: DTZ001  (made aware below)
).map(lambda found: found[0].replace(tzinfo=UTC))
holidays = st.frozensets(st.dates(date(2026, 3, 1), date(2026, 11, 10)), max_size=20)
targets = st.timedeltas(timedelta(microseconds=1), timedelta(hours=120))


@st.composite
def pauses_near(draw, start):
    """Pauses in any order, some within or across others, some before *start*."""
    found = []
    for _ in range(draw(st.integers(0, 5))):
        begin = start + draw(st.timedeltas(timedelta(days=-3), timedelta(days=12)))
        found.append(Span(begin, begin + draw(st.timedeltas(timedelta(), timedelta(days=6)))))
    return found
