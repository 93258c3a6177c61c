"""The published floor plans, read as the console reads them."""

import pytest

from heyzack_console.domain.plans import PlanChoice
from tests.plans.reading import a_reader, published


def read(name, **choice):
    with a_reader() as reader:
        return reader.read(name, published(name), PlanChoice(**choice))


def test_a_building_model_gives_its_storeys_from_the_lowest_up_in_metres_and_one_frame():
    plan = read("duplex.ifc")
    assert [(floor.name, floor.elevation) for floor in plan.floors] == [
        ("T/FDN", -1.25),
        ("Level 1", 0.0),
        ("Level 2", 3.1),
        ("Roof", 6.0),
    ]
    assert {(floor.width, floor.height, floor.unit, floor.metres) for floor in plan.floors} == {(8.8, 17.8, "m", 1.0)}


def test_a_building_models_21_spaces_are_zones_with_number_and_name():
    zones = [zone for floor in read("duplex.ifc").floors for zone in floor.zones]
    assert len(zones) == 21
    assert {"A102 Living Room", "B203 Bedroom 2", "R301 Roof"} <= {zone.label for zone in zones}
    assert all(0 <= x <= 8.8 and 0 <= y <= 17.8 for zone in zones for x, y in zone.outline)


def test_a_dxf_is_read_in_its_own_unit_and_hidden_layers_are_named():
    plan = read("raumzeitlabor.dxf")
    (floor,) = plan.floors
    assert (floor.width, floor.height, floor.unit, floor.metres) == (783.0, 550.0, "cm", 0.01)
    assert {layer.name for layer in plan.layers if not layer.taken} == {"0", "Doors/Windows", "Querbalken", "Table"}
    assert "Table" in plan.notes[0]


def test_only_the_layers_named_are_read():
    plan = read("raumzeitlabor.dxf", layers=("Shelves", "TABLE"))
    assert {layer.name for layer in plan.layers if layer.taken} == {"Shelves", "Table"}
    assert len(plan.floors[0].strokes) == 30


def test_an_svgs_layers_are_floors_that_lie_over_one_another():
    plan = read("multi_floor.svg")
    assert [floor.name for floor in plan.floors] == ["first_floor", "ground_floor"]
    assert {(round(floor.width, 1), round(floor.height, 1)) for floor in plan.floors} == {(204.1, 193.1)}
    assert [[zone.name for zone in floor.zones] for floor in plan.floors] == [
        ["binary_sensor.activity"],
        ["binary_sensor.garage"],
    ]


def test_an_svg_without_layers_is_one_floor_with_its_named_shapes():
    (floor,) = read("home.svg").floors
    assert (floor.name, round(floor.width), round(floor.height), floor.metres) == ("home", 269, 242, None)
    names = {zone.name for zone in floor.zones}
    assert {"binary_sensor.living_area", "binary_sensor.garage", "binary_sensor.main_bedroom"} <= names


def test_a_picture_is_one_floor_in_pixels_that_has_to_be_measured():
    (floor,) = read("rooms_location_b.png").floors
    assert (floor.width, floor.height, floor.unit, floor.metres) == (1272.0, 960.0, "px", None)
    assert floor.picture is not None
    assert floor.picture.data.startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["home.svg", "multi_floor.svg"])
def test_a_floor_has_no_more_lines_than_a_map_draws_quickly(name):
    for floor in read(name).floors:
        assert len(floor.strokes) <= 4_000
        assert sum(len(stroke.points) for stroke in floor.strokes) <= 15_000
