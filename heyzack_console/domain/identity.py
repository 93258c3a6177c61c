"""Who acts, and what a role allows."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

ActorId = NewType("ActorId", str)
"""UUID as 32 hex digits."""


class Permission(StrEnum):
    """What a command or query needs."""

    VIEW = "view"
    ACKNOWLEDGE = "acknowledge"
    OPERATE = "operate"
    CONFIGURE = "configure"
    ADMINISTER = "administer"


class Role(StrEnum):
    """The roles of operator-console section 1; a role decides permissions and the default perspective."""

    ADMINISTRATOR = "administrator"
    FACILITY_MANAGER = "facility_manager"
    INCIDENT_COMMANDER = "incident_commander"
    TECHNICIAN = "technician"
    SUPPORT_AGENT = "support_agent"
    AUDITOR = "auditor"


_ALL = frozenset(Permission)
GRANTS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: _ALL,
    Role.FACILITY_MANAGER: _ALL - {Permission.ADMINISTER},
    Role.INCIDENT_COMMANDER: frozenset({Permission.VIEW, Permission.ACKNOWLEDGE, Permission.OPERATE}),
    Role.TECHNICIAN: frozenset(
        {Permission.VIEW, Permission.ACKNOWLEDGE, Permission.OPERATE, Permission.CONFIGURE},
    ),
    Role.SUPPORT_AGENT: frozenset({Permission.VIEW, Permission.ACKNOWLEDGE}),
    Role.AUDITOR: frozenset({Permission.VIEW}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, or the console itself when a rule acts."""

    id: ActorId
    name: str
    role: Role

    def may(self, permission: Permission) -> bool:
        """Tell whether this actor's role grants *permission*."""
        return permission in GRANTS[self.role]


@dataclass(frozen=True, slots=True)
class By:
    """Who changes a record, why, and with which command: one journal entry names all three."""

    actor: Actor
    reason: str
    command: str
