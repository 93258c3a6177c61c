"""Asks for a file and reads or writes it, without a second event loop and without the disk stopping the window."""

import asyncio
import os
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from heyzack_console.desktop.dialogs import answered, confirmed
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.presentation.frame.question import Question

LARGEST = 64_000_000


async def chosen_file(theme: Theme, title: str, kinds: str, parent: QWidget) -> Path | None:
    """Ask which file to open; None when it was cancelled. *kinds* as Qt filters files: "Lists (*.json *.csv)"."""
    dialog = _dialog(title, kinds, parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    return await _answer(dialog, theme)


async def chosen_place(theme: Theme, title: str, name: str, kinds: str, parent: QWidget) -> Path | None:
    """Ask where to write a file, beginning with *name*; a file that is there is replaced only after a question."""
    dialog = _dialog(title, kinds, parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    place = await _answer(dialog, theme)
    if place is None or not await asyncio.to_thread(place.exists):
        return place
    question = Question(
        f"Replace {place.name}?",
        "Replace file",
        f"It is in {place.parent}.",
        "What is in the file now is lost.",
        asks_reason=False,
    )
    return place if await confirmed(theme, question, parent) is not None else None


async def chosen_folder(theme: Theme, title: str, parent: QWidget) -> Path | None:
    """Ask for a folder to write into; None when it was cancelled."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return await _answer(dialog, theme)


async def read_text(path: Path) -> str:
    """Read a text file in a thread.

    Raises:
        InvalidInput: it cannot be read, is too large or is no text.
    """
    return await asyncio.to_thread(_read, path)


async def read_bytes(path: Path) -> bytes:
    """Read any file in a thread.

    Raises:
        InvalidInput: it cannot be read or is too large.
    """
    return await asyncio.to_thread(_read_bytes, path)


async def write_text(path: Path, text: str) -> None:
    """Write a text file in a thread; until it is complete, what was there before stays.

    Raises:
        InvalidInput: it cannot be written; nothing was changed.
    """
    await asyncio.to_thread(_write, path, text.encode())


async def write_bytes(path: Path, content: bytes) -> None:
    """As `write_text`, for files that are no text."""
    await asyncio.to_thread(_write, path, content)


def _dialog(title: str, kinds: str, parent: QWidget) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setNameFilters([kinds, "All files (*)"])
    # AnyFile and no own question: Qt would put message boxes on a second event loop. Reading says what is missing.
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    return dialog


async def _answer(dialog: QFileDialog, theme: Theme) -> Path | None:
    chosen: list[str] = []
    dialog.fileSelected.connect(chosen.append)
    return Path(chosen[0]) if await answered(dialog, theme) and chosen else None


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise InvalidInput(f"{path.name} is larger than {LARGEST // 1_000_000} MB. It was not read.", "file")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InvalidInput(f"{path.name} cannot be read: {error.strerror}. Choose another file.", "file") from error
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{path.name} is no text file in UTF-8. Choose another file.", "file") from error


def _read_bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InvalidInput(f"{path.name} is no file. Choose another one.", "file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InvalidInput(f"{path.name} cannot be read: {error.strerror}. Choose another file.", "file") from error
    if len(data) > LARGEST:
        raise InvalidInput(f"{path.name} is larger than {LARGEST // 1_000_000} MB. It was not read.", "file")
    return data


def _write(path: Path, content: bytes) -> None:
    try:
        handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(fresh).replace(path)
        finally:
            Path(fresh).unlink(missing_ok=True)
    except OSError as error:
        raise InvalidInput(
            f"{path.name} cannot be written: {error.strerror}. What was there is unchanged. Choose another place.",
            "file",
        ) from error
