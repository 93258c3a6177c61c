"""A map of Harbour House on a bad day, shown and at rest."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.mirror import Mirror
from tests.support.map_site import busy_mirror

SIZE = (1200, 620)


@pytest.fixture
def mirror() -> Mirror:
    """The building on a bad day."""
    return busy_mirror()


@pytest.fixture
def canvas(theme: Theme, marks: Markers, mirror: Mirror, qtbot: QtBot) -> Iterator[MapCanvas]:
    """The third floor, whole."""
    scene = MapScene(mirror)
    scene.take_book()
    shown = MapCanvas(theme, marks, scene)
    qtbot.addWidget(shown)
    shown.resize(*SIZE)
    shown.renew()
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


@pytest.fixture
def spot(canvas: MapCanvas) -> Callable[[DeviceId], QPointF]:
    """Where a device's middle lies on the canvas."""

    def find(device: DeviceId) -> QPointF:
        number = canvas.scene.number(device)
        assert number is not None
        field = canvas.scene.field
        return QPointF(*canvas.scene.view.to_screen(field.x[number], field.y[number]))

    return find


def picture(canvas: MapCanvas) -> QImage:
    """The canvas as it is painted now."""
    return canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


LEFT = Qt.MouseButton.LeftButton
