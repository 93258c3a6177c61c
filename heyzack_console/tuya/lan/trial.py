"""Which protocol version to speak when nobody knows for sure."""

from collections.abc import Iterable

from heyzack_console.domain.devices.health import Stage
from heyzack_console.tuya.lan.diagnosis import Cause, Diagnosis
from heyzack_console.tuya.lan.wire import Version

ORDER = (Version.V33, Version.V34, Version.V35, Version.V31, Version.V32)
"""The most common versions first."""

_SAYS_NOTHING = frozenset({Cause.KEY_MISMATCH, Cause.SESSION_KEY})


class VersionTrial:
    """Chooses the version of the next connection.

    One version per connection: some devices hang for a while after a wrong one. A version that worked, or that was
    given and was not disproved, stays.
    """

    __slots__ = ("_cycled", "_doubted", "_given", "_tried", "_worked", "current")

    def __init__(self, given: Version | None) -> None:
        self._given = given
        self._worked: Version | None = None
        self._tried: tuple[Version, ...] = ()
        self._doubted = False
        self._cycled = False
        self.current = given or ORDER[0]

    @property
    def settled(self) -> bool:
        """The current version was given or has worked, so a failure is not a matter of guessing."""
        return self.current in {self._given, self._worked}

    @property
    def exhausted(self) -> bool:
        """Every version has been tried once, or none needs to be."""
        return self.settled or self._cycled

    def worked(self) -> None:
        """The device answered in the current version."""
        self._worked = self.current
        self._doubted = False

    def failed(self, diagnosis: Diagnosis) -> None:
        """The attempt failed before the device had answered a query."""
        if diagnosis.stage is Stage.CONNECT or diagnosis.cause in _SAYS_NOTHING:
            return
        self._doubted = True
        self._tried = (*self._tried, self.current)
        if not self.settled:
            self._next(ORDER)

    def spoken(self, versions: Iterable[Version]) -> None:
        """The device's own frames show that it speaks one of *versions*."""
        spoken = frozenset(versions)
        self._next([version for version in ORDER if version in spoken])

    def announced(self, version: Version) -> None:
        """The device announced *version*, which decides unless another one is given or has worked without doubt."""
        if not self.settled or self._doubted:
            self._doubted = False
            self.current = version

    def _next(self, order: Iterable[Version]) -> None:
        candidates = [version for version in order if version not in self._tried]
        if not candidates:
            self._tried = ()
            self._cycled = True
            candidates = list(order)
        self.current = candidates[0]
