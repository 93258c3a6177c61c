"""Which identities call most, and what would make them call less: a delay or a dead-band, tried on the same period."""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from heyzack_console.domain.alerts.alert import AlertId
from heyzack_console.domain.alerts.kpi import Advice, Annunciation, Offender, Remedy

MOST = 10
DELAYS_S = (10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0)
WORTH = 0.5
"""A change is proposed when it would have spared at least this share."""
FEWEST = 3
"""Fewer calls than this are no habit."""
SETTLED_S = 600.0
"""A call so soon after a return is the same trouble coming back."""
INSIDE = 0.9
"""A dead-band is as wide as this share of the returns went."""


def offenders(
    calls: Sequence[Annunciation], chatter: Collection[AlertId], fleeting: Mapping[AlertId, int]
) -> tuple[Offender, ...]:
    """Return the ten identities that call most often, and every one that chatters or is fleeting, with advice."""
    by_identity: dict[AlertId, list[Annunciation]] = defaultdict(list)
    for call in calls:
        by_identity[call.alert].append(call)
    ranked = sorted(by_identity.values(), key=lambda own: (-len(own), own[0].alert))
    return tuple(
        Offender(
            own[-1].alert,
            own[-1].device,
            own[-1].rule,
            own[-1].condition,
            len(own),
            own[-1].alert in chatter,
            fleeting.get(own[-1].alert, 0),
            advice(own),
        )
        for number, own in enumerate(ranked)
        if number < MOST or own[-1].alert in chatter or own[-1].alert in fleeting
    )


def advice(own: Sequence[Annunciation]) -> tuple[Advice, ...]:
    """Return what would have spared at least half of the calls *own* of one identity, oldest first."""
    if len(own) < FEWEST:
        return ()
    return tuple(one for one in (_delay(own), _dead_band(own)) if one is not None)


def spared_by_delay(own: Sequence[Annunciation], delay_s: float) -> int:
    """Return how many calls would not have come if the condition had had to last *delay_s* longer."""
    return sum(1 for length in _lengths(own) if length < delay_s)


def _delay(own: Sequence[Annunciation]) -> Advice | None:
    for delay_s in DELAYS_S:
        spared = spared_by_delay(own, delay_s)
        if spared >= WORTH * len(own):
            return Advice(Remedy.DELAY, delay_s, "s", spared)
    return None


def _dead_band(own: Sequence[Annunciation]) -> Advice | None:
    """A condition that stays true until the value is further inside the limit does not come back so soon."""
    depths = []
    for call, following in pairwise(own):
        back = call.returned_at
        if back is None or (following.at - back).total_seconds() > SETTLED_S:
            continue
        value = call.returned_value
        if call.limit is not None and isinstance(value, int | float) and not isinstance(value, bool):
            depths.append(abs(call.limit - value))
    if len(depths) < WORTH * len(own):
        return None
    wide = sorted(depths)[math.ceil(len(depths) * INSIDE) - 1]
    band = _rounded_up(wide)
    spared = sum(1 for depth in depths if depth < band)
    return Advice(Remedy.DEAD_BAND, band, own[-1].unit, spared)


def _lengths(own: Sequence[Annunciation]) -> list[float]:
    return [(call.returned_at - call.at).total_seconds() for call in own if call.returned_at is not None]


def _rounded_up(width: float) -> float:
    """Return the next number of one digit (or a half) that is greater than *width*."""
    if width <= 0:
        return 0.1
    unit = 10.0 ** math.floor(math.log10(width))
    steps = math.floor(width / unit * 2 + 1e-9) + 1
    return round(steps * unit / 2, 6)
