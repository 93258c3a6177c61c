"""Where an engine listens, and how a socket for it is made."""

import asyncio
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self, TypeVar

P = TypeVar("P", bound=asyncio.Protocol)

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A Unix socket, or a TCP port of this machine where there are none; *token* is what the engine asks for."""

    path: Path | None = None
    tcp_port: int = 0
    token: str = field(default="", repr=False)

    @classmethod
    def parse(cls, text: str, token: str) -> Self:
        """Read ``unix:PATH`` or ``tcp:127.0.0.1:PORT``.

        Raises:
            ValueError: the text is neither; another machine's address is not taken.
        """
        kind, _, rest = text.partition(":")
        if kind == "unix" and rest:
            return cls(path=Path(rest), token=token)
        host, _, number = rest.rpartition(":")
        if kind == "tcp" and host == LOOPBACK and number.isdecimal() and int(number) < 65536:
            return cls(tcp_port=int(number), token=token)
        raise ValueError(f"not a local endpoint: {text}")

    def __str__(self) -> str:
        return f"unix:{self.path}" if self.path else f"tcp:{LOOPBACK}:{self.tcp_port}"

    def bound(self) -> tuple[socket.socket, "Endpoint"]:
        """Bind a socket here and return it with the endpoint that clients use (port 0 becomes a free one).

        What is left of an engine that died is replaced: whoever binds holds the home's lock.

        Raises:
            OSError: the address cannot be had.
        """
        if self.path is None:
            tcp = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            tcp.bind((LOOPBACK, self.tcp_port))
            return tcp, replace(self, tcp_port=tcp.getsockname()[1])
        self.path.unlink(missing_ok=True)
        unix = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            unix.bind(str(self.path))
            os.chmod(self.path, 0o600)  # nobody can connect before listen(), so there is no moment in between
        except OSError:
            unix.close()
            raise
        return unix, self

    async def connect(self, protocol: Callable[[], P]) -> tuple[asyncio.Transport, P]:
        """Connect with a *protocol* of the running loop.

        Raises:
            OSError: nobody listens there.
        """
        loop = asyncio.get_running_loop()
        if self.path is None:
            return await loop.create_connection(protocol, LOOPBACK, self.tcp_port)
        return await loop.create_unix_connection(protocol, str(self.path))
