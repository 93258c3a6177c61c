"""What the header says of the engine's status."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from heyzack_console.domain.cloud import CloudState, LinkState, ProjectId
from heyzack_console.domain.identity import Role
from heyzack_console.ports.engine.feed import EngineStatus
from heyzack_console.presentation.frame.header import HeaderState, Mode, clock, header_state, initials, role_words

NOW = datetime(2026, 7, 23, 12, 32, 7, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
QUIET = EngineStatus(
    site="Harbour House",
    devices=150,
    floors=4,
    lan_devices=150,
    lan_online=146,
    newest_at=NOW - timedelta(seconds=1),
    actor="Ines Keller",
    role="facility_manager",
)


def worded(mode: Mode | None = None, **changes: object) -> HeaderState:
    return header_state(replace(QUIET, **changes), mode or Mode(), NOW, BERLIN)


def test_a_healthy_building_has_no_cell_that_asks_for_a_look():
    state = worded()
    assert not any(cell.abnormal for cell in (state.lan, state.newest, state.unsent))
    assert state.modes == ()


def test_site_and_size_name_what_they_count():
    assert (worded().site, worded().size) == ("Harbour House", "4 floors · 150 devices")
    assert worded(floors=1, devices=1).size == "1 floor · 1 device"


def test_the_lan_says_how_many_of_how_many_answer():
    assert (worded().lan.value, worded().lan.short) == ("146 of 150", "146/150")


def test_a_lan_without_any_answer_is_offline_and_asks_for_a_look():
    lan = worded(lan_online=0).lan
    assert (lan.value, lan.abnormal) == ("offline", True)


@pytest.mark.parametrize(
    ("seconds", "words", "abnormal"), [(1, "1 s", False), (60, "1 min", False), (61, "1 min", True)]
)
def test_the_newest_value_carries_its_age_and_is_loud_after_a_minute(seconds: int, words: str, abnormal: bool):
    newest = worded(newest_at=NOW - timedelta(seconds=seconds)).newest
    assert (newest.value, newest.abnormal) == (words, abnormal)


def test_a_building_from_which_no_value_came_yet_asks_for_a_look():
    assert worded(newest_at=None).newest.abnormal
    assert not worded(newest_at=None, devices=0).newest.abnormal


@pytest.mark.parametrize(("count", "words"), [(0, "none"), (1, "1 order"), (2, "2 orders")])
def test_unsent_orders_are_counted_in_words(count: int, words: str):
    assert worded(unsent=count).unsent.value == words


def test_the_clock_shows_site_time_with_its_offset_and_utc_in_the_tip():
    shown = clock(NOW, BERLIN)
    assert (shown.time, shown.date, shown.short_date) == ("14:32:07", "Thu 23 Jul +02", "23 Jul +02")
    assert shown.tip == "2026-07-23 12:32:07 UTC"


@pytest.mark.parametrize(("offset", "words"), [(5.5, "+05:30"), (-3, "−03"), (-3.5, "−03:30"), (0, "+00")])
def test_an_offset_says_minutes_only_where_there_are_some(offset: float, words: str):
    assert clock(NOW, timezone(timedelta(hours=offset))).short_date.endswith(words)


@pytest.mark.parametrize(
    ("name", "letters"), [("Ines Keller", "IK"), ("Omar", "O"), ("Anna Maria de Vries", "AV"), ("", "–"), ("  ", "–")]
)
def test_initials_are_of_the_first_and_the_last_word(name: str, letters: str):
    assert initials(name) == letters


def test_every_role_has_words():
    assert all(role_words(role) != role.value for role in Role)
    assert role_words("gardener") == "gardener"


def test_a_drill_stands_in_the_band_and_in_the_window_title():
    state = worded(drill=True)
    assert state.modes == ("DRILL · nothing here is real",)
    assert state.window_title == "DRILL · Harbour House · HeyZack Console"


def test_a_lost_engine_says_since_when_and_that_this_is_the_last_picture():
    state = worded(Mode(connected=False, lost_at=NOW - timedelta(seconds=17)))
    assert state.modes == ("DISCONNECTED · the engine does not answer since 17 s, this is the last picture",)
    assert state.window_title.startswith("DISCONNECTED")


def test_all_modes_that_hold_are_said():
    state = worded(Mode(connected=False, read_only=True), drill=True)
    assert [mode.split(" · ")[0] for mode in state.modes] == ["DISCONNECTED", "DRILL", "READ ONLY"]


def test_without_a_site_the_header_says_what_to_do():
    state = header_state(EngineStatus(), Mode(), NOW, UTC)
    assert (state.site, state.size) == ("No site yet", "choose a building")
    assert state.lan.value == "no devices"


def test_the_cloud_s_cell_is_short_in_a_narrow_header_and_tells_the_figures_in_its_tip():
    trying = CloudState(ProjectId("a@eu"), LinkState.CONNECTING, NOW, calls=7, calls_allowed=30_000)
    cell = header_state(QUIET, Mode(), NOW, BERLIN, {trying.project: trying}).cloud
    assert (cell.value, cell.short) == ("connecting", "trying")
    assert "7 of 30,000 calls" in cell.tip
