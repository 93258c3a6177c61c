"""The action registry: declared once, no two in each other's way."""

import pytest

from heyzack_console.presentation.actions import Action, ActionRegistry
from heyzack_console.presentation.selection import Selection


def nothing(_selection: Selection) -> None:
    return None


def an_action(name: str, shortcut: str = "", scope: str = "", also: str = "", menu: str = "") -> Action:
    return Action(name, name, nothing, shortcut, scope=scope, also=also, menu=menu)


def holding(*actions: Action) -> ActionRegistry:
    registry = ActionRegistry()
    for action in actions:
        registry.add(action)
    return registry


def test_two_actions_with_one_id_are_refused():
    with pytest.raises(ValueError, match=r"two actions are called alerts\.show"):
        holding(an_action("alerts.show"), an_action("alerts.show", "A"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (an_action("a", "A", "alerts"), an_action("b", "A", "alerts")),
        (an_action("a", "A", "alerts"), an_action("b", "a", "alerts")),
        (an_action("a", "A"), an_action("b", "A", "alerts")),
        (an_action("a", "A", "alerts"), an_action("b", "A")),
        (an_action("a", "F1", also="?"), an_action("b", "?", "map")),
    ],
)
def test_a_shortcut_that_would_be_ambiguous_is_refused(one: Action, other: Action):
    with pytest.raises(ValueError, match="share the shortcut"):
        holding(one, other)


def test_two_panes_may_use_the_same_letter():
    assert len(holding(an_action("a", "A", "alerts"), an_action("b", "A", "map"))) == 2


def test_actions_without_a_shortcut_never_collide():
    assert len(holding(an_action("a"), an_action("b"), an_action("c"))) == 3


def test_menus_stand_in_the_order_of_their_first_action():
    registry = holding(
        an_action("a", menu="View"), an_action("b", menu="Help"), an_action("c", menu="View"), an_action("d")
    )
    assert {menu: [action.id for action in actions] for menu, actions in registry.menus().items()} == {
        "View": ["a", "c"],
        "Help": ["b"],
    }


def test_a_scope_lists_its_actions_only():
    registry = holding(an_action("a", scope="alerts"), an_action("b"), an_action("c", scope="alerts"))
    assert [action.id for action in registry.scope("alerts")] == ["a", "c"]


def test_an_action_that_asks_first_carries_dots():
    assert Action("close", "Close valve", nothing, asks_first=True).label == "Close valve…"
