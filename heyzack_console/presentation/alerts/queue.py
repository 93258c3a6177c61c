"""The alert queue: order, filter, and rows that stand still while somebody works on one."""

from bisect import bisect_left, insort
from collections.abc import Callable
from datetime import datetime, tzinfo
from enum import StrEnum

from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState
from heyzack_console.presentation.alerts.rows import COLUMNS, SHELVED_COLUMNS, alert_row, search_words, shelved_row
from heyzack_console.presentation.building.site_index import SiteIndex
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.tables import Column, Row

Key = tuple[int, int, float, AlertId]
"""Sorts the default order: unacknowledged, priority, newest (operator-console section 4); shelved ones by their end."""

_RANK = {AlertState.UNACKNOWLEDGED: 0, AlertState.RETURNED: 1}


class View(StrEnum):
    """Which alerts the queue lists."""

    OPEN = "open"
    SHELVED = "shelved"
    SUPPRESSED = "suppressed"

    @property
    def states(self) -> frozenset[AlertState]:
        """The states of the alerts that it lists."""
        return _STATES[self]


_STATES = {
    View.OPEN: frozenset(state for state in AlertState if state.open),
    View.SHELVED: frozenset({AlertState.SHELVED}),
    View.SUPPRESSED: frozenset({AlertState.SUPPRESSED}),
}


def order_key(alert: Alert) -> Key:
    """Where *alert* stands in the default order."""
    if alert.shelf is not None:
        return (3, 0, alert.shelf.until.timestamp(), alert.id)
    return (_RANK.get(alert.state, 2), int(alert.priority), -alert.since.timestamp(), alert.id)


class AlertQueue:
    """A table's source over the mirror's alerts. While held, lines keep their place and newcomers wait.

    Args:
        clock: the present, aware UTC, for ages.
    """

    def __init__(self, mirror: Mirror, clock: Callable[[], datetime], zone: Callable[[], tzinfo]) -> None:
        self._mirror = mirror
        self._clock = clock
        self._zone = zone
        self._index = SiteIndex()
        self.view = View.OPEN
        self._needle = ""
        self._held = False
        self._keys: dict[AlertId, Key] = {}
        self._words: dict[AlertId, str] = {}
        self._listed: list[Key] = []
        self._shown: list[Key] = []
        self._new: set[AlertId] = set()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Titles and widths as the view needs them; the number of columns is always the same."""
        return SHELVED_COLUMNS if self.view is View.SHELVED else COLUMNS

    def __len__(self) -> int:
        return len(self._shown)

    def key(self, position: int) -> str:
        """The alert at *position*."""
        return self._shown[position][3]

    def position(self, key: str) -> int | None:
        """Where an alert stands; None where it is not listed."""
        wanted = self._keys.get(AlertId(key))
        return None if wanted is None else _found(self._shown, wanted)

    def row(self, position: int) -> Row:
        """The line at *position*."""
        alert = self.alert(position)
        worded = shelved_row if self.view is View.SHELVED else alert_row
        return worded(alert, self._mirror.devices.get(alert.device), self._index, self._clock(), self._zone())

    def alert(self, position: int) -> Alert:
        """The alert at *position*; one that is over stays until the lines may move again."""
        found = AlertId(self.key(position))
        return self._mirror.alerts.get(found) or self._mirror.over[found]

    @property
    def new(self) -> int:
        """How many alerts wait to be shown."""
        return len(self._new)

    @property
    def total(self) -> int:
        """How many the view holds without the filter."""
        return len(self._listed)

    @property
    def unacknowledged(self) -> int:
        """How many wait for somebody, in every view."""
        return self._mirror.in_state[AlertState.UNACKNOWLEDGED]

    @property
    def needle(self) -> str:
        """What the list is filtered for."""
        return self._needle

    def take_book(self, index: SiteIndex) -> None:
        """Names and places changed."""
        self._index = index
        self._words.clear()
        self.rebuild()

    def hold(self, *, held: bool) -> None:
        """Keep every line where it is, or let them move again."""
        if held != self._held:
            self._held = held
            if not held:
                self.rebuild()

    def look_for(self, text: str) -> None:
        """Show only alerts whose words hold *text*."""
        needle = text.strip().lower()
        narrower = needle.startswith(self._needle)
        self._needle = needle
        if self._new:
            self.rebuild()
        else:
            among = self._shown if narrower else self._listed
            words = self._words
            self._shown = [key for key in among if needle in words[key[3]]] if needle else list(among)

    def rebuild(self) -> None:
        """Sort anew; everything that waited is shown."""
        self._new.clear()
        self._keys = {a.id: order_key(a) for a in self._mirror.alerts.values() if a.state in self.view.states}
        self._listed = sorted(self._keys.values())
        for name in self._keys:
            self._words_of(name)
        self._shown = [key for key in self._listed if self._needle in self._words[key[3]]]

    def take(self, touched: Touched) -> bool:
        """Take in what a batch changed; True where lines came, went or moved."""
        if touched.everything:
            self.rebuild()
            return True
        moved = False
        for name in touched.alerts:
            moved = self._take_one(name) or moved
        return moved

    def _take_one(self, name: AlertId) -> bool:
        alert = self._mirror.alerts.get(name)
        old = self._keys.get(name)
        if self._held:
            if old is None:
                self._wait(name, alert)
            return False
        if alert is None or alert.state not in self.view.states:
            self._keys.pop(name, None)
            self._words.pop(name, None)
            return old is not None and self._drop(old)
        key = order_key(alert)
        if key == old:
            return False
        if old is not None:
            self._drop(old)
        self._keys[name] = key
        insort(self._listed, key)
        if self._needle in self._words_of(name):
            insort(self._shown, key)
        return True

    def _wait(self, name: AlertId, alert: Alert | None) -> None:
        if alert is not None and alert.state in self.view.states and self._needle in self._words_of(name):
            self._new.add(name)
        else:
            self._new.discard(name)

    def _drop(self, key: Key) -> bool:
        for keys in (self._listed, self._shown):
            found = _found(keys, key)
            if found is not None:
                del keys[found]
        return True

    def _words_of(self, name: AlertId) -> str:
        words = self._words.get(name)
        if words is None:
            alert = self._mirror.alerts.get(name) or self._mirror.over.get(name)
            words = search_words(alert, self._mirror.devices.get(alert.device), self._index) if alert else ""
            self._words[name] = words
        return words


def _found(keys: list[Key], key: Key) -> int | None:
    at = bisect_left(keys, key)
    return at if at < len(keys) and keys[at] == key else None
