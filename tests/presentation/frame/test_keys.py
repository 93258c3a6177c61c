"""The key help, read from the declared actions."""

from heyzack_console.presentation.actions import Action, ActionRegistry
from heyzack_console.presentation.frame.keys import MOVING, key_sections, spelled
from heyzack_console.presentation.selection import Selection


def nothing(_selection: Selection) -> None:
    return None


def test_keys_are_listed_everywhere_first_then_by_pane_then_moving():
    registry = ActionRegistry()
    registry.add(Action("alerts.acknowledge", "Acknowledge", nothing, "A", scope="alerts"))
    registry.add(Action("help.keys", "Keys", nothing, "F1", also="?"))
    registry.add(Action("help.about", "About", nothing))
    everywhere, alerts, moving = key_sections(registry, {"alerts": "Alert queue"})
    assert (everywhere.title, [(row.keys, row.does) for row in everywhere.rows]) == ("Everywhere", [("F1   ?", "Keys")])
    assert (alerts.title, [(row.keys, row.does) for row in alerts.rows]) == ("Alert queue", [("A", "Acknowledge")])
    assert moving is MOVING


def test_a_shortcut_is_spelled_as_people_read_it():
    assert spelled("Ctrl+Shift+A") == "Ctrl Shift A"
    assert spelled("Ctrl++") == "Ctrl Plus"
    assert spelled("+") == "Plus"
