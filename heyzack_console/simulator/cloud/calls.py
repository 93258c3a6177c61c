"""Calls of the API: what came, the table of paths, and how fast each may be called."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.refusals import Refusal
from heyzack_console.simulator.cloud.signing import Request
from heyzack_console.simulator.cloud.twin import CloudTwin

# Calls per second and project (vendor's page of limits, 2023-06-21); device management is assumed like control.
READS, WRITES, SPACES, SHADOW, MODEL = 10, 4, 20, 50, 10


@dataclass(frozen=True, slots=True)
class Call:
    """A request that was let in, with the words that its path holds."""

    request: Request
    parameters: dict[str, str]
    words: dict[str, str] = field(default_factory=dict)

    @property
    def body(self) -> dict[str, Any]:
        """The body as an object.

        Raises:
            Refusal: 1109, it is none.
        """
        try:
            body = json.loads(self.request.body or b"{}")
        except ValueError as error:
            raise Refusal(1109) from error
        if not isinstance(body, dict):
            raise Refusal(1109)
        return body

    def text(self, name: str) -> str:
        """A parameter, or nothing."""
        return self.parameters.get(name, "")

    def names(self, name: str, most: int) -> list[str]:
        """A parameter that lists names, with commas.

        Raises:
            Refusal: 1101, more than *most*.
        """
        listed = [part for part in self.text(name).split(",") if part]
        if len(listed) > most:
            raise Refusal(1101)
        return listed

    def number(self, name: str, usual: int, span: tuple[int, int]) -> int:
        """A parameter that is a whole number.

        Raises:
            Refusal: 1109 for something else, 1101 outside the span.
        """
        text = self.text(name)
        if text and not re.fullmatch(r"-?\d{1,18}", text):
            raise Refusal(1109)
        value = int(text) if text else usual
        if not span[0] <= value <= span[1]:
            raise Refusal(1101)
        return value

    def twin(self, project: CloudProject) -> CloudTwin:
        """The device that the path names.

        Raises:
            Refusal: 1106, the project has no such device.
        """
        twin = project.twins.get(DeviceId(self.words["device"]))
        if twin is None:
            raise Refusal(1106)
        return twin

    def listed(self, project: CloudProject, most: int) -> list[CloudTwin]:
        """The devices that *device_ids* names and the project has.

        Raises:
            Refusal: 1100 if it names none, 1101 if it names too many.
        """
        names = self.names("device_ids", most)
        if not names:
            raise Refusal(1100)
        return [project.twins[DeviceId(name)] for name in names if name in project.twins]


def ordered(body: Mapping[str, Any]) -> dict[str, Any]:
    """The values in a body's *properties*, which are JSON as text.

    Raises:
        Refusal: 1109, they are not.
    """
    written = body.get("properties")
    try:
        wanted = json.loads(written) if isinstance(written, str) else None
    except ValueError as error:
        raise Refusal(1109) from error
    if not isinstance(wanted, dict) or not wanted:
        raise Refusal(1109)
    return wanted


Answer = Callable[[CloudProject, Call], Any]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method and path, where ``{word}`` stands for any part, and what answers it."""

    method: str
    path: str
    answer: Answer
    per_second: int = READS

    def words_in(self, path: str) -> dict[str, str] | None:
        """The parts for which words stand; None: it is another path."""
        parts, own = path.split("/"), self.path.split("/")
        if len(parts) != len(own):
            return None
        words = {}
        for part, name in zip(parts, own, strict=True):
            if name.startswith("{"):
                words[name[1:-1]] = unquote(part)
            elif part != name:
                return None
        return words


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list that is read page by page."""

    items: Sequence[CloudTwin]
    last: str
    more: bool


def page(twins: Sequence[CloudTwin], after: str, size: int) -> Page:
    """What follows the device *after* (from the beginning without one), at most *size*.

    Raises:
        Refusal: 1101, the list does not have that device.
    """
    ids = [str(twin.id) for twin in twins]
    if after and after not in ids:
        raise Refusal(1101)
    first = ids.index(after) + 1 if after else 0
    items = twins[first : first + size]
    return Page(items, str(items[-1].id) if items else "", first + size < len(twins))
