"""The words over the map that a layer needs: what is painted and how, and the choice that goes with it."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.map.quantities import Quantity


class LayerBar(QFrame):
    """A sentence, and for the heat map the quantity; hidden while the layer says enough by itself."""

    quantity_chosen = Signal(object)
    """Carries the Quantity."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "foot")
        self.setAccessibleName("About this layer")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._quantity = QComboBox()
        self._quantity.setAccessibleName("What the heat map shows")
        self._quantity.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for quantity in Quantity:
            self._quantity.addItem(quantity.word, quantity)
        self._quantity.activated.connect(lambda row: self.quantity_chosen.emit(self._quantity.itemData(row)))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._quantity)
        row.addWidget(self._text, 1)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def add_tool(self, widget: QWidget) -> None:
        """Put *widget* at the right of the sentence."""
        self._row.addWidget(widget)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def say(self, text: str, quantity: Quantity | None = None) -> None:
        """Show *text*, empty to hide the bar; *quantity* where there is one to choose."""
        self.setVisible(bool(text))
        self._quantity.setVisible(quantity is not None)
        if quantity is not None:
            with QSignalBlocker(self._quantity):
                self._quantity.setCurrentIndex(tuple(Quantity).index(quantity))
        if text != self._text.text():
            self._text.setText(text)
            self.setAccessibleDescription(text)

    def _dress(self) -> None:
        self._text.setFont(self._theme.font("small"))
