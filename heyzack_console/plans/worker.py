"""The process that reads plans: one file after another, until there are no more."""

import logging
import struct
import zlib

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.plans.confinement import allow_processor, confine, private_pipes
from heyzack_console.plans.formats import read
from heyzack_console.plans.limits import LIMITS
from heyzack_console.plans.wire import Outcome, Reading, receive_reading, send

# What libraries raise on broken bytes, whatever they promise.
_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, BufferError, EOFError, LookupError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
_DAMAGED = "{name} is damaged or no floor plan that can be read. Nothing was imported."
_TOO_LARGE = "{name} needs more memory than a floor plan may take. Nothing was imported."


def serve() -> None:
    """Answer every file that comes in with what is in it or with a sentence."""
    source, target = private_pipes()
    logging.disable()
    confine()
    while (reading := receive_reading(source)) is not None:
        allow_processor(LIMITS.seconds)
        send(target, outcome(reading))


def outcome(reading: Reading) -> Outcome:
    """Read one file. What escapes all the same ends this process, and its parent takes that for a damaged file."""
    try:
        return Outcome(read(reading.name, reading.data, reading.choice))
    except InvalidInput as refusal:
        return Outcome(refusal=refusal.text)
    except (MemoryError, RecursionError):
        return Outcome(refusal=_TOO_LARGE.format(name=reading.name))
    except _BROKEN:
        return Outcome(refusal=_DAMAGED.format(name=reading.name))
