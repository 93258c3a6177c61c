"""Reads and writes the notes of a device, and fetches the files attached to them."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QTemporaryDir
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.file_dialogs import chosen_file, chosen_place
from heyzack_console.desktop.panes.inspector.thumbnails import small_picture
from heyzack_console.desktop.table_files import write_bytes
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.notes import LARGEST_FILE, Attachment, DeviceNote, NoteId
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.ports.engine.notes import AddDeviceNote, DeviceNotes, NewFile, NoteFile, RemoveDeviceNote
from heyzack_console.ports.engine.port import EnginePort, Receipt

KINDS = "Pictures, PDF and text (*.png *.jpg *.jpeg *.pdf *.txt *.csv *.log *.md)"
REMEMBERED = 64
SIDE = 192
"""Small pictures are kept this large, so that they are sharp on a fine screen."""

Said = Callable[[Receipt, str], None]
Answer = Callable[[str], None]
"""Takes what was wrong; empty when all went well."""
Open = Callable[[Path], bool]
"""Lets the program that a person chose for it show a file."""


class NotesDesk:
    """Runs all of it through the bridge.

    Args:
        said: says what was done, with the way back.
        show_file: shows a copy of an attached file.
    """

    def __init__(
        self,
        port: EnginePort,
        bridge: Bridge,
        theme: Theme,
        window: Callable[[], QWidget],
        said: Said,
        show_file: Open,
    ) -> None:
        self._port = port
        self._bridge = bridge
        self._theme = theme
        self._window = window
        self._said = said
        self._show_file = show_file
        self._small: OrderedDict[str, QImage | None] = OrderedDict()
        self._copies: QTemporaryDir | None = None

    def ask(self, device: DeviceId, show: Callable[[tuple[DeviceNote, ...]], None]) -> None:
        """Ask for the notes of *device* and *show* them."""

        async def ask() -> None:
            show(await self._port.ask(DeviceNotes(device)))

        self._bridge.renew(ask(), "inspector notes")

    def add(self, device: DeviceId, text: str, files: Sequence[NewFile], answer: Answer) -> None:
        """Keep a note."""

        async def add() -> None:
            done = await self._port.do(AddDeviceNote(device, text, tuple(files)))
            answer("")
            self._said(done, done.text)

        self._bridge.start(add(), f"note on {device}", lambda error: answer(error.text))

    def remove(self, note: NoteId) -> None:
        """Take a note away."""

        async def remove() -> None:
            done = await self._port.do(RemoveDeviceNote(note))
            self._said(done, done.text)

        self._bridge.start(remove(), f"remove note {note}")

    def choose(self, take: Callable[[NewFile], None], failed: Answer) -> None:
        """Let a person choose a file to attach."""

        async def choose() -> None:
            path = await chosen_file(self._theme, "Attach a file", KINDS, self._window())
            if path is not None:
                take(NewFile(path.name, await asyncio.to_thread(_read, path)))

        self._bridge.start(choose(), "attach a file", lambda error: failed(error.text))

    def thumbnails(self, files: Sequence[Attachment], show: Callable[[str, QImage | None], None]) -> None:
        """Fetch and decode small pictures, one after the other, and *show* each by its digest."""

        async def fetch() -> None:
            for file in files:
                if file.digest not in self._small:
                    self._remember(file.digest, await self._decoded(file))
                show(file.digest, self._small[file.digest])

        self._bridge.renew(fetch(), "inspector thumbnails")

    def save(self, file: Attachment) -> None:
        """Let a person say where, and write a copy there."""

        async def save() -> None:
            kinds = f"{file.kind.word} files (*{file.kind.suffix})"
            place = await chosen_place(self._theme, "Save a copy", file.name, kinds, self._window())
            if place is not None:
                data = await self._port.ask(NoteFile(file.digest))
                await write_bytes(place if place.suffix else place.with_suffix(file.kind.suffix), data)

        self._bridge.start(save(), f"save {file.digest}")

    def open(self, file: Attachment) -> None:
        """Write a copy to a folder that only this person can read, and show it."""

        async def show() -> None:
            place = await asyncio.to_thread(self._room, file)
            await write_bytes(place, await self._port.ask(NoteFile(file.digest)))
            if not self._show_file(place):
                raise InvalidInput(f"No program shows {file.name}. Save a copy and open it yourself.", "file")

        self._bridge.start(show(), f"open {file.digest}")

    async def _decoded(self, file: Attachment) -> QImage | None:
        try:
            data = await self._port.ask(NoteFile(file.digest))
        except NotFound:
            return None
        return await asyncio.to_thread(small_picture, data, file.kind, SIDE)

    def _remember(self, digest: str, image: QImage | None) -> None:
        self._small[digest] = image
        while len(self._small) > REMEMBERED:
            self._small.popitem(last=False)

    def _room(self, file: Attachment) -> Path:
        if self._copies is None:
            self._copies = QTemporaryDir(QDir.tempPath() + "/heyzack-notes-XXXXXX")
        if not self._copies.isValid():
            raise InvalidInput(f"No copy can be made: {self._copies.errorString()}. Save one elsewhere.", "file")
        folder = Path(self._copies.path()) / file.digest[:16]
        folder.mkdir(exist_ok=True)
        return folder / file.name


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InvalidInput(f"{path.name} is no file. Choose another one.", "files")
        if path.stat().st_size > LARGEST_FILE:
            most = LARGEST_FILE // 1_000_000
            raise InvalidInput(f"{path.name} is larger than {most} MB. Attach a smaller copy.", "files")
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"{path.name} cannot be read: {error.strerror}. Choose another file.", "files") from error
