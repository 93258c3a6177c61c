"""The widget on which the map is painted; its hands are in pointer.py and keys.py."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.map.keys import MapKeys
from heyzack_console.desktop.panes.map.map_painter import MapPainter
from heyzack_console.desktop.panes.map.overlay_painter import Overlay
from heyzack_console.desktop.panes.map.pointer import DrawingHand, MapPointer, Surface
from heyzack_console.desktop.panes.map.scene import Changed, MapScene
from heyzack_console.desktop.panes.map.tooltip import tooltip_html
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.map.placing import PlaceRequest
from heyzack_console.presentation.map.view import Margins, View, fitted

SETTLE_MS = 120
# F6 and Ctrl+1 light the line on top of the pane; inside it only Tab asks where the keyboard is.
BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
SMALLEST = QSize(240, 160)


class MapCanvas(QWidget):
    """Shows a scene; pans, zooms, selects and, while editing, moves devices."""

    selected = Signal(object)
    """Carries the tuple of selected device ids, the one to show in detail first."""
    opened = Signal(object)
    """Carries the id of the device whose details are wanted."""
    looked = Signal()
    """The view has changed."""
    place_wanted = Signal(object)
    """Carries a PlaceRequest."""
    menu_wanted = Signal(QPoint)
    """Carries where on the screen the context menu shall open."""

    def __init__(self, theme: Theme, markers: Markers, scene: MapScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.scene = scene
        self.overlay = Overlay()
        self.hand = DrawingHand(self)
        self.margins = Margins()
        self._painter = MapPainter(theme, markers, scene)
        surface: Surface = self
        self._pointer = MapPointer(surface)
        self._keys = MapKeys(surface, self._pointer)
        self._fits = True
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._come_to_rest)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(SMALLEST)
        self.setAccessibleName("Map")
        theme.changed.connect(self._undress)
        theme.flash.ticked.connect(self._flash)

    @property
    def reach(self) -> float:
        """How near the pointer has to come to a device's middle to touch it, in pixels."""
        return self._painter.sprites(self.devicePixelRatioF()).chip_size / 2 + 4

    def renew(self) -> None:
        """Paint everything anew: the scene's floor, layer, filter or book has changed."""
        self._painter.show_floor()
        if self._fits:
            self.fit()
        self.update()

    def show_changes(self, changed: Changed) -> None:
        """Repair what *changed* names, or paint all where that is less work."""
        if changed.everything:
            self.renew()
            return
        if changed.grounds or self._settling.isActive():
            self._painter.forget()
            self.update()
            return
        region = self._painter.mend(changed)
        if region is None:
            self._painter.forget()
            self.update()
        elif not region.isEmpty():
            self.update(region)

    def look(self, view: View, *, settle: bool = True) -> None:
        """Take *view*; with *settle* the plan is drawn directly until the view has stood still for a moment."""
        self._fits = False
        self.scene.view = view
        if settle:
            self._settling.start()
        else:
            self._settling.stop()
        self._painter.drop_picture()
        self.update()
        self.looked.emit()

    def fit(self) -> None:
        """Show the whole floor, and keep it whole while the window changes its size."""
        floor = self.scene.floor
        if floor is not None:
            size = (float(self.width()), float(self.height()))
            self.look(fitted((floor.width, floor.height), size, self.margins), settle=False)
        self._fits = True

    def keep_free(self, margins: Margins) -> None:
        """Keep *margins* free of the plan when it is shown whole."""
        self.margins = margins
        if self._fits:
            self.fit()

    def zoom(self, factor: float) -> None:
        """Zoom about the middle of the window."""
        self.look(self.scene.view.zoomed(factor, self.width() / 2, self.height() / 2))

    def reveal(self, device: DeviceId) -> None:
        """Bring *device* into the middle if it is out of sight."""
        number = self.scene.number(device)
        if number is None:
            return
        x, y = float(self.scene.field.x[number]), float(self.scene.field.y[number])
        px, py = self.scene.view.to_screen(x, y)
        if not self.rect().adjusted(20, 20, -20, -20).contains(round(px), round(py)):
            self.look(self.scene.view.centred_on(x, y, self.width(), self.height()))

    def select(self, devices: tuple[DeviceId, ...]) -> None:
        """Select *devices* and tell the others."""
        if devices != self.scene.selected:
            self.scene.selected = devices
            self.update()
            self.selected.emit(devices)

    def request(self, wanted: PlaceRequest) -> None:
        """Ask that devices be placed."""
        if wanted.places:
            self.place_wanted.emit(wanted)

    def open_details(self, device: DeviceId) -> None:
        """Select *device* and ask for its details."""
        self.select((device,))
        self.opened.emit(device)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._painter.paint(painter, event.region(), self.overlay, moving=self._settling.isActive())
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._painter.forget()
        if self._fits:
            self.fit()
        super().resizeEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            device = self._pointer.device_at(event.pos())
            lines = self.scene.picture.tooltip(device, self.scene.now) if device else ()
            QToolTip.showText(event.globalPos(), tooltip_html(lines), self)
            return True
        if isinstance(event, QFocusEvent):
            # The frame shows the way to those who come by key; a click knows where it is.
            self.overlay.focused = event.gotFocus() and event.reason() in BY_KEY
            self.update()
        if isinstance(event, QMouseEvent) and self._pointer.take(event):
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._keys.take(event):
            return True
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        spot = event.position()
        self.look(self.scene.view.zoomed(1.0015 ** event.angleDelta().y(), spot.x(), spot.y()))
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            device = self._pointer.device_at(event.pos())
            if device is not None and device not in self.scene.selected:
                self.select((device,))
        self.menu_wanted.emit(event.globalPos())

    def _flash(self) -> None:
        region = self._painter.flashing_region()
        if region is None:
            self.update()
        elif not region.isEmpty():
            self.update(region)

    def _undress(self) -> None:
        self._painter.undress()
        self.update()

    def _come_to_rest(self) -> None:
        self._painter.forget()
        self.update()
