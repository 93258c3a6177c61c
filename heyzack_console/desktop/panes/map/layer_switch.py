"""The choice of layer on the pane's bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from heyzack_console.presentation.map.zones import Layer

WORDS = {
    Layer.HEALTH: "What is reached, and what is not",
    Layer.VALUES: "What is measured, and what is on",
    Layer.CATEGORY: "What kinds of device there are",
}


class LayerSwitch(QFrame):
    """One button per layer, of which one is down."""

    chosen = Signal(object)
    """Carries the Layer."""

    def __init__(self, current: Layer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segments")
        self.setAccessibleName("Layer")
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._buttons = {}
        for layer in Layer:
            button = QToolButton()
            button.setText(layer.word)
            button.setToolTip(WORDS[layer])
            button.setAccessibleName(f"Layer {layer.word}")
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setChecked(layer is current)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, layer=layer: self.chosen.emit(layer))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[layer] = button

    def show_layer(self, layer: Layer) -> None:
        """Show which layer is on."""
        self._buttons[layer].setChecked(True)
