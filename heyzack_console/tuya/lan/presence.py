"""Which sub-devices of a gateway are there, from its lists of those online and offline."""

from collections.abc import Mapping

from heyzack_console.tuya.lan.messages import ChildrenSeen

# hass-localtuya takes a sub-device for offline after five minutes of repeated reports only: gateways flap.
OFFLINE_AFTER_S = 300.0
_ABSENT_LISTS = 2


class ChildPresence:
    """Debounces a gateway's word about its sub-devices; times are seconds of a monotonic clock.

    "Online" counts at once. "Offline", or missing from two complete lists in a row, begins a doubt; only a doubt that
    was confirmed at least once more and has lasted five minutes makes a sub-device offline.
    """

    __slots__ = ("_absences", "_doubts", "_online")

    def __init__(self) -> None:
        self._online: dict[str, bool] = {}
        self._doubts: dict[str, float] = {}
        self._absences: dict[str, int] = {}

    @property
    def known(self) -> Mapping[str, bool]:
        """Whether each sub-device is online; one that nothing is known about yet is left out."""
        return self._online

    def heard_from(self, cid: str) -> bool:
        """An unasked report of *cid* shows that it is there; a reply to a query would not, gateways have a memory.

        Returns whether it counts as online now and did not before.
        """
        return self._settle(cid)

    def note(self, seen: ChildrenSeen, watched: frozenset[str], now: float) -> dict[str, bool]:
        """Take in one list; the watched sub-devices whose state changed by it."""
        changed: dict[str, bool] = {}
        for cid in watched:
            if cid in seen.online:
                if self._settle(cid):
                    changed[cid] = True
            elif self._missing(cid, seen) and self._gone(cid, now):
                changed[cid] = False
        return changed

    def _settle(self, cid: str) -> bool:
        self._doubts.pop(cid, None)
        self._absences.pop(cid, None)
        fresh = self._online.get(cid) is not True
        self._online[cid] = True
        return fresh

    def _missing(self, cid: str, seen: ChildrenSeen) -> bool:
        if cid in seen.offline:
            return True
        if not seen.complete:
            return False
        self._absences[cid] = self._absences.get(cid, 0) + 1
        return self._absences[cid] >= _ABSENT_LISTS

    def _gone(self, cid: str, now: float) -> bool:
        since = self._doubts.setdefault(cid, now)
        if now - since < OFFLINE_AFTER_S or self._online.get(cid) is False:
            return False
        self._online[cid] = False
        return True
