"""What the process that reads plans takes away from itself, where the platform allows it."""

import os
import sys
from typing import IO

from heyzack_console.plans.limits import LIMITS


def private_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output as pipes of ours; whatever a library prints goes nowhere."""
    source, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    return source, target


def confine() -> None:
    """Bound memory, forbid the writing of files and leave no dump behind; Unix only."""
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_AS, LIMITS.memory)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CORE, 0)


def allow_processor(seconds: float) -> None:
    """End this process when it computes for *seconds* more; Unix only."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (until if hard == resource.RLIM_INFINITY else min(until, hard), hard))


def _lower(which: int, to: int) -> None:
    import resource

    hard = resource.getrlimit(which)[1]
    least = to if hard == resource.RLIM_INFINITY else min(to, hard)
    # macOS knows some of these limits and refuses them all the same.
    try:
        resource.setrlimit(which, (least, least))
    except (OSError, ValueError):
        return
