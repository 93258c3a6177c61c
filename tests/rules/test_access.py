"""Access rules: what is taken is taken, what ended is over, and without a rule the role decides."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.access import AccessRule, AccessRuleId, Right
from heyzack_console.domain.devices.device import DeviceId, ZoneId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import Actor, ActorId, Permission, Role
from heyzack_console.rules.access import allowed, checked_rule
from tests.support.building import T0, at

ANNA = Actor(ActorId("1" * 32), "Anna", Role.SUPPORT_AGENT)
OMAR = Actor(ActorId("2" * 32), "Omar", Role.TECHNICIAN)
ADMIN = Actor(ActorId("3" * 32), "Ines", Role.ADMINISTRATOR)
PEOPLE = (ANNA, OMAR, ADMIN)

actors = st.sampled_from(PEOPLE)
permissions = st.sampled_from(Permission)
whom = st.one_of(
    st.sampled_from(PEOPLE).map(lambda one: {"person": one.id}), st.sampled_from(Role).map(lambda one: {"role": one})
)
ends = st.one_of(st.none(), st.integers(-100, 100).map(at))
rules = st.builds(
    lambda allow, right, who, until: AccessRule(
        AccessRuleId("a" * 32), allow, right, device=DeviceId("d"), until=until, **who
    ),
    st.booleans(),
    st.sampled_from(Right),
    whom,
    ends,
)
many = st.lists(rules, max_size=6)


@given(actors, permissions)
def test_without_a_rule_the_role_decides(actor, permission):
    assert allowed(actor, permission, (), T0) == actor.may(permission)


@given(actors, permissions, many)
def test_what_a_rule_takes_no_other_rule_gives(actor, permission, others):
    taken = AccessRule(AccessRuleId("b" * 32), allow=False, right=Right.VIEW, person=actor.id, device=DeviceId("d"))
    assert not allowed(actor, permission, [*others, taken], T0)


@given(actors, permissions, many)
def test_a_rule_that_has_ended_or_speaks_of_others_changes_nothing(actor, permission, found):
    held = [rule for rule in found if rule.concerns(actor) and (rule.until is None or rule.until > T0)]
    assert allowed(actor, permission, found, T0) == allowed(actor, permission, held, T0)


@given(actors, permissions, many, rules)
def test_giving_never_takes_and_taking_never_gives(actor, permission, found, one):
    before = allowed(actor, permission, found, T0)
    assert allowed(actor, permission, [*found, replace(one, allow=True)], T0) >= before
    assert allowed(actor, permission, [*found, replace(one, allow=False)], T0) <= before


@given(actors, many)
def test_who_may_not_see_may_do_nothing_else(actor, found):
    if not allowed(actor, Permission.VIEW, found, T0):
        assert not any(allowed(actor, permission, found, T0) for permission in Permission)


@given(actors, many)
def test_answering_alerts_and_administering_are_never_given_by_a_rule(actor, found):
    for permission in (Permission.ACKNOWLEDGE, Permission.ADMINISTER):
        assert allowed(actor, permission, found, T0) <= actor.may(permission)


def test_sharing_until_friday_gives_what_the_role_lacks_and_ends_by_itself():
    shared = AccessRule(AccessRuleId(""), True, Right.OPERATE, person=ANNA.id, device=DeviceId("d"), until=at(60))
    assert not allowed(ANNA, Permission.OPERATE, (), T0)
    assert allowed(ANNA, Permission.OPERATE, (shared,), at(59))
    assert not allowed(ANNA, Permission.CONFIGURE, (shared,), at(59))
    assert not allowed(ANNA, Permission.OPERATE, (shared,), at(60))


GOOD = AccessRule(AccessRuleId(""), False, Right.OPERATE, person=OMAR.id, device=DeviceId("d"))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (replace(GOOD, person=None), "one person or for one role"),
        (replace(GOOD, role=Role.AUDITOR), "one person or for one role"),
        (replace(GOOD, device=None), "one device, one room or one group"),
        (replace(GOOD, zone=ZoneId("z")), "one device, one room or one group"),
        (replace(GOOD, until=T0 - timedelta(seconds=1)), "past"),
        (replace(GOOD, note="x" * 201), "at most 200"),
        (replace(GOOD, person=ActorId("9" * 32)), "no such person"),
        (replace(GOOD, person=ADMIN.id, right=Right.VIEW), "nobody could take the rule back"),
        (replace(GOOD, person=None, role=Role.ADMINISTRATOR, right=Right.VIEW), "nobody could take the rule back"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_reason(rule, said):
    with pytest.raises(InvalidInput, match=said):
        checked_rule(rule, PEOPLE, T0)


def test_a_rule_that_is_in_order_is_kept():
    assert checked_rule(GOOD, PEOPLE, T0) == GOOD
