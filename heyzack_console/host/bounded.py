"""Work that must not take the program with it: a child process with a deadline and a limit to its memory."""

import asyncio
import subprocess
import sys
from collections.abc import Sequence

from heyzack_console.domain.errors import InvalidInput


def keep_small(most_bytes: int) -> None:
    """Limit the memory that this process may take from now on; does nothing where the system cannot."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, hard))


def run_bounded(command: Sequence[str], given: bytes, deadline_s: float) -> bytes:
    """Run *command* with *given* on its standard input and return what it printed.

    Raises:
        InvalidInput: it did not end in time or ended with an error; what was given to it is the likely reason.
    """
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=deadline_s, check=False)
    except subprocess.TimeoutExpired as late:
        raise InvalidInput(f"This takes longer than {deadline_s:g} s and was stopped.") from late
    if done.returncode != 0:
        raise InvalidInput("This could not be worked through: it takes more memory than it may, or is badly broken.")
    return done.stdout


async def bounded(command: Sequence[str], given: bytes, deadline_s: float) -> bytes:
    """The same beside the loop."""
    return await asyncio.to_thread(run_bounded, command, given, deadline_s)
