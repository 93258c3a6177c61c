"""One layer of a schedule: whose turn it is, and whether there is duty at that hour."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise

from heyzack_console.domain.notifications.people import Quiet
from heyzack_console.domain.notifications.schedules import Layer, Shift, Turn
from heyzack_console.rules.calendar.recurrence import Recurrence
from heyzack_console.rules.clocks.windows import instant_of

DAY = timedelta(days=1)
STEP = {Turn.DAILY: DAY, Turn.WEEKLY: timedelta(weeks=1)}


def layer_shifts(layer: Layer, zone: tzinfo, begin: datetime, end: datetime) -> list[Shift]:
    """The shifts of *layer* that reach into [begin, end), cut to it, by start; none of them overlap."""
    if not layer.people or begin >= end:
        return []
    turns = list(_turns(layer, zone, begin, end))
    if not layer.hours:
        return turns
    hours = joined(layer.hours, zone, begin, end)
    return [
        Shift(max(turn.start, opens), min(turn.end, closes), turn.person, turn.source)
        for turn in turns
        for opens, closes in hours
        if opens < turn.end and closes > turn.start
    ]


def joined(hours: tuple[Quiet, ...], zone: tzinfo, begin: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """The *hours* that reach into [begin, end) as spans in UTC by start, those that meet as one.

    Hours of which a change of the clocks leaves nothing do not take place that day.
    """
    found = sorted(_spans(hours, zone, begin, end))
    merged: list[tuple[datetime, datetime]] = []
    for opens, closes in found:
        if merged and opens <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], closes))
        else:
            merged.append((opens, closes))
    return merged


def _spans(
    hours: tuple[Quiet, ...], zone: tzinfo, begin: datetime, end: datetime
) -> Iterator[tuple[datetime, datetime]]:
    day, last = begin.astimezone(zone).date() - 2 * DAY, end.astimezone(zone).date() + DAY
    while day <= last:
        for one in hours:
            if one.days and day.weekday() not in one.days:
                continue
            opens = instant_of(zone, day, one.begin)
            closes = instant_of(zone, day if one.end > one.begin else day + DAY, one.end)
            if opens < closes and opens < end and closes > begin:
                yield opens, closes
        day += DAY


def _turns(layer: Layer, zone: tzinfo, begin: datetime, end: datetime) -> Iterator[Shift]:
    for (number, start), (_, until) in pairwise(_hand_overs(layer, zone, begin, end)):
        if start < end and until > begin and start < until:
            person = layer.people[number % len(layer.people)]
            yield Shift(max(start, begin), min(until, end), person, layer.name)


def _hand_overs(layer: Layer, zone: tzinfo, begin: datetime, end: datetime) -> Iterator[tuple[int, datetime]]:
    """Number and moment of each, from the last before *begin* to the first after *end*."""
    walls = _custom(layer, zone, end) if layer.turn is Turn.CUSTOM else _even(layer, zone, begin, end)
    number = -1
    for number, wall in walls:
        yield number, instant_of(zone, wall.date(), wall.time())
    if layer.turn is Turn.CUSTOM and number >= 0:
        # A rule that ends leaves the duty with the last person.
        yield number + 1, end + DAY


def _even(layer: Layer, zone: tzinfo, begin: datetime, end: datetime) -> Iterator[tuple[int, datetime]]:
    step = STEP[layer.turn] * max(1, layer.every)
    number = max(0, (_wall(begin, zone) - layer.first) // step - 1)
    last = _wall(end, zone) + step + DAY
    while (wall := layer.first + number * step) <= last:
        yield number, wall
        number += 1


def _custom(layer: Layer, zone: tzinfo, end: datetime) -> Iterator[tuple[int, datetime]]:
    last = _wall(end, zone) + DAY
    walls = list(Recurrence(layer.rule, layer.first).between(layer.first, last))
    if layer.first <= last and (not walls or walls[0] != layer.first):
        walls.insert(0, layer.first)
    yield from enumerate(walls)


def _wall(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
