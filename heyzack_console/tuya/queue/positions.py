"""The place of a message in its partition, as Pulsar's message ids tell it."""

from base64 import b64decode
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """An entry of a ledger; entries of one ledger count up by one, and a ledger belongs to one partition."""

    ledger: int
    entry: int
    partition: int


def position_of(message_id: str) -> Position | None:
    """Read a message id; None where it has another form.

    Pulsar's WebSocket ids are base64 of the protobuf message MessageIdData: 1 ledgerId, 2 entryId, 3 partition,
    4 batch index, all varints (PulsarApi.proto of Apache Pulsar).
    """
    try:
        packed = b64decode(message_id, validate=True)
    except ValueError:
        return None
    fields: dict[int, int] = {}
    place = 0
    while place < len(packed):
        tag, place = _varint(packed, place)
        value, place = _varint(packed, place)
        if place < 0 or tag & 7:
            return None
        fields[tag >> 3] = value
    if 1 not in fields or 2 not in fields or not set(fields) <= set(range(1, 8)):
        return None
    return Position(fields[1], fields[2], fields.get(3, 0))


def _varint(packed: bytes, place: int) -> tuple[int, int]:
    """The number at *place* and where the next begins, which is -1 where there is none."""
    number = 0
    for shift in range(0, 70, 7):
        if not 0 <= place < len(packed):
            return 0, -1
        octet = packed[place]
        place += 1
        number |= (octet & 0x7F) << shift
        if octet < 0x80:
            return number, place
    return 0, -1
