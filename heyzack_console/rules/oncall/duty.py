"""Who is on call: the layers of a schedule over one another, and the overrides over them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from heyzack_console.domain.notifications.people import PersonId
from heyzack_console.domain.notifications.schedules import Override, OverrideId, Schedule, Shift
from heyzack_console.rules.calendar.allowed import zone_of
from heyzack_console.rules.oncall.rotations import layer_shifts

OVERRIDE = "override"
LOOK_AHEAD = timedelta(days=35)
LONGEST_TAKEN = timedelta(hours=24)
"""Who takes a gap keeps it no longer than this."""


def duty(schedule: Schedule, begin: datetime, end: datetime) -> list[Shift]:
    """[begin, end) from one end to the other: shifts, and gaps where nobody is on call, by start."""
    if begin >= end:
        return []
    zone = zone_of(schedule.zone)
    sources = [layer_shifts(layer, zone, begin, end) for layer in schedule.layers]
    sources += [[shift] for shift in map(_as_shift, schedule.overrides) if shift.start < end and shift.end > begin]
    inside = {moment for source in sources for shift in source for moment in (shift.start, shift.end)}
    bounds = sorted({begin, end} | {moment for moment in inside if begin < moment < end})
    found: list[Shift] = []
    reached = [0] * len(sources)
    for start, until in pairwise(bounds):
        shift = _uppermost(sources, reached, start, until)
        if found and (found[-1].person, found[-1].source) == (shift.person, shift.source):
            found[-1] = replace(found[-1], end=until)
        else:
            found.append(shift)
    return found


def on_call(schedule: Schedule, now: datetime) -> Shift:
    """The shift or gap of this moment with its real bounds, as far as the next weeks and the last ones show them."""
    around = duty(schedule, now - LOOK_AHEAD, now + LOOK_AHEAD)
    return next(shift for shift in around if shift.start <= now < shift.end)


def coming(schedule: Schedule, now: datetime) -> Shift | None:
    """The first shift of another person after this one; None where the next weeks have none."""
    here = on_call(schedule, now)
    later = duty(schedule, now, now + LOOK_AHEAD)
    return next((s for s in later if s.start > now and s.person not in (None, here.person)), None)


def gaps(schedule: Schedule, begin: datetime, end: datetime) -> list[Shift]:
    """Where nobody is on call."""
    return [shift for shift in duty(schedule, begin, end) if shift.person is None]


def taken(schedule: Schedule, made: OverrideId, person: PersonId, now: datetime, reason: str = "") -> Schedule:
    """The schedule after *person* has taken the shift of this moment: to its end, a gap for a day at most."""
    here = on_call(schedule, now)
    until = here.end if here.person is not None else min(here.end, now + LONGEST_TAKEN)
    return replace(schedule, overrides=(*schedule.overrides, Override(made, person, now, until, reason)))


def _uppermost(sources: Sequence[Sequence[Shift]], reached: list[int], start: datetime, until: datetime) -> Shift:
    found = Shift(start, until)
    for number, source in enumerate(sources):
        while reached[number] < len(source) and source[reached[number]].end <= start:
            reached[number] += 1
        if reached[number] < len(source) and source[reached[number]].start <= start:
            found = replace(source[reached[number]], start=start, end=until)
    return found


def _as_shift(override: Override) -> Shift:
    return Shift(override.start, override.end, override.person, OVERRIDE)
