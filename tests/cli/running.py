"""Runs the command line as people and other programs do: as a process."""

import asyncio
import json
import os
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def value(self):
        """The one JSON value on standard output; anything more or less is an error."""
        return json.loads(self.out)

    @property
    def lines(self):
        """The JSON values on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


async def console(*arguments, stdin="", **environment):
    """Run ``heyzack-console`` with *arguments* and wait for its end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "heyzack_console",
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | environment,
    )
    async with asyncio.timeout(90):
        out, err = await process.communicate(stdin.encode())
    return Ended(process.returncode, out.decode(), err.decode())
