"""Runs a coroutine for the length of a block."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def alongside(work: Coroutine[Any, Any, None], name: str) -> AsyncIterator[None]:
    """Run *work* beside the block and cancel it at the end; what goes wrong in one of the two is told as it is."""
    try:
        async with asyncio.TaskGroup() as group:
            running = group.create_task(work, name=name)
            try:
                yield
            finally:
                running.cancel()
    except BaseExceptionGroup as several:
        if len(several.exceptions) == 1:
            raise several.exceptions[0] from None
        raise
