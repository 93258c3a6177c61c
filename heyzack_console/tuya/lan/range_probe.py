"""Trying every address of a network, for devices that no announce reaches."""

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

from heyzack_console.domain.errors import InvalidInput

MOST_ADDRESSES = 4096

Progress = Callable[[int, int], Awaitable[None] | None]
"""Is told how many of how many addresses have been tried."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a range is tried."""

    at_once: int = 64
    patience_s: float = 1.0


def addresses_of(network: str) -> tuple[str, ...]:
    """The host addresses of *network* in CIDR notation.

    Raises:
        InvalidInput: it is no IPv4 network, or has more than 4,096 addresses.
    """
    try:
        parsed = ipaddress.IPv4Network(network.strip(), strict=False)
    except ValueError as error:
        raise InvalidInput(f"{network} is no network. Write it like 192.168.1.0/24.", "network") from error
    if parsed.num_addresses > MOST_ADDRESSES:
        raise InvalidInput(f"{network} has more than {MOST_ADDRESSES} addresses. Probe a part of it.", "network")
    return tuple(map(str, parsed.hosts()))


async def open_hosts(
    hosts: tuple[str, ...], port: int, progress: Progress | None = None, pace: Pace | None = None
) -> tuple[str, ...]:
    """Those of *hosts* that accept a connection on *port*, in order; cancelling it ends all attempts at once."""
    pace = pace or Pace()
    found: set[str] = set()
    waiting = iter(hosts)
    tried = 0

    async def try_in_turn(turn: Iterator[str]) -> None:
        nonlocal tried
        for host in turn:
            if await _accepts(host, port, pace.patience_s):
                found.add(host)
            tried += 1
            if progress and (told := progress(tried, len(hosts))) is not None:
                await told

    async with asyncio.TaskGroup() as group:
        for _ in range(min(pace.at_once, len(hosts))):
            group.create_task(try_in_turn(waiting))
    return tuple(host for host in hosts if host in found)


async def _accepts(host: str, port: int, patience_s: float) -> bool:
    try:
        async with asyncio.timeout(patience_s):
            transport, _ = await asyncio.get_running_loop().create_connection(asyncio.Protocol, host, port)
    except (OSError, TimeoutError):
        return False
    transport.abort()
    return True
