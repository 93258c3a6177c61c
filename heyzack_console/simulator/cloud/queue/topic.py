"""The project's message queue: seals messages, misbehaves as told and puts them on every subscription."""

import base64
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import md5
from random import Random
from typing import Any
from zlib import crc32

from heyzack_console.simulator.cloud.account import Account
from heyzack_console.simulator.cloud.queue.messages import Message, unknown
from heyzack_console.simulator.cloud.queue.sealing import sealed
from heyzack_console.simulator.cloud.queue.subscription import PARTITIONS, Letter, Subscription
from heyzack_console.simulator.cloud.temper import Cipher, QueueTemper

TOPICS = ("event", "event-test", "notice")
_USUAL = "sub"


class MessageQueue:
    """All topics of one project; the usual subscription is there from the beginning and collects a backlog."""

    def __init__(self, account: Account, temper: QueueTemper, rng: Random) -> None:
        self._account = account
        self._temper = temper
        self._rng = rng
        self._count = 0
        self._held: Message | None = None
        self._topics: dict[str, dict[str, Subscription]] = {topic: {} for topic in TOPICS}
        self.published = 0
        self.subscription("event", _USUAL)

    @property
    def temper(self) -> QueueTemper:
        """How it misbehaves."""
        return self._temper

    @temper.setter
    def temper(self, temper: QueueTemper) -> None:
        self._temper = temper
        for subscriptions in self._topics.values():
            for subscription in subscriptions.values():
                subscription.backlog = temper.backlog
                if temper.down:
                    subscription.drop_all()

    def subscription(self, topic: str, suffix: str) -> Subscription:
        """The subscription of that name, made where there is none."""
        return self._topics[topic].setdefault(suffix, Subscription(backlog=self._temper.backlog))

    def publish(self, messages: Iterable[Message]) -> None:
        """Put messages on the queue."""
        for message in messages:
            if self._happens(self._temper.lost):
                continue
            if self._happens(self._temper.unknown_code):
                self._put(unknown(message.key, message.at_ms))
            self._in_order_or_not(message)

    def release(self) -> None:
        """Let a message go on that waits to be overtaken."""
        if self._held is not None:
            message, self._held = self._held, None
            self._put(message)

    def _in_order_or_not(self, message: Message) -> None:
        if self._held is None and self._happens(self._temper.disorder):
            self._held = message
            return
        self._put(message)
        self.release()

    def _put(self, message: Message) -> None:
        times = 2 if self._happens(self._temper.duplicates) else 1
        payload, properties = self._payload(message)
        partition = crc32(message.key.encode()) % PARTITIONS
        for _ in range(times):
            self._count += 1
            self.published += 1
            identity = base64.b64encode(b"\x08" + self._count.to_bytes(8, "big") + bytes([0x20, partition])).decode()
            frame = {
                "messageId": identity,
                "payload": payload,
                "properties": properties,
                "publishTime": _written(message.at_ms),
                "key": message.key,
            }
            for subscription in self._topics[self._temper.topic].values():
                subscription.put(Letter(identity, partition, frame))

    def _payload(self, message: Message) -> tuple[str, dict[str, Any]]:
        temper = self._temper
        plain = json.dumps(message.body, ensure_ascii=False, separators=(",", ":")).encode()
        spoilt = self._happens(temper.bad_tag)
        cipher = sealed(plain, self._account.queue_key, temper.cipher, spoilt=spoilt)
        if self._happens(temper.bad_base64):
            cipher = "*" + cipher[1:]
        envelope = {
            "data": cipher,
            "protocol": message.protocol,
            "pv": "2.0",
            "sign": md5(cipher.encode(), usedforsecurity=False).hexdigest(),
            "t": message.at_ms,
        }
        named = temper.names_cipher or temper.cipher is not Cipher.ECB
        properties = {"em": temper.cipher.value} if named else {}
        return base64.b64encode(json.dumps(envelope).encode()).decode(), properties | {"tid": self._tid()}

    def _tid(self) -> str:
        return f"{self._rng.getrandbits(128):032x}"

    def _happens(self, share: float) -> bool:
        return share > 0 and self._rng.random() < share


def _written(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
