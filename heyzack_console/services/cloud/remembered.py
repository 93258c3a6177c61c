"""Values that stay remembered although the cloud is there: their devices are asked one by one."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.services.errands import Errands
from heyzack_console.services.twins import Twins

Read = Callable[[tuple[DeviceId, ...]], Awaitable[None]]

# Until then the comparison after a reconnect has read what can be read of many devices at once.
_HELD = timedelta(seconds=75)
_AT_ONCE = 2
# A path that comes and goes does not cost a call each time.
_AGAIN = timedelta(minutes=10)
_TRY_AGAIN = timedelta(minutes=2)


class RememberedValues:
    """Reading many devices at once leaves out points beyond the standard set, and what contradicted a message.

    A device with such values is asked alone, once for each time that the cloud begins to tell of it, and a few at a
    time: beside the quick comparison, which takes the same few calls as ever.
    """

    def __init__(self, twins: Twins, read: Read, errands: Errands) -> None:
        self._twins = twins
        self._read = read
        self._errands = errands
        self._told: set[DeviceId] = set()
        self._due: dict[DeviceId, datetime] = {}
        self._not_before: dict[DeviceId, datetime] = {}

    def path_changed(self, health: DeviceHealth, now: datetime) -> None:
        """A path of a device changed: one of which the cloud begins to tell is looked at a while later."""
        device, cloud = health.device, health.on(Path.CLOUD)
        if health.road is not Path.CLOUD or cloud is None or not cloud.pushes:
            self._told.discard(device)
            self._due.pop(device, None)
        elif device not in self._told:
            self._told.add(device)
            self._due[device] = max(now + _HELD, self._not_before.get(device, now))

    def tick(self, now: datetime) -> None:
        """Ask a few of those whose time has come and whose values were not proved by anything else."""
        asked = 0
        for device in [device for device, when in self._due.items() if when <= now]:
            if asked == _AT_ONCE:
                return
            del self._due[device]
            if any(reading.quality is Quality.CACHED for reading in self._twins.picture((device,))):
                asked += 1
                self._not_before[device] = now + _AGAIN
                self._errands.add(f"reading what is remembered of {device}", partial(self._ask, device, now))

    async def _ask(self, device: DeviceId, now: datetime) -> None:
        try:
            await self._read((device,))
        except ConsoleError:
            if device in self._told:
                self._due[device] = now + _TRY_AGAIN
            raise
