"""Reads rule files from the disk."""

from pathlib import Path

from heyzack_console.domain.alerts.rule_file import CheckedFile, FileFault, RuleFormat
from heyzack_console.services.alerts.rule_files.reading import LARGEST, checked

MOST_BYTES = 4 * LARGEST
"""A character has at most so many bytes."""


def checked_file(file: Path) -> CheckedFile:
    """Return what *file* holds; one that cannot be read has a fault in its first line."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return _refused(f"The file is larger than {MOST_BYTES // 1000:,} kB and was not read.")
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        return _refused(f"The file cannot be read: {error.strerror}.")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return CheckedFile(faults=(FileFault(line, column, "This is no text in UTF-8."),))
    return checked(text, format_of(file))


def format_of(file: Path) -> RuleFormat:
    """Return how *file* is written, by its ending."""
    return RuleFormat.TOML if file.suffix.lower() == ".toml" else RuleFormat.YAML


def _refused(message: str) -> CheckedFile:
    return CheckedFile(faults=(FileFault(1, 1, message),))
