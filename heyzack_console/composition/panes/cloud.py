"""The Tuya cloud projects."""

from collections.abc import Iterable, Mapping

from heyzack_console.composition.panes.ground import Desktop, Road, Said, Window
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.cloud.desk import CloudDesk
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.desktop.panes.cloud.pane import CloudPane
from heyzack_console.presentation.actions import Action


class FurnishedCloud:
    """The projects with connecting, importing and pairing."""

    def __init__(self, desktop: Desktop, window: Window, said: Said) -> None:
        theme, mirror, times = desktop.theme, desktop.mirror, desktop.times
        ground = CloudGround(desktop.port, desktop.bridge, mirror, times, theme, desktop.markers)
        self._desk = CloudDesk(ground, window, said)
        self.pane = CloudPane(theme, mirror, times, self._desk.act, self._desk.connect)

    @property
    def roads(self) -> Mapping[str, Road]:
        """The ways by which devices come in from a project, for the form that adds devices."""
        return {"cloud": self._desk.onboard, "pair": self._desk.pair_and_import}

    def actions(self) -> Iterable[Action]:
        """What can be done with projects."""
        return self._desk.actions()

    def fit_out(self, binding: ActionBinding) -> None:
        """The cards bring their own buttons."""
