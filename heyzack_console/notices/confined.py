"""Keeps what a thread sends on this machine, whatever a library does: redirects, proxies and names included."""

import ipaddress
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

LOCAL_NAMES = frozenset({"localhost", "localhost.", "", None})
_WATCHED = frozenset(
    {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}
)
_NAMES = frozenset({"socket.getaddrinfo", "socket.gethostbyname"})
_PROCESSES = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty"})
_here = threading.local()
_installing = threading.Lock()
_installed = threading.Event()


class LeavesThisMachine(PermissionError):
    """A connection to elsewhere was wanted where none may be."""


@contextmanager
def confined() -> Iterator[list[str]]:
    """Let this thread reach nothing but this machine for the length of the block, and begin no process.

    Held by an audit hook (Python, PEP 578), which every socket of the interpreter passes. The list names what was
    tried, also where a library swallowed the refusal.
    """
    _install()
    tried: list[str] = []
    _here.tried = tried
    try:
        yield tried
    finally:
        _here.tried = None


def _install() -> None:
    with _installing:
        if not _installed.is_set():
            sys.addaudithook(_audit)
            _installed.set()


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _WATCHED and event not in _PROCESSES:
        return
    tried: list[str] | None = getattr(_here, "tried", None)
    if tried is None:
        return
    goal: object = arguments[0] if event in _NAMES else arguments[-1]
    if isinstance(goal, tuple):
        goal = goal[0]
    if event in _PROCESSES or not _local(goal):
        tried.append(event)
        raise LeavesThisMachine("nothing may leave this machine")


def _local(goal: object) -> bool:
    if isinstance(goal, bytes):
        goal = goal.decode("ascii", "replace")
    if goal in LOCAL_NAMES:
        return True
    if not isinstance(goal, str):
        return False
    try:
        return ipaddress.ip_address(goal.partition("%")[0]).is_loopback
    except ValueError:
        return False
