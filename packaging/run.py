"""Starts the console on the demo building, straight from a checkout: ``python3 packaging/run.py [options of demo]``.

Where there is no display it runs the same console unseen for a while and leaves pictures of what an operator sees.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from environment import CHECKOUT, Unprepared, has_display, prepare

UNSEEN_FOR_S = 30
SHOTS = "shots"


def unseen(arguments: Sequence[str]) -> list[str]:
    """*arguments* with an end and a folder for pictures, unless they already name them."""
    given = list(arguments)
    for option, value in (("--seconds", str(UNSEEN_FOR_S)), ("--shots", SHOTS)):
        if not any(word == option or word.startswith(f"{option}=") for word in given):
            given += [option, value]
    return given


def folder_of_shots(arguments: Sequence[str]) -> Path:
    """Where the pictures of a run with *arguments* are."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if word == "--shots":
            return CHECKOUT / following
        if word.startswith("--shots="):
            return CHECKOUT / word.partition("=")[2]
    return CHECKOUT / SHOTS


def main(arguments: Sequence[str]) -> int:
    """Prepare, start, and say what there is to see; the console's own exit code."""
    try:
        python = prepare()
    except Unprepared as missing:
        print(missing, file=sys.stderr)
        return 1
    environment = dict(os.environ)
    seen = has_display(sys.platform, environment) or environment.get("QT_QPA_PLATFORM") is not None
    words = list(arguments) if seen else unseen(arguments)
    if not seen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
        print("There is no display: the console runs unseen for a while and takes pictures.", flush=True)
    command = [python, "-m", "heyzack_console", "demo", *words]
    try:
        code = subprocess.run(command, cwd=CHECKOUT, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 130
    pictures = [] if seen else sorted(folder_of_shots(words).rglob("*.png"))
    if pictures:
        print(f"What an operator would see, in {len(pictures)} pictures:")
        for picture in pictures:
            print(f"  {picture}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
