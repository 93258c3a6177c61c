"""One attached project: its client, its queue, and how both stand."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from heyzack_console.domain.cloud import CloudError, CloudHappening, CloudNews, CloudProject, CloudState, LinkState
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.cloud import CloudListener, CloudMeter
from heyzack_console.tuya.cloud.api import CloudApi, Operation
from heyzack_console.tuya.cloud.client import CloudClient, Patience
from heyzack_console.tuya.cloud.inventory import FIRST_ONE
from heyzack_console.tuya.cloud.quota import Quota
from heyzack_console.tuya.cloud.timing import Timing
from heyzack_console.tuya.cloud_network_memory import CloudMemory
from heyzack_console.tuya.cloud_network_products import ProductBook, Sample
from heyzack_console.tuya.cloud_network_standing import link_of
from heyzack_console.tuya.cloud_network_words import CloudWords
from heyzack_console.tuya.queue.consumer import QueueConsumer
from heyzack_console.tuya.queue.events import Event, PointValue
from heyzack_console.tuya.queue.timing import QueueWorld

log = logging.getLogger(__name__)

LOOK_S = 5.0
"""So often counters are told and stored, and it is seen whether a try is due."""
PRODUCTS_AT_ONCE = 3
"""Reading many devices asks about no more products than these; the others have their turn at the next reading."""

A = TypeVar("A")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CloudWorld:
    """What all projects share. *products* and *memory* are about devices, whatever project has them."""

    timing: Timing
    meter: CloudMeter
    listener: CloudListener
    queue: QueueWorld
    patience: Patience
    products: ProductBook
    memory: CloudMemory


def cloud_world(
    timing: Timing, meter: CloudMeter, listener: CloudListener, queue: QueueWorld, patience: Patience | None = None
) -> CloudWorld:
    """Make a world in which nothing is remembered yet."""
    return CloudWorld(timing, meter, listener, queue, patience or Patience(), ProductBook(timing), CloudMemory())


class CloudLine:
    """Everything between the console and one project; ``run`` keeps its queue and looks after its state."""

    def __init__(self, project: CloudProject, secret: str, world: CloudWorld, words: CloudWords) -> None:
        """Prepare both links.

        Raises:
            InvalidInput: the project's address cannot be used.
        """
        self.project = project
        self.world = world
        self._words = words
        self._quota = Quota(project, world.meter, world.timing)
        self.api = CloudApi(CloudClient(project, secret, self._quota, world.timing, world.patience), world.timing)
        self._queue: tuple[LinkState, str] = (LinkState.OFF, "")
        self._consumer: QueueConsumer | None = None
        try:
            self._consumer = QueueConsumer(project, secret, self._stored, self._queue_told, world.queue)
        except InvalidInput as refused:
            self._queue = (LinkState.OFF, refused.text)
        self._messages_counted = 0
        self._since = world.timing.clock.now()
        self._told: CloudState | None = None
        self.task: asyncio.Task[None] | None = None
        self.products_to_learn = PRODUCTS_AT_ONCE
        """So many products may still be asked about; whoever begins a piece of work sets it anew."""

    @property
    def state(self) -> CloudState:
        """How the project stands now."""
        client = self.api.client
        link = link_of(self.api)
        return CloudState(
            project=self.project.id,
            state=link.state,
            since=self._since,
            cause=link.cause,
            code=link.code,
            text=link.text,
            advice=link.advice,
            queue=self._queue[0],
            queue_text=self._queue[1],
            queue_suffix=self.project.queue_suffix,
            token_ends=client.token_ends,
            calls=self._quota.calls,
            calls_allowed=self.project.calls_per_month,
            messages=self._quota.messages + self._uncounted,
            messages_allowed=self.project.messages_per_month,
            background_stopped=self._quota.background_stopped,
            background_share=self.project.background_share,
            error_share=client.wire.record.error_share,
            latency_ms=client.wire.record.latency_ms,
            clock_offset_ms=client.wire.clock_offset_ms,
            subscription_ends=self.project.subscription_ends,
            unknown_messages=self._consumer.counts.unknown if self._consumer else 0,
        )

    async def ask(self, operation: Operation[A, T], argument: A, *, urgent: bool = False, family: str = "") -> T:
        """Carry an operation out and tell what that changed about the project.

        Raises:
            CloudError: with its cause.
        """
        try:
            return await self.api.ask(operation, argument, urgent=urgent, family=family)
        finally:
            self.tell()

    def proved(self, secret: str) -> None:
        """A trial with *secret* went well: where it is this project's own, nothing stands in its way any more."""
        if self.api.client.uses(secret):
            self.api.client.breaker.succeeded()
            self.tell()

    async def run(self) -> None:
        """Keep the queue and the state until cancelled; then the connections are closed."""
        try:
            async with asyncio.TaskGroup() as group:
                if self._consumer is not None:
                    group.create_task(self._consumer.run(), name=f"queue {self.project.id}")
                group.create_task(self._look_after(), name=f"cloud {self.project.id}")
        finally:
            await self.close()

    async def close(self) -> None:
        """Close all connections and store the counters."""
        self._count_messages()
        await self.api.client.close()

    def tell(self, *, counters: bool = False) -> None:
        """Tell the state where it changed; changes of mere figures only where *counters* asks for them."""
        state = self.state
        told = self._told
        if told is not None and _matters(told) == _matters(state) and not (counters and told != state):
            return
        if told is None or told.state is not state.state:
            self._since = self.world.timing.clock.now()
            state = replace(state, since=self._since)
            log.info("Cloud project %s is %s: %s", self.project.id, state.state, state.text or "as it should be")
        if told is not None and told.state is LinkState.OFF and state.state is LinkState.UP and self._consumer:
            self._consumer.try_now()  # the queue refused for the same reason
        self._told = state
        self.world.listener.cloud_state(state)

    async def understand(self, device: DeviceId, values: Sequence[PointValue]) -> None:
        """Ask once for the names of the device's product where some of *values* are strange."""
        known = self._words.get(device)
        if known is None or self.products_to_learn <= 0 or not self._words.strange(device, values):
            return
        self.products_to_learn -= self.world.products.costs(known.product or known.id)
        for learn in (self.world.products.learn, self.world.products.learn_standard):
            try:
                await learn(self.api, Sample(known.id, known.product, known.category))
            except CloudError as error:
                log.debug("No names for product %s: %s", known.product, error.cause)
                return
            if not self._words.strange(device, values):
                return

    def heard_dated(self, device: DeviceId, values: Sequence[PointValue]) -> None:
        """Hand on values that came with their own times."""
        self._hand_on_dated(device, values)
        if self._consumer is not None:
            self._consumer.read_knows(device, values)

    def heard_undated(self, device: DeviceId, values: Sequence[PointValue], asked: datetime) -> None:
        """Hand on what is news among values without times."""
        news = self.world.memory.undated(device, self._words.readings(device, values), asked)
        if news:
            self.world.listener.heard(news)

    def _hand_on_dated(self, device: DeviceId, values: Sequence[PointValue]) -> None:
        readings = self.world.memory.dated(self._words.readings(device, values))
        if readings:
            self.world.listener.heard(readings)

    async def _stored(self, events: Sequence[Event]) -> None:
        """Take what messages told, in their order; returns when the store has it, which acknowledges them."""
        self._count_messages()
        for event in events:
            if not isinstance(event, CloudNews):
                self._hand_on_dated(event.device, event.values)
                continue
            if event.happening in {CloudHappening.ONLINE, CloudHappening.OFFLINE}:
                there = event.happening is CloudHappening.ONLINE
                self.world.memory.online(event.device, event.at, there=there)
            elif event.happening in {CloudHappening.BOUND, CloudHappening.UNBOUND}:
                self.world.memory.moved(event.device)
            self.world.listener.cloud_news(event)
        await self.world.listener.stored()

    def _count_messages(self) -> None:
        more = self._uncounted
        self._messages_counted += more
        if more:
            self._quota.heard(more)

    @property
    def _uncounted(self) -> int:
        """Messages that came since they were counted last."""
        return self._consumer.counts.received - self._messages_counted if self._consumer else 0

    def _queue_told(self, state: LinkState, text: str) -> None:
        self._queue = (state, text)
        self.tell()

    async def _look_after(self) -> None:
        """Log in, then try again whatever failed when its time has come."""
        await self._try(first=True)
        while True:
            await self.world.timing.sleep(LOOK_S)
            self._count_messages()
            self._quota.save()
            if self.api.client.breaker.next_try_s == 0.0:
                await self._try(first=False)
            self.tell(counters=True)

    async def _try(self, *, first: bool) -> None:
        try:
            if first:
                await self.api.client.log_in()
            else:
                await self.ask(FIRST_ONE, None, urgent=True)
        except CloudError as error:
            log.debug("Cloud project %s: %s", self.project.id, error.cause)
        self.tell()


def _matters(state: CloudState) -> tuple[object, ...]:
    return (
        state.state,
        state.cause,
        state.code,
        state.text,
        state.queue,
        state.queue_text,
        state.background_stopped,
        state.subscription_ends,
    )
