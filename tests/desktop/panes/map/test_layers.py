"""Layers on the pane: the switch, the words, the heat map on the screen."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.panes.map.heat_painter import STEPS, heat_color
from heyzack_console.desktop.panes.map.layer_switch import LayerSwitch
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.panes.map.tone_sprites import tone_picture
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.categories import Category
from heyzack_console.presentation.frame.look import Look, ThemeChoice
from heyzack_console.presentation.map.layers import ON_THE_BAR, Layer, Tone
from heyzack_console.presentation.map.quantities import Quantity
from heyzack_console.presentation.mirror import Mirror
from tests.support.map_site import apply, first_of, reading


@pytest.fixture
def pane(theme: Theme, marks: Markers, mirror: Mirror, qtbot: QtBot) -> Iterator[MapPane]:
    shown = MapPane(theme, marks, SelectionBoard(), mirror)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.bar)
    shown.resize(1100, 620)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def grabbed(canvas: MapCanvas) -> QImage:
    return canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def grey(theme: Theme, step: int) -> float:
    colour = heat_color(theme, step)
    return 0.2126 * colour.redF() + 0.7152 * colour.greenF() + 0.0722 * colour.blueF()


def test_a_layer_without_a_button_of_its_own_is_named_on_the_one_that_has_them_all(qtbot: QtBot):
    switch = LayerSwitch(Layer.VALUES)
    qtbot.addWidget(switch)
    assert switch.more_words == "More"
    for layer in Layer:
        switch.show_layer(layer)
        assert switch.more_words == ("More" if layer in ON_THE_BAR else layer.word)
        assert [act.data() for act in switch.menu.actions() if act.isChecked()] == [layer.value]


def test_the_menu_chooses_a_layer(qtbot: QtBot):
    switch = LayerSwitch(Layer.VALUES)
    qtbot.addWidget(switch)
    with qtbot.waitSignal(switch.chosen) as told:
        next(act for act in switch.menu.actions() if act.data() == "path").trigger()
    assert told.args == [Layer.PATH]


def test_the_method_and_the_quantity_stand_above_the_heat_map_alone(pane: MapPane):
    assert pane.layers.bar.isHidden()
    pane.show_layer(Layer.HEAT)
    assert not pane.layers.bar.isHidden()
    assert "8 m from a live sensor" in pane.layers.bar.text
    pane.show_layer(Layer.VALUES)
    assert pane.layers.bar.isHidden()


def test_another_quantity_has_its_own_legend_and_says_where_nobody_measures(pane: MapPane):
    pane.show_layer(Layer.HEAT)
    pane.layers.show_quantity(Quantity.CO2)
    assert [item.row.word for item in pane.stage.legend.items][-1].endswith("ppm")
    scene = pane.stage.canvas.scene
    for device in scene.devices:
        told = [reading(device.id, code, 1, "W") for code in ("cur_power", "active_power", "power_total")]
        apply(scene.mirror, readings=[one for one in told if one.code in scene.mirror.readings[device.id]])
    silent = Mirror(connected=True)
    silent.show_book(scene.mirror.book)
    pane.layers.show_quantity(Quantity.POWER)
    scene.mirror.readings.clear()
    pane.layers.show_quantity(Quantity.POWER)
    assert pane.layers.bar.text.startswith("No live sensor for Power")


def test_a_mended_heat_map_is_the_same_as_one_painted_anew(pane: MapPane, mirror: Mirror):
    pane.show_layer(Layer.HEAT)
    canvas = pane.stage.canvas
    before = grabbed(canvas)
    heat = first_of(mirror, Category.TEMPERATURE, number=2)
    code = next(p.code for p in heat.points if p.unit in {"°C", "℃"})
    changed = canvas.scene.follow(apply(mirror, readings=[reading(heat.id, code, 15.0, "°C")]))
    assert changed.heated
    canvas.show_changes(changed)
    mended = grabbed(canvas)
    assert mended != before
    canvas.renew()
    assert mended == grabbed(canvas)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_steps_of_the_heat_map_are_told_apart_in_grey(theme: Theme, choice: ThemeChoice):
    theme.wear(Look(theme=choice))
    greys = [grey(theme, step) for step in range(STEPS)]
    order = sorted(greys, reverse=choice is ThemeChoice.LIGHT)
    assert greys == order
    assert min(abs(a - b) for a, b in pairwise(greys)) > 0.02


def test_forms_differ_without_their_colour(theme: Theme):
    shapes = {
        bytes(tone_picture(theme, t, 24, 1.0).toImage().convertToFormat(QImage.Format.Format_Alpha8).bits())
        for t in Tone
    }
    assert len(shapes) == len(Tone)
