"""Where published product data lies, when it lies beside the checkout at all."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "data"


def records(name: str) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of a shared file; skips the test where the file is not there."""
    with published(name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def published(name: str) -> Path:
    """Return a shared file; skips the test where it is not there."""
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"{name} is not beside this checkout")
    return path
