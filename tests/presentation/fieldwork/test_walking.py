"""The list of a walk test: what is to go by the way to it, then what was ticked; and its report."""

import csv
import io
from dataclasses import replace
from datetime import UTC, timedelta

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.devices.walks import Tick, WalkId, WalkTest
from heyzack_console.presentation.fieldwork.walking import (
    WalkList,
    counts,
    parts_to_walk,
    walk_csv,
    walk_html,
    walk_lines,
)
from tests.presentation.fieldwork.test_work import DEVICES, HERE, HOUSE, INDEX
from tests.support.building import SMOKE, T0, THERMOSTAT, VALVE

BY_ID = {device.id: device for device in DEVICES}
WALK = WalkTest(
    WalkId("0" * 32),
    "Ground <all>",
    (SMOKE.id, THERMOSTAT.id, VALVE.id, DeviceId("=gone")),
    T0,
    "Ines",
    (Tick(THERMOSTAT.id, T0 + timedelta(minutes=2), "temp_set", "21.5 °C", Path.GATEWAY),),
)
LINES = walk_lines(WALK, BY_ID, INDEX, HERE, UTC)


def test_what_is_to_go_stands_first_by_the_way_to_it():
    assert [line.device for line in LINES] == [VALVE.id, SMOKE.id, "=gone", THERMOSTAT.id]
    assert (LINES[0].way_m, LINES[3].time, LINES[3].path) == (10, "08:02:00", "gateway")
    assert counts(WALK) == "Ground <all>: 1 of 4 ticked, 3 to go, running, begun by Ines"


def test_the_newest_tick_stands_before_older_ones():
    both = replace(WALK, ticks=(*WALK.ticks, Tick(VALVE.id, T0 + timedelta(minutes=3), "switch_1", "True", Path.LAN)))
    assert [line.device for line in walk_lines(both, BY_ID, INDEX, HERE, UTC)][-2:] == [VALVE.id, THERMOSTAT.id]


def test_the_report_names_every_device_and_no_cell_is_a_formula():
    rows = list(csv.DictReader(io.StringIO(walk_csv(WALK, LINES))))
    assert [row["ticked"] for row in rows] == ["no", "no", "no", "yes"]
    assert rows[2]["device_id"] == "'=gone"
    assert {row["by"] for row in rows} == {"Ines"}
    page = walk_html(WALK, LINES, UTC)
    assert "Ground &lt;all&gt;" in page
    assert page.count("not heard") == 3


def test_a_walk_can_be_started_for_floors_kinds_and_everything():
    titles = [part.title for part in parts_to_walk(HOUSE.devices, INDEX)]
    assert titles[:2] == ["Second", "Ground"]
    assert titles[-1] == "The whole building"
    assert all(part.devices for part in parts_to_walk(HOUSE.devices, INDEX))


def test_a_line_says_by_sign_and_words_whether_it_is_ticked():
    listing = WalkList()
    listing.take(LINES)
    assert [listing.row(number).cells[0].glyph for number in range(4)] == ["open_step"] * 3 + ["done"]
    assert listing.row(0).cells[3].text == "not heard yet"
    assert listing.position(THERMOSTAT.id) == 3
