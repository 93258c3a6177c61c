"""How often each class of interface may be asked, kept by one bucket of tokens a class."""

from enum import Enum

from heyzack_console.tuya.cloud.timing import Timing


class Pace(Enum):
    """Classes of interface with their own limit; the value is (name, calls per second and project)."""

    # "API frequency control" of the vendor, page of 2023-06-21; device management is not on it and is assumed.
    TOKEN = ("token", 1.0)
    SPACE_READ = ("space read", 20.0)
    SPACE_WRITE = ("space write", 10.0)
    MODEL = ("model", 10.0)
    PROPERTIES_READ = ("properties read", 50.0)
    CONTROL = ("control", 4.0)
    GROUP_READ = ("group read", 4.0)
    GROUP_WRITE = ("group write", 2.0)
    DEVICE_READ = ("device read", 10.0)
    DEVICE_WRITE = ("device write", 4.0)

    @property
    def per_second(self) -> float:
        """The published or assumed limit."""
        return self.value[1]


_BURST_S = 1.0
_SLOWEST_SHARE = 1 / 16
_RECOVERY = 1.1


class Bucket:
    """Spreads calls to a rate: up to one second's worth at once, then evenly. Whoever asks first goes first."""

    def __init__(self, per_second: float, timing: Timing) -> None:
        self._limit = per_second
        self._rate = per_second
        self._timing = timing
        self._full_at = float("-inf")

    @property
    def rate(self) -> float:
        """Calls per second just now."""
        return self._rate

    async def take(self) -> None:
        """Wait for a turn."""
        now = self._timing.monotonic()
        self._full_at = max(self._full_at, now) + 1 / self._rate
        # Below one a second a lone call still goes without waiting.
        wait = self._full_at - now - max(_BURST_S, 1 / self._rate)
        if wait > 1e-9:
            await self._timing.sleep(wait)

    def throttled(self) -> None:
        """The cloud found the calls too many: ask half as often."""
        self._rate = max(self._rate / 2, self._limit * _SLOWEST_SHARE)

    def answered(self) -> None:
        """A call went well: come back to the limit by and by."""
        self._rate = min(self._limit, self._rate * _RECOVERY)
