"""What every test shares: an offscreen Qt, the loop a coroutine runs on, and the search for what a test left behind."""

import asyncio
import gc
import os
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from inspect import iscoroutinefunction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")

from tests.support.leaks import GRACE_S, Running, left_behind, left_in_qt, open_windows

TESTS = Path(__file__).parent
QT_FOLDERS = (TESTS / "desktop", TESTS / "journeys")

# Examples may be slow on a shared machine, and a check must fail the same way twice in CI.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("house"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")


def uses_qt(item: pytest.Item) -> bool:
    """Whether *item* runs with Qt: by its folder or because it asks for pytest-qt's fixtures."""
    fixtures = getattr(item, "fixturenames", ())
    return "qtbot" in fixtures or "qapp" in fixtures or any(folder in item.path.parents for folder in QT_FOLDERS)


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """A coroutine that uses Qt runs on qasync's loop, as in the window; every other one on asyncio's own."""
    return {"qasync": _qasync_loop} if uses_qt(item) else {"asyncio": asyncio.new_event_loop}


def _qasync_loop() -> asyncio.AbstractEventLoop:
    import qasync  # a test below the desktop must not load Qt
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    app.setQuitOnLastWindowClosed(False)
    return qasync.QEventLoop(app)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Give each test the searches that fit it, in the order in which they have to look."""
    fixtures = getattr(item, "fixturenames", None)
    if fixtures is None:
        return
    if iscoroutinefunction(getattr(item, "obj", None)):
        fixtures.insert(fixtures.index("nothing_left_running") + 1, "no_task_left")
    if uses_qt(item):
        fixtures.insert(fixtures.index("nothing_left_running") + 1, "nothing_left_in_qt")
        fixtures.insert(0, "qapp")


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fails a test that leaves a thread or an open socket behind."""
    before = Running.now()
    yield
    found = left_behind(before)
    assert not found, f"left behind: {', '.join(found)}"


@pytest.fixture
def nothing_left_in_qt() -> Iterator[None]:
    """Fails a test that leaves a window, a running timer or a thread of Qt behind."""
    windows = open_windows()
    gc.freeze()  # so that the search sees only what this test made
    yield
    try:
        found = left_in_qt(windows)
    finally:
        gc.unfreeze()
    assert not found, f"left behind: {', '.join(found)}"


@pytest.fixture
async def no_task_left() -> AsyncIterator[None]:
    """Fails a coroutine test that leaves a task running."""
    yield
    await asyncio.sleep(0)
    running = asyncio.all_tasks() - {asyncio.current_task()}
    if running:
        _, running = await asyncio.wait(running, timeout=GRACE_S)
    assert not running, f"left behind: {', '.join(f'task {task.get_name()} {task.get_coro()}' for task in running)}"
