"""Rules that count, keep hours, miss values, combine points; and rules that change while alerts stand."""

from dataclasses import replace
from datetime import UTC, time, timedelta

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Hours, Operand, Take, Test
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.services.alerts.conditions import ConditionWatch
from tests.support.building import CLIMATE, LEAK, THERMOSTAT, at, reading
from tests.support.past_book import HeardBook

HOUSE = {device.id: device for device in (CLIMATE, LEAK, THERMOSTAT)}
WARM = AlertRule("warm", "Warm", Test.ABOVE, Priority.P3, "temp_current", limit=26.0, delay_s=60)


class Bench:
    """A watch that hears readings of the thermostat in seconds after eight o'clock."""

    def __init__(self, *rules, zone=UTC):
        self.book = HeardBook()
        self.watch = ConditionWatch(self.book, lambda: zone)
        self.arm(*rules)

    def arm(self, *rules, second=0):
        self.watch.arm(HOUSE, rules, at(second), {})

    def tell(self, second, value, device=THERMOSTAT, code="temp_current"):
        self.pass_until(second)
        self.watch.heard(reading(device, code, value, second), at(second))

    def pass_until(self, second):
        while (next_at := self.watch.next_at) is not None and next_at < at(second):
            self.watch.tick(next_at)
        self.watch.tick(at(second))

    @property
    def said(self):
        return [(what, (now - at(0)).total_seconds()) for what, _, _, now in self.book.said]


def test_a_condition_that_comes_true_often_enough_calls_before_it_has_lasted():
    bench = Bench(replace(WARM, count=3))
    for second in (0, 20, 40):
        bench.tell(second, 27.0)
        bench.tell(second + 10, 25.0)
    assert bench.said == [("raised", 40), ("cleared", 50)]


def test_what_came_true_too_long_ago_does_not_count():
    bench = Bench(replace(WARM, count=3))
    for second in (0, 40, 80):
        bench.tell(second, 27.0)
        bench.tell(second + 5, 25.0)
    assert bench.said == []


def test_a_rule_that_counts_also_calls_for_what_lasts():
    bench = Bench(replace(WARM, count=3))
    bench.tell(0, 27.0)
    bench.pass_until(90)
    assert bench.said == [("raised", 60)]


def test_outside_its_hours_a_condition_counts_as_not_true():
    bench = Bench(replace(WARM, hours=Hours((), time(8, 5), time(8, 10))))
    bench.tell(0, 27.0)
    bench.pass_until(900)
    assert bench.said == [("raised", 360), ("cleared", 600)]


def test_hours_are_those_of_the_site():
    from zoneinfo import ZoneInfo

    hours = Hours((), time(9, 5), time(9, 10))
    bench = Bench(replace(WARM, hours=hours), zone=ZoneInfo("Europe/Berlin"))
    bench.tell(0, 27.0)
    bench.pass_until(900)
    assert bench.said == [("raised", 360), ("cleared", 600)]


MISSING = AlertRule("missing", "No temperature", Test.MISSING, Priority.P4, "temp_current", delay_s=300)


def test_a_point_that_is_not_heard_is_missed_even_if_it_never_was():
    bench = Bench(replace(MISSING, devices=(THERMOSTAT.id,)))
    bench.tell(100, 20.0)
    bench.tell(200, 20.0)
    bench.tell(600, 20.0)
    assert bench.said == [("raised", 500), ("cleared", 600)]
    silent = Bench(replace(MISSING, devices=(THERMOSTAT.id,)))
    silent.pass_until(400)
    assert silent.said == [("raised", 300)]


def test_any_value_of_a_device_keeps_its_dead_man_quiet():
    silent = AlertRule("silent", "Nothing heard", Test.SILENT, Priority.P3, devices=(THERMOSTAT.id,), delay_s=300)
    bench = Bench(silent)
    bench.tell(200, 1.0, code="mode")
    bench.tell(450, 20.0)
    bench.pass_until(800)
    bench.tell(900, "auto", code="mode")
    assert bench.said == [("raised", 750), ("cleared", 900)]


BOTH = AlertRule(
    "both",
    "Warm and wet",
    Test.COMPOSITE,
    Priority.P2,
    expression="warm > 26.0 && wet",
    operands=(
        Operand("warm", "temp_current", take=Take.MAX),
        Operand("wet", "watersensor_state", take=Take.ANY),
    ),
    delay_s=30,
)


def test_an_expression_is_true_when_all_its_points_say_so_and_has_an_alert_of_its_own():
    bench = Bench(BOTH)
    bench.tell(0, 27.0)
    bench.tell(10, "alarm", LEAK, "watersensor_state")
    bench.tell(100, "normal", LEAK, "watersensor_state")
    assert bench.said == [("raised", 40), ("cleared", 100)]
    assert {device for _, _, device, _ in bench.book.said} == {"rule/both"}


def test_while_an_operand_is_missing_an_expression_says_nothing():
    bench = Bench(replace(BOTH, delay_s=0))
    bench.tell(0, "alarm", LEAK, "watersensor_state")
    assert bench.said == []


def test_remembered_values_do_not_count_in_expressions():
    bench = Bench(replace(BOTH, delay_s=0))
    bench.watch.heard(replace(reading(THERMOSTAT, "temp_current", 27.0, 0), quality=Quality.CACHED), at(0))
    bench.tell(1, "alarm", LEAK, "watersensor_state")
    assert bench.said == []


def test_a_rule_that_is_taken_in_judges_the_values_that_are_there():
    bench = Bench(WARM)
    bench.tell(0, 27.0)
    bench.pass_until(90)
    bench.tell(91, "alarm", LEAK, "watersensor_state")
    bench.arm(WARM, replace(BOTH, delay_s=0), replace(WARM, id="hot", limit=26.5, delay_s=0), second=100)
    assert bench.said == [("raised", 60), ("raised", 100), ("raised", 100)]


def test_a_delay_under_way_goes_on_when_another_rule_changes():
    bench = Bench(WARM)
    bench.tell(0, 27.0)
    bench.arm(WARM, replace(WARM, id="other", limit=40.0), second=30)
    bench.pass_until(100)
    assert bench.said == [("raised", 60)]


def test_a_standing_alert_goes_on_under_a_changed_rule_and_clears_by_the_new_limit():
    bench = Bench(WARM)
    bench.tell(0, 27.0)
    bench.pass_until(70)
    bench.book.standing[THERMOSTAT.id, "warm"] = type("Standing", (), {"active": True, "since": at(0)})()
    bench.arm(replace(WARM, limit=24.0), second=80)
    bench.tell(90, 25.0)
    assert bench.said == [("raised", 60)]
    bench.tell(100, 23.0)
    assert bench.said == [("raised", 60), ("cleared", 100)]


def test_words_follow_the_product_while_the_condition_goes_on():
    fault = AlertRule("fault", "Fault", Test.ANY_BIT, Priority.P3, "fault", delay_s=60)
    bench = Bench(fault)
    bench.tell(0, 0b001, code="fault")
    named = tuple(replace(p, labels=("pump_blocked",)) if p.code == "fault" else p for p in THERMOSTAT.points)
    told = replace(THERMOSTAT, points=named)
    bench.watch.arm(HOUSE | {THERMOSTAT.id: told}, [fault], at(30), {})
    bench.pass_until(90)
    assert bench.said == [("raised", 60)]
    assert bench.book.words == ["Fault: pump blocked"]


def test_an_expression_that_is_changed_calls_once_by_the_new_one_alone():
    bench = Bench(BOTH)
    bench.tell(0, 27.0)
    bench.tell(1, "alarm", LEAK, "watersensor_state")
    bench.arm(replace(BOTH, delay_s=60), second=10)
    bench.pass_until(200)
    assert bench.said == [("raised", 70)]


def test_the_time_until_something_can_happen_is_known():
    bench = Bench(WARM)
    assert bench.watch.next_at is None
    bench.tell(0, 27.0)
    assert bench.watch.next_at == at(0) + timedelta(seconds=60)
