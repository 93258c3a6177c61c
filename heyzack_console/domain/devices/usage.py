"""How much devices were used."""

from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.devices.device import DeviceId


@dataclass(frozen=True, slots=True)
class Usage:
    """What one device did in a span; *on_ms* of *known_ms*, for which its state is known.

    *on_ms* and *cycles* are None where the product has no switch, *energy_kwh* where it has no meter. *last_used* is
    the last moment at which it was on, or switched (aware UTC). *remarks* say what is unusual, in words.
    """

    device: DeviceId
    known_ms: int = 0
    on_ms: int | None = None
    cycles: int | None = None
    energy_kwh: float | None = None
    last_used: datetime | None = None
    unused: bool = False
    remarks: tuple[str, ...] = ()
