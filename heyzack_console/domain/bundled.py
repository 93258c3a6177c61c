"""Finds the files that are delivered with the program."""

from pathlib import Path

import heyzack_console


def bundled(path: str) -> Path:
    """Return where the delivered file or folder *path* lies, such as ``resources/tokens.json``.

    An installed or frozen program carries its files in ``heyzack_console/_data``; a checkout has them at its root.

    Raises:
        FileNotFoundError: the installation is not complete.
    """
    package = Path(heyzack_console.__file__).parent
    carried = package / "_data"
    found = (carried if carried.is_dir() else package.parent) / path
    if not found.exists():
        raise FileNotFoundError(f"{path} is missing from this installation. Install HeyZack Console again.")
    return found
