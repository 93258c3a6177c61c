"""Notes about devices through the engine's port."""

from dataclasses import replace

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.notes import LARGEST_FILE, LONGEST_NOTE, MOST_FILES, FileKind, NoteId
from heyzack_console.domain.errors import InvalidInput, NotFound, PermissionDenied
from heyzack_console.domain.identity import ActorId, Role
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.notes import AddDeviceNote, DeviceNotes, NewFile, NoteFile, RemoveDeviceNote
from tests.plans.reading import a_picture
from tests.support.building import THERMOSTAT, VALVE
from tests.support.console import console
from tests.support.memory_store import ADMIN

WORDS = NewFile("hints.txt", b"Turn it left.")


async def test_a_note_is_kept_with_its_author_time_and_files_newest_first() -> None:
    async with console() as app:
        picture = NewFile("C:\\photos\\plate.exe", a_picture())
        done = await app.engine.do(AddDeviceNote(THERMOSTAT.id, " Filter changed \r\n by hand\x00 ", (picture,)))
        assert done.text == f"Note on {THERMOSTAT.name} kept with 1 file."
        app.clock.advance(60)
        await app.engine.do(AddDeviceNote(THERMOSTAT.id, "Second"))
        await app.engine.do(AddDeviceNote(VALVE.id, "Elsewhere"))
        newest, first = await app.engine.ask(DeviceNotes(THERMOSTAT.id))
        assert newest.text == "Second"
        assert (first.text, first.author) == ("Filter changed \n by hand", "Ines")
        assert first.at < newest.at
        (file,) = first.files
        assert (file.name, file.kind, file.size) == ("plate.exe.png", FileKind.PNG, len(picture.data))
        assert await app.engine.ask(NoteFile(file.digest)) == picture.data


async def test_a_note_is_taken_back_and_a_removed_one_brought_back() -> None:
    async with console() as app:
        done = await app.engine.do(AddDeviceNote(THERMOSTAT.id, "", (WORDS,)))
        gone = await app.engine.do(RemoveDeviceNote(NoteId(done.made)))
        assert await app.engine.ask(DeviceNotes(THERMOSTAT.id)) == ()
        assert gone.entry is not None
        await app.engine.do(Undo(gone.entry))
        assert len(await app.engine.ask(DeviceNotes(THERMOSTAT.id))) == 1
        with pytest.raises(NotFound):
            await app.engine.do(RemoveDeviceNote(NoteId("0" * 32)))


@pytest.mark.parametrize(
    ("text", "files", "words"),
    [
        (" \n ", (), "Write a few words"),
        ("x" * (LONGEST_NOTE + 1), (), "at most 4,000 characters"),
        ("x", (WORDS,) * (MOST_FILES + 1), "at most 6 files"),
        ("x", (WORDS, NewFile("big.txt", b"x" * (LARGEST_FILE + 1))), "big.txt is larger than 4 MB"),
        ("x", (NewFile("tool.png", b"MZ\x90\x00"),), "tool.png is none of PNG"),
        ("x", (NewFile("", b""),), "A file is none of"),
    ],
)
async def test_what_may_not_be_kept_is_said_and_nothing_is_written(text: str, files, words: str) -> None:
    async with console() as app:
        with pytest.raises(InvalidInput, match=words):
            await app.engine.do(AddDeviceNote(THERMOSTAT.id, text, files))
        with pytest.raises(NotFound):
            await app.engine.do(AddDeviceNote(DeviceId("ghost"), "x"))
        assert app.disk.entries == []


async def test_the_note_of_another_is_removed_only_by_who_may_configure() -> None:
    agent = replace(ADMIN, id=ActorId("b" * 32), name="Omar", role=Role.SUPPORT_AGENT)
    async with console() as app:
        note = NoteId((await app.engine.do(AddDeviceNote(THERMOSTAT.id, "Mine"))).made)
        disk = app.disk
    async with console(disk, actor=agent) as app:
        with pytest.raises(PermissionDenied, match="Ines wrote this note"):
            await app.engine.do(RemoveDeviceNote(note))
        own = NoteId((await app.engine.do(AddDeviceNote(THERMOSTAT.id, "His"))).made)
        await app.engine.do(RemoveDeviceNote(own))
        assert [one.text for one in await app.engine.ask(DeviceNotes(THERMOSTAT.id))] == ["Mine"]
