"""The consumer of one project's queue."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from heyzack_console.domain.cloud import CloudProject
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.tuya.queue.address import NOTICES, queue_address
from heyzack_console.tuya.queue.events import Event, PointValue, PointValues
from heyzack_console.tuya.queue.intake import Batch, Intake, QueueCounts
from heyzack_console.tuya.queue.link import Frame, QueueLink
from heyzack_console.tuya.queue.notices import NoticeEars
from heyzack_console.tuya.queue.positions import position_of
from heyzack_console.tuya.queue.sharing import SharingWatch
from heyzack_console.tuya.queue.standing import Standing, Told
from heyzack_console.tuya.queue.timing import QueueWorld
from heyzack_console.tuya.queue.troubles import Kind, Trouble

UNREADABLE_TO_TELL = 5

Sink = Callable[[Sequence[Event]], Awaitable[None]]
"""Stores what messages told, and returns only then; a ConsoleError means that nothing of it is stored."""

log = logging.getLogger(__name__)


class QueueConsumer:
    """Reads a project's queue while ``run`` runs.

    A message is acknowledged once *sink* returned; until then the queue repeats it. *sink* gets no repetition of what
    it took, and no value older than one it took for the same device and code. *told* hears state and sentence on every
    change; neither may raise anything else.

    Raises:
        InvalidInput: the project has no usable queue address, or the secret is none.
    """

    def __init__(self, project: CloudProject, secret: str, sink: Sink, told: Told, world: QueueWorld) -> None:
        address = queue_address(project, secret, project.queue_topic)
        self._sink = sink
        self._world = world
        self._intake = Intake(secret)
        self._standing = Standing(told)
        self._sharing = SharingWatch(address.subscription)
        self._link = QueueLink(address, self._take, self, world)
        notices = NoticeEars(self._noticed)
        self._notices = QueueLink(queue_address(project, secret, NOTICES), notices.take, notices, world)
        self._was_lost = False

    @property
    def counts(self) -> QueueCounts:
        """What came since the start."""
        return self._intake.counts

    async def run(self) -> None:
        """Read until cancelled; connections are made anew for ever."""
        self._standing.tell(self._world.clock.now())
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._link.run(), name="queue")
                group.create_task(self._notices.run(), name="queue notices")
                group.create_task(self._look(), name="queue signs")
        finally:
            self._standing.ended()

    def try_now(self) -> None:
        """Connect at once where a pause is being made."""
        self._link.try_now()
        self._notices.try_now()

    def read_knows(self, device: DeviceId, values: Sequence[PointValue]) -> None:
        """Compare with what reading the cloud gave; values without a time of their own must be left out."""
        if values:
            now = self._world.clock.now()
            self._sharing.read_knows(device, max(value.at for value in values), now)
            self._tell()

    def opened(self) -> None:
        """The link is up."""
        if self._was_lost:
            log.info("The message queue is connected again")
        self._was_lost = False
        self._sharing.opened(self._world.clock.now())
        self._standing.opened()
        self._tell()

    def lasted(self) -> None:
        """The link has been up for a good while."""
        self._sharing.lasted()
        self._tell()

    def lost(self, trouble: Trouble) -> None:
        """The link is down."""
        if not self._was_lost:
            log.warning("The message queue is not connected: %s", trouble.text)
        self._was_lost = True
        self._sharing.lost(busy=trouble.kind is Kind.BUSY, bounced=trouble.kind is Kind.BOUNCED)
        self._standing.lost(trouble)
        self._tell()

    async def _take(self, frames: Sequence[Frame]) -> Sequence[str]:
        """Store what is new in *frames*; the ids that may be acknowledged."""
        batch = self._intake.read(frames, self._world.clock.now())
        try:
            if batch.events:
                await self._sink(batch.events)
        except ConsoleError as error:
            self._intake.refused(batch)
            self._standing.store_trouble = error.text
            self._tell()
            return ()
        self._intake.kept(batch)
        self._standing.store_trouble = ""
        self._weigh(batch)
        self._tell()
        return batch.acknowledge

    def _weigh(self, batch: Batch) -> None:
        """Draw conclusions from a batch: who else reads, how late it came, whether it can be read at all."""
        now = self._world.clock.now()
        for message in batch.messages:
            self._sharing.delivered(position_of(message.id), now)
            for event in message.content.events:
                at = max(value.at for value in event.values) if isinstance(event, PointValues) else event.at
                self._sharing.told_of(event.device, at)
        published = [message.published for message in batch.messages if message.published is not None]
        behind = now - max(published, default=now)
        late = timedelta(seconds=self._world.timings.late)
        self._standing.behind = behind if behind >= late else timedelta()
        self._standing.unreadable = self._intake.unreadable_in_a_row >= UNREADABLE_TO_TELL

    def _noticed(self) -> None:
        self._standing.noticed(self._world.clock.now() + timedelta(seconds=self._world.timings.notice))
        self._tell()

    async def _look(self) -> None:
        """Look again from time to time: some signs are that nothing comes."""
        while True:
            await self._world.sleep(self._world.timings.look)
            self._tell()

    def _tell(self) -> None:
        now = self._world.clock.now()
        self._standing.sharing = self._sharing.verdict(now)
        self._standing.tell(now)
