"""The project's message queue: seals messages, misbehaves as told and puts them on every subscription."""

import base64
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(slots=True)
class _Held:
    """A message that others overtake until *due*; *passed*: one did."""

    message: Message
    due: float
    passed: bool = False


class MessageQueue:
    """All topics of one project; the usual subscription is there from the beginning and collects a backlog.

    *mishaps* counts what really went wrong.
    """

    def __init__(self, account: Account, temper: QueueTemper, rng: Random, mishaps: Counter[str]) -> None:
        self._account = account
        self._temper = temper
        self._rng = rng
        self._count = 0
        self._held: list[_Held] = []
        self._elapsed = 0.0
        self.mishaps = mishaps
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
                    self.mishaps["consumer dropped"] += subscription.consumers
                    subscription.drop_all()

    def subscription(self, topic: str, suffix: str) -> Subscription:
        """The subscription of that name, made where there is none."""
        return self._topics[topic].setdefault(suffix, Subscription(backlog=self._temper.backlog))

    def publish(self, messages: Iterable[Message]) -> None:
        """Put messages on the queue."""
        for message in messages:
            if self._happens("message lost", self._temper.lost):
                continue
            if self._happens("unknown message", self._temper.unknown_code):
                self._put(unknown(message.key, message.at_ms))
            self._in_order_or_not(message)

    def pass_time(self, seconds: float) -> None:
        """Let messages go on that were held long enough."""
        self._elapsed += seconds
        self._release()

    def _release(self) -> None:
        for held in [held for held in self._held if held.due <= self._elapsed]:
            self._held.remove(held)
            self.mishaps["message overtaken"] += held.passed
            self._put(held.message)

    def _in_order_or_not(self, message: Message) -> None:
        longest = max(self._temper.overtaken_s)
        if (longest > 0 or not self._held) and self._rng.random() < self._temper.disorder:
            self._held.append(_Held(message, self._elapsed + self._rng.uniform(*self._temper.overtaken_s)))
            return
        self._put(message)
        for held in self._held:
            held.passed = True
        self._release()

    def _put(self, message: Message) -> None:
        times = 2 if self._happens("message twice", self._temper.duplicates) else 1
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
        spoilt = self._happens("bad tag", temper.bad_tag)
        cipher = sealed(plain, self._account.queue_key, temper.cipher, spoilt=spoilt)
        if self._happens("bad base64", temper.bad_base64):
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

    def _happens(self, mishap: str, share: float) -> bool:
        happens = share > 0 and self._rng.random() < share
        self.mishaps[mishap] += happens
        return happens


def _written(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
