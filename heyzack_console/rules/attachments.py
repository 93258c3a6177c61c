"""Which files may be attached, told by what they hold, and what they are called."""

from heyzack_console.domain.devices.notes import FileKind

LONGEST_NAME = 80
_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": FileKind.PNG, b"\xff\xd8\xff": FileKind.JPEG, b"%PDF-": FileKind.PDF}
_SUFFIXES = {
    FileKind.PNG: (".png",),
    FileKind.JPEG: (".jpg", ".jpeg"),
    FileKind.PDF: (".pdf",),
    FileKind.TEXT: (".txt", ".csv", ".log", ".md"),
}
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: characters and names that Windows keeps for itself.
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
_BREAKS = frozenset("\n\r\t\f")


def kind_of(data: bytes) -> FileKind | None:
    """What *data* is, whatever its name says; None where it may not be attached."""
    found = next((kind for beginning, kind in _BEGINNINGS.items() if data.startswith(beginning)), None)
    if found is not None or not data:
        return found
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    # A blank C0 or DEL is no part of a text; everything else in UTF-8 is.
    broken = any((sign < " " and sign not in _BREAKS) or sign == "\x7f" for sign in text)
    return None if broken else FileKind.TEXT


def clean_name(name: str, kind: FileKind) -> str:
    """A name without folders that every system takes, and whose end tells what the file is."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(sign for sign in last if sign.isprintable() and sign not in _FORBIDDEN)
    kept = " ".join(kept.split()).strip(". ")
    stem, dot, end = kept.rpartition(".")
    suffix = f".{end.lower()}" if dot else ""
    if suffix in _SUFFIXES[kind]:
        kept = stem.strip(". ")
    else:
        suffix = kind.suffix
    kept = kept[: LONGEST_NAME - len(suffix)].strip(". ")
    if kept.split(".")[0].lower() in _DEVICES:
        kept = f"_{kept}"
    return (kept or "file") + suffix
