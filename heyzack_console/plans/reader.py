"""Reads a plan in another process, which may die or hang without harm to this one."""

import os
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from typing import Self

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.plans import Plan, PlanChoice
from heyzack_console.plans.limits import LIMITS, refused
from heyzack_console.plans.wire import BadMessage, Outcome, Reading, receive_outcome, send

# Numeric libraries reserve memory for every core; one is enough here.
_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
# Python and a library have to start as well.
_START_S = 10.0


class PlanReader:
    """Starts *command*, which has to run ``worker.serve``; a process that failed is replaced for the next file."""

    def __init__(self, command: Sequence[str], seconds: float = LIMITS.seconds + _START_S) -> None:
        self._command = tuple(command)
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._given_up = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, name: str, data: bytes, choice: PlanChoice | None = None) -> Plan:
        """Read one file; blocks until that is done or given up.

        Raises:
            InvalidInput: there is no plan in it, or finding out takes too much time or memory.
        """
        if len(data) > LIMITS.file_bytes:
            raise _too_large(name)
        try:
            outcome = self._answered(Reading(name, data, choice or PlanChoice()))
        except (BadMessage, OSError) as error:
            self.close()
            raise refused(f"{name} is damaged, or takes too much time or memory to read.") from error
        if outcome.plan is None:
            raise InvalidInput(outcome.refusal, "file")
        return outcome.plan

    def read_once(self, name: str, data: bytes, choice: PlanChoice) -> Plan:
        """Read one file and end the process. Raises as ``read``."""
        try:
            return self.read(name, data, choice)
        finally:
            self.close()

    def give_up(self) -> None:
        """End what runs, from whatever thread; nothing is read any more."""
        self._given_up = True
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process, whatever it does; harmless when there is none."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _answered(self, reading: Reading) -> Outcome:
        process = self._process = self._process or self._started()
        if process.stdin is None or process.stdout is None:
            raise BadMessage
        # Killing it ends every wait on its pipes.
        timer = threading.Timer(self._seconds, process.kill)
        timer.start()
        try:
            if self._given_up:
                raise BadMessage
            send(process.stdin, reading)
            return receive_outcome(process.stdout, LIMITS.answer_bytes)
        finally:
            timer.cancel()
            timer.join()

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ONE_THREAD,
            start_new_session=True,
        )


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that may be a plan.

    Raises:
        InvalidInput: it is not there, is no ordinary file, or is larger than a plan may be.
    """
    try:
        if not S_ISREG(path.stat().st_mode):
            raise refused(f"{path.name or path} is no file.")
        with path.open("rb") as file:
            data = file.read(LIMITS.file_bytes + 1)
    except OSError as error:
        raise refused(f"{path.name or path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise refused("This is no name of a file.") from error
    if len(data) > LIMITS.file_bytes:
        raise _too_large(path.name)
    return data


def _too_large(name: str) -> InvalidInput:
    return refused(f"{name} is larger than {LIMITS.file_bytes // 1_000_000} MB.")
