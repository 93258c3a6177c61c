"""A served engine and windows attached to it, over a real socket in a folder with a short name."""

import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from heyzack_console.link.client import LinkClient
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.link.server import LinkServer
from tests.support.engine_port import SmallEngine

TOKEN = "t" * 32


@pytest.fixture
def socket_folder():
    """Short, because a socket's address has little room."""
    with tempfile.TemporaryDirectory(prefix="hz") as folder:
        yield Path(folder)


@pytest.fixture
async def engine():
    return SmallEngine()


@pytest.fixture
async def server(engine, socket_folder):
    async with LinkServer(engine, Endpoint(path=socket_folder / "e.sock", token=TOKEN)) as listening:
        yield listening


@pytest.fixture
async def attach(server):
    """Attaches a window; all of them are closed in the end."""
    async with AsyncExitStack() as stack:

        async def one_more():
            client = await LinkClient.attach(server.endpoint)
            stack.push_async_callback(client.aclose)
            return client

        yield one_more


@pytest.fixture
async def client(attach):
    return await attach()
