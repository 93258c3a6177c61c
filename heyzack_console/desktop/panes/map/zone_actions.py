"""What can be done with zones by key, menu and palette."""

from collections.abc import Callable

from heyzack_console.desktop.panes.map.pane import NAME, MapPane
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.selection import Selection


def zone_actions(pane: MapPane) -> tuple[Action, ...]:
    """Return the actions of *pane* for zones, for the registry."""
    return (
        Action("map.next_zone", "Select the next room", _go(pane, 1), "Z", scope=NAME),
        Action("map.previous_zone", "Select the previous room", _go(pane, -1), "Shift+Z", scope=NAME),
        Action("map.draw_zone", "Draw a new zone", _edit(pane, "draw"), "N", scope=NAME, icon="edit"),
        Action("map.place_row", "Place devices in a row", _edit(pane, "row"), "R", scope=NAME),
        Action("map.place_in_room", "Spread devices over a room", _edit(pane, "room"), scope=NAME),
        Action("map.copy_zones", "Copy zones to another floor", _edit(pane, "copy"), scope=NAME, asks_first=True),
        Action("map.floors", "Floors", _edit(pane, "floors"), scope=NAME, asks_first=True),
        Action(
            "map.zone_details", "Details of the room", _edit(pane, "details"), "", _one, scope=NAME, asks_first=True
        ),
        Action("map.remove_zone", "Remove the room", _edit(pane, "remove"), "", _one, scope=NAME),
    )


def _one(selection: Selection) -> bool:
    return bool(selection.zones)


def _go(pane: MapPane, step: int) -> Callable[[Selection], None]:
    return lambda _selection: pane.zoning.go_to(step)


def _edit(pane: MapPane, wanted: str) -> Callable[[Selection], None]:
    def act(_selection: Selection) -> None:
        if not pane.editing:
            pane.edit(on=True)
        pane.zoning.act(wanted)

    return act
