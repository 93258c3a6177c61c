"""The search for what a test left behind, tried on tests that do leave something."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

LEAVES = """
import asyncio, atexit, socket, threading
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget

kept = []
stop = threading.Event()

def test_thread():
    threading.Thread(target=stop.wait, name="forgotten", daemon=True).start()

def test_socket():
    kept.append(socket.socket())

async def test_task():
    kept.append(asyncio.create_task(asyncio.Event().wait(), name="forgotten"))

def test_window(qapp):
    kept.append(QWidget(objectName="forgotten"))

def test_timer(qapp):
    kept.append(QTimer(interval=5000, objectName="forgotten"))
    kept[-1].start()

async def test_timer_on_the_loop(qapp):
    kept.append(QTimer(interval=6000, objectName="forgotten"))
    kept[-1].start()

def test_qt_thread(qapp):
    thread = QThread(objectName="forgotten")
    kept.append(thread)
    thread.start()
    atexit.register(lambda: (thread.quit(), thread.wait()))

def test_tidy_one_after_all_that(qapp):
    pass
"""
NAMED = {
    "test_thread": "thread forgotten",
    "test_socket": "socket socket:",
    "test_task": "task forgotten",
    "test_window": "window QWidget 'forgotten'",
    "test_timer": "timer 'forgotten' every 5000 ms",
    "test_timer_on_the_loop": "timer 'forgotten' every 6000 ms",
    "test_qt_thread": "Qt thread 'forgotten'",
}

TIDY = """
import asyncio, socket, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from hypothesis import given, strategies as st

def test_a_thread_that_ends():
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()

async def test_a_peer_that_is_closed():
    async def serve(reader, writer):
        writer.close()
        await writer.wait_closed()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        assert await reader.read() == b""
        writer.close()
        await writer.wait_closed()

async def test_the_same_on_the_qt_loop(qapp):
    await test_a_peer_that_is_closed()
    await asyncio.to_thread(int)
    assert type(asyncio.get_running_loop()).__module__.startswith("qasync")

async def test_without_qt():
    assert not type(asyncio.get_running_loop()).__module__.startswith("qasync")

def test_a_window_that_is_closed(qtbot):
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    QTimer(label, interval=10).start()

@given(st.integers())
def test_examples(number):
    assert number == number

@given(st.integers())
async def test_examples_on_a_loop(number):
    await asyncio.sleep(0)
"""


def run_house_tests(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    (folder / "conftest.py").write_text((CHECKOUT / "tests" / "conftest.py").read_text())
    (folder / "test_sample.py").write_text(text)
    command = [sys.executable, "-m", "pytest", "-q", "-c", CHECKOUT / "pyproject.toml", "--rootdir", folder, folder]
    wide = os.environ | {"COLUMNS": "400"}  # so that the summary keeps each reason whole
    return subprocess.run(command, cwd=CHECKOUT, env=wide, capture_output=True, text=True, timeout=100, check=False)


@pytest.fixture(scope="module")
def careless(tmp_path_factory):
    return run_house_tests(tmp_path_factory.mktemp("careless"), LEAVES).stdout


@pytest.mark.parametrize("test", NAMED)
def test_a_test_that_leaves_something_behind_fails_and_it_is_named(careless, test):
    assert re.search(rf"ERROR \S+::{test} - AssertionError: left behind: {NAMED[test]}", careless)


def test_what_one_test_left_is_not_held_against_the_next(careless):
    assert "::test_tidy_one_after_all_that" not in careless
    assert f"8 passed, {len(NAMED)} errors" in careless


def test_tests_that_clean_up_pass(tmp_path):
    outcome = run_house_tests(tmp_path, TIDY)
    assert outcome.returncode == 0, outcome.stdout
    assert "7 passed" in outcome.stdout
