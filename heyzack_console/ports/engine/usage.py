"""How much devices were used."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.usage import Usage
from heyzack_console.ports.engine.port import Query


@dataclass(frozen=True)
class DeviceUsage(Query[tuple[Usage, ...]]):
    """What each of *devices* (empty: all) with a switch or a meter did in [start, end), and which stand out.

    InvalidInput where the span does not begin before it ends.
    """

    answer: ClassVar[Any] = tuple[Usage, ...]
    start: datetime
    end: datetime
    devices: tuple[DeviceId, ...] = ()
