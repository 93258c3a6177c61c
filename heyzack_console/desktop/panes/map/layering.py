"""Lets the map show a layer, and words what the layer needs besides its legend."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from heyzack_console.desktop.panes.map.layer_bar import LayerBar
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.presentation.map.heat import METHOD
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.quantities import Quantity
from heyzack_console.presentation.map.topology import topology_words


class MapLayers(QObject):
    """Knows which layer is on and which quantity the heat map shows."""

    def __init__(self, scene: MapScene, bar: LayerBar, renew: Callable[[], None]) -> None:
        super().__init__(bar)
        self._scene = scene
        self._renew = renew
        self.bar = bar
        bar.quantity_chosen.connect(self.show_quantity)

    @property
    def quantity(self) -> Quantity:
        """What the heat map shows, or would."""
        return self._scene.facts.quantity

    def show(self, layer: Layer) -> None:
        """Show *layer*."""
        self._scene.show_layer(layer)
        self._renew()

    def show_quantity(self, quantity: Quantity) -> None:
        """Let the heat map show *quantity*."""
        self._scene.facts.quantity = quantity
        self._scene.refresh()
        self._renew()

    def say(self) -> None:
        """Say what belongs to the layer on the floor that is shown."""
        scene = self._scene
        if scene.layer is Layer.HEAT:
            told = "" if scene.heat.patches else f"No live sensor for {self.quantity.word} on this floor. "
            self.bar.say(f"{told}{METHOD}", self.quantity)
        elif scene.layer is Layer.TOPOLOGY:
            floor = scene.floor.id if scene.floor else None
            self.bar.say(topology_words(scene.facts.links, scene.picture.index, floor))
        else:
            self.bar.say("")
