"""The views of the window that are saved under a name, and which one a role begins with."""

from dataclasses import dataclass

from heyzack_console.domain.identity import Role


@dataclass(frozen=True, slots=True)
class Perspective:
    """A named arrangement of panes; *panes* are shown, the first one is the main one and gets the keyboard."""

    id: str
    title: str
    icon: str
    panes: tuple[str, ...]


OVERVIEW = Perspective("overview", "Overview", "overview", ("map", "alerts", "devices", "inspector"))
ALERTS = Perspective("alerts", "Alerts", "alerts", ("alerts", "inspector", "map"))
FIELD = Perspective("field", "Field", "field", ("devices", "inspector", "map"))
PERSPECTIVES: tuple[Perspective, ...] = (OVERVIEW, ALERTS, FIELD)


def first_perspective(role: str) -> Perspective:
    """Return where a role's day begins: people in the building with devices, people on shift with alerts."""
    if role == Role.TECHNICIAN:
        return FIELD
    if role in {Role.INCIDENT_COMMANDER, Role.SUPPORT_AGENT}:
        return ALERTS
    return OVERVIEW


def perspective(name: str) -> Perspective | None:
    """Return the perspective called *name*, None if there is none."""
    return next((known for known in PERSPECTIVES if known.id == name), None)
