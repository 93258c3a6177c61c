"""Keeps the window's arrangement across restarts: it belongs to this screen, so it lies beside the store."""

import json
import logging
import os
from base64 import b64decode, b64encode
from pathlib import Path

log = logging.getLogger(__name__)

VERSION = 1


class LayoutFile:
    """Arrangements by name in one small file; an unreadable or foreign file counts as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._texts: dict[str, str] = {}
        self._blobs: dict[str, str] = {}
        self._read()

    def text(self, name: str) -> str:
        """Return the word kept under *name*, empty if there is none."""
        return self._texts.get(name, "")

    def keep_text(self, name: str, value: str) -> None:
        """Keep a word, such as the perspective that was open."""
        self._texts[name] = value

    def blob(self, name: str) -> bytes:
        """Return Qt's description of the arrangement *name*, empty if there is none."""
        return b64decode(self._blobs.get(name, ""))

    def keep_blob(self, name: str, value: bytes) -> None:
        """Keep Qt's description of an arrangement."""
        self._blobs[name] = b64encode(value).decode("ascii")

    def forget(self, name: str) -> None:
        """Drop the arrangement *name*, so that the default takes its place."""
        self._blobs.pop(name, None)

    def save(self) -> None:
        """Write the file whole or not at all; a folder that cannot be written costs the arrangement, nothing else."""
        content = {"version": VERSION, "texts": self._texts, "blobs": self._blobs}
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(content, indent=1), encoding="utf-8")
            os.replace(fresh, self._path)
        except OSError as error:
            log.warning("the window's arrangement was not saved: %s", error.strerror)

    def _read(self) -> None:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            if content["version"] != VERSION:
                return
            texts = {str(name): str(value) for name, value in content["texts"].items()}
            blobs = {str(name): str(value) for name, value in content["blobs"].items()}
            for value in blobs.values():
                b64decode(value, validate=True)
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            log.warning("the window's arrangement could not be read, the default is used")
            return
        self._texts, self._blobs = texts, blobs
