"""What a device takes over from the one whose place it takes."""

from dataclasses import replace

from heyzack_console.domain.access import AccessRule, AccessRuleId, Right
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Operand, Test
from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress
from heyzack_console.domain.devices.groups import DeviceGroup, GroupId
from heyzack_console.rules.replacing import moved_access, moved_groups, moved_lines, moved_rules, successor
from tests.support.building import CLIMATE, GATEWAY, LEAK, THERMOSTAT, VALVE

NEW = Device(DeviceId("th2"), "Found 12", Category.UNKNOWN)


def test_a_bare_new_device_takes_name_kind_place_and_points():
    fresh = successor(THERMOSTAT, NEW)
    assert fresh == replace(THERMOSTAT, id=NEW.id, address=None)


def test_another_product_keeps_its_own_points_and_model():
    other = replace(NEW, product="p2", model="M2", points=LEAK.points, address=LanAddress("10.0.0.9"))
    fresh = successor(replace(THERMOSTAT, product="p1", model="M1"), other)
    assert (fresh.product, fresh.model, fresh.points) == ("p2", "M2", LEAK.points)
    assert (fresh.name, fresh.place, fresh.address) == (THERMOSTAT.name, THERMOSTAT.place, other.address)


def test_a_sub_device_stands_behind_the_same_gateway():
    fresh = successor(LEAK, replace(NEW, id=DeviceId("gw1/leak9")))
    assert (fresh.gateway, fresh.cid) == (GATEWAY.id, "leak9")
    assert successor(LEAK, replace(NEW, cid="0x17")).cid == "0x17"


def test_lines_are_drawn_anew_from_and_to_the_new_one():
    fed = Dependency(Thing.device(VALVE.id), Thing.device(THERMOSTAT.id), Supply.WATER)
    feeds = Dependency(Thing.device(THERMOSTAT.id), Thing.device(LEAK.id), Supply.POWER)
    other = Dependency(Thing.device(VALVE.id), Thing.device(LEAK.id), Supply.WATER)
    added, removed = moved_lines([fed, feeds, other], THERMOSTAT.id, NEW)
    assert removed == (fed, feeds)
    assert added == (replace(fed, target=Thing.device(NEW.id)), replace(feeds, source=Thing.device(NEW.id)))


def test_a_line_that_would_lead_to_itself_or_is_known_from_the_gateway_is_not_drawn():
    self_fed = Dependency(Thing.device(NEW.id), Thing.device(THERMOSTAT.id), Supply.POWER)
    radio = Dependency(Thing.device(VALVE.id), Thing.device(THERMOSTAT.id), Supply.NETWORK)
    added, removed = moved_lines([self_fed, radio], THERMOSTAT.id, replace(NEW, gateway=GATEWAY.id, cid="9"))
    assert (added, removed) == ((), (self_fed, radio))


def test_groups_rules_and_rights_follow_and_others_are_left_alone():
    chosen = DeviceGroup(GroupId("01" * 16), "Heating", (VALVE.id, THERMOSTAT.id, CLIMATE.id))
    other = DeviceGroup(GroupId("02" * 16), "Leaks", (LEAK.id,))
    assert moved_groups([chosen, other], THERMOSTAT.id, NEW.id) == (
        replace(chosen, members=(VALVE.id, NEW.id, CLIMATE.id)),
    )
    rule = AlertRule("hot", "Too warm", Test.ABOVE, Priority.P2, devices=(THERMOSTAT.id,))
    both = replace(rule, id="both", devices=(), operands=(Operand("t", "temp", (THERMOSTAT.id, NEW.id)),))
    cold = replace(rule, id="cold", devices=(VALVE.id,))
    assert moved_rules([rule, both, cold], THERMOSTAT.id, NEW.id) == (
        replace(rule, devices=(NEW.id,)),
        replace(both, operands=(Operand("t", "temp", (NEW.id,)),)),
    )
    right = AccessRule(AccessRuleId("03" * 16), allow=False, right=Right.OPERATE, device=THERMOSTAT.id)
    assert moved_access([right, replace(right, device=VALVE.id)], THERMOSTAT.id, NEW.id) == (
        replace(right, device=NEW.id),
    )
