"""Hundreds of spoiled copies: each gives a plan or a sentence, and no more than a few processes die of them."""

import random

import pytest

from heyzack_console.domain.errors import InvalidInput
from tests.plans.reading import SHARED, a_drawing, a_dxf, a_model, a_pdf, a_picture, a_reader, a_squeezed_drawing

SMALL = {
    "plan.png": a_picture,
    "plan.jpg": lambda: a_picture("JPEG"),
    "plan.svg": lambda: a_drawing('<g id="hall" transform="rotate(3)"><path d="M5 5c1 2 3 4 9 9a4 4 0 01 9 9z"/></g>'),
    "plan.svgz": a_squeezed_drawing,
    "plan.pdf": a_pdf,
    "plan.dxf": a_dxf,
    "plan.ifc": a_model,
}
REAL = ("home.svg", "raumzeitlabor.dxf", "rooms_location_b.png", "duplex.ifc")
COPIES = 60
# A page is drawn large, which takes its time.
FEWER = {"plan.pdf": 20}


def spoiled(data: bytes, chance: random.Random) -> bytes:
    """Flip bytes, cut the end off, put a piece elsewhere, or write numbers that are too large."""
    whole = bytearray(data)
    way = chance.randrange(4)
    if way == 0:
        for _ in range(chance.choice((1, 4, 40))):
            whole[chance.randrange(len(whole))] = chance.randrange(256)
    elif way == 1:
        del whole[chance.randrange(len(whole)) :]
    elif way == 2:
        start = chance.randrange(len(whole))
        piece = whole[start : start + chance.randrange(1, 400)]
        at = chance.randrange(len(whole))
        whole[at:at] = piece * chance.choice((1, 3))
    else:
        at = chance.randrange(len(whole))
        whole[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"1e99", b"-999", b"nan ", b"\x00\x00\x00\x00"))
    return bytes(whole)


def tried(reader, name, data) -> bool:
    try:
        plan = reader.read(name, data)
    except InvalidInput as refusal:
        assert refusal.text.endswith("Nothing was imported."), refusal.text  # noqa: PT017 - either outcome is right
        return False
    for floor in plan.floors:
        assert 0 < floor.width < 1e11
        assert 0 < floor.height < 1e11
        assert all(abs(x) < 1e11 and abs(y) < 1e11 for stroke in floor.strokes for x, y in stroke.points)
    return True


@pytest.mark.parametrize("name", SMALL)
def test_spoiled_copies_of_a_small_plan(name):
    chance, whole = random.Random(name), SMALL[name]()
    with a_reader() as reader:
        outcomes = {tried(reader, name, spoiled(whole, chance)) for _ in range(FEWER.get(name, COPIES))}
        assert tried(reader, name, whole)
    assert False in outcomes


@pytest.mark.parametrize("name", REAL)
def test_spoiled_copies_of_a_published_plan(name):
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"{name} is not beside this checkout")
    chance, whole = random.Random(name), path.read_bytes()
    with a_reader() as reader:
        for _ in range(3):
            tried(reader, name, spoiled(whole, chance))
