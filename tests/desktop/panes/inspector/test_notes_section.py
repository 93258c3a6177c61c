"""Notes in the inspector: written with the keyboard, shown newest first, hostile files shown as what they are."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.inspector.note_rows import FileRow, NoteRow, ShortenedButton
from heyzack_console.desktop.panes.inspector.notes_desk import NotesDesk
from heyzack_console.desktop.panes.inspector.notes_section import NotesSection
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.notes import LARGEST_FILE, Attachment, DeviceNote, FileKind, NoteId
from heyzack_console.domain.errors import ConsoleError, InvalidInput
from heyzack_console.ports.engine.notes import AddDeviceNote, DeviceNotes, NoteFile, RemoveDeviceNote
from heyzack_console.presentation.inspector.notes import FEW
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.site_time import SiteTime
from tests.plans.reading import a_picture
from tests.support.building import BOOK, THERMOSTAT, VALVE, at
from tests.support.dialogs import OpenedDialogs
from tests.support.engine_port import SmallEngine

NARROW = 316


@dataclass
class Bench:
    """The section on a small engine that keeps notes in a list."""

    section: NotesSection
    engine: SmallEngine
    bridge: Bridge
    window: QWidget
    failures: list[ConsoleError]
    shown: list[Path]
    notes: list[DeviceNote] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)

    def note(self, text: str, *files: Attachment, device: Device = THERMOSTAT) -> None:
        number = len(self.notes)
        self.notes.insert(0, DeviceNote(NoteId(f"{number}"), device.id, text, "Ines", at(number * 60), files))

    def file(self, name: str, data: bytes, kind: FileKind) -> Attachment:
        digest = f"{len(self.files):064x}"
        self.files[digest] = data
        return Attachment(name, kind, len(data), digest)

    async def show(self, device: Device = THERMOSTAT) -> None:
        self.section.show_device(device)
        await self.bridge.idle()

    def texts(self) -> list[str]:
        return [label.text() for label in self.section.findChildren(QLabel) if label.isVisible()]

    def rows(self) -> list[NoteRow]:
        return [row for row in self.section.findChildren(NoteRow) if row.isVisible()]

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.section.findChildren(QPushButton) if b.text() == text)

    @property
    def edit(self) -> QPlainTextEdit:
        return self.section.findChild(QPlainTextEdit)


@pytest.fixture
def bench(theme: Theme) -> Iterator[Bench]:
    mirror = Mirror(connected=True)
    mirror.show_book(BOOK)
    engine = SmallEngine()
    failures: list[ConsoleError] = []
    shown: list[Path] = []
    bridge = Bridge(failures.append, lambda name, error: pytest.fail(f"{name}: {error!r}"))
    window = QWidget()

    def show_file(place: Path) -> bool:
        shown.append(place)
        return place.suffix != ".pdf"

    desk = NotesDesk(engine, bridge, theme, lambda: window, lambda _receipt, _text: None, show_file)
    section = NotesSection(theme, SiteTime(lambda: at(10), mirror), desk)
    column = QVBoxLayout(window)
    column.addWidget(section)
    column.addStretch(1)
    window.resize(NARROW, 900)
    window.show()
    made = Bench(section, engine, bridge, window, failures, shown)
    engine.answers = {
        DeviceNotes: lambda query: tuple(note for note in made.notes if note.device == query.device),
        NoteFile: lambda query: made.files[query.digest],
    }
    yield made
    window.close()
    window.deleteLater()


async def test_without_a_note_it_says_so(bench: Bench):
    await bench.show()
    assert "No notes yet." in bench.texts()
    assert not bench.button("Add note").isEnabled()


async def test_notes_stand_newest_first_as_they_were_written_and_a_few_of_many(bench: Bench):
    for number in range(FEW + 2):
        bench.note(f"<b>Note</b> {number}")
    await bench.show()
    assert [row.accessibleName().rsplit(": ", 1)[-1] for row in bench.rows()] == [
        f"<b>Note</b> {number}" for number in range(FEW + 1, 1, -1)
    ]
    labels = [label for label in bench.section.findChildren(QLabel) if label.text().startswith("<b>")]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    bench.button("Show 2 more").click()
    await bench.bridge.idle()
    assert len(bench.rows()) == FEW + 2


async def test_control_and_enter_keep_a_note_and_enter_alone_begins_a_line(bench: Bench):
    await bench.show()
    QTest.keyClicks(bench.edit, "Seal changed")
    QTest.keyClick(bench.edit, Qt.Key.Key_Return)
    QTest.keyClicks(bench.edit, "Tight")
    QTest.keyClick(bench.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await bench.bridge.idle()
    assert bench.engine.done == [AddDeviceNote(THERMOSTAT.id, "Seal changed\nTight")]
    assert bench.edit.toPlainText() == ""


async def test_a_note_that_was_refused_stays_and_the_reason_stands_below(bench: Bench):
    async def refuse(_command):
        raise InvalidInput("plate.exe is none of PNG, JPEG, PDF and plain text. Nothing was saved.")

    bench.engine.answers[AddDeviceNote] = refuse
    await bench.show()
    QTest.keyClicks(bench.edit, "Look")
    bench.button("Add note").click()
    await bench.bridge.idle()
    assert bench.edit.toPlainText() == "Look"
    assert any("none of PNG" in text for text in bench.texts())
    assert bench.button("Add note").isEnabled()


async def test_what_was_begun_waits_while_another_device_is_looked_at(bench: Bench):
    await bench.show()
    QTest.keyClicks(bench.edit, "Half a")
    await bench.show(VALVE)
    assert bench.edit.toPlainText() == ""
    await bench.show()
    assert bench.edit.toPlainText() == "Half a"


async def test_files_are_attached_by_dialog_and_left_out_again(bench: Bench, tmp_path: Path):
    place, large = tmp_path / "plate.png", tmp_path / "film.mp4"
    place.write_bytes(a_picture())
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    await bench.show()
    with OpenedDialogs() as dialogs:
        for chosen in (place, large, tmp_path / "gone.png"):
            bench.button("Attach…").click()
            dialog = await dialogs.next(QFileDialog)
            dialog.fileSelected.emit(str(chosen))
            dialog.done(1)
            await bench.bridge.idle()
    assert any("gone.png" in text for text in bench.texts())
    taken = [b for b in bench.section.findChildren(ShortenedButton) if b.toolTip().endswith("leave out")]
    assert [button.accessibleName() for button in taken] == ["Leave out plate.png"]
    bench.button("Add note").click()
    await bench.bridge.idle()
    (command,) = bench.engine.done
    assert [(file.name, file.data) for file in command.files] == [("plate.png", place.read_bytes())]


async def test_a_picture_is_shown_small_and_a_broken_or_huge_one_is_named(bench: Bench):
    good = bench.file("plate.png", a_picture(), FileKind.PNG)
    torn = bench.file("torn.png", a_picture()[:60], FileKind.PNG)
    bomb = bytearray(a_picture())
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    huge = bench.file("huge.png", bytes(bomb), FileKind.PNG)
    bench.note("Three", good, torn, huge)
    await bench.show()
    first, second, third = bench.section.findChildren(FileRow)
    pictures = [row.findChild(QLabel) for row in (first, second, third)]
    assert [picture.isVisible() for picture in pictures] == [True, False, False]
    assert sum("cannot be shown here" in text for text in bench.texts()) == 2


async def test_a_copy_is_opened_from_a_folder_of_ones_own_and_saved_where_a_person_says(bench: Bench, tmp_path: Path):
    picture = bench.file("plate.png", a_picture(), FileKind.PNG)
    paper = bench.file("manual.pdf", b"%PDF-1.7", FileKind.PDF)
    bench.note("Both", picture, paper)
    await bench.show()
    first, second = bench.section.findChildren(FileRow)

    def choose(row: FileRow, title: str) -> None:
        menu = row.findChild(ShortenedButton).menu()
        next(action for action in menu.actions() if action.text() == title).trigger()

    choose(first, "Open a copy")
    await bench.bridge.idle()
    (opened,) = bench.shown
    assert (opened.name, opened.read_bytes()) == ("plate.png", a_picture())
    assert opened.parent.parent.stat().st_mode & 0o077 == 0
    choose(second, "Open a copy")
    await bench.bridge.idle()
    assert "No program shows manual.pdf" in bench.failures[0].text
    with OpenedDialogs() as dialogs:
        choose(first, "Save a copy…")
        dialog = await dialogs.next(QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / "copy"))
        dialog.done(1)
        await bench.bridge.idle()
    assert (tmp_path / "copy.png").read_bytes() == a_picture()


async def test_a_note_is_removed_and_notes_of_others_come_with_the_next_second(bench: Bench):
    bench.note("Old")
    await bench.show()
    bench.button("Remove").click()
    await bench.bridge.idle()
    assert bench.engine.done == [RemoveDeviceNote(NoteId("0"))]
    bench.note("From another window")
    bench.section.tick()
    await bench.bridge.idle()
    assert len(bench.rows()) == 1
    bench.section.take(Touched(journal=True))
    bench.section.tick()
    await bench.bridge.idle()
    assert len(bench.rows()) == 2


async def test_nothing_is_wider_than_a_narrow_inspector(bench: Bench):
    name = "a-very-long-name-without-a-single-blank-in-it-that-somebody-gave-to-his-picture.png"
    bench.note("Look", bench.file(name, a_picture(), FileKind.PNG))
    await bench.show()
    assert bench.section.minimumSizeHint().width() <= NARROW - 24
