"""What commands write: machine-readable values to standard output, everything for people only to standard error."""

import json
import sys


def say(text: str) -> None:
    """Write one line for people, or one line of a plain result, to standard output."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def say_json(value: object) -> None:
    """Write exactly one JSON value as one line to standard output."""
    say(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def complain(text: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
