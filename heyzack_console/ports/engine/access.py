"""Commands and queries about access rules."""

from dataclasses import dataclass
from typing import Any, ClassVar

from heyzack_console.domain.access import AccessList, AccessRule, AccessRuleId
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class SaveAccessRule(Command):
    """Keep an access rule; without an id a new one. It holds with the receipt. Can be undone."""

    permission: ClassVar[Permission] = Permission.ADMINISTER
    rule: AccessRule


@dataclass(frozen=True)
class RevokeAccessRule(Command):
    """Take an access rule away; what the role says holds again at once. Can be undone."""

    permission: ClassVar[Permission] = Permission.ADMINISTER
    rule: AccessRuleId


@dataclass(frozen=True)
class AccessRules(Query[AccessList]):
    """Every access rule, oldest first, and the people they can be for."""

    answer: ClassVar[Any] = AccessList
    permission: ClassVar[Permission] = Permission.ADMINISTER
