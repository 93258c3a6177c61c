"""Work in a child process that is stopped when it takes too long or too much."""

import sys

import pytest

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.host.bounded import run_bounded


def python(code):
    return [sys.executable, "-c", code]


def test_what_it_printed_comes_back():
    echo = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"
    assert run_bounded(python(echo), b"abc", 60) == b"cba"


def test_what_does_not_end_is_stopped():
    with pytest.raises(InvalidInput, match=r"longer than 0\.5 s"):
        run_bounded(python("while True: pass"), b"", 0.5)


def test_what_breaks_is_told():
    with pytest.raises(InvalidInput, match="could not be worked through"):
        run_bounded(python("raise SystemExit(3)"), b"", 60)


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limit")
def test_what_takes_too_much_memory_breaks():
    greedy = "from heyzack_console.host.bounded import keep_small; keep_small(200_000_000); bytes(400_000_000)"
    with pytest.raises(InvalidInput, match="memory"):
        run_bounded(python(greedy), b"", 60)
