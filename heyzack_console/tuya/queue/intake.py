"""Decides about every received frame: what is new, what is acknowledged, what is counted."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from heyzack_console.domain.cloud import CloudNews
from heyzack_console.tuya.queue.decoder import Decoder
from heyzack_console.tuya.queue.events import Event, Message, PointValues
from heyzack_console.tuya.queue.faults import ContentUnreadable, MessageFault
from heyzack_console.tuya.queue.sieve import Sieve, Sifting

TRIES = 3
"""An unreadable message may be read after the secret was corrected; after so many deliveries it only blocks others."""
_FAILED_KEPT = 5000
_UNKNOWN_NAMED = 50

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """What came since the start. *odd*: parts of messages left out, *outdated*: values older than one told before."""

    received: int = 0
    values: int = 0
    news: int = 0
    duplicates: int = 0
    outdated: int = 0
    passed: int = 0
    unknown: int = 0
    malformed: int = 0
    odd: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Frames on their way: *events* to store, *acknowledge* once that is done."""

    events: tuple[Event, ...]
    acknowledge: tuple[str, ...]
    messages: tuple[Message, ...]
    sifting: Sifting
    counts: QueueCounts


class Intake:
    """Reads the frames of one project; ``kept`` must follow when the store has a batch."""

    def __init__(self, secret: str) -> None:
        self._decoder = Decoder(secret)
        self._sieve = Sieve()
        self._failed: dict[str, int] = {}
        self._named: set[str] = set()
        self._unreadable_in_a_row = 0
        self.counts = QueueCounts()

    @property
    def unreadable_in_a_row(self) -> int:
        """Messages that could not be decrypted since the last one that could."""
        return self._unreadable_in_a_row

    def read(self, frames: Sequence[bytes | str], now: datetime) -> Batch:
        """Read *frames* in their order; nothing is remembered of them but faults."""
        sifting = Sifting(self._sieve)
        acknowledge: dict[str, None] = {}
        messages: list[Message] = []
        events: list[Event] = []
        counts = QueueCounts(received=len(frames))
        for frame in frames:
            try:
                message = self._decoder.decode(frame, now)
            except MessageFault as fault:
                counts = replace(counts, malformed=counts.malformed + 1)
                if self._is_given_up(fault):
                    acknowledge[fault.message_id] = None
                continue
            self._unreadable_in_a_row = 0
            acknowledge[message.id] = None
            messages.append(message)
            events += sifting.pass_on(message)
            counts = self._counted(counts, message)
        counts = replace(
            counts,
            values=sum(len(event.values) for event in events if isinstance(event, PointValues)),
            news=sum(isinstance(event, CloudNews) for event in events),
            duplicates=sifting.duplicates,
            outdated=sifting.outdated,
        )
        return Batch(tuple(events), tuple(acknowledge), tuple(messages), sifting, counts)

    def kept(self, batch: Batch) -> None:
        """The store has *batch*: what is in it is not told again."""
        batch.sifting.keep()
        self._count(batch.counts)

    def refused(self, batch: Batch) -> None:
        """The store does not have *batch*: the queue will repeat it, and all of it is told then."""
        self._count(QueueCounts(received=batch.counts.received, malformed=batch.counts.malformed))

    def _counted(self, counts: QueueCounts, message: Message) -> QueueCounts:
        content = message.content
        if content.unknown and content.unknown not in self._named and len(self._named) < _UNKNOWN_NAMED:
            self._named.add(content.unknown)
            log.info("A kind of message that is not known here: %r", content.unknown)
        return replace(
            counts,
            passed=counts.passed + bool(content.passed),
            unknown=counts.unknown + bool(content.unknown),
            odd=counts.odd + content.odd,
        )

    def _is_given_up(self, fault: MessageFault) -> bool:
        """Tell whether a message that was not understood shall not come again."""
        if not fault.message_id:
            return False
        if not isinstance(fault, ContentUnreadable):
            return True
        self._unreadable_in_a_row += 1
        tries = self._failed.pop(fault.message_id, 0) + 1
        # A server that does not count its deliveries would repeat it for ever.
        if max(tries, fault.deliveries) >= TRIES:
            return True
        self._failed[fault.message_id] = tries
        if len(self._failed) > _FAILED_KEPT:
            del self._failed[next(iter(self._failed))]
        return False

    def _count(self, more: QueueCounts) -> None:
        had = self.counts
        self.counts = QueueCounts(
            *(getattr(had, name) + getattr(more, name) for name in QueueCounts.__dataclass_fields__)
        )
