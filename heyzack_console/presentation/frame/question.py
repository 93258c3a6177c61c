"""The words of a question that is asked before a physical or irreversible act."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """What a confirmation says.

    *title* names verb and object ("Close valve VA-3-1?"), *verb* the button ("Close valve"), *state* place and present
    state, *consequence* what happens to things and people, *way_back* how it can be reversed, empty if it cannot.
    """

    title: str
    verb: str
    state: str = ""
    consequence: str = ""
    way_back: str = ""
    icon: str = "caution"
    asks_reason: bool = True
