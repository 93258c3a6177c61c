"""`plan import`: what it tells of a floor plan, and what it says of files that are none."""

import pytest

from tests.cli.running import console
from tests.plans.reading import SHARED, a_drawing, a_dxf, a_picture


def a_file(folder, name, data):
    file = folder / name
    file.write_bytes(data)
    return str(file)


async def test_json_is_one_object_with_size_unit_and_zones_of_each_floor(tmp_path):
    ended = await console("plan", "import", a_file(tmp_path, "ground.dxf", a_dxf(unit=5)), "--json")
    assert (ended.code, ended.err) == (0, "")
    (floor,) = ended.value["floors"]
    assert ended.value["ok"] is True
    assert floor == {
        "name": "ground",
        "width": 10.0,
        "height": 4.0,
        "unit": "cm",
        "zones": 2,
        "zone_names": ["Store", "Office"],
    }


async def test_only_the_layers_named_are_read(tmp_path):
    file = a_file(tmp_path, "ground.dxf", a_dxf())
    ended = await console("plan", "import", file, "--layer", "Furniture", "--json")
    assert ended.value["floors"][0]["width"] == 6.6
    refused = await console("plan", "import", file, "--layer", "Roof", "--json")
    assert refused.code == 2
    assert "There is no layer 'Roof'. The drawing has: Walls, Doors, Furniture." in refused.value["message"]


async def test_without_json_the_floors_are_told_in_words(tmp_path):
    ended = await console("plan", "import", a_file(tmp_path, "flat.svg", a_drawing()))
    assert ended.code == 0
    assert ended.out.splitlines()[:2] == ["flat: 100 × 80 px, 1 zone", "  Kitchen"]


async def test_what_is_no_plan_is_one_sentence_and_exit_code_2(tmp_path):
    file = a_file(tmp_path, "letter.pdf", b"Dear all")
    ended = await console("plan", "import", file, "--json")
    assert (ended.code, ended.value["ok"], ended.value["floors"]) == (2, False, [])
    assert ended.value["message"].startswith("letter.pdf is none of PNG")
    told = await console("plan", "import", file)
    assert (told.code, told.out) == (2, "")
    assert told.err.strip() == ended.value["message"]


@pytest.mark.parametrize("line", [[], ["a.svg", "--wrong"], ["a.svg", "b.svg"], ["a.svg", "--page", "none"]])
async def test_a_command_line_that_is_not_understood_is_answered_in_json_too(line):
    ended = await console("plan", "import", "--json", *line)
    assert (ended.code, ended.value["ok"], ended.value["floors"]) == (2, False, [])
    assert ended.value["message"]


async def test_the_name_of_a_file_does_not_decide_what_it_is(tmp_path):
    ended = await console("plan", "import", a_file(tmp_path, "plan.dxf", a_picture("JPEG")), "--json")
    assert ended.value["floors"][0]["unit"] == "px"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published plans lie beside a checkout")
async def test_every_published_plan_is_imported():
    for file in sorted(SHARED.iterdir()):
        ended = await console("plan", "import", str(file), "--json")
        assert (ended.code, ended.value["ok"]) == (0, True), file.name
        assert all(floor["width"] > 0 and floor["height"] > 0 for floor in ended.value["floors"])
