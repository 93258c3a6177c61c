"""Texts that a data point takes: whether one is right, and how it is sent."""

import base64
import binascii
import json

from heyzack_console.presentation.inspector.controls import Control, ControlKind

LONGEST = 255
"""Tuya's limit of a text data point."""
LARGEST = 65_000


def shown_text(control: Control, text: str) -> str:
    """*text* as it is put before a person: a structure on several lines."""
    if control.kind is not ControlKind.STRUCTURE:
        return text
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return text


def sent_text(control: Control, text: str) -> str:
    """What of *text* is sent: a structure without its line breaks, bytes without blanks."""
    if control.kind is ControlKind.STRUCTURE:
        return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    return "".join(text.split()) if control.kind is ControlKind.BYTES else text


def text_problem(control: Control, text: str) -> str:
    """Say why *text* cannot be sent; empty where it can."""
    match control.kind:
        case ControlKind.STRUCTURE:
            return _structure_problem(text)
        case ControlKind.BYTES:
            return _bytes_problem(text)
    too_long = len(text) - LONGEST
    return f"{too_long} characters too many: the device takes {LONGEST}." if too_long > 0 else ""


def text_note(control: Control, text: str) -> str:
    """Say what a right *text* is: how many bytes, with the first of them, or how many characters."""
    if control.kind is ControlKind.BYTES:
        packed = base64.b64decode("".join(text.split()))
        count = "1 byte" if len(packed) == 1 else f"{len(packed)} bytes"
        return f"{count}: {packed[:16].hex(' ')}{' …' if len(packed) > 16 else ''}" if packed else count
    return "Sent without line breaks." if control.kind is ControlKind.STRUCTURE else f"{len(text)} characters"


def _structure_problem(text: str) -> str:
    if not text.strip():
        return "Nothing is written yet."
    try:
        content = json.loads(text)
        # Python also reads NaN and Infinity, which no device does.
        json.dumps(content, allow_nan=False)
    except RecursionError:
        return "This is nested too deeply."
    except json.JSONDecodeError as wrong:
        return f"This is no JSON: line {wrong.lineno}, character {wrong.colno}."
    except ValueError:
        return "This holds a number that no device can read."
    return "This is too long to be sent." if len(text) > LARGEST else ""


def _bytes_problem(text: str) -> str:
    plain = "".join(text.split())
    if not plain:
        return "Nothing is written yet."
    if len(plain) > LARGEST:
        return "This is too long to be sent."
    try:
        base64.b64decode(plain, validate=True)
        whole = len(plain) % 4 == 0
    except (binascii.Error, ValueError):
        whole = False
    if not whole:
        return "This is no base64: A to Z, a to z, 0 to 9, + and /, in groups of four."
    return ""
