"""Who may do what with a device: the role decides, rules give more, and what a rule takes is taken."""

from collections.abc import Iterable
from datetime import datetime

from heyzack_console.domain.access import AccessRule, Right
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import GRANTS, Actor, Permission

LONGEST_NOTE = 200
_NEEDS = {
    Permission.VIEW: Right.VIEW,
    Permission.ACKNOWLEDGE: Right.VIEW,
    Permission.OPERATE: Right.OPERATE,
    Permission.CONFIGURE: Right.CONFIGURE,
    Permission.ADMINISTER: Right.CONFIGURE,
}
_GIVEN = frozenset({Permission.VIEW, Permission.OPERATE, Permission.CONFIGURE})
"""What a rule can give; answering alerts and administering come by the role alone."""


def allowed(actor: Actor, permission: Permission, rules: Iterable[AccessRule], now: datetime) -> bool:
    """Tell whether *actor* may do with a device what needs *permission*.

    Args:
        rules: those that speak of the device.
        now: aware UTC.
    """
    held = [rule for rule in rules if rule.concerns(actor) and rule.holds(now)]
    needed = _NEEDS[permission].level
    if any(not rule.allow and rule.right.level <= needed for rule in held):
        return False
    given = permission in _GIVEN and any(rule.allow and rule.right.level >= needed for rule in held)
    return given or actor.may(permission)


def checked_rule(rule: AccessRule, people: Iterable[Actor], now: datetime) -> AccessRule:
    """Return *rule* tidied up.

    Raises:
        InvalidInput: it is not for one person or role and one device, room or group; it ends in the past; or nobody
            could take it back.
    """
    if (rule.person is None) == (rule.role is None):
        raise InvalidInput("A rule is for one person or for one role. Nothing was saved.", "who")
    if sum(part is not None for part in (rule.device, rule.zone, rule.group)) != 1:
        raise InvalidInput("A rule is for one device, one room or one group. Nothing was saved.", "what")
    if rule.until is not None and rule.until <= now:
        raise InvalidInput("The end lies in the past. Nothing was saved.", "until")
    if len(rule.note) > LONGEST_NOTE:
        raise InvalidInput(f"The note has at most {LONGEST_NOTE} characters. Nothing was saved.", "note")
    person = next((one for one in people if one.id == rule.person), None)
    if rule.person is not None and person is None:
        raise InvalidInput("There is no such person (any more). Nothing was saved.", "who")
    role = person.role if person is not None else rule.role
    if role is not None and Permission.ADMINISTER in GRANTS[role] and not rule.allow and rule.right is Right.VIEW:
        raise InvalidInput(
            "Administrators always see every device, or nobody could take the rule back. Nothing was saved.", "who"
        )
    return rule
