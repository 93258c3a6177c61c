"""One visit to one device, for the command line: look what it says, or give it an order, and leave."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from heyzack_console.domain.devices.health import Stage
from heyzack_console.ports.clock import Clock
from heyzack_console.tuya.lan.device import LanDevice
from heyzack_console.tuya.lan.diagnosis import Cause, Diagnosis, finding
from heyzack_console.tuya.lan.events import Answered, Event, Pushed
from heyzack_console.tuya.lan.faults import LanFault, OtherVersion, RequestRefused, Unanswered
from heyzack_console.tuya.lan.link import SCRATCH_BYTES, Link, connected
from heyzack_console.tuya.lan.requests import ChildrenQuery, Query, Request, SetPoints
from heyzack_console.tuya.lan.session import Peer, Session
from heyzack_console.tuya.lan.status import PointwiseHabit, read_status
from heyzack_console.tuya.lan.timings import Timings
from heyzack_console.tuya.lan.trial import VersionTrial
from heyzack_console.tuya.lan.wire import Version


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """How far a visit came and what the device said; *version* is empty where none worked."""

    ok: bool
    stage: Stage
    version: str
    dps: Mapping[str, Any]
    advice: str
    elapsed_ms: float


@dataclass(frozen=True, slots=True)
class SetResult:
    """*ok*: the device took the order; *confirmed*: it reported the new values afterwards."""

    ok: bool
    confirmed: bool
    dps: Mapping[str, Any]
    stage: Stage
    advice: str


@dataclass(frozen=True, slots=True)
class Guest:
    """What a visit needs besides the device: the time of day, patience, and the sub-device that is meant."""

    clock: Clock
    timeout_s: float = 20.0
    cid: str | None = None
    timings: Timings = field(default_factory=Timings)
    entropy: Callable[[int], bytes] = os.urandom


async def probe(device: LanDevice, guest: Guest) -> ProbeResult:
    """Connect, agree on a key and ask for the status; an unknown version is found out, one connection each."""
    visit = _Visit(device, guest)
    async with visit.inside() as outcome:
        pass
    return visit.probe_result(outcome)


async def set_points(device: LanDevice, points: Mapping[str, Any], guest: Guest) -> SetResult:
    """Give data points new raw values and wait until the device reports them."""
    visit = _Visit(device, guest)
    async with visit.inside() as outcome:
        if outcome.stage is Stage.OK:
            return await visit.order(points)
    return SetResult(ok=False, confirmed=False, dps={}, stage=outcome.stage, advice=_advice(outcome))


class _Visit:
    """The state of one visit."""

    def __init__(self, device: LanDevice, guest: Guest) -> None:
        self._loop = asyncio.get_running_loop()
        self._began = self._loop.time()
        self._device = device
        self._guest = guest
        self._trial = VersionTrial(device.version)
        self._dps: dict[str, Any] = {}
        self._changed = asyncio.Event()
        self._scratch = memoryview(bytearray(SCRATCH_BYTES))
        self._spoken: frozenset[str] = frozenset()
        """The versions that the device was seen to speak instead of the one tried last."""
        self._link = self._new_link()

    @asynccontextmanager
    async def inside(self) -> AsyncIterator[Diagnosis]:
        """Be connected, if possible, and tell how far that came."""
        try:
            yield await self._enter()
        finally:
            self._link.close()
            await asyncio.sleep(0)

    def probe_result(self, outcome: Diagnosis) -> ProbeResult:
        """The visit so far, for people and programs."""
        ok = outcome.stage is Stage.OK
        version = str(self._trial.current) if ok else str(self._device.version or "")
        elapsed_ms = round((self._loop.time() - self._began) * 1000, 1)
        return ProbeResult(ok, outcome.stage, version, dict(self._dps), _advice(outcome), elapsed_ms)

    async def order(self, points: Mapping[str, Any]) -> SetResult:
        """Send the order and wait for the values to come back, by themselves or when asked."""
        for point in points:
            self._dps.pop(point, None)
        try:
            answer = await self._ask(SetPoints(points, self._guest.cid))
            if answer.message.words:
                raise RequestRefused(f"The device refused the order: {answer.message.words}")
            if not await self._reported(points):
                await self._read()
        except LanFault as fault:
            outcome = self._link.diagnosis_of(fault)
            return SetResult(False, False, dict(self._dps), outcome.stage, _advice(outcome))
        confirmed = self._agrees(points)
        advice = "" if confirmed else "The device took the order but has not reported the new values. Ask it again."
        return SetResult(True, confirmed, dict(self._dps), Stage.OK, advice)

    async def _enter(self) -> Diagnosis:
        """Try versions until one works, nothing is left to try, or the time is over; the furthest outcome."""
        furthest, rank = finding(Cause.TIMEOUT), -1.0
        pause = self._guest.timings.reconnect_pause
        while True:
            outcome = await self._attempt()
            if outcome.stage is Stage.OK:
                return outcome
            if outcome.cause is Cause.SESSION_KEY and self._left() > pause:
                # One key exchange in 256 ends so (tuya-lan section 4); the next connection agrees on another key.
                await asyncio.sleep(pause)
                continue
            if _progress(outcome, heard=self._link.heard) > rank:
                furthest, rank = outcome, _progress(outcome, heard=self._link.heard)
            before = self._trial.current
            self._trial.failed(outcome)
            if self._spoken:
                self._trial.spoken(map(Version, self._spoken))
            if self._trial.current is before or self._trial.exhausted or self._left() <= pause:
                return furthest
            await asyncio.sleep(pause)

    async def _attempt(self) -> Diagnosis:
        """One connection in the current version, up to its first status."""
        link = self._link = self._new_link()
        self._spoken = frozenset()
        timings = self._guest.timings
        try:
            async with asyncio.timeout(self._patience(timings.connect)):
                await connected(link, self._device.host, self._device.port)
            # Who closes before our first byte has no free slot; afterwards it could be the version or the key.
            await asyncio.sleep(timings.doubtful_start / 3)
            await link.negotiate(self._patience(timings.negotiate))
            await asyncio.sleep(timings.after_negotiation)
            await self._read()
        except TimeoutError:
            return finding(Cause.TIMEOUT)
        except LanFault as fault:
            link.close()
            self._spoken = fault.spoken if isinstance(fault, OtherVersion) else frozenset()
            return self._link.diagnosis_of(fault)
        self._trial.worked()
        return finding(Cause.NONE)

    async def _read(self) -> None:
        cid, device, version = self._guest.cid, self._device, self._trial.current
        if cid is None:
            if device.is_gateway and version.negotiates:
                self._link.tell(ChildrenQuery(), self._unix_s())
            habit, guessing = PointwiseHabit(), not self._trial.settled
            self._dps.update(await read_status(self._ask, device, version, habit, guessing=guessing) or {})
            if not self._link.heard:
                raise Unanswered("The gateway did not answer.")
            return
        message = (await self._ask(Query(cid))).message
        if message.words:
            raise RequestRefused(f"The gateway answered: {message.words}")
        self._dps.update(message.dps or {})

    async def _ask(self, request: Request) -> Answered:
        return await self._link.ask(request, self._unix_s(), self._patience(self._guest.timings.answer))

    async def _reported(self, points: Mapping[str, Any]) -> bool:
        """Whether the new values are reported within the usual time."""
        try:
            async with asyncio.timeout(min(self._guest.timings.confirmation, self._left())):
                while not self._agrees(points):
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            return False
        return True

    def _agrees(self, points: Mapping[str, Any]) -> bool:
        return all(point in self._dps and self._dps[point] == value for point, value in points.items())

    def _hear(self, event: Event) -> None:
        if isinstance(event, Pushed) and event.message.cid == self._guest.cid:
            self._dps.update(event.message.dps or {})
            self._changed.set()

    def _new_link(self) -> Link:
        children = frozenset({self._guest.cid}) if self._guest.cid else frozenset[str]()
        peer = Peer(self._device.id, self._device.key, self._trial.current, children)
        return Link(Session(peer, self._guest.entropy(16)), self._hear, self._changed.set, self._scratch)

    def _patience(self, limit_s: float) -> float:
        if not self._trial.settled:
            limit_s = min(limit_s, self._guest.timings.trial_answer)
        return max(0.05, min(limit_s, self._left()))

    def _left(self) -> float:
        return self._began + self._guest.timeout_s - self._loop.time()

    def _unix_s(self) -> int:
        return int(self._guest.clock.now().timestamp())


def _progress(outcome: Diagnosis, *, heard: bool) -> float:
    """How much an outcome tells: the further the more, but silence to a version that was only a guess tells little."""
    unheard = outcome.cause is Cause.QUERY_SILENT and not heard
    return list(Stage).index(Stage.SLOT) - 0.5 if unheard else list(Stage).index(outcome.stage)


def _advice(outcome: Diagnosis) -> str:
    return f"{outcome.words}. {outcome.advice}" if outcome.words else ""
