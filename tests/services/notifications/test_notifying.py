"""From an alert to somebody who knows: steps, answers, quiet hours, dead channels, restarts."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import InvalidInput, NotDelivered, NotFound
from heyzack_console.domain.notifications.notice import NoticeState
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
from heyzack_console.domain.notifications.schedules import Layer, Schedule, ScheduleId, Turn
from heyzack_console.host.secrets.memory import MemorySecrets
from heyzack_console.ports.engine.alerts import Acknowledge, Unacknowledge
from heyzack_console.ports.engine.notifications import (
    Notices,
    Notified,
    OnCall,
    RemoveNotified,
    SaveChannel,
    SavePerson,
    SavePolicy,
    SaveSchedule,
    TakeShift,
    TestChannel,
)
from heyzack_console.ports.engine.sites import Status
from tests.support.building import BOOK, KEYS, SMOKE, T0, THERMOSTAT
from tests.support.console import console
from tests.support.hand_clock import HandClock
from tests.support.hook_server import hook_server
from tests.support.mail_sink import mail_sink
from tests.support.memory_store import Disk
from tests.support.notice_taker import NoticeTaker

INES, OMAR, HOOK = "test://ines", "test://omar", "test://hook"
MINUTE = timedelta(minutes=1)


async def channel(app, name: str, address: str, **more) -> ChannelId:
    made = await app.engine.do(SaveChannel(Channel(ChannelId(""), name, ChannelKind.EMAIL, **more), address))
    return ChannelId(made.made)


async def person(app, name: str, *channels: ChannelId, preferences: Preferences = Preferences()) -> PersonId:  # noqa: B008
    return PersonId((await app.engine.do(SavePerson(Person(PersonId(""), name, channels, preferences)))).made)


async def policy(app, *steps: tuple[float, TargetKind, str], **more) -> PolicyId:
    ladder = tuple(Step(minutes * MINUTE, (Target(kind, name),)) for minutes, kind, name in steps)
    return PolicyId((await app.engine.do(SavePolicy(Policy(PolicyId(""), "Building", ladder, **more)))).made)


async def two_people(app, preferences: Preferences = Preferences()) -> None:  # noqa: B008
    """First Ines, after five minutes Omar."""
    ines = await person(app, "Ines", await channel(app, "Mail of Ines", INES), preferences=preferences)
    omar = await person(app, "Omar", await channel(app, "Mail of Omar", OMAR))
    await policy(app, (0, TargetKind.PERSON, ines), (5, TargetKind.PERSON, omar))


async def smoke(app):
    app.lan.connect(SMOKE)
    app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
    await app.wait(1)
    return next(alert for alert in await app.alerts() if alert.device == SMOKE.id)


async def fates(app) -> dict[str, tuple[NoticeState, str]]:
    return {notice.target: (notice.state, notice.reason) for notice in await app.engine.ask(Notices())}


async def test_the_first_is_told_at_once_and_the_next_when_nobody_answers():
    taker = NoticeTaker()
    async with console(sender=taker) as app:
        await two_people(app)
        alert = await smoke(app)
        assert taker.to(INES) == ["P1 critical: Smoke detected, Smoke 1.01"]
        await app.wait(298)
        assert taker.to(OMAR) == []
        await app.wait(3)
        assert len(taker.to(OMAR)) == 1
        await app.wait(900)
        assert (len(taker.to(INES)), len(taker.to(OMAR))) == (1, 1)
        told = await app.engine.ask(Notices(alert.id))
        assert [(n.target, n.step, n.state) for n in reversed(told)] == [
            ("Ines by Mail of Ines", 0, NoticeState.SENT),
            ("Omar by Mail of Omar", 1, NoticeState.SENT),
        ]


async def test_an_acknowledgement_stops_the_ladder_and_taking_it_back_goes_on():
    taker = NoticeTaker()
    async with console(sender=taker) as app:
        await two_people(app)
        alert = await smoke(app)
        await app.wait(60)
        await app.engine.do(Acknowledge(((alert.id, alert.annunciation),)))
        await app.wait(900)
        assert taker.to(OMAR) == []
        await app.engine.do(Unacknowledge(((alert.id, alert.annunciation),)))
        await app.wait(230)
        assert taker.to(OMAR) == []
        await app.wait(15)
        assert len(taker.to(OMAR)) == 1


async def test_in_quiet_hours_only_p1_passes_and_the_rest_comes_in_the_morning():
    taker, clock = NoticeTaker(), HandClock(T0.replace(hour=22, minute=30))
    asleep = Preferences((Quiet(time(22), time(7)),), "UTC")
    async with console(sender=taker, clock=clock) as app:
        await two_people(app, asleep)
        app.lan.tell(THERMOSTAT, "temp_current", 31.0)
        await app.wait(302)
        await smoke(app)
        assert [title.split()[0] for title in taker.to(INES)] == ["P1"]
        waits = [n for n in await app.engine.ask(Notices()) if n.state is NoticeState.WAITING]
        assert [(n.target, n.reason) for n in waits] == [("Ines by Mail of Ines", "quiet hours")]
        clock.advance(8.45 * 3600)
        await app.wait(300)
        assert len(taker.to(INES)) == 2


async def test_what_nobody_needs_any_more_is_not_sent_and_says_why():
    taker = NoticeTaker()
    async with console(sender=taker) as app:
        taker.dead = {INES}
        await two_people(app)
        alert = await smoke(app)
        await app.engine.do(Acknowledge(((alert.id, alert.annunciation),)))
        await app.wait(2)
        state, reason = (await fates(app))["Ines by Mail of Ines"]
        assert (state, reason) == (NoticeState.NOT_SENT, "not needed any more: acknowledged by Ines")


async def test_a_dead_channel_holds_up_no_other_and_loses_nothing():
    taker = NoticeTaker()
    async with console(sender=taker) as app:
        taker.dead = {INES}
        ines = await person(app, "Ines", await channel(app, "Mail", INES), await channel(app, "Hook", HOOK))
        await policy(app, (0, TargetKind.PERSON, ines))
        await smoke(app)
        assert (len(taker.to(HOOK)), taker.to(INES)) == (1, [])
        assert (await fates(app))["Ines by Mail"] == (NoticeState.RETRYING, "Nobody answers.")
        await app.wait(600)
        status = await app.engine.ask(Status())
        assert any("Mail takes no notifications" in sentence for sentence in status.troubles)
        assert 5 <= taker.tried.count(INES) <= 12
        taker.dead = set()
        await app.wait(130)
        assert len(taker.to(INES)) == 1
        state, reason = (await fates(app))["Ines by Mail"]
        assert (state, reason.startswith("at attempt")) == (NoticeState.SENT, True)
        assert (await app.engine.ask(Status())).troubles == ()


async def test_a_channel_that_stays_dead_is_given_up_after_a_day_with_its_reason():
    taker = NoticeTaker()
    async with console(sender=taker) as app:
        taker.dead = {INES}
        await two_people(app)
        await smoke(app)
        app.clock.advance(25 * 3600)
        await app.wait(2)
        assert (await fates(app))["Ines by Mail of Ines"] == (NoticeState.GIVEN_UP, "Nobody answers.")


async def test_a_restart_sends_what_waited_and_nothing_twice():
    taker, clock = NoticeTaker(), HandClock()
    from_before = MemorySecrets({f"local_key/{device}": key for device, key in KEYS.items()})
    disk = Disk(book=BOOK)
    async with console(disk, clock, sender=taker, secrets=from_before) as app:
        ines = await person(app, "Ines", await channel(app, "Mail", INES), await channel(app, "Hook", HOOK))
        await policy(app, (0, TargetKind.PERSON, ines))
        taker.dead = {INES}
        await smoke(app)
        assert (len(taker.to(HOOK)), taker.to(INES)) == (1, [])
    taker.dead = set()
    async with console(disk, clock, sender=taker, secrets=from_before) as app:
        await app.wait(20)
        assert (len(taker.to(HOOK)), len(taker.to(INES))) == (1, 1)


async def test_what_was_sent_but_not_written_down_before_the_end_is_sent_again():
    taker, disk, clock = NoticeTaker(), Disk(book=BOOK), HandClock()
    secrets = MemorySecrets({f"local_key/{device}": key for device, key in KEYS.items()})
    async with console(disk, clock, sender=taker, secrets=secrets) as app:
        await two_people(app)
        taker.on_taken = lambda: setattr(disk, "full", True)
        await smoke(app)
        assert len(taker.to(INES)) == 1
        assert any("not recorded" in sentence for sentence in (await app.engine.ask(Status())).troubles)
    disk.full, taker.on_taken = False, lambda: None
    async with console(disk, clock, sender=taker, secrets=secrets) as app:
        await app.wait(2)
        assert len(taker.to(INES)) == 2


async def test_an_alert_is_told_to_whoever_is_on_call_and_a_gap_says_that_nobody_was():
    taker = NoticeTaker()
    async with console(sender=taker) as app:
        ines = await person(app, "Ines", await channel(app, "Mail of Ines", INES))
        omar = await person(app, "Omar", await channel(app, "Mail of Omar", OMAR))
        first = app.clock.now().replace(tzinfo=None) - timedelta(days=1)
        office = Quiet(time(9), time(17))
        layer = Layer("days", (omar, ines), first, Turn.DAILY, hours=(office,))
        made = await app.engine.do(SaveSchedule(Schedule(ScheduleId(""), "Plant room", "UTC", (layer,))))
        plan = ScheduleId(made.made)
        await policy(app, (0, TargetKind.SCHEDULE, plan), (61, TargetKind.SCHEDULE, plan))
        await smoke(app)
        (nobody,) = await app.engine.ask(Notices())
        assert (nobody.state, nobody.reason) == (NoticeState.NOT_SENT, "Nobody is on call by Plant room.")
        app.clock.advance(61 * 60)
        await app.wait(2)
        assert (len(taker.to(INES)), taker.to(OMAR)) == (1, [])
        now = app.clock.now()
        await app.engine.do(TakeShift(plan, omar, "swap"))
        shifts = await app.engine.ask(OnCall(plan, now, now + timedelta(hours=12)))
        assert [shift.person for shift in shifts] == [omar, None]


async def test_a_flood_is_throttled_into_one_message_and_p1_comes_singly():
    taker = NoticeTaker()
    calm = Preferences(most=1, within=timedelta(minutes=10))
    async with console(sender=taker) as app:
        await two_people(app, calm)
        app.lan.tell(THERMOSTAT, "temp_current", 31.0)
        app.lan.tell(THERMOSTAT, "fault", 0b111)
        await app.wait(302)
        first = len(taker.to(INES))
        await smoke(app)
        titles = taker.to(INES)
        assert titles[first:] == [titles[-1]]
        assert titles[-1].startswith("P1")
        told = {n.id for n in await app.engine.ask(Notices()) if n.person and n.target.startswith("Ines")}
        await app.wait(900)
        ended = [n for n in await app.engine.ask(Notices()) if n.id in told]
        assert {n.state for n in ended} == {NoticeState.SENT}


async def test_the_words_of_a_channel_are_its_template_and_a_mistake_is_told_at_once():
    taker = NoticeTaker()
    async with console(sender=taker) as app:
        own = await channel(app, "Hook", HOOK, title="{{ priority }} at {{ site }}", text="{{ condition }}")
        await policy(app, (0, TargetKind.CHANNEL, own))
        await smoke(app)
        ((_, message),) = taker.taken
        assert (message.title, message.text, message.priority) == ("P1 at Test house", "Smoke detected", Priority.P1)
        with pytest.raises(InvalidInput, match="undefined"):
            await channel(app, "Wrong", HOOK, title="{{ nothing }}")
        assert len((await app.engine.ask(Notified())).channels) == 1


async def test_what_is_used_cannot_be_removed_and_what_is_wrong_is_not_saved():
    async with console(sender=NoticeTaker()) as app:
        mail = await channel(app, "Mail", INES)
        ines = await person(app, "Ines", mail)
        with pytest.raises(InvalidInput, match="used by Ines"):
            await app.engine.do(RemoveNotified(mail))
        with pytest.raises(InvalidInput, match="already"):
            await channel(app, "mail", OMAR)
        with pytest.raises(InvalidInput, match="address"):
            await app.engine.do(SaveChannel(Channel(ChannelId(""), "None", ChannelKind.SMS)))
        with pytest.raises(InvalidInput, match="a step and a priority"):
            await policy(app)
        layer = Layer("odd", (ines,), T0.replace(tzinfo=None), Turn.CUSTOM, rule="FREQ=SECONDLY")
        with pytest.raises(InvalidInput, match="steps by days"):
            await app.engine.do(SaveSchedule(Schedule(ScheduleId(""), "Odd", "UTC", (layer,))))
        with pytest.raises(InvalidInput, match="time zone"):
            await app.engine.do(SaveSchedule(Schedule(ScheduleId(""), "Odd", "Mars/Base", ())))
        await app.engine.do(RemoveNotified(ines))
        await app.engine.do(RemoveNotified(mail))
        assert (await app.engine.ask(Notified())).items == ()
        assert await app.secrets.get_all("notify/") == {}
        with pytest.raises(NotFound):
            await app.engine.do(TestChannel(mail))


async def test_a_policy_made_later_begins_with_alerts_that_call_already_and_takes_its_priorities_alone():
    taker = NoticeTaker()
    async with console(sender=taker) as app:
        await smoke(app)
        await app.wait(3600)
        hook = await channel(app, "Hook", HOOK)
        made = await policy(app, (1, TargetKind.CHANNEL, hook), priorities=(Priority.P2,))
        await app.wait(120)
        assert taker.taken == []
        (known,) = (await app.engine.ask(Notified())).policies
        await app.engine.do(SavePolicy(replace(known, priorities=(Priority.P1,))))
        await app.wait(2)
        assert (known.id, len(taker.to(HOOK))) == (made, 1)


async def test_over_real_sockets_a_mail_and_a_webhook_tell_of_an_alert_and_no_record_holds_an_address():
    token = "t0ken-of-the-hook"
    async with mail_sink() as sink, hook_server() as hook, console() as app:
        mail = f"mailto://127.0.0.1:{sink.port}?from=console@example.com&to=ines@example.org"
        ines = await person(
            app, "Ines", await channel(app, "Mail", mail), await channel(app, "Hook", hook.address(token))
        )
        await policy(app, (0, TargetKind.PERSON, ines))
        (known,) = [c for c in (await app.engine.ask(Notified())).channels if c.name == "Mail"]
        assert (await app.engine.do(TestChannel(known.id))).text == "Mail took the test message."
        sink.came.clear()
        await smoke(app)
        await sink.came.wait()
        await hook.came.wait()
        assert [mail["Subject"].split(":")[0] for mail in sink.mails] == ["Test of a channel", "P1 critical"]
        assert hook.posted[0]["type"] == "failure"
        kept = f"{app.disk.notified} {app.disk.notices} {app.disk.entries}"
        assert token not in kept
        assert "ines@example.org" not in kept


async def test_a_test_message_that_does_not_arrive_says_why():
    async with hook_server() as hook, console() as app:
        hook.status = "401 Unauthorized"
        own = await channel(app, "Hook", hook.address("secret-token"))
        with pytest.raises(NotDelivered, match="401") as told:
            await app.engine.do(TestChannel(own))
        assert "secret-token" not in told.value.text


async def test_a_limit_counts_what_somebody_is_told_of_and_not_by_how_many_channels():
    taker = NoticeTaker()
    async with console(sender=taker) as app:
        ways = await channel(app, "Mail", INES), await channel(app, "Hook", HOOK)
        ines = await person(app, "Ines", *ways, preferences=Preferences(most=1))
        await policy(app, (0, TargetKind.PERSON, ines))
        app.lan.tell(THERMOSTAT, "temp_current", 31.0)
        await app.wait(303)
        assert (len(taker.to(INES)), len(taker.to(HOOK))) == (1, 1)
