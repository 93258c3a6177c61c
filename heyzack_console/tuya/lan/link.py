"""One TCP connection to a device: carries the bytes of a session and lets one request at a time be awaited."""

import asyncio
import errno
import socket
from collections.abc import Callable

from heyzack_console.tuya.lan.diagnosis import Diagnosis, diagnosed
from heyzack_console.tuya.lan.events import Answered, Broken, Event, Ready
from heyzack_console.tuya.lan.faults import ConnectFailed, ConnectionClosed, LanFault, Unanswered
from heyzack_console.tuya.lan.requests import Request
from heyzack_console.tuya.lan.session import Session

SCRATCH_BYTES = 16 * 1024

_NO_ROUTE = frozenset({errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EHOSTDOWN, errno.EADDRNOTAVAIL, errno.EINVAL})


class Link(asyncio.BufferedProtocol):
    """The device's end of a session.

    *hear* is called with every event that is not the answer to an awaited request, *ended* once when the connection
    is over. *scratch* is shared by all links of one loop: what arrives is consumed before the next read.
    """

    __slots__ = ("_ended", "_hear", "_scratch", "_transport", "_waiter", "fault", "heard", "opened", "session")

    def __init__(
        self, session: Session, hear: Callable[[Event], None], ended: Callable[[], None], scratch: memoryview
    ) -> None:
        self.session = session
        self.fault: LanFault | None = None
        """Why the connection is over; None while it stands."""
        self.heard = False
        """At least one frame of the device was accepted."""
        self.opened = False
        """Our opening bytes, if the version has any, were sent."""
        self._hear = hear
        self._ended = ended
        self._scratch = scratch
        self._transport: asyncio.Transport | None = None
        self._waiter: asyncio.Future[Answered | None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the loop."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def get_buffer(self, sizehint: int) -> memoryview:
        """Called by the loop."""
        return self._scratch

    def buffer_updated(self, nbytes: int) -> None:
        """Called by the loop."""
        for event in self.session.receive(bytes(self._scratch[:nbytes])):
            self._take(event)

    def eof_received(self) -> bool:
        """Called by the loop; a half-open connection is of no use."""
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the loop."""
        self._over(ConnectionClosed("The device closed the connection."))

    def _take(self, event: Event) -> None:
        if isinstance(event, Broken):
            self._over(event.fault)
            self.close()
            return
        self.heard = True
        if isinstance(event, Ready):
            self._write(event.send)
            self._release(None)
        elif isinstance(event, Answered):
            self._release(event)
        else:
            self._hear(event)

    def _over(self, fault: LanFault) -> None:
        if self.fault is not None:
            return
        self.fault = fault
        if self._waiter and not self._waiter.done():
            self._waiter.set_exception(fault)
        self._ended()

    def _release(self, answer: Answered | None) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(answer)

    def _write(self, data: bytes) -> None:
        if self._transport and not self._transport.is_closing():
            self._transport.write(data)

    async def negotiate(self, timeout_s: float) -> None:
        """Begin the session; returns when requests may be sent.

        Raises:
            LanFault: the key exchange failed, the connection is over, or no answer came in time.
        """
        if self.fault:
            raise self.fault
        opening = self.session.start()
        self.opened = True
        if opening:
            await self._awaited(opening, timeout_s)

    async def ask(self, request: Request, unix_s: int, timeout_s: float) -> Answered:
        """Send *request* and return its answer.

        Raises:
            SessionBusy, RequestTooLong: nothing was sent.
            Unanswered, ConnectionClosed: whether the device acted on it is not known.
        """
        if self.fault:
            raise self.fault
        try:
            answer = await self._awaited(self.session.ask(request, unix_s), timeout_s)
        finally:
            self.session.give_up()
        assert answer is not None
        return answer

    def tell(self, request: Request, unix_s: int) -> None:
        """Send a *request* that has no answer to wait for, such as a heartbeat."""
        if not self.fault:
            self._write(self.session.ask(request, unix_s))

    def diagnosis_of(self, fault: LanFault) -> Diagnosis:
        """What *fault* means at the point that this connection has reached."""
        session = self.session
        return diagnosed(fault, negotiates=session.negotiates and self.opened, ready=session.ready, heard=self.heard)

    def close(self) -> None:
        """End the connection at once; unsent bytes are dropped."""
        if self._transport:
            self._transport.abort()

    async def _awaited(self, data: bytes, timeout_s: float) -> Answered | None:
        if self.fault:
            raise self.fault
        self._waiter = asyncio.get_running_loop().create_future()
        try:
            self._write(data)
            async with asyncio.timeout(timeout_s):
                return await self._waiter
        except TimeoutError as error:
            raise Unanswered("The device did not answer in time.") from error
        finally:
            self._waiter = None


async def connected(link: Link, host: str, port: int) -> None:
    """Connect *link* to the device.

    Raises:
        ConnectFailed: with the reason; a time limit is the caller's.
    """
    loop = asyncio.get_running_loop()
    try:
        await loop.create_connection(lambda: link, host, port)
    except ConnectionRefusedError as error:
        raise ConnectFailed("The address refuses connections.", "refused") from error
    except ConnectionResetError as error:
        raise ConnectFailed("The device closed the connection at once.", "slot_taken") from error
    except socket.gaierror as error:
        raise ConnectFailed("The name of the device leads to no address.", "no_route") from error
    except OSError as error:
        reason = "timeout" if error.errno == errno.ETIMEDOUT else "no_route"
        raise ConnectFailed("The address cannot be reached.", reason) from error
