"""The tray beside the plan while editing: devices that have no place yet, to be dragged onto it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device, DeviceId

WIDTH = 208
PLACING = "Drag a device onto the plan, or press Enter to put it into the middle."
MOVING = "On the plan: drag, or move the selected device by the arrow keys. Delete takes it off."
ID = Qt.ItemDataRole.UserRole


class Tray(QFrame):
    """Lists the devices without a place; follows the hand itself, so that no loop has to run inside Qt's drag."""

    dragged = Signal(object, QPoint)
    """Carries a device id and where on the screen it is held."""
    dropped = Signal(object, QPoint)
    """Carries a device id and where on the screen it was let go."""
    put_wanted = Signal(object)
    """Carries the id of a device that shall be put into the middle of the view (Enter)."""
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._held: DeviceId | None = None
        self._from = QPoint()
        self._dragging = False
        self._title = QLabel()
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setProperty("kind", "quiet")
        self._list = QListWidget()
        self._list.setProperty("kind", "list")
        self._list.setAccessibleName("Devices without a place")
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.viewport().installEventFilter(self)
        self._list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 8, 8)
        column.setSpacing(6)
        for part in (self._title, self._hint):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        self.setProperty("kind", "card")
        self.setAccessibleName("Devices without a place")
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def devices(self) -> tuple[DeviceId, ...]:
        """What is listed, from top to bottom."""
        return tuple(self._list.item(row).data(ID) for row in range(self._list.count()))

    def show_devices(self, devices: Sequence[Device]) -> None:
        """List *devices*; unchanged ones keep the selection."""
        self._title.setText(f"{len(devices)} without a place" if devices else "All devices have a place")
        self._hint.setText(f"{PLACING if devices else ''} {MOVING}".strip())
        self._list.setVisible(bool(devices))
        if tuple(device.id for device in devices) == self.devices:
            return
        self._list.clear()
        for device in devices:
            item = QListWidgetItem(self._theme.icon(f"category.{device.category.value}"), device.name)
            item.setData(ID, device.id)
            item.setToolTip(device.name)
            item.setSizeHint(QSize(0, self._theme.row_height))
            self._list.addItem(item)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self._list and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QMouseEvent) and watched is self._list.viewport():
            return self._mouse(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        item = self._list.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self.put_wanted.emit(item.data(ID))
            return True
        if event.key() == Qt.Key.Key_Escape and self._dragging:
            self._let_go()
            self.given_up.emit()
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        spot = event.globalPosition().toPoint()
        if event.type() is QEvent.Type.MouseButtonPress:
            item = self._list.itemAt(event.position().toPoint())
            self._held = item.data(ID) if item is not None and event.button() is Qt.MouseButton.LeftButton else None
            self._from = spot
        elif event.type() is QEvent.Type.MouseMove and self._held is not None:
            self._dragging |= (spot - self._from).manhattanLength() >= QApplication.startDragDistance()
            if self._dragging:
                self._list.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self.dragged.emit(self._held, spot)
            return True
        elif event.type() is QEvent.Type.MouseButtonRelease and self._dragging:
            held = self._held
            self._let_go()
            self.dropped.emit(held, spot)
            return True
        return False

    def _let_go(self) -> None:
        self._held, self._dragging = None, False
        self._list.viewport().unsetCursor()

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        self._title.setFont(self._theme.font("strong"))
        self._hint.setFont(self._theme.font("small"))
