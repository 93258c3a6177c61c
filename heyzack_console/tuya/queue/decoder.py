"""A received frame into a message; no input or output of its own."""

from base64 import b64decode
from datetime import UTC, datetime

from heyzack_console.tuya.queue.bodies import Body, content_of
from heyzack_console.tuya.queue.cipher import content_key, decrypt
from heyzack_console.tuya.queue.events import Content, Message
from heyzack_console.tuya.queue.faults import ContentNotKnown, ContentUnreadable, NoEnvelope
from heyzack_console.tuya.queue.members import Members, members_of, moment_in, name_in, whole_in

_LONGEST_ID = 512


class Decoder:
    """Reads the frames of one project."""

    def __init__(self, secret: str) -> None:
        self._key = content_key(secret)

    def decode(self, frame: bytes | str, now: datetime) -> Message:
        """Read one frame.

        Args:
            now: aware UTC; stands in for times that are missing or ahead of it.

        Raises:
            MessageFault: one of its three kinds; nothing else is ever raised.
        """
        envelope, message_id = _envelope(frame)
        deliveries = 1 + max(whole_in(envelope, "redeliveryCount") or 0, 0)
        published = _published(envelope, now)
        try:
            payload = members_of(b64decode(_text(envelope, "payload"), validate=True))
            clear = self._open(payload, envelope)
        except ValueError as error:
            # The cause is not chained: a decoder's text may repeat what it read.
            reason = str(error) if type(error) is ValueError else "it is not as documented"
            raise ContentUnreadable(f"A message cannot be read: {reason}.", message_id, deliveries) from None
        try:
            content = _content(payload, clear, published or now, now)
        except ValueError as error:
            reason = str(error) if type(error) is ValueError else "it is no JSON"
            raise ContentNotKnown(f"A message is not as documented: {reason}.", message_id, deliveries) from None
        return Message(message_id, content, published, deliveries)

    def _open(self, payload: Members, envelope: Members) -> bytes:
        properties = envelope.get("properties")
        cipher = name_in(properties, "em") if isinstance(properties, dict) else ""
        sealed = payload.get("data") or payload.get("encryptPayload")
        if not isinstance(sealed, str):
            raise ValueError("it has no content")
        clear = decrypt(sealed, cipher, self._key)
        if cipher != "aes_gcm" and not clear.lstrip().startswith(b"{"):
            # aes_ecb has no tag: a wrong key now and then leaves a padding that looks right.
            raise ValueError("the content does not fit the access secret")
        return clear


def _envelope(frame: bytes | str) -> tuple[Members, str]:
    try:
        envelope = members_of(frame)
    except ValueError:
        raise NoEnvelope("A frame of the queue is no JSON object.") from None
    message_id = envelope.get("messageId")
    if not isinstance(message_id, str) or not 0 < len(message_id) <= _LONGEST_ID:
        raise NoEnvelope("A frame of the queue has no message id.")
    return envelope, message_id


def _content(payload: Members, clear: bytes, published: datetime, now: datetime) -> Content:
    protocol = whole_in(payload, "protocol")
    if protocol is None:
        raise ValueError("it has no protocol number")
    members = members_of(clear)
    sent = moment_in(members, now, "ts", "t") or moment_in(payload, now, "t") or published
    return content_of(Body(protocol, members, sent, now))


def _published(envelope: Members, now: datetime) -> datetime | None:
    """Pulsar writes ISO 8601, some proxies milliseconds; a time ahead of ours counts as now."""
    text = envelope.get("publishTime")
    if isinstance(text, str) and not text.isdigit():
        try:
            moment = datetime.fromisoformat(text)
            return min(moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC), now)
        except (ValueError, OverflowError):
            return None
    return moment_in(envelope, now, "publishTime")


def _text(members: Members, name: str) -> str:
    value = members.get(name)
    if not isinstance(value, str):
        raise ValueError(f"it has no {name}")
    return value
