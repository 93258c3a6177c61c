"""What is chosen of a plan before it is taken in."""

import math

import pytest

from heyzack_console.domain.devices.device import FloorId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.plans import Fit, Plan, PlanFloor, PlanZone
from heyzack_console.domain.sites import Floor
from heyzack_console.presentation.map.importing import PlanWish

SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0))
SHEET = PlanFloor("sheet", 200.0, 100.0, "px")
GROUND = Floor(FloorId("g"), 0, "Ground floor", 20.0, 10.0)


def storey(name, elevation):
    zone = PlanZone("Lab", SQUARE, "1.01")
    return PlanFloor(name, 9.0, 6.0, "m", 1.0, zones=(zone,), elevation=elevation)


MODEL = Plan("ifc", (storey("Footing", -1.2), storey("Level 1", 0.0), storey("Level 2", 3.1)))


def test_without_a_scale_nothing_can_be_taken_in_and_the_words_say_why():
    wish = PlanWish("a.png", Plan("png", (SHEET,)), ())
    assert wish.missing.startswith("Measure the scale")
    assert wish.size_words(SHEET) == "200 × 100 px, scale not known"
    wish.measure((0, 0), (100, 0), 5.0)
    assert wish.missing == ""
    assert wish.size_words(SHEET) == "10.00 × 5.00 m"
    assert wish.command().floors[0].fit == Fit(0.05)


def test_storeys_get_their_levels_from_their_height_and_names_find_the_floor_that_is_there():
    wish = PlanWish("house.ifc", MODEL, (Floor(FloorId("one"), 7, "Level 1", 9.0, 6.0),))
    assert [(one.target, one.level) for one in wish.floors] == [(None, -1), ("one", 7), (None, 1)]


def test_a_single_plan_is_proposed_for_the_floor_that_has_none():
    assert PlanWish("a.png", Plan("png", (SHEET,)), (GROUND,)).floors[0].target == "g"


def test_only_what_is_ticked_is_taken():
    wish = PlanWish("house.ifc", MODEL, ())
    wish.floors[0].taken = False
    wish.floors[1].zones.clear()
    first, second = wish.command().floors
    assert (first.name, first.zones) == ("Level 1", ())
    assert [(zone.number, zone.name) for zone in second.zones] == [("1.01", "Lab")]
    for one in wish.floors:
        one.taken = False
    assert wish.missing == "Tick a floor first."


def test_two_drawings_for_one_floor_are_refused_before_they_are_sent():
    wish = PlanWish("house.ifc", MODEL, (GROUND,))
    wish.floors[0].target = wish.floors[1].target = GROUND.id
    assert "one floor" in wish.missing


def test_a_plan_laid_over_another_gets_its_scale_from_there_and_measuring_anew_undoes_it():
    wish = PlanWish("a.png", Plan("png", (SHEET,)), (GROUND,))
    wish.lay_over(((0, 0), (100, 0)), ((5.0, 0.0), (5.0, 10.0)))
    assert wish.scale == pytest.approx(0.1)
    assert wish.lies is not None
    assert wish.lies.turn == pytest.approx(math.pi / 2)
    wish.measure((0, 0), (100, 0), 5.0)
    assert wish.lies == Fit(0.05)
    with pytest.raises(InvalidInput):
        wish.lay_over(((0, 0), (0, 0)), ((5.0, 0.0), (5.0, 10.0)))


def test_the_scale_stays_when_the_same_page_is_read_again_and_not_for_another_page():
    wish = PlanWish("a.pdf", Plan("pdf", (SHEET,), page=1, pages=2), ())
    wish.measure((0, 0), (100, 0), 5.0)
    assert PlanWish("a.pdf", Plan("pdf", (SHEET,), page=1, pages=2), (), wish).scale == 0.05
    assert PlanWish("a.pdf", Plan("pdf", (SHEET,), page=2, pages=2), (), wish).scale is None
