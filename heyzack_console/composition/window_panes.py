"""All panes of the window, in one list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from heyzack_console.composition.panes.alerts import FurnishedAlerts
from heyzack_console.composition.panes.calendar import FurnishedCalendar
from heyzack_console.composition.panes.cloud import FurnishedCloud
from heyzack_console.composition.panes.devices import FurnishedDevices
from heyzack_console.composition.panes.fieldwork import FurnishedFieldwork
from heyzack_console.composition.panes.ground import Desktop, Furnished, Road, Said, Window
from heyzack_console.composition.panes.inspector import FurnishedInspector
from heyzack_console.composition.panes.kpi import FurnishedKpi
from heyzack_console.composition.panes.map import FurnishedMap
from heyzack_console.composition.panes.notifications import FurnishedNotifications
from heyzack_console.composition.panes.rules import FurnishedRules
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.panes.alerts.pane import AlertsPane
from heyzack_console.desktop.panes.cloud.pane import CloudPane
from heyzack_console.desktop.panes.devices.pane import DevicesPane
from heyzack_console.desktop.panes.inspector.pane import InspectorPane
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.actions import ActionRegistry
from heyzack_console.presentation.mirror import Touched

ANSWERS = ("alerts.acknowledge", "alerts.shelve", "alerts.unshelve")
"""Whoever has seen a mark elsewhere answers it there, with the same keys as in the queue."""


@dataclass(frozen=True, slots=True)
class Panes:
    """The panes that others speak to by name, and all of them with what can be done in them, in reading order."""

    map: MapPane
    alerts: AlertsPane
    devices: DevicesPane
    inspector: InspectorPane
    cloud: CloudPane
    furnished: Sequence[Furnished]
    cloud_roads: Mapping[str, Road]

    @property
    def all(self) -> tuple[Pane, ...]:
        """In reading order."""
        return tuple(one.pane for one in self.furnished)

    def take(self, touched: Touched) -> None:
        """Let every pane show what a batch changed."""
        for pane in self.all:
            pane.take(touched)

    def tick(self) -> None:
        """Let ages move on."""
        for pane in self.all:
            pane.tick()


def build_panes(desktop: Desktop, window: Window, said: Said) -> Panes:
    """Build all panes."""
    plan, alerts, devices = FurnishedMap(desktop), FurnishedAlerts(desktop), FurnishedDevices(desktop, window)
    inspector, cloud = FurnishedInspector(desktop, window), FurnishedCloud(desktop, window, said)
    calendar = FurnishedCalendar(desktop, window)
    work = FurnishedFieldwork(desktop, window)
    work.pane.walks.walked.connect(lambda walked: _show_walk(plan.pane, walked))
    inspector.pane.impact_wanted.connect(lambda: _show_impact(desktop, plan.pane))
    reports = FurnishedKpi(desktop, window), FurnishedRules(desktop, window), FurnishedNotifications(desktop, window)
    furnished = (plan, alerts, devices, inspector, cloud, *reports, calendar, work)
    return Panes(plan.pane, alerts.pane, devices.pane, inspector.pane, cloud.pane, furnished, cloud.roads)


def _show_walk(plan: MapPane, walked: Mapping[DeviceId, bool]) -> None:
    plan.stage.canvas.overlay.walked = walked
    plan.stage.canvas.update()


def _show_impact(desktop: Desktop, plan: MapPane) -> None:
    desktop.board.show_in("map")
    plan.time.to_now()
    plan.impact.show(on=True)


def declare_actions(panes: Panes, registry: ActionRegistry) -> None:
    """Put what can be done in the panes into the registry."""
    for one in panes.furnished:
        for action in one.actions():
            registry.add(action)


def fit_out(panes: Panes, binding: ActionBinding) -> None:
    """Give panes the buttons and menus that the registry's actions fill."""
    for one in panes.furnished:
        one.fit_out(binding)
    for pane in (panes.map, panes.devices, panes.inspector):
        for name in ANSWERS:
            pane.addAction(binding.qaction(name))
