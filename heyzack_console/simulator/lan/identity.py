"""Who a simulated device is, and the shapes of its values."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Protocol

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.simulator.lan.temper import Temper

LanValue = bool | int | str
"""A value as it is on the wire."""
Points = dict[str, LanValue]
"""Values by data point number, as text."""
Obey = Callable[[str | None, Mapping[str, LanValue]], Mapping[str, LanValue]]
"""Called with the cid (None: the device itself) and the values of an order; returns what really changes at once."""
Stamp = Callable[[], int]
"""Seconds since 1970, for the time in messages."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a device is; only the key may change, when it is paired anew."""

    id: DeviceId
    version: str
    product: str
    key: str = field(repr=False)

    @property
    def modern(self) -> bool:
        """It speaks the JSON of 3.4 and later."""
        return self.version in {"3.4", "3.5"}


class Owner(Protocol):
    """The device as its connections and its answers see it."""

    identity: Identity
    temper: Temper
    offline: set[str]
    stamp: Stamp
    rng: Random

    @property
    def cids(self) -> tuple[str, ...]:
        """The sub-devices behind it."""

    def order(self, cid: str | None, values: Mapping[str, LanValue]) -> Points:
        """Follow an order and return what changed."""

    def asked(self, cid: str | None, dps: Iterable[str] | None = None) -> Points:
        """The values that a query is answered with."""

    def knows(self, cid: str | None) -> bool:
        """There is such a sub-device, or it is the device itself."""
