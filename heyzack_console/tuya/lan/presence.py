"""Which sub-devices of a gateway are there, from its lists of those online and offline."""

from typing import NamedTuple

from heyzack_console.tuya.lan.messages import ChildrenSeen

# hass-localtuya takes a sub-device for offline after five minutes of repeated reports only: gateways flap.
OFFLINE_AFTER_S = 300.0
_ABSENT_LISTS = 2


class _Standing(NamedTuple):
    """What is believed of one sub-device; *online* is None while nothing is known."""

    online: bool | None = None
    doubted_since: float | None = None
    absences: int = 0


class ChildPresence:
    """Debounces a gateway's word about its sub-devices; times are seconds of a monotonic clock.

    "Online" counts at once. "Offline", or missing from two complete lists in a row, begins a doubt; only a doubt that
    was confirmed at least once more and has lasted five minutes makes a sub-device offline.
    """

    __slots__ = ("_standings",)

    def __init__(self) -> None:
        self._standings: dict[str, _Standing] = {}

    def online(self, cid: str) -> bool | None:
        """Whether the sub-device is there; None while nothing is known about it."""
        return self._standings.get(cid, _Standing()).online

    def heard_from(self, cid: str) -> bool:
        """An unasked report of *cid* shows that it is there; a reply to a query would not, gateways have a memory.

        Returns whether it counts as online now and did not before.
        """
        fresh = not self.online(cid)
        self._standings[cid] = _Standing(online=True)
        return fresh

    def note(self, seen: ChildrenSeen, watched: frozenset[str], now: float) -> dict[str, bool]:
        """Take in one list; the watched sub-devices whose state changed by it."""
        changed: dict[str, bool] = {}
        for cid in watched:
            if cid in seen.online:
                if self.heard_from(cid):
                    changed[cid] = True
            elif (cid in seen.offline or seen.complete) and self._missed(cid, cid in seen.offline, now):
                changed[cid] = False
        return changed

    def _missed(self, cid: str, told_offline: bool, now: float) -> bool:
        """Whether being told offline, or left out of a complete list, makes it offline now."""
        online, since, absences = self._standings.get(cid, _Standing())
        absences = absences if told_offline else absences + 1
        if since is None and (told_offline or absences >= _ABSENT_LISTS):
            since = now
        gone = online is not False and since is not None and now - since >= OFFLINE_AFTER_S
        self._standings[cid] = _Standing(False if gone else online, since, absences)
        return gone
