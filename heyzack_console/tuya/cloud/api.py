"""What the project offers of the API: every operation in its versions, the first that is offered is used."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.tuya.cloud.client import CloudClient
from heyzack_console.tuya.cloud.pace import Pace
from heyzack_console.tuya.cloud.refusals import NOT_OFFERED, again
from heyzack_console.tuya.cloud.timing import Timing
from heyzack_console.tuya.cloud.wire import Call

TRIED_AGAIN_S = 3600.0
"""After so long a version that was not offered is tried once more: services are subscribed to at any time."""
_ID = re.compile(r"[A-Za-z0-9_.\-]{1,64}")

A = TypeVar("A")
T = TypeVar("T")


@dataclass(frozen=True)  # Python 3.11 cannot call a generic alias of a frozen class with slots
class Version(Generic[A, T]):
    """One way to carry an operation out; *family* names the generation of interfaces that it belongs to."""

    family: str
    call: Callable[[A], Call]
    read: Callable[[Any], T]


@dataclass(frozen=True)  # Python 3.11 cannot call a generic alias of a frozen class with slots
class Operation(Generic[A, T]):
    """Something that can be asked of the cloud; *name* completes 'The project does not offer …'."""

    name: str
    versions: tuple[Version[A, T], ...]


class CloudApi:
    """Asks operations of one project and remembers which versions it does not offer."""

    def __init__(self, client: CloudClient, timing: Timing) -> None:
        self.client = client
        self._timing = timing
        self._not_offered: dict[tuple[str, str], tuple[float, CloudError]] = {}
        self._lacking: dict[str, None] = {}

    @property
    def lacking(self) -> tuple[str, ...]:
        """Names of operations that were asked for and that the project offers in no version."""
        return tuple(self._lacking)

    async def ask(self, operation: Operation[A, T], argument: A, *, urgent: bool = False, family: str = "") -> T:
        """Carry out *operation* in the first version that is offered, or only in that of *family*.

        Raises:
            CloudError: with its cause; PERMISSION where no version is offered.
        """
        refused: CloudError | None = None
        for version in operation.versions:
            if family and version.family != family:
                continue
            place = (operation.name, version.family)
            until, known = self._not_offered.get(place, (0.0, None))
            if known is not None and self._timing.monotonic() < until:
                refused = refused or known
                continue
            try:
                result = await self.client.call(version.call(argument), urgent=urgent)
            except CloudError as error:
                if error.code not in NOT_OFFERED:
                    raise
                refused = refused or error
                self._not_offered[place] = (self._timing.monotonic() + TRIED_AGAIN_S, again(error))
                continue
            self._not_offered.pop(place, None)
            self._lacking.pop(operation.name, None)
            return version.read(result)
        self._lacking[operation.name] = None
        raise _not_offered(operation.name, refused)


def segment(name: str) -> str:
    """Check a name that becomes part of a path.

    Raises:
        CloudError: it is none of the cloud's names, for instance that of a sub-device known on the LAN only.
    """
    if not _ID.fullmatch(name) or set(name) == {"."}:
        raise CloudError("The cloud does not know such a name. Nothing was asked.", CloudCause.INPUT)
    return name


def about(before: str, after: str = "", pace: Pace = Pace.DEVICE_READ) -> Callable[[str], Call]:
    """Ask about one thing that is named in the path between *before* and *after*."""
    return lambda name: Call("GET", f"{before}/{segment(name)}{after}", pace=pace)


def _not_offered(name: str, refused: CloudError | None) -> CloudError:
    if refused is None:
        return CloudError(f"The project does not offer {name}.", CloudCause.PERMISSION)
    text = f"The project does not offer {name}; everything else goes on. {refused.text}"
    return CloudError(text, CloudCause.PERMISSION, refused.code, refused.tid)
