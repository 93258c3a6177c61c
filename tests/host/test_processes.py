"""Child processes, started for real."""

import asyncio
import os
import signal
import sys

import pytest

from heyzack_console.host.processes import ChildProcess

# Says where it is through a pipe's end that the test holds: a file would have to be polled.
OBEDIENT = "import os, signal, sys; os.write({fd}, b'up'); signal.pause()"
STUBBORN = "import os, signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); os.write({fd}, b'up'); signal.pause()"
TIED = """
import asyncio, os
from heyzack_console.host.processes import parent_gone

async def main():
    os.write({fd}, b"up")
    await parent_gone()
    os.write({fd}, b"alone")

asyncio.run(main())
"""
PARENT = """
import asyncio, os, sys
from pathlib import Path
from heyzack_console.host.processes import ChildProcess

async def main():
    inner = [sys.executable, "-c", sys.argv[1]]
    os.environ["PROBE_PARENT"] = str(os.getpid())
    child = ChildProcess.start("inner", inner, Path(sys.argv[2]), os.environ, tied=sys.argv[3] == "tied")
    if sys.argv[3] == "tied":
        await asyncio.Event().wait()

asyncio.run(main())
"""


# Waits until its parent is another one, then tells that it is there and ends.
LIVES_ON = """
import os, time
ear = {fd}
while os.getppid() == int(os.environ["PROBE_PARENT"]):
    time.sleep(0.01)
os.write(ear, b"orphaned")
"""


class Ear:
    """Hears what a child writes to an inherited pipe."""

    async def __aenter__(self):
        inner, self.fd = os.pipe()
        os.set_inheritable(self.fd, True)
        self.reader = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(self.reader), os.fdopen(inner, "rb")
        )
        return self

    async def __aexit__(self, *_):
        self._transport.close()
        await asyncio.sleep(0)


def start(code, output, *, fd=None):
    # A child of asyncio inherits no descriptors, so one goes by way of /proc.
    code = code.format(fd=f"os.open('/proc/{os.getpid()}/fd/{fd}', os.O_WRONLY)") if fd else code
    return ChildProcess.start("probe", [sys.executable, "-c", code], output, os.environ)


async def test_what_a_child_prints_is_kept_in_its_file(tmp_path):
    child = start("import sys; print('out'); print('err', file=sys.stderr)", tmp_path / "out")
    assert await child.wait() == 0
    assert (tmp_path / "out").read_text().split() == ["out", "err"] or (tmp_path / "out").read_text().split() == [
        "err",
        "out",
    ]


async def test_the_exit_code_of_a_child_is_told(tmp_path):
    child = start("raise SystemExit(3)", tmp_path / "out")
    assert await child.wait() == 3
    assert child.ended


async def test_a_child_that_listens_ends_when_asked(tmp_path):
    async with Ear() as ear:
        child = start(OBEDIENT, tmp_path / "out", fd=ear.fd)
        assert await ear.reader.readexactly(2) == b"up"
        assert not child.ended
        assert await child.stop() == -signal.SIGTERM
        os.close(ear.fd)


async def test_a_child_that_does_not_listen_is_killed(tmp_path):
    async with Ear() as ear:
        child = start(STUBBORN, tmp_path / "out", fd=ear.fd)
        assert await ear.reader.readexactly(2) == b"up"
        assert await child.stop(patience_s=0.05) == -signal.SIGKILL
        os.close(ear.fd)


async def test_stopping_a_child_that_has_ended_does_no_harm(tmp_path):
    child = start("pass", tmp_path / "out")
    await child.wait()
    assert await child.stop() == 0


async def test_a_child_runs_in_a_session_of_its_own(tmp_path):
    child = start("import os; print(os.getsid(0) == os.getpid())", tmp_path / "out")
    await child.wait()
    assert (tmp_path / "out").read_text() == "True\n"


async def test_a_tied_child_notices_that_its_parent_was_killed(tmp_path):
    async with Ear() as ear:
        inner = TIED.replace("{fd}", f"os.open('/proc/{os.getpid()}/fd/{ear.fd}', os.O_WRONLY)")
        command = [sys.executable, "-c", PARENT, inner, str(tmp_path / "inner"), "tied"]
        parent = ChildProcess.start("parent", command, tmp_path / "out", os.environ)
        assert await ear.reader.readexactly(2) == b"up"
        os.kill(parent.pid, signal.SIGKILL)
        await parent.wait()
        assert await ear.reader.readexactly(5) == b"alone"
        os.close(ear.fd)


async def test_an_untied_child_lives_on_when_its_parent_has_ended(tmp_path):
    async with Ear() as ear:
        inner = LIVES_ON.replace("{fd}", f"os.open('/proc/{os.getpid()}/fd/{ear.fd}', os.O_WRONLY)")
        command = [sys.executable, "-c", PARENT, inner, str(tmp_path / "inner"), "free"]
        parent = ChildProcess.start("parent", command, tmp_path / "out", os.environ)
        assert await parent.wait() == 0
        assert await ear.reader.readexactly(8) == b"orphaned"
        os.close(ear.fd)


async def test_a_program_that_does_not_exist_is_said_at_once(tmp_path):
    with pytest.raises(FileNotFoundError):
        ChildProcess.start("probe", [str(tmp_path / "nothing")], tmp_path / "out", os.environ)
