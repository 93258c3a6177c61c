"""What can be done with selected devices by key, menu and palette."""

from collections.abc import Callable

from heyzack_console.desktop.panes.devices.pane import NAME, DevicesPane
from heyzack_console.ports.engine.devices import ReleaseSession
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.selection import Selection

NONE_SELECTED = "Select a device"


def device_actions(
    port: EnginePort,
    pane: DevicesPane,
    show_on_map: Callable[[Selection], None],
    inspect: Callable[[Selection], None],
) -> tuple[Action, ...]:
    """The actions of the device table; the map's menu and the palette offer them too."""

    async def release(selection: Selection) -> None:
        for device in selection.devices:
            await port.do(ReleaseSession(device))

    async def resume(selection: Selection) -> None:
        for device in selection.devices:
            await port.do(ReleaseSession(device, resume=True))

    def some(selection: Selection) -> bool:
        return bool(selection.devices)

    return (
        Action("devices.inspect", "Inspect", inspect, "", some, NAME, "Devices", "device", NONE_SELECTED),
        Action("devices.show_on_map", "Show on map", show_on_map, "V", some, NAME, "Devices", "locate", NONE_SELECTED),
        Action("devices.release", "Release session", release, "", some, NAME, "Devices", "lan_lost", NONE_SELECTED),
        Action("devices.resume", "Take session back", resume, "", some, NAME, "Devices", "lan", NONE_SELECTED),
        Action("devices.search", "Filter devices", lambda _: pane.search(), "Ctrl+F", scope=NAME, icon="search"),
    )
