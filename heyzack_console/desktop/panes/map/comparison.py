"""Two moments side by side: the moment that is held stands on the right, linked in view, floor and layer."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from heyzack_console.desktop.icon_button import IconButton
from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.panes.map.held_view import HeldView
from heyzack_console.desktop.panes.map.scene import EPOCH
from heyzack_console.desktop.panes.map.time_travel import MapTime
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.map.differences import Difference, differences, summary
from heyzack_console.presentation.map.time_travel import moment_words
from heyzack_console.presentation.mirror import Mirror

LIST_HEIGHT, LIST_LEAST = 116, 22
SAYS = "Compare: hold the moment that is shown beside the others"
DEVICE = Qt.ItemDataRole.UserRole


class DifferenceList(QWidget):
    """What differs, a line each; one that is chosen is selected on the maps."""

    chosen = Signal(object)
    """Carries the device."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = QLabel()
        self._title.setProperty("kind", "second")
        self._list = QListWidget()
        self._list.setAccessibleName("What differs between the two moments")
        self._list.itemActivated.connect(self._tell)
        self._list.itemClicked.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 4)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._list)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that are shown."""
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    @property
    def title(self) -> str:
        """How much differs."""
        return self._title.text()

    def show_differences(self, found: tuple[Difference, ...]) -> None:
        """Show *found*, from the earlier moment to the later."""
        self._title.setText(summary(found))
        self._list.clear()
        for one in found:
            item = QListWidgetItem(one.words)
            item.setData(DEVICE, one.device)
            item.setToolTip(one.words)
            self._list.addItem(item)

    def _tell(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(DEVICE))

    def _dress(self) -> None:
        self._title.setFont(self._theme.font("small"))
        self._list.setMinimumHeight(self._theme.px(LIST_LEAST))
        self._list.setMaximumHeight(self._theme.px(LIST_HEIGHT))


class Comparison(QObject):
    """Holds a picture beside the map and keeps both looking at the same."""

    def __init__(self, canvas: MapCanvas, time: MapTime, live: Mirror, theme: Theme, markers: Markers) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._time = time
        self._live = live
        self.view = HeldView(theme, markers, canvas.scene.pictures)
        self.list = DifferenceList(theme)
        self.button = IconButton(theme, "compare", SAYS)
        self.button.setCheckable(True)
        self.button.clicked.connect(lambda on: self.turn(on=on))
        time.bar.add_tool(self.button)
        time.opened.connect(self._follow_bar)
        canvas.looked.connect(self._follow)
        canvas.selected.connect(self._select)
        self.view.canvas.looked.connect(self._lead)
        self.view.canvas.selected.connect(canvas.select)
        self.list.chosen.connect(self._choose)

    @property
    def on(self) -> bool:
        """Whether a moment is held."""
        return not self.view.isHidden()

    def turn(self, *, on: bool) -> None:
        """Hold the moment that the map shows, or hold nothing any more."""
        self.button.setChecked(on)
        if not on:
            self.view.hide()
            self.list.hide()
            return
        self._time.show()
        held, shown = self.view.mirror, self._canvas.scene.mirror
        held.show_book(shown.book)
        held.apply(_copied(shown))
        moment = moment_words(shown.heard_at, self._time.times.zone()) if shown.heard_at is not None else ""
        self.view.band.show_modes((f"HELD · {moment}",))
        self.view.canvas.look(self._canvas.scene.view, settle=False)
        self.view.show()
        self.list.show()
        self.renew()

    def renew(self) -> None:
        """Look at what the map looks at: book, floor, layer, filter, selection; and say anew what differs."""
        if not self.on:
            return
        main, held = self._canvas.scene, self.view.scene
        if held.mirror.book is not self._live.book:
            held.mirror.show_book(self._live.book)
        held.floor, held.layer, held.text, held.category = main.floor, main.layer, main.text, main.category
        held.facts, held.selected = main.facts, main.selected
        held.look_at(held.mirror, past=True)
        self.view.canvas.renew()
        self._follow()
        earlier, later = main.mirror, held.mirror
        if main.now > held.now:
            earlier, later = later, earlier
        floor = main.floor.id if main.floor else None
        self.list.show_differences(differences(earlier, later, main.picture.index, floor))

    def _follow(self) -> None:
        if self.on and self.view.scene.view != self._canvas.scene.view:
            self.view.canvas.look(self._canvas.scene.view)

    def _lead(self) -> None:
        if self.on and self.view.scene.view != self._canvas.scene.view:
            self._canvas.look(self.view.scene.view)

    def _select(self, devices: tuple[DeviceId, ...]) -> None:
        self.view.scene.selected = devices
        self.view.canvas.update()

    def _choose(self, device: DeviceId) -> None:
        self._canvas.select((device,))
        self._canvas.reveal(device)

    def _follow_bar(self, on: bool) -> None:
        if not on:
            self.turn(on=False)


def _copied(mirror: Mirror) -> Batch:
    """What *mirror* holds of values, paths and alerts, as one picture."""
    return Batch(
        0,
        mirror.heard_at or EPOCH,
        complete=True,
        readings=tuple(reading for points in mirror.readings.values() for reading in points.values()),
        health=tuple(mirror.health.values()),
        alerts=tuple(mirror.alerts.values()),
    )
