"""Lets the map show a layer, and words what the layer needs besides its legend."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.panes.map.change_tools import ChangeTools
from heyzack_console.desktop.panes.map.changes import MapChanges
from heyzack_console.desktop.panes.map.layer_bar import LayerBar
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.map.heat import METHOD
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.quantities import Quantity
from heyzack_console.presentation.map.topology import topology_words


class MapLayers(QObject):
    """Knows which layer is on, which quantity the heat map shows, and since when changes count."""

    sheet_wanted = Signal()
    """The map shall be put on paper."""

    def __init__(self, theme: Theme, pane: QWidget, scene: MapScene, renew: Callable[[], None]) -> None:
        super().__init__(pane)
        self._scene = scene
        self._renew = renew
        self.bar = LayerBar(theme)
        self.tools = ChangeTools()
        self.changes = MapChanges(pane, scene, scene.mirror, renew)
        self.bar.add_tool(self.tools)
        self.bar.quantity_chosen.connect(self.show_quantity)
        self.tools.since_chosen.connect(self.changes.choose)
        self.tools.confirmed.connect(self.changes.confirm)

    @property
    def quantity(self) -> Quantity:
        """What the heat map shows, or would."""
        return self._scene.facts.quantity

    def show(self, layer: Layer) -> None:
        """Show *layer*."""
        self._scene.show_layer(layer)
        self._renew()
        if layer is Layer.CHANGED:
            self.changes.begin()

    def show_quantity(self, quantity: Quantity) -> None:
        """Let the heat map show *quantity*."""
        self._scene.facts.quantity = quantity
        self._scene.refresh()
        self._renew()

    def say(self) -> None:
        """Say what belongs to the layer on the floor that is shown."""
        layer = self._scene.layer
        self.tools.setVisible(layer is Layer.CHANGED)
        self.tools.show_since(self.changes.since)
        self.bar.say(self._words(layer), self.quantity if layer is Layer.HEAT else None)

    def _words(self, layer: Layer) -> str:
        scene = self._scene
        if layer is Layer.HEAT:
            told = "" if scene.heat.patches else f"No live sensor for {self.quantity.word} on this floor. "
            return f"{told}{METHOD}"
        if layer is Layer.TOPOLOGY:
            floor = scene.floor.id if scene.floor else None
            return topology_words(scene.facts.links, scene.picture.index, floor)
        return self.changes.words() if layer is Layer.CHANGED else ""
