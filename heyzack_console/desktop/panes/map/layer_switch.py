"""The choice of layer on the pane's bar."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from heyzack_console.presentation.map.layers import ON_THE_BAR, Layer

MORE = "More"
ARROW = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"


class LayerSwitch(QFrame):
    """A button each for the layers that are used most, and one more whose menu has all."""

    chosen = Signal(object)
    """Carries the Layer."""

    def __init__(self, current: Layer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segments")
        self.setAccessibleName("Layer")
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self._buttons = {layer: self._button(layer.word, f"{layer.says}  {layer.key}") for layer in ON_THE_BAR}
        for layer, button in self._buttons.items():
            button.setAccessibleName(f"Layer {layer.word}")
            button.clicked.connect(partial(self._choose, layer))
        self.menu = QMenu(self)
        for layer in Layer:
            act = self.menu.addAction(f"{layer.word}\t{layer.key}", partial(self._choose, layer))
            act.setCheckable(True)
            act.setData(layer.value)
        self._more = self._button(MORE, "More layers")
        self._more.setMenu(self.menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.show_layer(current)

    @property
    def more_words(self) -> str:
        """What the button of the menu says: the layer that is shown, where it has no button of its own."""
        return self._more.text().removesuffix(f" {ARROW}")

    def show_layer(self, layer: Layer) -> None:
        """Show which layer is on."""
        button = self._buttons.get(layer, self._more)
        button.setChecked(True)
        hidden = button is self._more
        self._more.setText(f"{layer.word if hidden else MORE} {ARROW}")
        self._more.setAccessibleName(f"More layers, {layer.word} is shown" if hidden else "More layers")
        for act in self.menu.actions():
            act.setChecked(act.data() == layer.value)

    def _choose(self, layer: Layer, _checked: bool = False) -> None:
        self.chosen.emit(layer)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(button)
        self._row.addWidget(button)
        return button
