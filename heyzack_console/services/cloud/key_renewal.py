"""Local keys from the cloud: missing ones are taken in, changed ones are swapped in place."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathState, Stage
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.errors import SecretsError
from heyzack_console.ports.cloud import CloudNetwork
from heyzack_console.services.cloud.members import CloudMembers
from heyzack_console.services.devices.keyring import LocalKeys, is_key
from heyzack_console.services.errands import Errands
from heyzack_console.services.troubles import Troubles

log = logging.getLogger(__name__)

# A key changes when a device is paired anew; asking more often than this would only cost calls.
_ASK_AGAIN = timedelta(minutes=10)


class KeyRenewal:
    """Asks once when a device refuses its key, and takes what listings bring. A key that works is left alone."""

    def __init__(
        self,
        network: CloudNetwork,
        members: CloudMembers,
        keys: LocalKeys,
        troubles: Troubles,
        errands: Errands,
        reconnect: Callable[[], None],
    ) -> None:
        self._network = network
        self._members = members
        self._keys = keys
        self._troubles = troubles
        self._errands = errands
        self._reconnect = reconnect
        self._works: set[DeviceId] = set()
        self._asked: dict[DeviceId, datetime] = {}

    def path_changed(self, health: DeviceHealth, now: datetime) -> None:
        """A path of a device changed."""
        device, lan = health.device, health.on(Path.LAN)
        if lan is None:
            return
        if lan.state is PathState.CONNECTED:
            self._works.add(device)
            self._asked.pop(device, None)
        elif lan.state is PathState.UNREACHABLE and lan.stage is Stage.KEY:
            self._works.discard(device)
            self._ask(device, now)

    async def take(self, found: Mapping[DeviceId, str]) -> int:
        """Keep the keys of *found* that are new and not known to be wrong here; returns how many.

        A locked or refusing secret store leaves everything as it was and is told in the header.
        """
        fresh = {
            device: key
            for device, key in found.items()
            if is_key(key) and key != self._keys.of(device) and device not in self._works
        }
        if not fresh:
            return 0
        try:
            await self._keys.put(fresh)
        except SecretsError as problem:
            self._troubles.came("cloud keys", f"Keys from the cloud could not be kept. {problem.text}")
            return 0
        self._troubles.went("cloud keys")
        self._reconnect()
        log.info("%d local keys taken from the cloud", len(fresh))
        return len(fresh)

    def _ask(self, device: DeviceId, now: datetime) -> None:
        asked = self._asked.get(device)
        if self._members.of(device) is None or (asked is not None and now - asked < _ASK_AGAIN):
            return
        self._asked[device] = now
        self._errands.add(f"asking for the key of {device}", lambda: self._renew(device))

    async def _renew(self, device: DeviceId) -> None:
        key = await self._network.local_key(self._members.cloud_id(device))
        await self.take({device: key})
