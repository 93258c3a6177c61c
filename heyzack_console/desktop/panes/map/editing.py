"""Edit mode: the tray of devices without a place, and carrying one of them onto the plan."""

from collections.abc import Callable

from PySide6.QtCore import QPoint

from heyzack_console.desktop.panes.map.field import chip_code
from heyzack_console.desktop.panes.map.overlay_painter import Ghost
from heyzack_console.desktop.panes.map.stage import MapStage
from heyzack_console.desktop.panes.map.tray import Tray
from heyzack_console.domain.devices.device import DeviceId, Place
from heyzack_console.presentation.building.looks import DeviceLook
from heyzack_console.presentation.map.placing import PlaceRequest, landing


class MapEditing:
    """Turns edit mode on and off and follows what is dragged from the tray."""

    def __init__(self, stage: MapStage, tray: Tray, request: Callable[[PlaceRequest], None]) -> None:
        self._canvas = stage.canvas
        self._tray = tray
        self._request = request
        tray.dragged.connect(self._drag)
        tray.dropped.connect(self._drop)
        tray.given_up.connect(self._clear)
        tray.put_wanted.connect(self._put)

    @property
    def on(self) -> bool:
        """Whether devices can be moved."""
        return self._canvas.overlay.editing

    def turn(self, *, on: bool) -> None:
        """Begin or end editing."""
        self._canvas.overlay.editing = on
        self._tray.setVisible(on)
        self.show_unplaced()
        self._clear()

    def show_unplaced(self) -> None:
        """List what has no place yet."""
        if self.on:
            self._tray.show_devices(self._canvas.scene.picture.index.unplaced)

    def _drag(self, device: DeviceId, spot: QPoint) -> None:
        place, found = self._place_under(spot), self._canvas.scene.picture.device(device)
        if place is None or found is None:
            self._clear()
            return
        ghost = Ghost(chip_code(found.category, DeviceLook.NORMAL), place.x, place.y)
        self._canvas.overlay.ghosts = (ghost,)
        self._canvas.update()

    def _drop(self, device: DeviceId, spot: QPoint) -> None:
        self._clear()
        place = self._place_under(spot)
        if place is not None:
            self._request(PlaceRequest(((device, place),)))

    def _put(self, device: DeviceId) -> None:
        middle = self._canvas.rect().center()
        place = self._place_under(self._canvas.mapToGlobal(middle))
        if place is not None:
            self._request(PlaceRequest(((device, place),)))

    def _place_under(self, spot: QPoint) -> Place | None:
        scene, inside = self._canvas.scene, self._canvas.mapFromGlobal(spot)
        if scene.floor is None or not self._canvas.rect().contains(inside):
            return None
        x, y = scene.view.to_plan(inside.x(), inside.y())
        return landing(scene.picture.index, scene.floor, x, y)

    def _clear(self) -> None:
        self._canvas.overlay.ghosts = ()
        self._canvas.update()
