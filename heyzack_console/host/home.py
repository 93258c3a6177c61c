"""The folder below which one console keeps everything, and where its parts lie in it."""

import hashlib
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from heyzack_console.domain.errors import StoreUnavailable

VARIABLE = "HEYZACK_HOME"
PRIVATE = 0o700

# A socket's address holds 104 bytes on macOS and 108 on Linux (unix(4), unix(7)); our part takes 38 of them.
LONGEST_RUNTIME_FOLDER = 64


@dataclass(frozen=True, slots=True)
class Home:
    """Names the places inside a home folder; making and opening what lies there is for others."""

    root: Path

    @property
    def records(self) -> Path:
        """The store of records and journal."""
        return self.root / "console.db"

    @property
    def samples(self) -> Path:
        """The store of telemetry."""
        return self.root / "samples.db"

    @property
    def vault(self) -> Path:
        """Secrets, where the system has no key ring."""
        return self.root / "vault.bin"

    @property
    def lock(self) -> Path:
        """Held by the engine that owns this home."""
        return self.root / "engine.lock"

    @property
    def layout(self) -> Path:
        """How the window was left."""
        return self.root / "window"

    @property
    def logs(self) -> Path:
        """Log files of engine, window and simulator."""
        return self.root / "logs"

    @property
    def crashes(self) -> Path:
        """Crash reports."""
        return self.root / "crashes"


def home_at(chosen: Path | None, environment: Mapping[str, str]) -> Home:
    """Return the home folder without making or touching anything; *chosen* as for `open_home`."""
    named = environment.get(VARIABLE)
    root = chosen or (Path(named) if named else platformdirs.user_data_path("heyzack-console", appauthor=False))
    return Home(root.expanduser().absolute())


def open_home(chosen: Path | None, environment: Mapping[str, str]) -> Home:
    """Return the home folder with its subfolders, made readable for this user alone where they are new.

    Args:
        chosen: what the command line names; else the variable HEYZACK_HOME, else the platform's place for user data.

    Raises:
        StoreUnavailable: the folder cannot be made or written; nothing else was changed.
    """
    home = home_at(chosen, environment)
    try:
        for folder in (home.root, home.logs, home.crashes, home.layout):
            folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home.root):
            pass
    except OSError as error:
        raise StoreUnavailable(
            f"The folder {home.root} cannot be written ({error.strerror}). Nothing was changed. "
            "Choose another folder with --home, or give this user the right to write there."
        ) from error
    return home


def endpoint_of(home: Home, environment: Mapping[str, str]) -> str:
    """Where the engine of *home* listens: ``unix:PATH``, or ``tcp:127.0.0.1:0`` (any free port) on Windows.

    The path is short however long the home's is, because a socket's address has little room.

    Raises:
        StoreUnavailable: there is no private folder for sockets.
    """
    if sys.platform == "win32":
        return "tcp:127.0.0.1:0"
    folder = _runtime_folder(environment)
    return f"unix:{folder / hashlib.sha256(os.fsencode(home.root.resolve())).hexdigest()[:16]}.sock"


def _runtime_folder(environment: Mapping[str, str]) -> Path:
    given = environment.get("XDG_RUNTIME_DIR")
    if given and len(os.fsencode(given)) < LONGEST_RUNTIME_FOLDER and os.access(given, os.W_OK):
        folder = Path(given, "heyzack-console")
    else:
        folder = Path(tempfile.gettempdir(), f"heyzack-console-{os.getuid()}")
    try:
        folder.mkdir(mode=PRIVATE, exist_ok=True)
        owned = folder.stat()
    except OSError as error:
        raise StoreUnavailable(f"No folder for the engine's socket: {folder} ({error.strerror}).") from error
    if owned.st_uid != os.getuid() or owned.st_mode & 0o077 or folder.is_symlink():
        raise StoreUnavailable(f"{folder} is not private to this user, so the engine will not listen there. Remove it.")
    return folder
