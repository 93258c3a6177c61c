"""The inspector of one device."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from heyzack_console.composition.panes.ground import Desktop, Window
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.inspector.desk import ChartView, InspectorDesk
from heyzack_console.desktop.panes.inspector.notes_desk import NotesDesk
from heyzack_console.desktop.panes.inspector.notes_section import NotesSection
from heyzack_console.desktop.panes.inspector.pane import InspectorPane
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.site_time import SiteTime


class FurnishedInspector:
    """The inspector with its charts and buttons."""

    def __init__(self, desktop: Desktop, window: Window) -> None:
        theme, times = desktop.theme, desktop.times
        desk = InspectorDesk(desktop.port, desktop.bridge, theme, window, lambda: _new_chart(theme, times))
        self.pane = InspectorPane(theme, desktop.markers, desktop.board, desktop.mirror, times, desk)
        said = desktop.undo_at(self.pane)
        notes = NotesSection(theme, times, NotesDesk(desktop.port, desktop.bridge, theme, window, said, _show_file))
        self.pane.add_section(notes, notes)

    def actions(self) -> Iterable[Action]:
        """None of its own: those of its alerts and devices act here too."""
        return ()

    def fit_out(self, binding: ActionBinding) -> None:
        """The foot."""
        self.pane.add_foot(binding.button("alerts.acknowledge", primary=True))
        self.pane.add_foot(binding.button("alerts.show_on_map"))


def _show_file(place: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))


def _new_chart(theme: Theme, times: SiteTime) -> ChartView:
    # pyqtgraph costs as much as the rest of the window's start: it is loaded with the first chart.
    from heyzack_console.desktop.panes.inspector.trend import TrendChart

    return TrendChart(theme, times)
