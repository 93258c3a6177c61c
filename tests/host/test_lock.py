"""The lock that lets one engine own a home; the other owner is a real process."""

import os
import signal
import stat
import subprocess
import sys
from contextlib import contextmanager

import pytest

from heyzack_console.domain.errors import HomeInUse
from heyzack_console.host.lock import HomeLock, read_owner

HOLD = """
import sys
from pathlib import Path
from heyzack_console.host.lock import HomeLock
lock = HomeLock(Path(sys.argv[1]))
lock.take()
lock.publish("unix:/there", "a-token")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def other_owner(path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_engine_is_refused_and_told_whose_the_home_is(tmp_path):
    with other_owner(tmp_path / "lock") as owner, pytest.raises(HomeInUse, match=str(owner.pid)):
        HomeLock(tmp_path / "lock").take()


def test_a_refused_engine_leaves_what_the_owner_published(tmp_path):
    with other_owner(tmp_path / "lock") as owner:
        with pytest.raises(HomeInUse):
            HomeLock(tmp_path / "lock").take()
        told = read_owner(tmp_path / "lock")
    assert (told.pid, told.endpoint, told.token) == (owner.pid, "unix:/there", "a-token")


def test_a_killed_engine_holds_its_home_no_longer(tmp_path):
    with other_owner(tmp_path / "lock") as owner:
        owner.send_signal(signal.SIGKILL)
        owner.wait()
        with HomeLock(tmp_path / "lock"):
            pass


def test_a_released_home_can_be_taken_and_names_no_owner(tmp_path):
    first = HomeLock(tmp_path / "lock")
    first.take()
    first.publish("unix:/x", "t")
    first.release()
    assert read_owner(tmp_path / "lock") is None
    with HomeLock(tmp_path / "lock"):
        pass


def test_a_new_owner_does_not_show_where_the_last_one_listened(tmp_path):
    with other_owner(tmp_path / "lock") as owner:
        owner.kill()
        owner.wait()
    with HomeLock(tmp_path / "lock"):
        assert read_owner(tmp_path / "lock") is None


def test_what_is_published_can_be_read_by_this_user_alone(tmp_path):
    with HomeLock(tmp_path / "lock") as lock:
        lock.publish("unix:/x", "t")
        assert stat.S_IMODE((tmp_path / "lock").stat().st_mode) == 0o600
        assert read_owner(tmp_path / "lock").pid == os.getpid()


def test_the_token_does_not_show_when_an_owner_is_printed(tmp_path):
    with HomeLock(tmp_path / "lock") as lock:
        lock.publish("unix:/x", "hush-hush")
        assert "hush-hush" not in repr(read_owner(tmp_path / "lock"))


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"pid": 1}', b'{"pid": "x", "endpoint": "", "token": ""}', b"\xff"]
)
def test_a_file_that_names_no_owner_is_read_as_none(tmp_path, content):
    (tmp_path / "lock").write_bytes(content)
    assert read_owner(tmp_path / "lock") is None


def test_publishing_needs_the_lock(tmp_path):
    with pytest.raises(RuntimeError, match="not held"):
        HomeLock(tmp_path / "lock").publish("unix:/x", "t")
