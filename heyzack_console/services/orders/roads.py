"""Sends one order by one path and says what became of the attempt; asks the cloud what a device shows."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from heyzack_console.domain.cloud import CloudError
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import Stage
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.errors import DeviceError, InvalidInput
from heyzack_console.domain.orders import Order
from heyzack_console.ports.cloud import CloudNetwork
from heyzack_console.ports.lan import LanNetwork
from heyzack_console.rules.roads import hopeless

log = logging.getLogger(__name__)


class Outcome(Enum):
    """What became of an attempt. CLOSED: this path will not take the order, another may."""

    TAKEN = "taken"
    UNKNOWN = "unknown"
    NOT_SENT = "not_sent"
    CLOSED = "closed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Attempt:
    """The outcome of one attempt, the stage it reached and the reason in words."""

    outcome: Outcome
    stage: str = ""
    text: str = ""


class OrderRoads:
    """The LAN and the cloud as an order sees them."""

    def __init__(
        self,
        lan: LanNetwork,
        cloud: CloudNetwork,
        cloud_id: Callable[[DeviceId], DeviceId],
        work_off: Callable[[], None],
    ) -> None:
        self._lan = lan
        self._work_off = work_off
        self._cloud = cloud
        self._cloud_id = cloud_id

    async def send(self, order: Order, path: Path) -> Attempt:
        """Send the values of *order* once."""
        try:
            if path is Path.CLOUD:
                await self._cloud.send(self._cloud_id(order.device), order.values)
            else:
                await self._lan.send(order.device, order.values)
        except InvalidInput as problem:
            return Attempt(Outcome.REFUSED, Stage.QUERY, problem.text)
        except DeviceError as problem:
            return Attempt(_on_lan(problem.stage), problem.stage, problem.text)
        except CloudError as problem:
            return Attempt(_in_cloud(problem), f"cloud {problem.cause}", problem.text)
        return Attempt(Outcome.TAKEN)

    async def look(self, device: DeviceId) -> bool:
        """Read the device's values from the cloud into its twin; False where that was not possible."""
        try:
            await self._cloud.read([self._cloud_id(device)], urgent=True)
        except CloudError as problem:
            log.info("the state of %s could not be read from the cloud: %s", device, problem.text)
            return False
        self._work_off()
        return True


def _on_lan(stage: str) -> Outcome:
    """Before the query nothing was sent; a wrong key stays wrong until another one is known."""
    if stage == Stage.QUERY:
        return Outcome.UNKNOWN
    return Outcome.CLOSED if stage == Stage.KEY else Outcome.NOT_SENT


def _in_cloud(problem: CloudError) -> Outcome:
    if hopeless(problem):
        return Outcome.CLOSED
    return Outcome.UNKNOWN if problem.may_have_arrived else Outcome.NOT_SENT
