"""Files that want to do harm, or that cost more than a plan may: one sentence, and the next file is read."""

import gzip
import struct
import sys
import zlib

import pytest

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.plans import PlanChoice
from heyzack_console.plans.reader import PlanReader, bytes_of
from tests.plans.reading import a_drawing, a_dxf, a_model, a_pdf, a_picture, a_reader

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def a_use(target):
    return f'<use xlink:href="{target}"/>'


def a_hall_of_mirrors():
    """Each group uses the one before it twelve times: 12⁸ shapes."""
    groups = "".join(f'<g id="u{n}">{a_use("#u" + str(n - 1)) * 12}</g>' for n in range(1, 9))
    return a_drawing(groups + '<g id="u0"><path d="M0 0L1 1"/></g>')


def a_pixel_bomb(width=60_000, height=60_000):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(10_000))) + chunk(b"IEND", b"")
    )


def a_locked_pdf():
    """Asks for a password by its dictionary alone; what follows is never reached."""
    lock = "<</Filter/Standard/V 1/R 2/O<" + "00" * 32 + ">/U<" + "00" * 32 + ">/P -4>>"
    return a_pdf().replace(b"/Root", f"/ID[<{'00' * 16}><{'00' * 16}>]/Encrypt {lock}/Root".encode())


HOSTILE = {
    "xml entity bomb": (a_drawing("<desc>&l9;</desc>", f'<!DOCTYPE svg [<!ENTITY l0 "ha">{LAUGHS}]>'), "entities"),
    "xml external entity": (
        a_drawing(head='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>', inside="<desc>&x;</desc>"),
        "entities",
    ),
    "svg script": (a_drawing("<script>alert(1)</script>"), "active content"),
    "svg event": (a_drawing('<path onload="alert(1)" d="M0 0L1 1"/>'), "script"),
    "svg outside picture": (a_drawing('<image xlink:href="http://127.0.0.1:9/x.png"/>'), "outside the file"),
    "svg file on disk": (a_drawing(a_use("file:///etc/hosts#a")), "outside the file"),
    "svg outside style": (a_drawing("<style>@import url(http://127.0.0.1:9/x.css)</style>"), "outside the file"),
    "svg outside fill": (a_drawing('<path style="fill:url(//host/x)" d="M0 0L1 1"/>'), "outside the file"),
    "svg uses itself": (a_drawing(f'<g id="a">{a_use("#a")}</g>'), "too deep"),
    "svg uses grow": (a_hall_of_mirrors(), "more than 200,000 parts"),
    "svg very deep": (a_drawing("<g>" * 5000 + '<path d="M0 0L1 1"/>' + "</g>" * 5000), "too deep"),
    "svg of nothing but tags": (a_drawing("<g/>" * 500_000), "more than 200,000 parts"),
    "svg endless path": (a_drawing(f'<path d="M0 0{"c1 1 2 2 3 3" * 200_000}"/>'), "corners"),
    "svgz bomb": (gzip.compress(b"<svg>" + bytes(80_000_000)), "larger than 64 MB"),
    "png bomb": (a_pixel_bomb(), "pixels"),
    "pdf with password": (a_locked_pdf(), "password"),
    "pdf without that page": (a_pdf(2), "no page 7"),
    "dxf with many entities": (a_dxf().replace(b"ENTITIES\n", b"ENTITIES\n" + b"  0\nPOINT\n" * 400_000), "parts"),
    "zip": (b"PK\x03\x04" + bytes(100), "ZIP archive"),
    "dwg": (b"AC1027" + bytes(100), "DWG"),
    "empty": (b"", "empty"),
    "text": (b"Dear all, the plan is attached.", "none of PNG"),
    "xml of another kind": (b"<?xml version='1.0'?><html/>", "no SVG"),
    "svg of nothing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "nothing to see"),
    "ifc without storeys": (a_model().replace(b"IFCBUILDINGSTOREY", b"IFCBUILDING"), "no storeys"),
}  # fmt: skip


@pytest.fixture(scope="module")
def reader():
    with a_reader() as one:
        yield one


@pytest.mark.parametrize("case", HOSTILE)
def test_it_is_refused_with_a_sentence_and_the_next_file_is_read(reader, case):
    data, words = HOSTILE[case]
    with pytest.raises(InvalidInput) as refusal:
        reader.read("plan.any", data, PlanChoice(page=7 if "page" in case else 1))
    assert words in refusal.value.text
    assert refusal.value.text.endswith("Nothing was imported.")
    assert len(reader.read("good.svg", a_drawing()).floors) == 1


@pytest.mark.parametrize("make", [a_picture, a_drawing, a_dxf, a_pdf, a_model])
def test_half_a_file_gives_a_plan_or_a_sentence(reader, make):
    whole = make()
    for length in (5, len(whole) // 3, len(whole) // 2, len(whole) - 30):
        try:
            assert reader.read("half", whole[:length]).floors
        except InvalidInput as refusal:
            assert refusal.text.endswith("Nothing was imported.")  # noqa: PT017 - either outcome is right


def test_a_reader_that_hangs_is_given_up():
    hanging = PlanReader([sys.executable, "-c", "import time; time.sleep(600)"], seconds=0.3)
    with pytest.raises(InvalidInput, match="too much time or memory"):
        hanging.read("slow.svg", a_drawing())


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "print('x' * 100000)", "import os; os.write(1, b'\\xff' * 8)"])
def test_a_reader_that_dies_or_babbles_is_an_unreadable_file(code):
    broken = PlanReader([sys.executable, "-c", code], seconds=2)
    with pytest.raises(InvalidInput, match="is damaged"):
        broken.read("x.svg", a_drawing() + bytes(1_000_000))


def test_without_the_optional_library_a_building_model_names_what_to_install():
    without = "import sys; sys.modules['ifcopenshell'] = None; from heyzack_console.plans.worker import serve; serve()"
    with PlanReader([sys.executable, "-c", without]) as reader:
        with pytest.raises(InvalidInput, match=r"heyzack-console\[ifc\]"):
            reader.read("house.ifc", a_model())
        assert reader.read("room.svg", a_drawing()).format == "svg"


def test_what_is_no_file_is_not_opened(tmp_path):
    large = tmp_path / "large.ifc"
    with large.open("wb") as file:
        file.truncate(64_000_001)
    with pytest.raises(InvalidInput, match="larger than 64 MB"):
        bytes_of(large)
    for place in (tmp_path, tmp_path / "missing.svg"):
        with pytest.raises(InvalidInput, match=r"no file|cannot be read"):
            bytes_of(place)
