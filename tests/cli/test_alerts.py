"""`alerts kpi`: figures of a home, beside an engine or without one."""

from datetime import timedelta

import pytest

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.identity import Actor, ActorId, By, Role
from heyzack_console.domain.sites import Site, SiteId
from heyzack_console.host.clock import WallClock
from heyzack_console.storage.alerts import AlertRecords
from heyzack_console.storage.sites import SiteRecords
from heyzack_console.storage.store import open_store
from tests.cli.running import console
from tests.support.alarm_history import BEGIN, Call, events_of

BY = By(Actor(ActorId("a1" * 16), "Anna", Role.ADMINISTRATOR), "", "alerts")
NAMES = {
    "rate_per_hour",
    "rate_per_10_min",
    "per_day",
    "peak_slots",
    "flood_time",
    "top_10_share",
    "chattering",
    "fleeting",
    "stale",
    "priority_mix",
    "time_to_acknowledge",
    "rubber_stamp_rate",
}
FLOOD = [Call(number, number, number + 300, number + 60, "Ines", Priority.P4) for number in range(40)]
HOURS = ("--from", "2026-03-02T08:00Z", "--to", "2026-03-02T10:00Z")


@pytest.fixture
async def store(tmp_path):
    opened = await open_store(tmp_path, WallClock())
    await SiteRecords(opened).put_site(Site(SiteId("b2" * 16), "Harbour House", "Europe/Paris"), (), BY)
    await AlertRecords(opened).append(events_of(FLOOD), BY)
    yield opened
    await opened.close()


async def test_the_figures_of_a_period_are_read_while_the_store_is_open_elsewhere(store, tmp_path):
    ended = await console("--home", str(tmp_path), "alerts", "kpi", *HOURS, "--json")
    assert ended.code == 0, ended.err
    value = ended.value
    assert value.keys() >= NAMES | {"overall_grade", "days_covered", "grades"}
    assert value["grades"].keys() == NAMES
    assert (value["annunciations"], value["rate_per_hour"], value["per_day"]) == (40, 20, 480)
    # 40 s until the last call, of which the 11th began the flood; it ends when the 36th leaves the ten minutes.
    assert value["flood_time"] == pytest.approx((35 + 600 - 10) / 7200)
    assert value["peak_slots"] == pytest.approx(1 / 12)
    assert value["time_to_acknowledge"]["p4"] == {"median_s": 60.0, "p95_s": 60.0, "acknowledged": 40}
    assert value["priority_mix"] == {"p1": 0, "p2": 0, "p3": 0, "p4": 1}
    assert value["overall_grade"] == "too_much"
    assert value["days_covered"] == round(2 / 24, 4)


async def test_times_without_a_zone_are_those_of_the_site(store, tmp_path):
    ended = await console(
        "--home", str(tmp_path), "alerts", "kpi", "--from", "2026-03-02T09:00", "--to", "2026-03-02T11:00", "--json"
    )
    assert (ended.value["from"], ended.value["annunciations"]) == ("2026-03-02T08:00:00Z", 40)


async def test_an_empty_period_says_no_data_instead_of_nought(store, tmp_path):
    day = (BEGIN + timedelta(days=3)).isoformat()
    asked = ("--from", day, "--to", (BEGIN + timedelta(days=4)).isoformat())
    ended = await console("--home", str(tmp_path), "alerts", "kpi", *asked, "--json")
    assert {ended.value[name] for name in NAMES - {"time_to_acknowledge"}} == {None}
    assert ended.value["overall_grade"] == "no_data"
    table = await console("--home", str(tmp_path), "alerts", "kpi", *asked)
    assert "no data" in table.out
    assert "Overall: No data" in table.out


async def test_people_read_a_table(store, tmp_path):
    ended = await console("--home", str(tmp_path), "alerts", "kpi", *HOURS)
    assert ended.code == 0, ended.err
    rate = next(line for line in ended.out.splitlines() if line.startswith("Rate per hour"))
    assert rate.split() == ["Rate", "per", "hour", "20.0", "per", "hour", "Too", "much", "good", "up", "to", "6"]
    assert "0.1 of 0.1 days with data" in ended.out


async def test_where_no_home_is_none_is_made(tmp_path):
    nowhere = tmp_path / "nowhere"
    ended = await console("--home", str(nowhere), "alerts", "kpi", "--json")
    assert (ended.code, ended.value["ok"]) == (1, False)
    assert "no store" in ended.value["message"]
    assert ended.value["message"] in ended.err
    assert not nowhere.exists()


@pytest.mark.parametrize(
    "asked", [("--from", "yesterday"), ("--from", "2026-03-03", "--to", "2026-03-02")], ids=["no time", "empty"]
)
async def test_a_period_that_is_none_is_refused_in_words(store, tmp_path, asked):
    ended = await console("--home", str(tmp_path), "alerts", "kpi", *asked)
    assert (ended.code, ended.out) == (1, "")
    assert "--from" in ended.err
