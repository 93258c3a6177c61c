"""Orders to devices: what was asked, by whom, and how far it came."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value

OrderId = NewType("OrderId", str)
"""UUIDv7 as 32 hex digits."""


class OrderState(StrEnum):
    """WAITING sits in the outbox; SENT was taken by the device; CONFIRMED means that the value came back."""

    WAITING = "waiting"
    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"

    @property
    def final(self) -> bool:
        """Nothing more will happen to it."""
        return self not in {OrderState.WAITING, OrderState.SENT}


@dataclass(frozen=True, slots=True)
class Order:
    """One order: new values by code, in canonical units; *stage* and *text* tell why it failed or waits."""

    id: OrderId
    device: DeviceId
    values: dict[str, Value]
    made_at: datetime
    expires_at: datetime
    by: str
    state: OrderState = OrderState.WAITING
    changed_at: datetime | None = None
    stage: str = ""
    text: str = ""
    path: str = ""
