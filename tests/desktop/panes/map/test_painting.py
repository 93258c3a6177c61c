"""What the map looks like."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import PathState
from heyzack_console.presentation.frame.look import Look, ThemeChoice
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.mirror import Mirror
from tests.desktop.panes.map.conftest import SIZE, picture
from tests.support.map_site import alert, apply, calm_mirror, first_of, health, reading

Spot = Callable[[DeviceId], QPointF]


def colours(image: QImage, where: QRect | None = None) -> set[str]:
    area = where or image.rect()
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right(), 2)
        for y in range(area.top(), area.bottom(), 2)
    }


def different(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """The pixels that differ, as (x, y)."""
    pixels = [np.frombuffer(i.constBits(), np.uint32).reshape(i.height(), i.width()) for i in (one, other)]
    return [(int(x), int(y)) for y, x in np.argwhere(pixels[0] != pixels[1])]


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
def test_a_calm_building_shows_no_colour_of_an_alarm(theme: Theme, marks: Markers, qtbot: QtBot, choice: ThemeChoice):
    theme.wear(Look(theme=choice))
    scene = MapScene(calm_mirror())
    scene.take_book()
    calm = MapCanvas(theme, marks, scene)
    qtbot.addWidget(calm)
    calm.resize(*SIZE)
    calm.renew()
    # Greys of the plan are a little bluish, glass is the most coloured thing on it.
    strongest = max(QColor(name).hsvSaturationF() for name in colours(picture(calm)) if QColor(name).valueF() > 0.3)
    assert strongest < 0.45
    assert not colours(picture(calm)) & {theme.color(f"p{n}").name() for n in (1, 2, 3, 4)}


def test_a_p1_shows_as_a_red_mark_outside_the_upper_right_corner_of_its_chip(
    canvas: MapCanvas, mirror: Mirror, theme: Theme, spot: Spot
):
    image, middle = picture(canvas), spot(first_of(mirror, Category.LEAK).id).toPoint()
    red = theme.color("p1").name()
    assert red in colours(image, QRect(middle.x() + 13, middle.y() - 24, 18, 18))
    assert red not in colours(image, QRect(middle.x() - 12, middle.y() - 8, 18, 18))


def test_the_room_of_an_unacknowledged_p1_is_tinted_until_it_is_acknowledged(
    canvas: MapCanvas, mirror: Mirror, theme: Theme
):
    tint = theme.color("p1_tint").name()
    assert tint in colours(picture(canvas))
    leak = first_of(mirror, Category.LEAK)
    touched = apply(mirror, alerts=[alert(leak.id, 1, "Water detected", AlertState.ACKNOWLEDGED)])
    canvas.show_changes(canvas.scene.follow(touched))
    assert tint not in colours(picture(canvas))


def test_only_the_marks_of_unacknowledged_and_returned_alerts_change_with_the_flash(
    canvas: MapCanvas, mirror: Mirror, theme: Theme, spot: Spot
):
    flashing = {AlertState.UNACKNOWLEDGED, AlertState.RETURNED}
    here = {
        a.device for a in mirror.alerts.values() if a.state in flashing and canvas.scene.number(a.device) is not None
    }
    marks = [QRect(spot(d).toPoint() + QPoint(1, -35), QSize(43, 43)) for d in here]
    lit = picture(canvas)
    theme.flash.advance()
    where = different(lit, picture(canvas))
    assert where
    assert all(any(mark.contains(x, y) for mark in marks) for x, y in where)


def test_after_a_whole_flash_the_picture_is_the_same(canvas: MapCanvas, theme: Theme):
    lit = picture(canvas)
    for _ in range(2 * 3):  # two halves of the fast flash, three times until the slow one is through as well
        theme.flash.advance()
    assert different(lit, picture(canvas)) == []


def test_the_digit_and_fill_of_a_flashing_mark_stand_still(canvas: MapCanvas, mirror: Mirror, theme: Theme, spot: Spot):
    middle = spot(first_of(mirror, Category.LEAK).id)
    mark = QRect(round(middle.x()) + 22 - 7, round(middle.y()) - 14 - 7, 14, 14)
    lit = picture(canvas).copy(mark)
    theme.flash.advance()
    assert picture(canvas).copy(mark) == lit


def test_a_mended_picture_is_the_same_as_one_painted_anew(canvas: MapCanvas, mirror: Mirror):
    picture(canvas)
    lamp, air = first_of(mirror, Category.LIGHT), first_of(mirror, Category.AIR_QUALITY, number=3)
    co2 = next(p.code for p in air.points if p.unit == "ppm")
    touched = apply(
        mirror,
        alerts=[alert(lamp.id, 3, "Lamp fault", AlertState.ACKNOWLEDGED)],
        readings=[reading(air.id, co2, 777, "ppm")],
        healths=[health(first_of(mirror, Category.BLIND).id, PathState.UNREACHABLE)],
    )
    canvas.show_changes(canvas.scene.follow(touched))
    mended = picture(canvas)
    canvas.renew()
    assert different(mended, picture(canvas)) == []


def test_captions_are_mended_like_marks(canvas: MapCanvas, mirror: Mirror, spot: Spot):
    heat = first_of(mirror, Category.TEMPERATURE, number=2)
    middle = spot(heat.id)
    canvas.look(canvas.scene.view.zoomed(3, middle.x(), middle.y()), settle=False)
    before = picture(canvas)
    code = next(p.code for p in heat.points if p.unit in {"°C", "℃"})
    canvas.show_changes(canvas.scene.follow(apply(mirror, readings=[reading(heat.id, code, 18.8, "°C")])))
    mended = picture(canvas)
    assert mended != before
    canvas.renew()
    canvas.look(canvas.scene.view, settle=False)
    assert different(mended, picture(canvas)) == []


def test_a_selected_device_is_framed_in_the_colour_of_the_hand(
    canvas: MapCanvas, mirror: Mirror, theme: Theme, spot: Spot
):
    lamp = first_of(mirror, Category.LIGHT)
    middle = spot(lamp.id).toPoint()
    frame = QRect(middle.x() - 22, middle.y() - 4, 8, 8)
    blue = theme.color("focus").name()
    assert blue not in colours(picture(canvas), frame)
    canvas.select((lamp.id,))
    assert blue in colours(picture(canvas), frame)


def test_every_theme_layer_and_floor_can_be_painted(canvas: MapCanvas, theme: Theme):
    for layer in Layer:
        canvas.scene.show_layer(layer)
        seen = set()
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            theme.wear(Look(theme=choice))
            for floor in canvas.scene.picture.index.floors:
                canvas.scene.show_floor(floor.id)
                canvas.renew()
                seen.add(bytes(picture(canvas).constBits()))
        # Two layers may look the same where nothing has changed and no work is open.
        assert len(seen) == 2 * 4, layer


def test_a_narrow_window_takes_smaller_chips(canvas: MapCanvas, theme: Theme):
    wide = canvas.reach
    theme.be_narrow(narrow=True)
    assert canvas.reach == wide - 2
