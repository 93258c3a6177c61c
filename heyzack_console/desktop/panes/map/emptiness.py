"""What the map says instead of a plan, and when."""

from collections.abc import Callable

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.panes.map.scene import MapScene


class MapEmptiness:
    """Words the empty map: no building, a floor without plan, a filter that hides all."""

    def __init__(
        self, state: EmptyState, unfilter: Callable[[], None], edit: Callable[[], None], import_plan: Callable[[], None]
    ) -> None:
        self._state = state
        self._unfilter = unfilter
        self._edit = edit
        self._import_plan = import_plan

    def judge(self, scene: MapScene, typed: str, *, editing: bool) -> bool:
        """Tell whether there is nothing to draw, and say why."""
        floor, devices = scene.floor, len(scene.devices)
        if floor is None:
            self._state.say(
                "site", "No building yet", "Open the demo building, find devices on the LAN or open a site file."
            )
            return True
        if scene.filtered and not len(scene.field):
            what = f"No device matches “{typed}”" if scene.text else "No such device on this floor"
            self._state.say("filter", what, f"{devices} on {floor.name} without the filter.")
            self._state.suggest("Clear filter", self._unfilter)
            return True
        if not (floor.strokes or floor.picture or scene.zones or devices or editing):
            self._state.say("plan", f"{floor.name} has no plan yet", "Devices can be placed on it all the same.")
            self._state.offer("Import floor plan…", self._import_plan)
            self._state.suggest("Place devices", self._edit)
            return True
        return False
