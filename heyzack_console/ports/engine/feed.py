"""What the engine tells its listeners: one batch of changes per display frame."""

from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.domain.cloud import CloudState, LinkState
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.group_orders import GroupProgress
from heyzack_console.domain.orders import Order
from heyzack_console.domain.settings import SettingVersion


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """The header strip's facts. Counts are of devices, alerts or orders; *newest_at* is the newest live value."""

    site: str = ""
    demo: bool = False
    drill: bool = False
    devices: int = 0
    floors: int = 0
    lan_devices: int = 0
    lan_online: int = 0
    newest_at: datetime | None = None
    unsent: int = 0
    unacknowledged: tuple[int, int, int, int] = (0, 0, 0, 0)
    shelved: int = 0
    suppressed: int = 0
    out_of_service: int = 0
    actor: str = ""
    role: str = ""
    dropped: int = 0
    """Intermediate values of a data point that were replaced by a newer one before they were handled."""
    troubles: tuple[str, ...] = ()
    """Sentences about what the engine cannot do just now: ports held by another program, store full, keys locked."""
    scenarios: tuple[str, ...] = ()
    """Names that the demo building can play; empty on a real site."""
    cloud: LinkState | None = None
    """The worst state of all cloud projects; None where none is connected."""
    cloud_latency_ms: float | None = None
    cloud_text: str = ""
    """What is wrong with the cloud, in words; mostly empty."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes since the last batch; of each thing only its newest state.

    *alerts* includes alerts that became normal (so that the view drops them). *book_changed*: ask for the site's book
    again. *journal_changed*: something was written that a history view may show.
    """

    number: int
    at: datetime
    complete: bool = False
    readings: tuple[Reading, ...] = ()
    health: tuple[DeviceHealth, ...] = ()
    alerts: tuple[Alert, ...] = ()
    orders: tuple[Order, ...] = ()
    group_orders: tuple[GroupProgress, ...] = ()
    settings: tuple[SettingVersion, ...] = ()
    cloud: tuple[CloudState, ...] = ()
    """Projects whose state changed; a complete batch holds all."""
    status: EngineStatus | None = None
    book_changed: bool = False
    journal_changed: bool = False
