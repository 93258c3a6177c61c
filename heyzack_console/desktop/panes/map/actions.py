"""What can be done on the map by key, menu and palette."""

from functools import partial

from heyzack_console.desktop.panes.map.menu import NOT_NOW
from heyzack_console.desktop.panes.map.pane import NAME, MapPane
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.map.changes import Since
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.quantities import Quantity
from heyzack_console.presentation.selection import Selection


def map_actions(pane: MapPane) -> tuple[Action, ...]:
    """Return the actions of *pane*, for the registry."""
    views = (("zoom_in", "Zoom in", "+"), ("zoom_out", "Zoom out", "-"), ("fit", "Show the whole floor", "0"))
    return (
        *(Action(f"map.{name}", title, _act(pane, name), key, scope=NAME, icon=name) for name, title, key in views),
        Action("map.floor_up", "Next floor up", _step(pane, 1), "PgUp", scope=NAME),
        Action("map.floor_down", "Next floor down", _step(pane, -1), "PgDown", scope=NAME),
        *(_layer(pane, layer) for layer in Layer),
        *(_quantity(pane, quantity) for quantity in Quantity),
        Action(
            "map.edit",
            "Place and move devices",
            lambda _: pane.edit(on=not pane.editing),
            "E",
            lambda _: not pane.time.past,
            scope=NAME,
            why_not=NOT_NOW,
            icon="edit",
            checked=lambda: pane.editing,
        ),
        *_impact(pane),
        *_time(pane),
        Action("map.import_plan", "Import floor plan…", partial(_import_plan, pane), scope=NAME, icon="plan"),
        *_hand_over(pane),
        Action("map.search", "Filter the map", lambda _: pane.search(), "Ctrl+F", scope=NAME, icon="search"),
    )


def _impact(pane: MapPane) -> tuple[Action, ...]:
    return (
        Action(
            "map.impact",
            "Show what hangs on it",
            lambda _: pane.impact.show(on=not pane.impact.on),
            "B",
            lambda _: not pane.time.past,
            scope=NAME,
            why_not=NOT_NOW,
            icon="impact",
            checked=lambda: pane.impact.on,
        ),
        Action(
            "map.draw_lines",
            "Draw what it supplies",
            lambda _: pane.impact.draw(on=not pane.impact.drawing),
            "L",
            lambda selection: not pane.time.past and (pane.impact.drawing or bool(selection.devices)),
            scope=NAME,
            checked=lambda: pane.impact.drawing,
        ),
    )


def _time(pane: MapPane) -> tuple[Action, ...]:
    steps = (
        ("back", "Back in time", "[", -1, False),
        ("forward", "Forward in time", "]", 1, False),
        ("far_back", "Far back in time", "{", -1, True),
        ("far_forward", "Far forward in time", "}", 1, True),
    )
    return (
        *(
            Action(f"map.time_{name}", title, _go(pane, by, far), key, scope=NAME)
            for name, title, key, by, far in steps
        ),
        Action(
            "map.compare",
            "Compare two moments",
            lambda _: pane.comparison.turn(on=not pane.comparison.on),
            scope=NAME,
            icon="compare",
            checked=lambda: pane.comparison.on,
        ),
        Action("map.time_now", "Return to now", lambda _: pane.time.to_now(), "Backspace", scope=NAME),
    )


def _go(pane: MapPane, steps: int, far: bool) -> "partial[None]":
    return partial(_do_go, pane, steps, far)


def _do_go(pane: MapPane, steps: int, far: bool, _selection: Selection) -> None:
    pane.time.step(steps, far=far)


def _import_plan(pane: MapPane, _selection: Selection) -> None:
    pane.import_wanted.emit()


def _hand_over(pane: MapPane) -> tuple[Action, ...]:
    def hand_over(_selection: Selection) -> None:
        pane.layers.tools.hand_over_wanted.emit()

    return (
        Action(
            "map.seen",
            "Confirm what changed on the map",
            lambda _: pane.layers.changes.confirm(),
            "C",
            lambda _: pane.layer is Layer.CHANGED and pane.layers.changes.since is Since.LOOK,
            scope=NAME,
            why_not="Show the layer Changed first, with what changed since you last looked.",
        ),
        Action(
            "map.hand_over",
            "Hand over to the next shift",
            hand_over,
            scope=NAME,
            asks_first=True,
        ),
        Action(
            "map.print",
            "Print or save the map",
            lambda _: pane.layers.sheet_wanted.emit(),
            scope=NAME,
            icon="print",
            asks_first=True,
        ),
    )


def _layer(pane: MapPane, layer: Layer) -> Action:
    def show(_selection: Selection) -> None:
        pane.show_layer(layer)

    return Action(
        f"map.layer_{layer.value}",
        f"Layer {layer.word.lower()}",
        show,
        layer.key,
        scope=NAME,
        icon="layers",
        checked=lambda: pane.layer is layer,
    )


def _quantity(pane: MapPane, quantity: Quantity) -> Action:
    def show(_selection: Selection) -> None:
        pane.show_layer(Layer.HEAT)
        pane.layers.show_quantity(quantity)

    return Action(
        f"map.heat_{quantity.value}",
        f"Heat map of {quantity.word if quantity is Quantity.CO2 else quantity.word.lower()}",
        show,
        scope=NAME,
        icon="layers",
        checked=lambda: pane.layer is Layer.HEAT and pane.layers.quantity is quantity,
    )


def _act(pane: MapPane, wanted: str) -> "partial[None]":
    return partial(_do_act, pane, wanted)


def _do_act(pane: MapPane, wanted: str, _selection: Selection) -> None:
    pane.stage.act(wanted)


def _step(pane: MapPane, upwards: int) -> "partial[None]":
    return partial(_do_step, pane, upwards)


def _do_step(pane: MapPane, upwards: int, _selection: Selection) -> None:
    pane.step_floor(upwards)
