"""Makes the control that a data point gets."""

from collections.abc import Callable
from dataclasses import dataclass

from heyzack_console.desktop.panes.inspector.controls.numbers import NumberView
from heyzack_console.desktop.panes.inspector.controls.switches import ButtonView, ChoiceView, DriveView, SwitchView
from heyzack_console.desktop.panes.inspector.controls.texts import AskedView, ColourView, TextView
from heyzack_console.desktop.panes.inspector.controls.view import ControlView, Send
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.points import Value
from heyzack_console.presentation.inspector.controls import Control, ControlKind


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a control tells its row: a value to send, a dialog to open, a number to show meanwhile."""

    send: Send
    ask: Callable[[Value], None]
    preview: Callable[[str], None]


def made(theme: Theme, control: Control, wishes: Wishes) -> ControlView:
    """The view of *control*."""
    view = _made(theme, control, wishes)
    view.widget.setAccessibleName(f"Set {control.title}")
    return view


def _made(theme: Theme, control: Control, wishes: Wishes) -> ControlView:
    match control.kind:
        case ControlKind.SWITCH:
            return SwitchView(theme, control, wishes.send)
        case ControlKind.BUTTON:
            return ButtonView(control, wishes.send)
        case ControlKind.CHOICE:
            return ChoiceView(control, wishes.send)
        case ControlKind.DRIVE:
            return DriveView(control, wishes.send)
        case ControlKind.SLIDER | ControlKind.NUMBER:
            return NumberView(theme, control, wishes.send, wishes.preview)
        case ControlKind.COLOUR:
            return ColourView(theme, control, wishes.ask)
        case ControlKind.STRUCTURE | ControlKind.BYTES:
            return AskedView(control, wishes.ask)
    return TextView(control, wishes.send)
