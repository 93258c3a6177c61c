"""Sends through apprise, in threads of its own: a channel that hangs holds up no other and not the engine."""

import asyncio
import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import InvalidInput, NotDelivered
from heyzack_console.domain.notifications.notice import Message
from heyzack_console.notices.confined import confined

T = TypeVar("T")

AT_ONCE = 8
LONGEST_S = 60.0
"""A channel that has not answered by then counts as failed."""
LONGEST_REASON = 200
LEAST_SECRET = 4
KINDS = {Priority.P1: "failure", Priority.P2: "warning", Priority.P3: "info", Priority.P4: "info"}
# These act on this machine or read its files; a console only sends messages.
REFUSED = frozenset({"syslog", "dbus", "qt", "glib", "kde", "gnome", "macosx", "windows", "rsyslog", "exec", "file"})
UNFORESEEN = (OSError, ValueError, TypeError, LookupError, AttributeError, RuntimeError, ArithmeticError)
"""What the plugins of a large library raise when an answer is not as they thought; it must end no engine."""
ON_THIS_MACHINE = "In the demo and in drills nothing leaves this machine: only addresses on 127.0.0.1 are used."


class AppriseSending:
    """Every address that apprise knows (https://github.com/caronc/apprise/wiki); loaded with the first use.

    *stays*: whether nothing may leave this machine at this moment; asked at each message.
    """

    def __init__(self, stays: Callable[[], bool]) -> None:
        self._stays = stays
        self._threads = ThreadPoolExecutor(AT_ONCE, "notices")

    async def check(self, address: str) -> str:
        """Tell what kind of channel *address* is.

        Raises:
            InvalidInput: it is no address of any.
        """
        return await self._run(partial(_kind_of, address))

    async def send(self, address: str, message: Message) -> None:
        """Hand *message* over; returns when the other side has taken it.

        Raises:
            NotDelivered: it was not taken; the text says why, without a part of the address.
        """
        try:
            async with asyncio.timeout(LONGEST_S):
                await self._run(partial(_send, address, message, stays=self._stays()))
        except TimeoutError as error:
            raise NotDelivered(f"No answer within {LONGEST_S:.0f} s.") from error

    async def close(self) -> None:
        """Take no more messages, and wait for those under way."""
        await asyncio.to_thread(self._threads.shutdown, wait=True, cancel_futures=True)

    async def _run(self, job: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, job)


def _kind_of(address: str) -> str:
    with _listening():
        return str(_plugin(address).service_name)


def _send(address: str, message: Message, *, stays: bool) -> None:
    with _listening() as said, _bounds(stays=stays) as tried:
        try:
            plugin = _plugin(address)
            taken = plugin.notify(body=message.text or message.title, title=message.title, notify_type=_kind(message))
        except InvalidInput as error:
            raise NotDelivered(error.text) from error
        except UNFORESEEN as error:
            taken = False
            said.append(f"It failed: {error}")
    if tried:
        raise NotDelivered(ON_THIS_MACHINE)
    if not taken:
        raise NotDelivered(scrubbed(said[-1] if said else "It was refused.", address))


def _bounds(*, stays: bool) -> AbstractContextManager[list[str]]:
    return confined() if stays else nullcontext([])


def _kind(message: Message) -> Any:
    from apprise import NotifyType

    return NotifyType(KINDS[message.priority])


def _plugin(address: str) -> Any:
    from apprise import Apprise

    scheme = address.partition("://")[0].strip().lower()
    if "://" not in address or scheme in REFUSED:
        raise InvalidInput(
            "This is no address of a channel; it begins with a kind such as mailto:// or json://.", "address"
        )
    plugin = Apprise.instantiate(address.strip())
    if plugin is None:
        raise InvalidInput(f"The address of kind {scheme}:// is not complete or has a mistake.", "address")
    return plugin


def scrubbed(words: str, address: str) -> str:
    """*words* without a part of *address* that could be secret, and not too long."""
    for secret in sorted(secrets_of(address), key=len, reverse=True):
        words = words.replace(secret, "…")
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_REASON else f"{line[: LONGEST_REASON - 1]}…"


def secrets_of(address: str) -> frozenset[str]:
    """Every part of *address* that no log and no record may hold; its host is no secret of an own server."""
    rest = address.partition("://")[2]
    query = rest.partition("?")[2]
    pieces = [address, rest]
    try:
        parts = urlsplit(f"x://{rest}")
        pieces += [parts.username or "", parts.password or "", *parts.path.split("/")]
    except ValueError:
        pieces += rest.split("/")
    pieces += [pair.partition("=")[2] for pair in query.split("&")]
    return frozenset(form for piece in pieces for form in (piece, unquote(piece)) if len(form) >= LEAST_SECRET)


class _Ear(logging.Handler):
    """Hears what apprise says in this thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        if record.thread == self._thread:
            self.said.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    """What apprise says in this thread during the block; none of it reaches the console's own log."""
    logger, ear = logging.getLogger("apprise"), _Ear()
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    logger.addHandler(ear)
    try:
        yield ear.said
    finally:
        logger.removeHandler(ear)
