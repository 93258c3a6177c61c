"""One subscription of a topic: partitions, consumers in failover, acknowledgements, redelivery."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import Any

PARTITIONS = 11


@dataclass(slots=True)
class Letter:
    """One message as it waits for one subscription."""

    id: str
    partition: int
    frame: dict[str, Any]
    redelivered: int = 0


@dataclass(slots=True, eq=False)
class Consumer:
    """One connection; *ack_after_s* 0: what it does not acknowledge comes again only to another connection."""

    ack_after_s: float = 0.0
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    sent: dict[str, tuple[Letter, float]] = field(default_factory=dict)
    dropped: bool = False


class Subscription:
    """Messages that wait, and who gets them; times are those of the loop."""

    def __init__(self, *, backlog: int) -> None:
        self.backlog = backlog
        self._waiting: list[deque[Letter]] = [deque() for _ in range(PARTITIONS)]
        self._consumers: list[Consumer] = []
        self._turns = count()

    @property
    def consumers(self) -> int:
        """How many are connected."""
        return len(self._consumers)

    @property
    def waiting(self) -> int:
        """Messages that nobody acknowledged."""
        sent = sum(len(consumer.sent) for consumer in self._consumers)
        return sent + sum(len(partition) for partition in self._waiting)

    def put(self, letter: Letter) -> None:
        """Let a message wait for its partition's consumer; the oldest of the partition goes when there are too many."""
        partition = self._waiting[letter.partition]
        partition.append(letter)
        if len(partition) > max(1, self.backlog // PARTITIONS):
            partition.popleft()
        owner = self._owner(letter.partition)
        if owner is not None:
            owner.wake.set()

    def join(self, consumer: Consumer) -> None:
        """Share the partitions with one consumer more; what moves and was not acknowledged is sent again."""
        self._take_back_moved([*self._consumers, consumer])

    def leave(self, consumer: Consumer) -> None:
        """Share the partitions without one; what it did not acknowledge is sent again."""
        if consumer in self._consumers:
            self._take_back_moved([other for other in self._consumers if other is not consumer])

    def next_for(self, consumer: Consumer, now: float) -> Letter | None:
        """The next message to send, counted as sent; first those whose acknowledgement is overdue."""
        for identity, (letter, due) in consumer.sent.items():
            if due > now:
                break  # sent in this order, so nothing after it is overdue either
            del consumer.sent[identity]
            letter.redelivered += 1
            return self._sent(consumer, letter, now)
        for _ in range(PARTITIONS):
            partition = next(self._turns) % PARTITIONS
            if self._owner(partition) is consumer and self._waiting[partition]:
                return self._sent(consumer, self._waiting[partition].popleft(), now)
        return None

    def acknowledge(self, consumer: Consumer, identity: str) -> bool:
        """Forget a message; False: it was not out."""
        return consumer.sent.pop(identity, None) is not None

    def send_again(self, consumer: Consumer, identity: str) -> None:
        """Take a message back that the consumer could not use."""
        letter, _ = consumer.sent.pop(identity, (None, 0.0))
        if letter is not None:
            letter.redelivered += 1
            self.put(letter)

    def drop_all(self) -> None:
        """Hang up on everybody."""
        for consumer in self._consumers:
            consumer.dropped = True
            consumer.wake.set()

    def wait_s(self, consumer: Consumer, now: float) -> float | None:
        """How long until something is overdue; None: nothing will be."""
        first = next(iter(consumer.sent.values()), None)
        return None if first is None or first[1] == float("inf") else max(0.0, first[1] - now)

    def _sent(self, consumer: Consumer, letter: Letter, now: float) -> Letter:
        due = now + consumer.ack_after_s if consumer.ack_after_s else float("inf")
        consumer.sent[letter.id] = (letter, due)
        return letter

    def _owner(self, partition: int) -> Consumer | None:
        return self._consumers[partition % len(self._consumers)] if self._consumers else None

    def _take_back_moved(self, consumers: list[Consumer]) -> None:
        before, self._consumers = self._consumers, consumers
        for consumer in before:
            moved = [letter for letter, _ in consumer.sent.values() if self._owner(letter.partition) is not consumer]
            for letter in reversed(moved):
                del consumer.sent[letter.id]
                letter.redelivered += 1
                self._waiting[letter.partition].appendleft(letter)
        for consumer in consumers:
            consumer.wake.set()
