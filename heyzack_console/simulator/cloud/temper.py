"""How the simulated cloud misbehaves. Every switch can be changed while it runs; shares are 0 to 1."""

from dataclasses import dataclass, field
from enum import StrEnum

TOKEN_LIFE_S = 7200
EFFECT_S = (0.1, 3.0)
"""Between accepting a command and its effect."""


class Cipher(StrEnum):
    """How messages are encrypted; the words are those of the message property 'em'."""

    ECB = "aes_ecb"
    GCM = "aes_gcm"


class Family(StrEnum):
    """The two shapes of messages; a project may have switched on either or both."""

    IOT_CORE = "iot_core"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class QueueTemper:
    """The traits of the message queue."""

    down: bool = False
    """Refuses consumers and hangs up on those it has; messages wait."""
    cipher: Cipher = Cipher.ECB
    names_cipher: bool = True
    """Without it the property 'em' is missing, which means ECB."""
    families: tuple[Family, ...] = (Family.IOT_CORE,)
    topic: str = "event"
    """The topic on which messages are put: 'event' or 'event-test'."""
    duplicates: float = 0.0
    """Sent twice, under two message ids."""
    disorder: float = 0.0
    """Overtaken by others."""
    overtaken_s: tuple[float, float] = (0.0, 0.0)
    """How long what is overtaken is held; 0: until the next message."""
    lost: float = 0.0
    """Never put on the queue at all."""
    bad_base64: float = 0.0
    bad_tag: float = 0.0
    """Under GCM the tag is wrong; under ECB the padding."""
    acks_lost: float = 0.0
    """Acknowledgements that never arrive, so that their messages come again."""
    cut: float = 0.0
    """The connection is reset after a message was sent."""
    unknown_code: float = 0.0
    """Preceded by a message with a bizCode that nobody knows."""
    backlog: int = 10_000
    """So many messages wait for one subscription; older ones are dropped."""


@dataclass(frozen=True, slots=True)
class CloudTemper:
    """The traits of the whole cloud; the defaults are those of a good one."""

    token_life_s: float = TOKEN_LIFE_S
    logged_out: float = 0.0
    """Calls before which every token ends."""
    second_grant_voids: bool = False
    """Granting another token ends the one before."""
    clock_offset_s: float = 0.0
    """How far the cloud's clock is ahead of the real time."""
    rates: bool = True
    """Refuses with 1199 what comes too often."""
    calls_per_month: int | None = None
    """So many calls, then 28841004."""
    subscription_expired: bool = False
    """28841002 for everything but tokens; the queue refuses too."""
    unsubscribed: tuple[str, ...] = ()
    """Beginnings of paths that answer 28841101."""
    refused: tuple[tuple[str, int], ...] = ()
    """Beginnings of paths, each with the code that it answers."""
    refused_share: float = 1.0
    """How many of the calls to those paths are refused."""
    outage: bool = False
    """Every connection is reset."""
    server_error: float = 0.0
    """Answered with HTTP 502 and a page of HTML."""
    not_json: float = 0.0
    """HTTP 200 with a page of HTML."""
    cut: float = 0.0
    """Reset before anything was done."""
    cut_after: float = 0.0
    """Done, but reset before the answer."""
    bare_errors: bool = False
    """Errors come without a tid."""
    delay_s: float = 0.0
    """How long every answer takes."""
    effect_s: tuple[float, float] = EFFECT_S
    effect_lost: float = 0.0
    """Commands that are accepted and never happen."""
    numbers_every_s: float = 15.0
    """A device reports mere measurements at most so often; 0: all of them."""
    odd_words: float = 0.0
    """Reports in which a word is one that the product never declared."""
    upgrade_s: float = 20.0
    """How long new firmware takes."""
    queue: QueueTemper = field(default=QueueTemper())
