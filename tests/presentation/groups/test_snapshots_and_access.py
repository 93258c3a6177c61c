"""Snapshots and access rules in words."""

from datetime import UTC

from heyzack_console.domain.access import AccessList, AccessRule, AccessRuleId, Right
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.devices.snapshots import SetPoint, SetPointDifference, SnapshotHead, SnapshotId
from heyzack_console.domain.group_orders import DeviceOrder
from heyzack_console.domain.identity import Actor, ActorId, Role
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.groups.access import AccessLines, what_offers, who_offers
from heyzack_console.presentation.groups.snapshots import DifferenceLines, head_words
from heyzack_console.presentation.mirror import Mirror
from tests.support.building import BOOK, T0, THERMOSTAT, VALVE, at

HEAD = SnapshotHead(SnapshotId("1" * 32), "Winter", at(60), "Ines", 2, 3)
OMAR = Actor(ActorId("2" * 32), "Omar", Role.TECHNICIAN)


def point(device, code, value, quality=Quality.LIVE):
    return SetPoint(device.id, code, value, "", T0, quality)


WARM = SetPointDifference(THERMOSTAT.id, "temp_set", point(THERMOSTAT, "temp_set", 21), None)
MODE = SetPointDifference(
    THERMOSTAT.id, "mode", point(THERMOSTAT, "mode", "auto"), point(THERMOSTAT, "mode", "manual", Quality.CACHED)
)
OPEN = SetPointDifference(VALVE.id, "switch_1", point(VALVE, "switch_1", True), point(VALVE, "switch_1", False))


def differing():
    mirror = Mirror(connected=True)
    mirror.show_book(BOOK)
    lines = DifferenceLines(mirror)
    lines.take((WARM, OPEN, MODE), HEAD)
    return lines


def test_differences_stand_by_device_with_both_sides_and_the_age_before_the_snapshot():
    lines = differing()
    texts = [[cell.text for cell in lines.row(n).cells] for n in range(len(lines))]
    assert [line[0] for line in texts] == ["Main valve", "Thermostat 1.03", "Thermostat 1.03"]
    assert texts[0][2:] == ["open", "1 min", "closed"]
    assert texts[1][-1] == "manual, remembered"
    assert texts[2][-1] == "not known"
    assert lines.as_text().count("\n") == 4


def test_chosen_lines_become_one_order_for_each_device():
    lines = differing()
    keys = [lines.key(n) for n in range(3)]
    assert lines.orders(keys[1:]) == (DeviceOrder(THERMOSTAT.id, {"mode": "auto", "temp_set": 21}),)
    assert lines.orders(()) == ()


def test_a_snapshot_is_listed_with_its_time_and_size():
    assert head_words(HEAD, UTC) == "Winter, 02 Mar 2026 08:01, 3 values of 2 devices"


def test_a_rule_says_who_what_and_until_when():
    shared = AccessRule(
        AccessRuleId("a" * 32), True, Right.OPERATE, person=OMAR.id, device=VALVE.id, until=at(60), note="boiler"
    )
    other = AccessRule(AccessRuleId("b" * 32), False, Right.VIEW, role=Role.AUDITOR, device=THERMOSTAT.id)
    lines = AccessLines()
    lines.take(AccessList((shared, other), (OMAR,)), {VALVE.id: "Main valve"}, frozenset({VALVE.id}), at(0), UTC)
    assert [cell.text for cell in lines.row(0).cells] == [
        "Omar (technician)",
        "may operate",
        "Main valve",
        "Mon 02 Mar 2026 08:01",
        "boiler",
    ]
    assert len(lines) == 1
    lines.take(AccessList((shared, other), (OMAR,)), {}, frozenset(), at(90), UTC)
    assert lines.row(0).cells[3].text.endswith("ended")
    assert lines.chosen([other.id, "gone"]) == (other.id,)


def test_rules_are_offered_for_people_and_roles_and_for_what_the_device_belongs_to():
    who = who_offers(AccessList((), (OMAR,)))
    assert who[0].parts == {"person": OMAR.id}
    assert len(who) == 1 + len(Role)
    assert [offer.words for offer in what_offers((VALVE,), index_of(BOOK), ())] == ["Main valve"]
