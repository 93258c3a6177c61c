"""The table of a project's devices, or why there is nothing to see."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.cloud import CloudDevice
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.cloud.inventory import InventoryList, Standing


class InventoryView(QStackedWidget):
    """Shows what is listed, narrowed by a text and a standing. Selected are only lines that are shown."""

    chosen = Signal()
    """Other lines are selected than before."""
    clear_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, ground: CloudGround) -> None:
        super().__init__()
        self.listed = InventoryList(ground.mirror)
        self.table = RowTable(ground.theme, ground.markers, self.listed)
        self.table.setAccessibleName("Devices of the project")
        self._empty = EmptyState(ground.theme)
        self.addWidget(self.table)
        self.addWidget(self._empty)
        self.table.chosen.connect(lambda _: self.chosen.emit())

    @property
    def selected(self) -> tuple[DeviceId, ...]:
        """The selected devices, in the order of their ids."""
        return tuple(DeviceId(key) for key in sorted(self.table.selected_keys()))

    def take(self, listed: Iterable[CloudDevice]) -> None:
        """Show *listed* in place of what was shown."""
        self.table.rearrange(lambda: self.listed.take(listed))

    def narrow(self, text: str, only: Standing | None) -> None:
        """Show only what matches."""
        self.table.rearrange(lambda: self.listed.narrow(text, only))
        self.chosen.emit()

    def settle(self, taken: Iterable[DeviceId], refused: Mapping[DeviceId, str], left: tuple[DeviceId, ...]) -> None:
        """Show what an import did; *left* are selected, without telling anyone."""
        self.table.rearrange(lambda: self.listed.settle(taken, refused))
        self.table.clearSelection()
        self.table.select_keys(left)

    def select(self, keys: tuple[str, ...]) -> None:
        """Select the lines of *keys* and no other."""
        self.table.select_keys(keys)
        self.chosen.emit()

    def show_state(self, *, busy: bool) -> None:
        """Show the table where it has lines, otherwise why it has none."""
        self.setCurrentWidget(self.table if len(self.listed) else self._empty)
        if busy:
            self._empty.say("cloud", "Listing", "The cloud is asked for the project's devices.")
        elif self.listed.total:
            said = f"None of the {self.listed.total} devices matches the filter."
            self._empty.say("filter", "No device matches", said)
            self._empty.offer("Clear filter", self.clear_wanted.emit)
        else:
            said = "The project lists none, or it could not be asked. Devices join it by an app or a pairing token."
            self._empty.say("cloud", "No devices listed", said)
            self._empty.offer("List again", self.again_wanted.emit)
