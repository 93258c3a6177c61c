"""A technician's day."""

from collections.abc import Iterable

from heyzack_console.composition.panes.ground import Desktop, Window
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.fieldwork.desk import FieldDesk
from heyzack_console.desktop.panes.fieldwork.ground import FieldGround
from heyzack_console.desktop.panes.fieldwork.pane import WorkPane
from heyzack_console.presentation.actions import Action


class FurnishedFieldwork:
    """Today's work with the forms that go along."""

    def __init__(self, desktop: Desktop, window: Window) -> None:
        ground = FieldGround(
            desktop.port,
            desktop.bridge,
            desktop.board,
            desktop.mirror,
            desktop.times,
            desktop.theme,
            desktop.markers,
        )
        self.pane = WorkPane(ground)
        self._desk = FieldDesk(ground, window, self.pane.walks)

    def actions(self) -> Iterable[Action]:
        """The forms."""
        return self._desk.actions()

    def fit_out(self, binding: ActionBinding) -> None:
        """The buttons above the list."""
        self.pane.add_button(binding.button("field.jump", primary=True))
        for name in ("field.walk", "field.diagnose"):
            self.pane.add_button(binding.button(name))
