"""A mail server that keeps what it gets: SMTP (RFC 5321) over a real socket, as much as a client needs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage


class MailSink:
    """Mails in the order in which they came; *refuses*: every recipient is refused with these words."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.refuses = ""
        self.port = 0
        self.came = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One client from greeting to farewell."""
        writer.write(b"220 sink ESMTP\r\n")
        try:
            while line := (await reader.readline()).decode().strip():
                word = line.partition(" ")[0].upper()
                if word == "DATA":
                    writer.write(b"354 go on\r\n")
                    await self._take(reader)
                    writer.write(b"250 kept\r\n")
                elif word == "QUIT":
                    writer.write(b"221 bye\r\n")
                    break
                elif word == "RCPT" and self.refuses:
                    writer.write(f"550 {self.refuses}\r\n".encode())
                else:
                    if word == "RCPT":
                        self.recipients.append(line.partition(":")[2].strip("<> "))
                    writer.write(b"250 sink\r\n")
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()

    async def _take(self, reader: asyncio.StreamReader) -> None:
        lines = []
        while (line := await reader.readline()) not in {b".\r\n", b""}:
            lines.append(line[1:] if line.startswith(b"..") else line)
        self.mails.append(message_from_bytes(b"".join(lines), policy=policy.default))
        self.came.set()


@asynccontextmanager
async def mail_sink() -> AsyncIterator[MailSink]:
    """A sink on a free port of 127.0.0.1 for the length of the block."""
    sink = MailSink()
    server = await asyncio.start_server(sink.serve, "127.0.0.1", 0)
    sink.port = server.sockets[0].getsockname()[1]
    try:
        yield sink
    finally:
        server.close()
        await server.wait_closed()
        await asyncio.sleep(0)
