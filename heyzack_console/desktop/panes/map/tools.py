"""The map's tools on the pane's bar: layers, filter, edit mode."""

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton

from heyzack_console.desktop.pane_bar import PaneBar
from heyzack_console.desktop.panes.map.layer_switch import LayerSwitch
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.map.layers import Layer

FILTER_WIDTH = 130


class MapTools(QObject):
    """Puts the tools onto *bar* and tells what is chosen there."""

    layer_chosen = Signal(object)
    filter_changed = Signal(str)
    edit_toggled = Signal(bool)
    time_toggled = Signal(bool)

    def __init__(self, theme: Theme, bar: PaneBar, layer: Layer) -> None:
        super().__init__(bar)
        self._theme = theme
        self._layers = LayerSwitch(layer)
        self._filter = QLineEdit()
        self._edit = QToolButton()
        self._time = QToolButton()
        self._filter.setPlaceholderText("Filter")
        self._filter.setProperty("kind", "search")
        self._filter.setAccessibleName("Filter the map")
        self._filter.setClearButtonEnabled(True)
        self._time.setCheckable(True)
        self._time.setAccessibleName("Time travel")
        self._time.setToolTip("Look back: the map at any past moment  [")
        self._edit.setCheckable(True)
        self._edit.setAccessibleName("Place and move devices")
        self._edit.setToolTip("Place and move devices  E")
        bar.add_lead(self._layers)
        bar.add_tool(self._filter)
        bar.add_tool(self._time)
        bar.add_tool(self._edit)
        self._layers.chosen.connect(self.layer_chosen)
        self._filter.textChanged.connect(self.filter_changed)
        self._edit.clicked.connect(self.edit_toggled)
        self._time.clicked.connect(self.time_toggled)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def text(self) -> str:
        """What is typed into the filter."""
        return self._filter.text()

    def show_layer(self, layer: Layer) -> None:
        """Show which layer is on."""
        self._layers.show_layer(layer)

    def show_editing(self, *, on: bool) -> None:
        """Show whether edit mode is on."""
        self._edit.setChecked(on)

    def show_time(self, on: bool) -> None:
        """Show whether the time bar is open."""
        self._time.setChecked(on)

    def show_text(self, text: str) -> None:
        """Put *text* into the filter without telling anyone."""
        with QSignalBlocker(self._filter):
            self._filter.setText(text)

    def search(self) -> None:
        """Give the keyboard to the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _dress(self) -> None:
        self._edit.setIcon(self._theme.icon("edit"))
        self._time.setIcon(self._theme.icon("time_travel"))
        self._filter.setFixedWidth(self._theme.px(FILTER_WIDTH))
