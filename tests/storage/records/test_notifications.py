"""Whom the console tells is a record with undo; what it tells lies in an outbox that a restart finds."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from heyzack_console.domain.alerts.alert import AlertId, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.notifications.book import NotificationBook
from heyzack_console.domain.notifications.notice import Notice, NoticeId, NoticeState
from heyzack_console.domain.notifications.people import (
    Channel,
    ChannelId,
    ChannelKind,
    Person,
    PersonId,
    Preferences,
    Quiet,
)
from heyzack_console.domain.notifications.policies import Policy, PolicyId, Step, Target, TargetKind
from heyzack_console.domain.notifications.schedules import Layer, Override, OverrideId, Schedule, ScheduleId, Turn
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.notices import NoticeRecords
from heyzack_console.storage.notifications import NotificationRecords
from heyzack_console.storage.store import RecordStore, open_store
from tests.support.journal_notes import HandClock

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
MAIL = Channel(ChannelId("c1"), "Mail of Ines", ChannelKind.EMAIL, title="{{ rule }}")
INES = Person(
    PersonId("p1"),
    "Ines",
    (MAIL.id,),
    Preferences((Quiet(time(22), time(7), (4,)),), "Europe/Berlin", 3, digest=timedelta(hours=1)),
)
PLAN = Schedule(
    ScheduleId("s1"),
    "Plant room",
    "Europe/Berlin",
    (Layer("days", (INES.id,), datetime(2026, 6, 1, 8), Turn.CUSTOM, rule="FREQ=DAILY"),),  # noqa: DTZ001
    (Override(OverrideId("o1"), INES.id, NOW, NOW + timedelta(hours=2), "swap"),),
)
LADDER = Policy(
    PolicyId("l1"),
    "Water",
    (Step(timedelta(minutes=5), (Target(TargetKind.SCHEDULE, PLAN.id),)),),
    (Priority.P1, Priority.P2),
    2,
)
ALL = (MAIL, INES, PLAN, LADDER)


def a_notice(name: str, minutes: float = 0, state: NoticeState = NoticeState.WAITING, step: int = 0) -> Notice:
    made = NOW + timedelta(minutes=minutes)
    return Notice(
        NoticeId(name), AlertId("a" + name[0]), EventId("e" + name[0]), Priority.P1, LADDER.id, step, made, made,
        INES.id, MAIL.id, "Ines by Mail", state, title="Water", text="in the plant room",
    )  # fmt: skip


async def test_all_of_it_comes_back_in_every_field_also_after_a_restart(
    store: RecordStore, by: By, clock: HandClock, tmp_path: Path
):
    assert await NotificationRecords(store).put(ALL, by)
    assert await NotificationRecords(store).put(ALL, by) == ""
    assert (await store.verify()).ok
    await store.close()
    again = await open_store(tmp_path, clock)
    try:
        assert await NotificationRecords(again).load() == NotificationBook((MAIL,), (INES,), (PLAN,), (LADDER,))
    finally:
        await again.close()


async def test_what_was_removed_is_gone_and_undo_brings_it_back(store: RecordStore, by: By, clock: HandClock):
    records = NotificationRecords(store)
    await records.put(ALL, by)
    entry = await records.remove([INES, PLAN], by)
    assert (await records.load()).items == (MAIL, LADDER)
    with pytest.raises(NotFound, match="Nothing was changed"):
        await records.remove([MAIL, INES], by)
    assert (await records.load()).items == (MAIL, LADDER)
    await JournalRecords(store, clock).undo(entry, by)
    assert (await records.load()).items == ALL


async def test_the_outbox_finds_after_a_restart_what_is_still_to_be_sent_and_which_steps_were_taken(
    store: RecordStore, clock: HandClock, tmp_path: Path
):
    notices = NoticeRecords(store)
    old = [a_notice("1", -9000), a_notice("2", -9000, NoticeState.SENT), a_notice("31", 0, NoticeState.SENT, step=2)]
    await notices.keep(old)
    await store.close()
    again = await open_store(tmp_path, clock)
    try:
        kept = NoticeRecords(again)
        assert await kept.lately(NOW) == (old[0], old[2])
        assert await kept.steps([EventId("e1"), EventId("e3"), EventId("e9")]) == {("e1", "l1/0"), ("e3", "l1/2")}
    finally:
        await again.close()


async def test_a_notice_is_written_over_and_told_by_alert_newest_first(store: RecordStore):
    notices = NoticeRecords(store)
    first, second, other = a_notice("11", 0), a_notice("12", 5), a_notice("2", 9)
    await notices.keep([first, second, other])
    sent = replace(first, state=NoticeState.SENT, settled_at=NOW, attempts=1)
    await notices.keep([sent])
    assert await notices.notices(AlertId("a1"), 10) == (second, sent)
    assert await notices.notices(None, 1) == (other,)


async def test_what_is_settled_is_forgotten_in_the_end_and_what_is_not_stays(store: RecordStore):
    notices = NoticeRecords(store)
    await notices.keep(
        [a_notice("1", -60), a_notice("2", -60, NoticeState.GIVEN_UP), a_notice("3", 0, NoticeState.SENT)]
    )
    await notices.forget(NOW)
    assert [one.id for one in await notices.notices(None, 10)] == ["3", "1"]
