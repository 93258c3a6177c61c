"""What may be attached, and what it is called afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.notes import FileKind
from heyzack_console.rules.attachments import LONGEST_NAME, clean_name, kind_of
from tests.plans.reading import a_picture


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (a_picture("PNG"), FileKind.PNG),
        (a_picture("JPEG"), FileKind.JPEG),
        (b"%PDF-1.7\n", FileKind.PDF),
        ("Ventil prüfen\r\n\tzweimal".encode(), FileKind.TEXT),
        (b"\xef\xbb\xbfwith a mark", FileKind.TEXT),
        (b"", None),
        (b"MZ\x90\x00\x03", None),
        (b"\x7fELF\x02\x01\x01", None),
        (b"PK\x03\x04", None),
        (b"GIF89a\x01\x00", None),
        (b"bell \x07", None),
        (b"\xc3\x28", None),
    ],
)
def test_a_file_is_what_it_holds_and_not_what_it_is_called(data, kind):
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("name", "kind", "clean"),
    [
        ("plate.png", FileKind.PNG, "plate.png"),
        ("Plate.JPEG", FileKind.JPEG, "Plate.jpeg"),
        ("invoice.pdf.exe", FileKind.PDF, "invoice.pdf.exe.pdf"),
        ("run.sh", FileKind.TEXT, "run.sh.txt"),
        ("../../etc/passwd", FileKind.TEXT, "passwd.txt"),
        ("C:\\Windows\\nul.txt", FileKind.TEXT, "_nul.txt"),
        ("cod\u202egpj.exe", FileKind.PNG, "codgpj.exe.png"),
        ("a<b>:c|d?.png", FileKind.PNG, "abcd.png"),
        ("...", FileKind.PDF, "file.pdf"),
        ("two\n lines .txt", FileKind.TEXT, "two lines.txt"),
    ],
)
def test_a_name_is_cleaned_and_its_end_tells_what_the_file_is(name, kind, clean):
    assert clean_name(name, kind) == clean


@given(st.text(), st.sampled_from(FileKind))
def test_whatever_a_file_is_called_the_name_is_one_that_every_system_takes(name, kind):
    clean = clean_name(name, kind)
    assert 0 < len(clean) <= LONGEST_NAME
    assert clean.isprintable()
    assert not set(clean) & set('<>:"/\\|?*')
    assert clean == clean.strip(". ")
    assert clean_name(clean, kind) == clean


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(data):
    assert kind_of(data) in {None, *FileKind}
