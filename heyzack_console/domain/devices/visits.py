"""What a technician measures at a device on the LAN."""

from dataclasses import dataclass

from heyzack_console.domain.devices.health import Stage


@dataclass(frozen=True, slots=True)
class Dial:
    """Connections tried one after another without a word on them.

    *addresses*: what the device's address leads to; empty where it leads nowhere. *took_ms* has None for a try that
    failed; *trouble* says why, in words.
    """

    host: str
    port: int
    addresses: tuple[str, ...] = ()
    took_ms: tuple[float | None, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class DumpedPoint:
    """One data point as the device sent it (*raw*, JSON) and as the console reads it."""

    dp: str
    raw: str
    code: str = ""
    value: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A connection with key exchange and one question for the status: how far it came and what was told."""

    stage: Stage
    version: str = ""
    took_ms: float = 0.0
    advice: str = ""
    points: tuple[DumpedPoint, ...] = ()
