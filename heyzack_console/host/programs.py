"""How this program starts itself again, from a checkout, an installation or a frozen bundle."""

import sys


def own_command(*arguments: str) -> list[str]:
    """The command line that runs this program with *arguments*."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "heyzack_console", *arguments]
