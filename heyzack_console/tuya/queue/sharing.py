"""Notices that somebody else reads the same subscription, so that messages do not arrive here.

In Failover each partition of the topic goes to one consumer of a subscription, and the queue tells nobody. The signs,
surest first:

* the server refuses the connection as busy (Pulsar answers 409 where a subscription has its consumer already);
* gaps: entries of a ledger count up by one, and while one connection lasts a sole consumer is given every one of
  them. Partitions that went to another consumer and came back continue further on;
* silent devices: the cloud, when it is read, knows a value that is newer than the connection, and after a while still
  no message about that device has come. Devices keep to their partition, so a split silences whole devices, half of
  them with two consoles. A single device, or a few of many, may be silent for reasons
  of their own, such as a message that got lost;
* the server ends connection after connection soon after it opened, as it does where two push each other out; ends
  that it explains by its own state and breaks of the network do not count.

Only the first is certain; the others are told as probable.
"""

from collections import OrderedDict
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.tuya.queue.positions import Position

GAPS_TO_TELL = 3
SILENT_TO_TELL = 2
SILENT_SHARE_TO_TELL = 0.2
"""Of the devices of which the cloud knows something newer than the connection."""
BOUNCES_TO_TELL = 3
DEVICES_KEPT = 20_000
_MARGIN = timedelta(seconds=10)
"""Around connecting, and between a value's time and the arrival of its message (0.1 to 3 s are usual)."""
_PATIENCE = timedelta(seconds=60)
_GAPS_COUNT_FOR = timedelta(hours=1)

_WHAT_TO_DO = "Give every console a subscription of its own (Queue subscription… on the project's card)."


class SharingWatch:
    """Collects the signs for one subscription; see the module for how they are judged."""

    def __init__(self, subscription: str) -> None:
        self._subscription = subscription
        self._up_since: datetime | None = None
        self._busy = False
        self._bounces = 0
        self._gaps: list[datetime] = []
        self._highest: dict[tuple[int, int], int] = {}
        self._told: OrderedDict[DeviceId, datetime] = OrderedDict()
        self._missing: OrderedDict[DeviceId, tuple[datetime, datetime]] = OrderedDict()
        self._compared: set[DeviceId] = set()

    def opened(self, now: datetime) -> None:
        """A connection came about."""
        self._up_since = now
        self._busy = False
        self._highest.clear()
        self._missing.clear()
        self._compared.clear()

    def lost(self, *, busy: bool = False, bounced: bool = False) -> None:
        """The connection ended, or none came about."""
        self._up_since = None
        self._busy = busy
        self._bounces = self._bounces + 1 if bounced else 0

    def lasted(self) -> None:
        """The connection has been up for a good while."""
        self._bounces = 0

    def delivered(self, position: Position | None, now: datetime) -> None:
        """A message came, from *position* where its id tells."""
        if position is None:
            return
        place = (position.ledger, position.partition)
        highest = self._highest.get(place)
        if highest is not None and position.entry > highest + 1:
            self._gaps.append(now)
            del self._gaps[:-GAPS_TO_TELL]
        self._highest[place] = max(position.entry, -1 if highest is None else highest)

    def told_of(self, device: DeviceId, at: datetime) -> None:
        """A message told something of *device*; *at* is its own time."""
        self._told[device] = max(at, self._told.get(device, at))
        self._told.move_to_end(device)
        if len(self._told) > DEVICES_KEPT:
            self._told.popitem(last=False)
        missed = self._missing.get(device)
        if missed is not None and at + _MARGIN >= missed[0]:
            del self._missing[device]

    def read_knows(self, device: DeviceId, at: datetime, now: datetime) -> None:
        """The cloud, when read, gave a value of *device* from *at*."""
        if self._up_since is None or at < self._up_since + _MARGIN or at > now:
            return
        if len(self._compared) < DEVICES_KEPT:
            self._compared.add(device)
        told = self._told.get(device)
        if (told is None or told + _MARGIN < at) and device not in self._missing:
            self._missing[device] = (at, now)
            if len(self._missing) > DEVICES_KEPT:
                self._missing.popitem(last=False)

    def verdict(self, now: datetime) -> str:
        """What to tell the operator; empty where nothing points to a second consumer."""
        if self._busy:
            return f"Another console already reads the subscription {self._subscription}. {_WHAT_TO_DO}"
        gaps = [moment for moment in self._gaps if now - moment < _GAPS_COUNT_FOR]
        if len(gaps) >= GAPS_TO_TELL:
            return self._probably("Messages are missing in between.")
        silent = sum(now - since >= _PATIENCE for _, since in self._missing.values())
        if silent >= max(SILENT_TO_TELL, SILENT_SHARE_TO_TELL * len(self._compared)):
            return self._probably(f"The cloud knows newer values of {silent} devices, but no messages about them come.")
        if self._bounces >= BOUNCES_TO_TELL:
            return self._probably("The server ends every connection soon after it was made.")
        return ""

    def _probably(self, sign: str) -> str:
        return f"{sign} Probably another console reads the subscription {self._subscription} too. {_WHAT_TO_DO}"
