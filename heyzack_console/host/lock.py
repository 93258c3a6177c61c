"""The lock that lets one engine at a time own a home folder, and tells windows where that engine listens."""

import asyncio
import contextlib
import json
import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from heyzack_console.domain.errors import HomeInUse

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Windows locks are mandatory: the locked byte lies far behind the text so that windows can read it.
LOCKED_BYTE = 1 << 30
# No event tells of the end of a process that is not our child.
LOOK_EVERY_S = 0.05


@dataclass(frozen=True, slots=True)
class Owner:
    """The engine that holds, or last held, a home: its process, where it listens and the token it asks for."""

    pid: int
    endpoint: str
    token: str = field(repr=False)


class HomeLock:
    """Held from ``take`` to ``release``; the system frees it when the process dies, however it dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def take(self) -> None:
        """Become the owner.

        Raises:
            HomeInUse: another process is; nothing was changed.
        """
        file = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0)
        try:
            _lock(file)
        except OSError as error:
            file.close()
            held = read_owner(self._path)
            whose = f" (process {held.pid})" if held else ""
            raise HomeInUse(
                f"Another engine{whose} already runs for {self._path.parent}. It goes on undisturbed. "
                "Open a window to attach to it, or choose another folder with --home."
            ) from error
        file.truncate(0)
        self._file = file

    def publish(self, endpoint: str, token: str) -> None:
        """Tell windows where to attach; call it when the engine listens.

        Raises:
            RuntimeError: the lock is not held.
        """
        if self._file is None:
            raise RuntimeError("the lock is not held")
        text = json.dumps({"pid": os.getpid(), "endpoint": endpoint, "token": token})
        self._file.seek(0)
        self._file.write(text.encode())
        self._file.truncate()

    def release(self) -> None:
        """Let another engine own the home; harmless when the lock is not held."""
        if self._file is not None:
            self._file.truncate(0)
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def read_owner(path: Path) -> Owner | None:
    """What an engine published last, which may have died since; None where nothing is published."""
    with contextlib.suppress(FileNotFoundError, ValueError, KeyError, TypeError):
        told = json.loads(path.read_bytes())
        return Owner(int(told["pid"]), str(told["endpoint"]), str(told["token"]))
    return None


async def end_owner(path: Path, patience_s: float = 10.0) -> None:
    """Ask the engine that owns a home, if there is one, to end, and wait until it has.

    Raises:
        HomeInUse: it is still there after *patience_s*.
    """
    asked: int | None = None
    give_up = asyncio.get_running_loop().time() + patience_s
    while True:
        try:
            with HomeLock(path):
                return
        except HomeInUse:
            if asyncio.get_running_loop().time() > give_up:
                raise
        owner = read_owner(path)
        if owner is not None and owner.pid != asked:
            asked = owner.pid
            with contextlib.suppress(ProcessLookupError):
                os.kill(asked, signal.SIGTERM)
        await asyncio.sleep(LOOK_EVERY_S)


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        file.seek(LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
