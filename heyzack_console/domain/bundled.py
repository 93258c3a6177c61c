"""Finds the files that are delivered with the program."""

from importlib.resources import files
from pathlib import Path


def bundled(path: str) -> Path:
    """Return where the delivered file or folder *path* lies, such as ``resources/tokens.json``.

    An installed or frozen program carries its files in ``heyzack_console/_data``; a checkout has them at its root.

    Raises:
        FileNotFoundError: the installation is not complete.
    """
    package = Path(str(files("heyzack_console")))
    carried = package / "_data"
    found = (carried if carried.is_dir() else package.parent) / path
    if not found.exists():
        raise FileNotFoundError(f"{path} is missing from this installation. Install HeyZack Console again.")
    return found
