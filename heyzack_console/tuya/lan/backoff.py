"""How long to wait before the next attempt to connect."""

import random


class Backoff:
    """Doubling pauses with jitter: about 2 s, then 4 s, up to 60 s.

    The jitter spreads the devices of a building that failed together; the shortest pause still lets a device close
    its side of the old connection.
    """

    __slots__ = ("_chance", "_failures")

    FIRST_S = 2.0
    LONGEST_S = 60.0
    SHORTEST_S = 1.0

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._failures = 0

    @property
    def failures(self) -> int:
        """Attempts that failed since the last success."""
        return self._failures

    def failed(self) -> float:
        """Count a failed attempt; the seconds to wait before the next."""
        ceiling = min(self.LONGEST_S, self.FIRST_S * 2.0 ** min(self._failures, 10))
        self._failures += 1
        return self._chance.uniform(max(self.SHORTEST_S, ceiling / 2), ceiling)

    def succeeded(self) -> None:
        """Begin anew with short pauses."""
        self._failures = 0
