"""How long to wait before the next attempt to connect."""

import random


class Backoff:
    """Doubling pauses with jitter, from *first_s* up to *longest_s*; each is between half and all of its ceiling.

    The jitter spreads the devices of a building that failed together, and half of the first pause still lets a device
    close its side of the old connection.
    """

    __slots__ = ("_chance", "_first_s", "_longest_s", "failures")

    def __init__(self, chance: random.Random, first_s: float, longest_s: float) -> None:
        self._chance = chance
        self._first_s = first_s
        self._longest_s = longest_s
        self.failures = 0
        """Attempts that failed since the last success."""

    def failed(self) -> float:
        """Count a failed attempt; the seconds to wait before the next."""
        ceiling = min(self._longest_s, self._first_s * 2.0 ** min(self.failures, 10))
        self.failures += 1
        return self._chance.uniform(ceiling / 2, ceiling)

    def succeeded(self) -> None:
        """Begin anew with short pauses."""
        self.failures = 0
