"""Who acts at this console."""

from heyzack_console.domain.identity import Actor, By
from heyzack_console.ports.store import Journal


class Identity:
    """The current actor, and the console itself, as which rules act."""

    def __init__(self, actor: Actor, console: Actor) -> None:
        self._actor = actor
        self._console = console

    @classmethod
    async def load(cls, journal: Journal) -> "Identity":
        """The local administrator acts until people sign in."""
        return cls(await journal.local_actor(), await journal.console_actor())

    @property
    def actor(self) -> Actor:
        """Who sits at the console."""
        return self._actor

    def by_rule(self, command: str) -> By:
        """The console acts by itself."""
        return By(self._console, "", command)
