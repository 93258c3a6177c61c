"""Access rules: who may see, operate or set up which devices beyond or below what their role says, and until when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from heyzack_console.domain.devices.device import DeviceId, ZoneId
from heyzack_console.domain.devices.groups import GroupId
from heyzack_console.domain.identity import Actor, ActorId, Role

AccessRuleId = NewType("AccessRuleId", str)
"""UUIDv7 as 32 hex digits; empty before it was kept for the first time."""


class Right(StrEnum):
    """What is given or taken. Who may operate sees too; who may not see operates nothing."""

    VIEW = "view"
    OPERATE = "operate"
    CONFIGURE = "configure"

    @property
    def level(self) -> int:
        """How far it reaches."""
        return tuple(Right).index(self)


@dataclass(frozen=True, slots=True)
class AccessRule:
    """One rule: for a *person* or everybody of a *role*; to one *device*, those of a *zone* or those of a *group*.

    *allow* gives *right* and what lies below it, otherwise it takes *right* and what lies above it. *until* is aware
    UTC; None: until it is revoked.
    """

    id: AccessRuleId
    allow: bool
    right: Right
    person: ActorId | None = None
    role: Role | None = None
    device: DeviceId | None = None
    zone: ZoneId | None = None
    group: GroupId | None = None
    until: datetime | None = None
    note: str = ""

    def concerns(self, actor: Actor) -> bool:
        """Whether it speaks of *actor*."""
        return self.person == actor.id if self.person is not None else self.role is actor.role

    def holds(self, now: datetime) -> bool:
        """Whether its end has not come; *now* is aware."""
        return self.until is None or now < self.until


@dataclass(frozen=True, slots=True)
class AccessList:
    """Every rule, ended ones too, and the people they can be for."""

    rules: tuple[AccessRule, ...]
    people: tuple[Actor, ...]
