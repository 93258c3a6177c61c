"""The message queue's WebSocket: lets consumers in, sends them their messages and takes acknowledgements."""

import asyncio
import contextlib
import hmac
import json
import re

from starlette.responses import PlainTextResponse
from starlette.websockets import WebSocket, WebSocketDisconnect

from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.queue.subscription import Consumer, Letter, Subscription
from heyzack_console.simulator.cloud.queue.topic import TOPICS

QUEUE_PATH = "/ws/v2/consumer/persistent/{client_id}/out/{topic}/{subscription}"
_SERVICE_RESTART = 1012
_MOST_ACK_MS = 3_600_000


class QueueDoor:
    """Serves one consumer per connection."""

    def __init__(self, project: CloudProject) -> None:
        self._project = project

    async def serve(self, websocket: WebSocket) -> None:
        """From the upgrade to the end of the connection."""
        if self._project.temper.outage:
            websocket.state.transport.abort()  # what is answered below goes nowhere
        status = self._refused(websocket)
        if status:
            self._project.mishaps[f"consumer refused {status}"] += 1
            await websocket.send_denial_response(PlainTextResponse("", status_code=status))
            return
        subscription = self._subscription(websocket)
        if websocket.query_params.get("subscriptionType") != "Failover" and subscription.consumers:
            await websocket.send_denial_response(PlainTextResponse("", status_code=409))
            return
        await websocket.accept()
        consumer = Consumer(ack_after_s=_ack_after_s(websocket))
        subscription.join(consumer)
        try:
            async with asyncio.TaskGroup() as group:
                sending = group.create_task(self._send(websocket, subscription, consumer), name="queue consumer")
                await self._receive(websocket, subscription, consumer)
                sending.cancel()
        except* WebSocketDisconnect:
            pass  # noticed while sending
        finally:
            subscription.leave(consumer)

    def _refused(self, websocket: WebSocket) -> int:
        """The HTTP status with which a consumer is sent away; 0: it may come in."""
        account = self._project.account
        said = websocket.headers.get("username", ""), websocket.headers.get("password", "")
        right = account.access_id, account.queue_password
        if not all(hmac.compare_digest(a.encode(), b.encode()) for a, b in zip(said, right, strict=True)):
            return 401
        words = websocket.path_params
        own = words["client_id"] == account.access_id
        if not own or not words["subscription"].startswith(f"{account.access_id}-"):
            return 401
        if words["topic"] not in TOPICS:
            return 404
        if self._project.temper.subscription_expired:
            return 403
        return 503 if self._project.queue.temper.down else 0

    def _subscription(self, websocket: WebSocket) -> Subscription:
        words = websocket.path_params
        suffix = words["subscription"].removeprefix(f"{self._project.account.access_id}-")
        return self._project.queue.subscription(words["topic"], suffix)

    async def _send(self, websocket: WebSocket, subscription: Subscription, consumer: Consumer) -> None:
        loop = asyncio.get_running_loop()
        while not consumer.dropped:
            consumer.wake.clear()
            letter = subscription.next_for(consumer, loop.time())
            if letter is not None:
                self._project.mishaps["message again"] += letter.redelivered > 0
                await websocket.send_text(_written(letter))
                if self._project.rng.random() < self._project.queue.temper.cut:
                    self._project.mishaps["consumer cut"] += 1
                    websocket.state.transport.abort()
                    return
                continue
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(subscription.wait_s(consumer, loop.time())):
                    await consumer.wake.wait()
        await websocket.close(_SERVICE_RESTART)

    async def _receive(self, websocket: WebSocket, subscription: Subscription, consumer: Consumer) -> None:
        with contextlib.suppress(WebSocketDisconnect):
            while True:
                told = await websocket.receive_text()
                if self._project.rng.random() >= self._project.queue.temper.acks_lost:
                    _heed(told, subscription, consumer)


def _heed(text: str, subscription: Subscription, consumer: Consumer) -> None:
    """Acknowledgements name a message; anything else means nothing here."""
    try:
        told = json.loads(text)
    except ValueError:
        return
    identity = told.get("messageId") if isinstance(told, dict) else None
    if not isinstance(identity, str):
        return
    if told.get("type") == "negativeAcknowledge":
        subscription.send_again(consumer, identity)
    else:
        subscription.acknowledge(consumer, identity)


def _written(letter: Letter) -> str:
    return json.dumps(letter.frame | {"redeliveryCount": letter.redelivered})


def _ack_after_s(websocket: WebSocket) -> float:
    text = websocket.query_params.get("ackTimeoutMillis", "0")
    return min(int(text), _MOST_ACK_MS) / 1000 if re.fullmatch(r"\d{1,9}", text) else 0.0
