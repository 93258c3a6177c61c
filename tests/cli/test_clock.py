"""`clock`: one JSON line for each on standard input, whatever is on it."""

import asyncio
import json
import os
import sys

import pytest

from heyzack_console.domain.zones import TIME_ZONE_DATA
from tests.cli.running import console

P3 = {
    "kind": "deadline",
    "policy": "incident",
    "priority": "P3",
    "metric": "response",
    "tz": "Europe/Berlin",
    "start_utc": "2026-12-24T15:00:00Z",
    "holidays": ["2026-12-25"],
    "pauses_utc": [["2026-12-28T07:30:00.25Z", "2026-12-28T08:00:00Z"]],
}
P3_LEDGER = [
    ("2026-12-24T15:00:00Z", "2026-12-24T17:00:00Z", "counted"),
    ("2026-12-24T17:00:00Z", "2026-12-24T23:00:00Z", "closed: night"),
    ("2026-12-24T23:00:00Z", "2026-12-25T23:00:00Z", "closed: holiday"),
    ("2026-12-25T23:00:00Z", "2026-12-27T23:00:00Z", "closed: weekend"),
    ("2026-12-27T23:00:00Z", "2026-12-28T07:00:00Z", "closed: night"),
    ("2026-12-28T07:00:00Z", "2026-12-28T07:30:00.25Z", "counted"),
    ("2026-12-28T07:30:00.25Z", "2026-12-28T08:00:00Z", "paused"),
    ("2026-12-28T08:00:00Z", "2026-12-28T09:29:59.75Z", "counted"),
]
HIGH = {
    "kind": "deadline",
    "policy": "support",
    "plan": "extended",
    "priority": "high",
    "metric": "resolution",
    "tz": "Europe/Berlin",
    "start_utc": "2026-06-06T20:00:00+02:00",
}
NOTICE = {"maintenance_class": "standard", "tz": "Europe/Berlin", "start_utc": "2026-06-20T22:00:00Z"}
ELAPSED = {
    "kind": "elapsed",
    "clock": "business",
    "tz": "Asia/Kathmandu",
    "from_utc": "2026-06-01T00:00:00Z",
    "to_utc": "2026-06-01T02:15:00.5Z",
}
WEEKLY = {"kind": "window", "window": "weekly", "tz": "Europe/Berlin", "at_or_after_utc": "2026-03-25T00:00:00Z"}
OWN = {"kind": "window_custom", "tz": "Europe/Berlin", "date": "2026-03-28", "start_wall": "22:00", "end_wall": "04:00"}
UNION = {"kind": "window_union", "tz": "Europe/Berlin", "date": "2026-03-29"}
JUNE = {
    "kind": "availability",
    "plan": "premium",
    "period_utc": ["2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z"],
    "scheduled_maintenance_utc": [["2026-06-06T22:00:00Z", "2026-06-07T02:00:00Z"]],
    "downtime_utc": [["2026-06-07T01:59:00Z", "2026-06-07T02:04:30Z"]],
}


async def answers(*requests, **environment):
    ended = await console("clock", stdin="".join(json.dumps(each) + "\n" for each in requests), **environment)
    assert (ended.code, ended.err) == (0, "")
    return ended.lines


async def test_every_kind_answers_with_the_fields_that_it_promises():
    told = await answers(
        P3,
        HIGH,
        {"kind": "next_update_due", "priority": "P3", "tz": "Europe/Berlin", "last_update_utc": "2026-06-05T10:00:00Z"},
        {"kind": "next_update_due", "priority": "P4", "tz": "Europe/Berlin", "last_update_utc": "2026-06-05T10:00:00Z"},
        P3 | {"kind": "breach_check", "done_utc": "2026-12-28T09:29:59.75Z"},
        HIGH | {"kind": "breach_check", "done_utc": "2026-06-08T16:00:00Z"},
        ELAPSED,
        WEEKLY,
        OWN,
        UNION,
        UNION | {"date": "2026-03-30"},
        {"kind": "notice_deadline", **NOTICE},
        {"kind": "notice_check", **NOTICE, "sent_utc": "2026-06-15T06:00:00Z"},
        {"kind": "notice_check", **NOTICE, "sent_utc": "2026-06-15T06:00:00.000001Z"},
        JUNE,
    )
    ledger = [
        {"from_utc": begin, "to_utc": end, "counted": why == "counted", "why": why} for begin, end, why in P3_LEDGER
    ]
    assert told[0] == {"due_utc": "2026-12-28T09:29:59.75Z", "clock": "business", "ledger": ledger}
    # Saturday 20:00 one hour until closing, Monday from 07:00 eleven hours.
    assert (told[1]["due_utc"], told[1]["clock"]) == ("2026-06-08T16:00:00Z", "extended")
    assert told[2:] == [
        {"due_utc": "2026-06-08T10:00:00Z"},
        {"due_utc": None},
        {"met": False, "due_utc": "2026-12-28T09:29:59.75Z"},
        {"met": True, "due_utc": "2026-06-08T16:00:00Z"},
        {"seconds": 0.5},
        {"start_utc": "2026-03-28T23:00:00Z", "end_utc": "2026-03-29T02:00:00Z", "real_minutes": 180},
        {"start_utc": "2026-03-28T21:00:00Z", "end_utc": "2026-03-29T02:00:00Z", "real_minutes": 300},
        {
            "windows": ["weekly", "monthly", "quarterly"],
            "start_utc": "2026-03-28T23:00:00Z",
            "end_utc": "2026-03-29T10:00:00Z",
        },
        {"windows": [], "start_utc": None, "end_utc": None},
        {"latest_utc": "2026-06-15T06:00:00Z"},
        {"sufficient": True},
        {"sufficient": False},
        {
            "measured_minutes": 42_960,
            "maintenance_minutes": 240,
            "counted_downtime_minutes": 4.5,
            "availability": 1 - 4.5 / 42_960,
            "allowed_downtime_seconds": 257.76,
            "met": False,
        },
    ]


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        ({}, "kind"),
        ({"kind": "deadlines"}, "kind"),
        ({"kind": ["deadline"]}, "kind"),
        ({"kind": True}, "kind"),
        (P3 | {"policy": "sla"}, "policy"),
        (P3 | {"priority": "P5"}, "priority"),
        (P3 | {"priority": 3}, "priority"),
        (P3 | {"priority": "critical"}, "priority"),
        (P3 | {"metric": None}, "metric"),
        (HIGH | {"plan": "gold"}, "plan"),
        (HIGH | {"priority": "P1"}, "priority"),
        (P3 | {"tz": "Europe/Bonn"}, "tz"),
        (P3 | {"tz": 1}, "tz"),
        ({name: value for name, value in P3.items() if name != "tz"}, "tz"),
        (P3 | {"start_utc": "2026-12-24T15:00:00"}, "start_utc"),
        (P3 | {"start_utc": "2026-12-24"}, "start_utc"),
        (P3 | {"start_utc": "2026-13-24T15:00:00Z"}, "start_utc"),
        (P3 | {"start_utc": "2026-12-24T15:00:60Z"}, "start_utc"),
        (P3 | {"start_utc": "0001-01-01T00:00:00+14:00"}, "start_utc"),
        (P3 | {"start_utc": 1_766_588_400}, "start_utc"),
        (P3 | {"start_utc": "2026-12-24T15:00:00+01:00[Europe/Berlin]"}, "start_utc"),
        (P3 | {"start_utc": "2026-12-24T15:00:00.1234567Z"}, "start_utc"),
        (P3 | {"start_utc": "\ud800"}, "start_utc"),
        (P3 | {"holidays": "2026-12-25"}, "holidays"),
        (P3 | {"holidays": ["2026-02-29"]}, "holidays"),
        (P3 | {"holidays": [20261225]}, "holidays"),
        (P3 | {"holidays": ["2026-12-25T00:00:00Z"]}, "holidays"),
        (P3 | {"pauses_utc": [["2026-12-28T08:00:00Z", "2026-12-28T07:59:59Z"]]}, "pauses_utc"),
        (P3 | {"pauses_utc": [["2026-12-28T08:00:00Z"]]}, "pauses_utc"),
        (P3 | {"pauses_utc": [["2026-12-28T08:00:00Z", None]]}, "pauses_utc"),
        (P3 | {"pauses_utc": {"a": 1}}, "pauses_utc"),
        (P3 | {"pauses": []}, "pauses"),
        (P3 | {"kind": "breach_check"}, "done_utc"),
        (ELAPSED | {"clock": "24/7"}, "clock"),
        (ELAPSED | {"to_utc": "2026-05-31T00:00:00Z"}, "to_utc"),
        (WEEKLY | {"window": "yearly"}, "window"),
        (OWN | {"date": "28.03.2026"}, "date"),
        (OWN | {"start_wall": "24:00"}, "start_wall"),
        (OWN | {"start_wall": "9:00"}, "start_wall"),
        (OWN | {"date": "2026-03-29", "start_wall": "02:30", "end_wall": "03:15"}, "start_wall"),
        (OWN | {"end_wall": "12:60"}, "end_wall"),
        ({"kind": "notice_deadline"} | NOTICE | {"maintenance_class": "emergency"}, "maintenance_class"),
        ({"kind": "notice_check"} | NOTICE, "sent_utc"),
        (JUNE | {"period_utc": ["2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z"]}, "period_utc"),
        (JUNE | {"plan": False}, "plan"),
    ],
)
def test_bad_input_is_answered_with_the_name_of_its_field(request_, field):
    # The same reading as the command's, without a process for each.
    from heyzack_console.cli.clock_answers import answer
    from heyzack_console.domain.errors import InvalidInput

    with pytest.raises(InvalidInput) as refused:
        answer(request_)
    assert refused.value.text.startswith(f"{field}: ") or refused.value.text == f"{field} is missing."
    assert refused.value.field == field


async def raw(content: bytes):
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "heyzack_console", "clock"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    async with asyncio.timeout(90):
        out, err = await process.communicate(content)
    assert (process.returncode, err) == (0, b"")
    return [json.loads(line) for line in out.splitlines()]


async def test_what_is_no_request_gets_an_error_line_and_the_next_line_its_answer():
    good = json.dumps(ELAPSED).encode()
    bad = {
        b"{": "no JSON",
        b"[]": "no JSON object",
        b"null": "no JSON object",
        b"\xff\xfe": "UTF-8",
        b'{"kind": NaN}': "NaN",
        b'{"kind": -Infinity}': "-Infinity",
        b'{"kind": "elapsed", "kind": "window"}': "twice",
        b"[" * 100_000: "no JSON",
        b"1" * 5_000: "no JSON",
        b'{"kind": "' + b"x" * 9_000_000 + b'"}': "longer than",
        '{"kind": "☃"}'.encode(): "none of",
    }
    content = b"\xef\xbb\xbf" + good + b"\r\n\n  \n" + b"".join(line + b"\n" + good + b"\n" for line in bad)
    told = await raw(content.removesuffix(b"\n"))
    assert told[0::2] == [{"seconds": 0.5}] * (len(bad) + 1)
    assert [list(each) for each in told[1::2]] == [["error"]] * len(bad)
    missed = [words for words, each in zip(bad.values(), told[1::2], strict=True) if words not in each["error"]]
    assert missed == []


async def test_each_line_is_answered_before_the_next_one_is_written():
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "heyzack_console", "clock"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(90):
        for _ in range(2):
            process.stdin.write(json.dumps(ELAPSED).encode() + b"\n")
            assert json.loads(await process.stdout.readline()) == {"seconds": 0.5}
        process.stdin.close()
        assert await process.wait() == 0


async def test_answers_do_not_depend_on_the_zone_or_the_zone_data_of_the_machine(tmp_path):
    requests = (P3, HIGH, ELAPSED, WEEKLY, OWN, UNION, {"kind": "notice_deadline", **NOTICE}, JUNE)
    expected = await answers(*requests, TZ="UTC")
    for environment in ({"TZ": "America/New_York"}, {"TZ": "Asia/Kathmandu", "PYTHONTZPATH": str(tmp_path)}):
        assert await answers(*requests, **environment) == expected


async def test_the_release_of_the_zone_data_is_shown_beside_the_machines(tmp_path):
    (tmp_path / "tzdata.zi").write_text("# version 1999a\n", encoding="ascii")
    ended = await console("clock", "--time-zones", PYTHONTZPATH=str(tmp_path))
    assert ended.value == {"bundled": TIME_ZONE_DATA, "system": "1999a", "differs": True}
