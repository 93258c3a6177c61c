"""The project behind the simulated cloud: its devices, its clock, what it tells and what it does later."""

import heapq
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from random import Random
from typing import Protocol

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.simulator.cloud.account import Account
from heyzack_console.simulator.cloud.ledger import Ledger
from heyzack_console.simulator.cloud.queue import messages
from heyzack_console.simulator.cloud.queue.messages import Happening
from heyzack_console.simulator.cloud.queue.topic import MessageQueue
from heyzack_console.simulator.cloud.spaces import SpaceTree
from heyzack_console.simulator.cloud.temper import CloudTemper
from heyzack_console.simulator.cloud.tokens import TokenDesk
from heyzack_console.simulator.cloud.twin import COMMAND, OFFLINE, ONLINE, CloudTwin, LogEntry, spelt


@dataclass(slots=True)
class Group:
    """Devices of one product that take orders together."""

    id: str
    name: str
    space: str
    product: str
    devices: list[DeviceId]


@dataclass(frozen=True, slots=True)
class Deed:
    """What a caller did about a device: an order with its values, or a question for its state."""

    device: DeviceId
    at_ms: int
    ordered: Mapping[str, Value] | None = None


UNDECLARED = "undeclared_word"
DEEDS_KEPT = 1_000
PROMPT_S = 3.0
"""An effect that takes longer counts as a mishap."""
Clock = Callable[[], int]
"""The real time in milliseconds since 1970."""


class Building(Protocol):
    """The devices themselves, as the cloud reaches them."""

    def obey(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        """Let a device follow an order; it reports what that changed."""


class CloudProject:
    """One project with its devices. Nothing here waits: *pass_time* does what has become due."""

    def __init__(self, account: Account, spaces: SpaceTree, clock: Clock, seed: int = 0) -> None:
        self.account = account
        self.spaces = spaces
        self.rng = Random(f"{seed}/cloud")
        self.tokens = TokenDesk(account.uid)
        self.mishaps: Counter[str] = Counter()
        """What really went wrong since the beginning, by kind."""
        self.deeds: deque[Deed] = deque(maxlen=DEEDS_KEPT)
        self.queue = MessageQueue(account, CloudTemper().queue, Random(f"{seed}/queue"), self.mishaps)
        self.twins: dict[DeviceId, CloudTwin] = {}
        self.groups: dict[str, Group] = {}
        self.ledger = Ledger()
        self.building: Building | None = None
        self._clock = clock
        self._temper = CloudTemper()
        self._elapsed = 0.0
        self._order = count()
        self._due: list[tuple[float, int, Callable[[], None]]] = []

    @property
    def temper(self) -> CloudTemper:
        """How it misbehaves; may be replaced at any time."""
        return self._temper

    @temper.setter
    def temper(self, temper: CloudTemper) -> None:
        self._temper = temper
        closed = temper.outage or temper.subscription_expired
        self.queue.temper = replace(temper.queue, down=True) if closed else temper.queue

    @property
    def now_ms(self) -> int:
        """The cloud's own clock."""
        return self._clock() + round(self._temper.clock_offset_s * 1000)

    def add(self, twins: Iterable[CloudTwin]) -> None:
        """Link devices to the project, without a word."""
        self.twins |= {twin.id: twin for twin in twins}

    def later(self, seconds: float, act: Callable[[], None]) -> None:
        """Do something after a while."""
        heapq.heappush(self._due, (self._elapsed + seconds, next(self._order), act))

    def pass_time(self, seconds: float) -> None:
        """Do what falls into the next *seconds* of real time."""
        self._elapsed += seconds
        while self._due and self._due[0][0] <= self._elapsed:
            heapq.heappop(self._due)[2]()
        self.queue.pass_time(seconds)

    def remember(self, device: DeviceId, shown: Mapping[str, Value]) -> None:
        """Take the first values of a device, without a word."""
        twin = self.twins.get(device)
        if twin is not None:
            twin.take(twin.encoded(shown), self.now_ms)

    def report(self, device: DeviceId, shown: Mapping[str, Value], *, urgent: bool = False) -> None:
        """A device tells its values; those that differ are kept, logged and put on the queue.

        Mere measurements wait for the device's next turn, unless *urgent*; a device that is cut off tells nothing.
        """
        twin = self.twins.get(device)
        if twin is None or not twin.online:
            return
        encoded = twin.encoded(shown)
        if self._temper.odd_words > self.rng.random():
            encoded |= dict.fromkeys(twin.words_in(encoded), UNDECLARED)
        changed = {code: value for code, value in encoded.items() if twin.values.get(code) != value}
        soon = self.now_ms - twin.reported_ms < self._temper.numbers_every_s * 1000
        if not changed or (soon and not urgent and twin.measures_only(changed)):
            return
        twin.take(changed, self.now_ms)
        name = f"{self.rng.getrandbits(96):024x}"
        self.queue.publish(messages.values(twin, changed, self.now_ms, name, self._temper.queue.families))

    def order(self, twin: CloudTwin, values: Mapping[str, Value]) -> None:
        """Pass an order on; the device follows it a little later, or never."""
        for code, value in values.items():
            twin.log.append(LogEntry(COMMAND, self.now_ms, code, spelt(value)))
        self.deeds.append(Deed(twin.id, self.now_ms, dict(values)))
        if self.rng.random() < self._temper.effect_lost:
            self.mishaps["order without effect"] += 1
            return
        after_s = self.rng.uniform(*self._temper.effect_s)
        self.mishaps["late effect"] += after_s > PROMPT_S
        self.later(after_s, lambda: self._take_effect(twin, dict(values)))

    def asked(self, twin: CloudTwin) -> None:
        """Note that somebody asked for a device's state."""
        self.deeds.append(Deed(twin.id, self.now_ms))

    def tell(self, twin: CloudTwin, what: Happening) -> None:
        """Put a happening on the queue."""
        self.queue.publish(messages.happening(twin, what, self.account.owner, self.now_ms, self._temper.queue.families))

    def set_online(self, device: DeviceId, *, online: bool) -> None:
        """Lose or find a device and tell that."""
        twin = self.twins.get(device)
        if twin is None or twin.online is online:
            return
        twin.online = online
        twin.log.append(LogEntry(ONLINE if online else OFFLINE, self.now_ms))
        self.tell(twin, Happening("deviceOnline", "online") if online else Happening("deviceOffline", "offline"))

    def pair_anew(self, device: DeviceId, key: str) -> None:
        """Take a device out and in again: it keeps its id and gets another local key."""
        twin = self.twins[device]
        self.tell(twin, Happening("deviceUnbindSpace", "delete", {"ownerId": self.account.owner}))
        twin.local_key = key
        twin.paired_at = twin.updated_at = self.now_ms // 1000
        self.tell(twin, Happening("deviceBindSpace", "bindUser", {"spaceId": twin.space}))

    def rename(self, twin: CloudTwin, name: str) -> None:
        """Give a device another name."""
        twin.custom_name = name
        twin.updated_at = self.now_ms // 1000
        self.tell(twin, Happening("deviceNameUpdate", "nameUpdate", {"name": name}))

    def remove(self, twin: CloudTwin) -> None:
        """Take a device out of the project."""
        self.tell(twin, Happening("deviceUnbindSpace", "delete", {"ownerId": self.account.owner}))
        del self.twins[twin.id]

    def signal(self, device: DeviceId, rssi: int) -> None:
        """A device tells how well it receives, in dBm; only the older family has words for that."""
        twin = self.twins.get(device)
        if twin is not None and twin.online:
            told = {"reportData": [{"rssi": rssi, "memory": 61_440, "t": self.now_ms // 1000}]}
            self.tell(twin, Happening("", "deviceSignal", told))

    def _take_effect(self, twin: CloudTwin, values: Mapping[str, Value]) -> None:
        if self.building is not None and twin.online:
            self.building.obey(twin.id, values)
