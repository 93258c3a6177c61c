"""Which of two values of one data point stands, and how long it may be called live."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.readings import Path, Quality, Reading

# A device whose clock runs ahead must not freeze its own data point; ten seconds are ordinary drift.
AHEAD = timedelta(seconds=10)

_DECIDED_ELSEWHERE = frozenset({PathState.CONNECTED, PathState.CONNECTING})
_NEARNESS = {Path.LAN: 2, Path.GATEWAY: 2, Path.CLOUD: 1}


def plausible(heard: Reading, now: datetime) -> Reading:
    """Return *heard*, dated *now* where the device's clock claims the future."""
    if heard.at <= now + AHEAD:
        return heard
    note = "; ".join(part for part in (heard.note, "device clock ahead") if part)
    return replace(heard, at=now, note=note)


def believed(held: Reading | None, now: datetime) -> Reading | None:
    """Return *held*, or None where its time lies ahead: this computer's clock has been set back since it was taken.

    Such a time says nothing any more, and must not keep out what is heard until the clock has caught up.
    """
    return None if held is not None and held.at > now + AHEAD else held


def stands(held: Reading | None, heard: Reading) -> bool:
    """Tell whether *heard* replaces *held*.

    An older value never replaces a newer one, except that a live value confirms an equal assumption whatever its
    time. At equal age what was heard beats what was remembered, then the LAN beats the cloud, then the later arrival.
    """
    if held is None:
        return True
    if held.quality is Quality.ASSUMED and heard.quality is Quality.LIVE and held.value == heard.value:
        return True
    if heard.at != held.at:
        return heard.at > held.at
    return _weight(heard) >= _weight(held)


def settled(held: Reading | None, heard: Reading) -> Reading | None:
    """Return what stands after *heard* was told while *held* was shown; None if nothing changes.

    A live value that equals a newer remembered one proves it: the newer time stays, and the value is live again. So a
    cloud that dates the same change a moment earlier than the LAN did can stand in for it.
    """
    if stands(held, heard):
        return heard
    if held is None or held.quality is not Quality.CACHED or heard.quality is not Quality.LIVE:
        return None
    same = type(held.value) is type(heard.value) and held.value == heard.value
    return replace(heard, at=held.at) if same else None


def quality_over(roads: Collection[PathState], reading: Reading, now: datetime, stale_after: timedelta) -> Quality:
    """Return the quality of *reading* while the paths that tell of its data point are in the states *roads*.

    A connected path reports changes, so the last value stays live however old. A sleeper's value is live until it has
    been silent for *stale_after*. Without a path every live value is only remembered; while a path is being tried,
    nothing is decided.
    """
    if reading.quality is not Quality.LIVE or not _DECIDED_ELSEWHERE.isdisjoint(roads):
        return reading.quality
    if PathState.ASLEEP in roads:
        return Quality.LIVE if now - reading.at <= stale_after else Quality.CACHED
    return Quality.CACHED


def assumption_ended(reading: Reading, now: datetime, within: timedelta) -> bool:
    """Tell whether *reading* was assumed after an order and no confirmation came *within* that time.

    An assumption from ahead of *now* was made before the clock was set back; its time is up as well.
    """
    return reading.quality is Quality.ASSUMED and not -AHEAD <= now - reading.at < within


def _weight(reading: Reading) -> tuple[bool, int]:
    return reading.quality in {Quality.LIVE, Quality.ASSUMED}, _NEARNESS[reading.path]
