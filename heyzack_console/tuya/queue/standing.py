"""How the queue stands, put together from everything that is known about it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from heyzack_console.domain.cloud import LinkState
from heyzack_console.tuya.queue.troubles import Kind, Trouble

Told = Callable[[LinkState, str], None]


class Standing:
    """Tells state and sentence whenever one of them changes; the gravest matter is told."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._last: tuple[LinkState, str] | None = None
        self._link: tuple[LinkState, str] = (LinkState.CONNECTING, "")
        self._pushed_out = False
        self._notice_until: datetime | None = None
        self.store_trouble = ""
        self.sharing = ""
        self.unreadable = False
        self.behind = timedelta()

    def opened(self) -> None:
        """The connection is up."""
        self._link = (LinkState.UP, "")

    def lost(self, trouble: Trouble) -> None:
        """There is no connection."""
        refused = trouble.kind is Kind.REFUSED
        self._link = (LinkState.OFF if refused else LinkState.CONNECTING, trouble.text)
        self._pushed_out = trouble.kind in {Kind.BUSY, Kind.BOUNCED}

    def noticed(self, until: datetime) -> None:
        """The platform said that messages pile up; that stands until *until*."""
        self._notice_until = until

    def tell(self, now: datetime) -> None:
        """Tell how it stands, if that changed."""
        self._say(*self._state(now))

    def ended(self) -> None:
        """Nothing is read any more."""
        self._say(LinkState.OFF, "")

    def _say(self, state: LinkState, text: str) -> None:
        if (state, text) != self._last:
            self._last = (state, text)
            self._told(state, text)

    def _state(self, now: datetime) -> tuple[LinkState, str]:
        state, text = self._link
        if state is not LinkState.UP:
            return state, (self._pushed_out and self.sharing) or text
        for trouble in (
            self.store_trouble and f"Messages wait in the queue, as they cannot be stored: {self.store_trouble}",
            self.unreadable and "Messages come but cannot be decrypted: check the access secret.",
            self.sharing,
        ):
            if trouble:
                return LinkState.DEGRADED, trouble
        if self.behind:
            return LinkState.UP, f"Catching up: messages come that are {_in_words(self.behind)} old."
        if self._notice_until is not None and now < self._notice_until:
            return LinkState.UP, "The platform tells that messages pile up in the queue."
        return LinkState.UP, ""


def _in_words(span: timedelta) -> str:
    """Name a span of time roughly, so that the sentence does not change with every message."""
    minutes = max(round(span.total_seconds() / 60), 1)
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days"
