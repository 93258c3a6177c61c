"""Own alert rules on the journal."""

from datetime import date, time

import pytest

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Hours, Operand, Take, Test
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.storage.alert_rules import AlertRuleRecords
from heyzack_console.storage.store import RecordStore

FULL = AlertRule(
    "both",
    "Warm and wet",
    Test.COMPOSITE,
    Priority.P2,
    categories=(Category.LEAK,),
    equals=(True, 3, "alarm"),
    hours=Hours((0, 4), time(8), time(18, 30), (date(2026, 12, 25),)),
    operands=(Operand("warm", "temp_current", zones=("2.04",), take=Take.MAX),),
    expression="warm > 26.0",
    limit=26.0,
    version=3,
    author="Ines",
    reason="why not",
)
PLAIN = AlertRule("a", "A", Test.ABOVE, Priority.P4, "p", limit=1)


async def test_rules_come_back_as_they_were_written_and_a_change_is_an_entry(store: RecordStore, by: By):
    book = AlertRuleRecords(store)
    assert await book.put([FULL, PLAIN], by)
    assert await book.load() == (PLAIN, FULL)
    assert await book.put([PLAIN], by) == ""
    assert (await store.verify()).ok


async def test_a_removed_rule_is_gone_and_can_come_back(store: RecordStore, by: By):
    book = AlertRuleRecords(store)
    await book.put([FULL, PLAIN], by)
    await book.remove(["a", "both"], by)
    assert await book.load() == ()
    with pytest.raises(NotFound, match="Nothing was changed"):
        await book.remove(["a"], by)
    await book.put([PLAIN], by)
    assert await book.load() == (PLAIN,)


async def test_of_several_none_is_removed_where_one_is_unknown(store: RecordStore, by: By):
    book = AlertRuleRecords(store)
    await book.put([PLAIN], by)
    with pytest.raises(NotFound):
        await book.remove(["a", "nobody"], by)
    assert await book.load() == (PLAIN,)
