"""Builds the panes on the engine's port and declares what can be done in them."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.panes.alerts.note_dialog import asked_note
from heyzack_console.desktop.panes.alerts.pane import AlertsPane
from heyzack_console.desktop.panes.alerts.shelve_dialog import asked_shelving
from heyzack_console.desktop.panes.cloud.desk import CloudDesk
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.desktop.panes.cloud.pane import CloudPane
from heyzack_console.desktop.panes.devices.actions import device_actions
from heyzack_console.desktop.panes.devices.pane import DevicesPane
from heyzack_console.desktop.panes.inspector.desk import ChartView, InspectorDesk
from heyzack_console.desktop.panes.inspector.pane import InspectorPane
from heyzack_console.desktop.panes.map.actions import map_actions
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.panes.map.placing_desk import PlacingDesk
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.actions import Action, ActionRegistry
from heyzack_console.presentation.alerts.actions import AlertDesk
from heyzack_console.presentation.alerts.noting import NotingDesk
from heyzack_console.presentation.alerts.shelving import Wish
from heyzack_console.presentation.alerts.shelving_actions import ShelvingDesk
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.selection import Selection
from heyzack_console.presentation.site_time import SiteTime

ALERT_MENU = (
    "alerts.acknowledge",
    "alerts.acknowledge_noting",
    "alerts.acknowledge_visible",
    "alerts.unacknowledge",
    "",
    "alerts.shelve",
    "alerts.unshelve",
    "",
    "alerts.show_on_map",
    "alerts.guidance",
)
DEVICE_MENU = ("devices.inspect", "devices.show_on_map", "", "devices.release", "devices.resume")


@dataclass(frozen=True, slots=True)
class Desktop:
    """What every pane stands on: look, selection, mirror, and the way to the engine."""

    theme: Theme
    markers: Markers
    board: SelectionBoard
    mirror: Mirror
    times: SiteTime
    bridge: Bridge
    port: EnginePort


@dataclass(frozen=True, slots=True)
class Panes:
    """The panes of the window, and the desks that must stay alive with them."""

    map: MapPane
    alerts: AlertsPane
    devices: DevicesPane
    inspector: InspectorPane
    cloud: CloudPane
    placing: PlacingDesk
    cloud_desk: CloudDesk

    @property
    def all(self) -> tuple[Pane, ...]:
        """In reading order."""
        return (self.map, self.alerts, self.devices, self.inspector, self.cloud)

    def take(self, touched: Touched) -> None:
        """Let every pane show what a batch changed."""
        for pane in (self.map, self.alerts, self.devices, self.inspector, self.cloud):
            pane.take(touched)

    def tick(self) -> None:
        """Let ages move on."""
        for pane in (self.map, self.alerts, self.devices, self.inspector, self.cloud):
            pane.tick()


def build_panes(desktop: Desktop, window: Callable[[], QWidget], said: Callable[[Receipt, str], None]) -> Panes:
    """Build all panes; *window* is asked for when a dialog needs one, *said* takes what was done for no pane."""
    theme, markers, board, mirror, times = (
        desktop.theme,
        desktop.markers,
        desktop.board,
        desktop.mirror,
        desktop.times,
    )
    plan = MapPane(theme, markers, board, mirror)
    ground = CloudGround(desktop.port, desktop.bridge, mirror, times, theme, markers)
    clouds = CloudDesk(ground, window, said)
    desk = InspectorDesk(desktop.port, desktop.bridge, theme, window, lambda: _new_chart(theme, times))
    return Panes(
        map=plan,
        alerts=AlertsPane(theme, markers, board, mirror, times.now, times.zone),
        devices=DevicesPane(theme, markers, board, mirror, times.now),
        inspector=InspectorPane(theme, markers, board, mirror, times, desk),
        cloud=CloudPane(theme, mirror, times, clouds.act, clouds.connect),
        placing=PlacingDesk(desktop.port, desktop.bridge, plan),
        cloud_desk=clouds,
    )


def declare_actions(desktop: Desktop, panes: Panes, registry: ActionRegistry) -> None:
    """Put what can be done in the panes into the registry."""
    board = desktop.board

    def show_in(pane: str) -> Callable[[Selection], None]:
        return lambda _selection: board.show_in(pane)

    desk = AlertDesk(
        desktop.port,
        desktop.mirror,
        panes.alerts.visible,
        lambda receipt, text: offer_undo(desktop, panes.alerts, receipt, text),
        show_in("map"),
        show_in("inspector"),
    )
    actions: list[Action] = [
        *map_actions(panes.map),
        *desk.actions("alerts"),
        *_noting(desktop, panes).actions("alerts"),
        *_shelving(desktop, panes).actions("alerts"),
        *panes.cloud_desk.actions(),
        *device_actions(desktop.port, panes.devices, show_in("map"), show_in("inspector")),
    ]
    actions.append(_search("alerts", "Filter alerts", panes.alerts.search))
    for action in actions:
        registry.add(action)


def fit_out(panes: Panes, binding: ActionBinding) -> None:
    """Give panes the buttons and menus that the registry's actions fill."""
    alerts, devices, inspector = panes.alerts, panes.devices, panes.inspector
    alerts.bar.add_tool(binding.tool("alerts.acknowledge_visible"))
    inspector.add_foot(binding.button("alerts.acknowledge", primary=True))
    inspector.add_foot(binding.button("alerts.show_on_map"))
    alert_menu = binding.menu(QMenu(alerts), ALERT_MENU)
    device_menu = binding.menu(QMenu(devices), DEVICE_MENU)
    alerts.table.menu_wanted.connect(lambda at: _pop_up(alert_menu, at))
    devices.table.menu_wanted.connect(lambda at: _pop_up(device_menu, at))
    panes.map.offer(binding.menu(QMenu(panes.map), ("alerts.acknowledge", "alerts.shelve", "", *DEVICE_MENU)))
    for pane in (panes.map, devices, inspector):
        # Whoever has seen a mark there answers it there, with the same keys as in the queue.
        for name in ("alerts.acknowledge", "alerts.shelve", "alerts.unshelve"):
            pane.addAction(binding.qaction(name))


def _noting(desktop: Desktop, panes: Panes) -> NotingDesk:
    return NotingDesk(
        desktop.port,
        desktop.mirror,
        panes.alerts.visible,
        lambda title: asked_note(desktop.theme, title, panes.alerts.window()),
        lambda receipt, text: offer_undo(desktop, panes.alerts, receipt, text),
    )


def _shelving(desktop: Desktop, panes: Panes) -> ShelvingDesk:
    def ask(alerts: Sequence[Alert]) -> Awaitable[Wish | None]:
        return asked_shelving(desktop.theme, desktop.mirror, desktop.times, alerts, panes.alerts.window())

    return ShelvingDesk(
        desktop.port,
        desktop.mirror,
        desktop.times,
        ask,
        lambda receipt, text: offer_undo(desktop, panes.alerts, receipt, text),
    )


def offer_undo(desktop: Desktop, pane: Pane, receipt: Receipt, text: str) -> None:
    """Say *text* at the foot of *pane*, with the way back where there is one."""
    entry = receipt.entry
    if entry is None or not receipt.undoable:
        pane.undo_line.offer(text)
        return

    def refused(error: ConsoleError) -> None:
        pane.undo_line.offer(error.text)

    async def take_back() -> None:
        done = await desktop.port.do(Undo(entry))
        pane.undo_line.offer(done.text or "Taken back")

    pane.undo_line.offer(text, lambda: desktop.bridge.start(take_back(), "undo", refused))


def _search(scope: str, title: str, search: Callable[[], None]) -> Action:
    return Action(f"{scope}.search", title, lambda _selection: search(), "Ctrl+F", scope=scope, icon="search")


def _pop_up(menu: QMenu, at: QPoint) -> None:
    menu.popup(at)


def _new_chart(theme: Theme, times: SiteTime) -> ChartView:
    # pyqtgraph costs as much as the rest of the window's start: it is loaded with the first chart.
    from heyzack_console.desktop.panes.inspector.trend import TrendChart

    return TrendChart(theme, times)
