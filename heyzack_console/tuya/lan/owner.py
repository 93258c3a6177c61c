"""The one task that owns a device's connection: decides when to connect, and keeps it up."""

import asyncio
import logging
from dataclasses import replace

from heyzack_console.domain.devices.health import PathState
from heyzack_console.tuya.lan.announce import Announce
from heyzack_console.tuya.lan.backoff import Backoff
from heyzack_console.tuya.lan.conversation import Conversation
from heyzack_console.tuya.lan.device import DeviceListener, LanDevice
from heyzack_console.tuya.lan.diagnosis import HEALTHY, Cause, Diagnosis, finding, unsendable
from heyzack_console.tuya.lan.faults import ConnectFailed, LanFault, OtherVersion
from heyzack_console.tuya.lan.link import connected
from heyzack_console.tuya.lan.orders import OrderDesk
from heyzack_console.tuya.lan.path_state import PathTeller
from heyzack_console.tuya.lan.presence import ChildPresence
from heyzack_console.tuya.lan.requests import Points
from heyzack_console.tuya.lan.status import PointwiseHabit
from heyzack_console.tuya.lan.tap import FrameTap
from heyzack_console.tuya.lan.trial import VersionTrial
from heyzack_console.tuya.lan.wake import Wake
from heyzack_console.tuya.lan.wire import Version
from heyzack_console.tuya.lan.world import Memory, World, impatient

log = logging.getLogger(__name__)

_UNEXPLAINED = frozenset({Cause.SLOT_TAKEN, Cause.NEGOTIATION_ENDED})
"""Silence before the first byte of the next connection tells these two apart."""
_HELPED_BY_ANNOUNCE = frozenset(
    {Cause.NO_ADDRESS, Cause.REFUSED, Cause.TIMEOUT, Cause.NO_ROUTE, Cause.NOT_TUYA, Cause.CONNECTION_LOST}
)
"""Failures that an announce ends. It says nothing about a taken slot or a wrong key, and those devices must not be
pressed: some of version 3.4 lock up until the mains are cut."""


class Owner:
    """Holds at most one connection to one device, with never two attempts in flight.

    ``run`` is to be run by exactly one task; everything else may be called from the same loop at any time.
    """

    __slots__ = (
        "_backoff",
        "_conversation",
        "_device",
        "_diagnosis",
        "_disturbed",
        "_expected_awake",
        "_limit",
        "_listener",
        "_not_before",
        "_path",
        "_released",
        "_searching_until",
        "_trial",
        "_world",
        "memory",
        "task",
    )

    def __init__(self, device: LanDevice, world: World, listener: DeviceListener) -> None:
        self._device = device
        self._world = world
        self._listener = listener
        self.memory = Memory(OrderDesk(), FrameTap(world.clock), ChildPresence(), PointwiseHabit(), Wake())
        self.task: asyncio.Task[None] | None = None
        """The task in which it runs, for whoever started that."""
        self._trial = VersionTrial(device.version)
        self._backoff = Backoff(world.chance, world.timings.first_pause, world.timings.longest_pause)
        self._conversation: Conversation | None = None
        self._limit: asyncio.Timeout | None = None
        self._diagnosis: Diagnosis = HEALTHY
        self._path = PathTeller(listener)
        self._released = False
        self._disturbed = False
        self._expected_awake = False
        self._not_before = 0.0
        self._searching_until: float | None = None

    @property
    def connected(self) -> bool:
        """The session stands and the device has answered."""
        return self._path.connected

    @property
    def missing(self) -> bool:
        """It should be connected and is not; a sleeper or a released device is where it should be."""
        return not (self.connected or self._released or self._device.sleeper)

    @property
    def place(self) -> tuple[str, int]:
        """Host and port where it is, or was last."""
        return self._device.host, self._device.port

    async def run(self) -> None:
        """Own the device until cancelled, which closes the connection at once."""
        try:
            while True:
                await self._until_wanted()
                await self._attempt()
        finally:
            self.memory.desk.refuse_all(unsendable(self._diagnosis, released=self._released))

    def reconfigure(self, device: LanDevice) -> None:
        """Go on with *device* as described now; another key, address or version makes a clean reconnect."""
        was = self._device
        if not device.host:
            device = replace(device, host=was.host)
        self._device = device
        # A version that is now given and that works already is no change; nor are the lists.
        version = was.version if self.connected and device.version is self._trial.current else device.version
        if replace(was, children=device.children, points=device.points, gateway=device.gateway) == replace(
            device, version=version
        ):
            if self._conversation:
                self._conversation.watch(device)
            return
        self._trial = VersionTrial(device.version)
        self._backoff.succeeded()
        self._expected_awake = False
        self._disturb()

    def announced(self, announce: Announce) -> None:
        """The device announced itself: connect at once where that may help."""
        if self._released or self.connected:
            return
        was = self._device
        self._device = replace(was, host=announce.host, port=announce.port or was.port)
        if announce.version and not self._conversation:
            self._trial.announced(announce.version)
        self._expected_awake = True
        if self._device != was:
            self._disturb()
        elif self._diagnosis.cause in _HELPED_BY_ANNOUNCE:
            self._not_before = 0.0
        self.memory.wake.ring()

    def release(self) -> None:
        """Close the connection and stay away until ``resume``."""
        self._released = True
        self._diagnosis = HEALTHY
        self._disturb()
        self._tell(PathState.RELEASED)

    def resume(self) -> None:
        """End a release."""
        self._released = False
        self.memory.wake.ring()

    async def set_points(self, points: Points, cid: str | None = None) -> None:
        """Send raw values; returns when the device has taken them.

        Raises:
            DeviceError: with the stage; only at stage 'query' may the order have arrived.
        """
        if not self.connected:
            raise unsendable(self._diagnosis, released=self._released)
        placed = self.memory.desk.place(points, cid)
        self.memory.wake.ring()
        await placed

    def refresh(self, points: tuple[int, ...]) -> None:
        """Ask the device to measure *points* anew; nothing happens while it is not connected."""
        if self.connected and self._conversation:
            self._conversation.refresh(points)

    def _disturb(self) -> None:
        """End whatever is going on with the device now, without counting it as a failure."""
        self._disturbed = True
        self._not_before = 0.0
        if self._conversation:
            self._conversation.link.close()
        if self._limit and not self._limit.expired():
            self._limit.reschedule(asyncio.get_running_loop().time())
        self.memory.wake.ring()

    async def _until_wanted(self) -> None:
        """Return when it is time to connect."""
        loop = asyncio.get_running_loop()
        while True:
            self._disturbed = False
            until: float | None = None
            if self._released:
                self._tell(PathState.RELEASED)
            elif not self._device.host:
                until = self._search(loop.time())
            elif self._device.sleeper and not self._expected_awake:
                self._tell(PathState.ASLEEP)
            elif self._not_before > loop.time():
                until = self._not_before
            else:
                return
            await self.memory.wake.rest(until)

    def _search(self, now: float) -> float | None:
        """Tell that the address is missing; when to tell that it was not found."""
        if self._searching_until is None:
            self._searching_until = now + self._world.timings.search
        lost = now >= self._searching_until and not self._device.sleeper
        self._diagnosis = finding(Cause.NO_ADDRESS)
        state = PathState.ASLEEP if self._device.sleeper else PathState.UNREACHABLE if lost else PathState.CONNECTING
        self._tell(state)
        return None if lost or self._device.sleeper else self._searching_until

    async def _attempt(self) -> None:
        if not self._path.gone:
            self._tell(PathState.CONNECTING)
        hold_back_s = self._world.timings.doubtful_start if self._diagnosis.cause in _UNEXPLAINED else 0.0
        world = self._world if self._trial.settled else impatient(self._world)
        began = asyncio.get_running_loop().time()
        try:
            async with self._world.gate.attempt(repeated=self._backoff.failures > 0):
                if self._disturbed:
                    return
                conversation = Conversation(self._device, self._trial.current, world, self.memory, self._listener)
                self._conversation = conversation
                await self._connect(conversation)
            await conversation.open(hold_back_s)
            self._works(conversation)
            await conversation.serve()
        except LanFault as fault:
            self._ended(fault, began)
        finally:
            if self._conversation:
                self._conversation.link.close()
            self._conversation = None
            self.memory.desk.refuse_all(unsendable(self._diagnosis, released=self._released))

    async def _connect(self, conversation: Conversation) -> None:
        try:
            async with asyncio.timeout(self._world.timings.connect) as self._limit:
                await connected(conversation.link, self._device.host, self._device.port)
        except TimeoutError as error:
            raise ConnectFailed("Nothing answers at the address.", Cause.TIMEOUT) from error
        finally:
            self._limit = None

    def _works(self, conversation: Conversation) -> None:
        self._trial.worked()
        self._diagnosis = HEALTHY
        log.info("device %s: connected, version %s", self._device.id, self._trial.current)
        self._tell(PathState.CONNECTED, conversation.latency_ms)

    def _ended(self, fault: LanFault, began: float) -> None:
        """Draw the conclusions from the end of a connection or of an attempt."""
        now = asyncio.get_running_loop().time()
        self._expected_awake = False
        if self._disturbed:
            self._not_before = now + self._world.timings.reconnect_pause
            if self.connected:
                self._tell(PathState.CONNECTING)
            return
        worked = self.connected
        if self._conversation:
            self._diagnosis = self._conversation.link.diagnosis_of(fault)
        if not worked:
            self._trial.failed(self._diagnosis)
            if isinstance(fault, OtherVersion):
                self._trial.spoken(map(Version, fault.spoken))
        elif now - began >= self._world.timings.stable:
            self._backoff.succeeded()
        self._plan_next(now, worked)

    def _plan_next(self, now: float, worked: bool) -> None:
        pause = self._backoff.failed()
        trying = not self._trial.exhausted
        if self._device.sleeper:
            pause = self._world.timings.reconnect_pause
        elif trying:
            pause = self._world.timings.version_trial
        self._not_before = now + pause
        if worked:
            log.info("device %s: connection lost: %s", self._device.id, self._diagnosis.words)
        if self._device.sleeper:
            self._tell(PathState.ASLEEP)
        elif worked or trying:
            self._tell(PathState.CONNECTING)
        else:
            self._tell(PathState.UNREACHABLE)

    def _tell(self, state: PathState, latency_ms: float | None = None) -> None:
        version = self._trial.current.value if self._trial.settled else ""
        self._path.tell(self._device, state, self._diagnosis, version, latency_ms)
