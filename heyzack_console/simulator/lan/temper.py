"""How a simulated device misbehaves. Every trait was seen on real devices and can change while it runs."""

from dataclasses import dataclass
from enum import StrEnum


class SlotRule(StrEnum):
    """What a device does when one more client connects than it has slots for."""

    DROP_OLDEST = "drop_oldest"
    REFUSE_NEWEST = "refuse_newest"


@dataclass(frozen=True, slots=True)
class Temper:
    """The traits of one device; the defaults are those of a good one."""

    slots: int = 1
    slot_rule: SlotRule = SlotRule.DROP_OLDEST
    strict_sequence: bool = True
    """A sequence number that does not increase closes the connection."""
    idle_close_s: float = 30.0
    """Closes a connection on which nothing valid was heard for so long."""
    failing_ack: bool = False
    """Acknowledges with return code 1 and no payload, although it obeys."""
    no_retcode: bool = False
    """Frames of 3.1 to 3.4 carry no return code."""
    answers_set_with_points: bool = False
    """A set is answered with the points in the same command, and no push follows."""
    null_query: bool = False
    """Wants 0x0D with null values instead of a query ('device22'); 3.2 always does."""
    refuses_bare_query: bool = False
    """A gateway that answers queries for its sub-devices only."""
    zero_key_blind: bool = False
    """Takes a session key that begins with zero for none."""
    greets: bool = False
    """Pushes all it knows as soon as a client can read it, as battery devices do that woke up for that."""
    locked_up: bool = False
    """Accepts, then resets at once."""
    silent: bool = False
    """Keeps connections open and answers nothing."""
    segment: int = 0
    """Sends at most so many bytes at a time; 0: whole frames."""
    merges: bool = False
    """Frames that are due within a moment leave together."""
    garbage: bytes = b""
    """Sent before each frame."""
    delay_s: float = 0.0
    """How long every answer and push takes."""
    loss: float = 0.0
    """The share of answers and pushes that never leave."""
    announces: bool = True
    """Broadcasts by itself while nobody is connected; otherwise it waits to be asked."""
