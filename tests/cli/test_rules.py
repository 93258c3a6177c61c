"""`rules check`: what it prints and how it ends."""

from datetime import timedelta

import pytest

from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.identity import Actor, ActorId, By, Role
from heyzack_console.host.clock import WallClock
from heyzack_console.storage.samples.store import SampleStore
from heyzack_console.storage.sites import SiteRecords
from heyzack_console.storage.store import open_store
from tests.cli.running import console
from tests.support.building import BOOK, THERMOSTAT, at
from tests.support.rule_texts import BOTH, WARM, toml_of, yaml_of


@pytest.mark.parametrize(("name", "writer"), [("rules.yaml", yaml_of), ("rules.toml", toml_of)])
async def test_a_file_in_order_ends_with_zero(tmp_path, name, writer):
    file = tmp_path / name
    file.write_text(writer(WARM, BOTH), encoding="utf-8")
    ended = await console("rules", "check", str(file), "--json")
    assert (ended.code, ended.value, ended.err) == (0, {"ok": True, "errors": []}, "")


async def test_faults_are_told_with_line_and_column_and_end_with_two(tmp_path):
    file = tmp_path / "rules.yaml"
    file.write_text(yaml_of(WARM | {"colour": "red"}, BOTH | {"expression": "valve >"}), encoding="utf-8")
    ended = await console("rules", "check", str(file), "--json")
    assert ended.code == 2
    assert ended.value == {
        "ok": False,
        "errors": [
            {"line": 9, "column": 5, "message": "'colour' is not a field here."},
            {"line": 15, "column": 25, "message": "The expression ends too early."},
        ],
    }
    people = await console("rules", "check", str(file))
    assert people.err.splitlines()[0] == f"{file}:9:5: 'colour' is not a field here."
    assert people.value == ended.value, "the value comes with and without --json"


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"a: 1\nb: \xff\n"])
async def test_a_file_that_cannot_be_read_is_a_fault_too(tmp_path, content):
    file = tmp_path / "rules.yaml"
    if content is not None:
        file.write_bytes(content)
    ended = await console("rules", "check", str(file), "--json")
    assert (ended.code, ended.value["ok"], len(ended.value["errors"])) == (2, False, 1)
    assert ended.value["errors"][0].keys() == {"line", "column", "message"}


BY = By(Actor(ActorId("a1" * 16), "Anna", Role.ADMINISTRATOR), "", "sites.create")
PERIOD = ("--from", "2026-03-02T08:00Z", "--to", "2026-03-02T12:00Z")


@pytest.fixture
async def home(tmp_path):
    """A home with four hours of values, whose stores are open as an engine has them."""
    records, samples = await open_store(tmp_path, WallClock()), SampleStore(tmp_path / "samples.db")
    await SiteRecords(records).put_site(BOOK.site, BOOK.devices, BY)
    told = [(n * 600, 27.0 if n % 6 == 3 else 21.0) for n in range(24)]
    await samples.write([Reading(THERMOSTAT.id, "temp_current", value, "°C", at(second)) for second, value in told])
    yield tmp_path
    await samples.close()
    await records.close()


async def test_rules_are_tried_on_what_an_open_home_has_recorded(home, tmp_path):
    file = tmp_path / "rules.toml"
    file.write_text(toml_of(WARM | {"delay": "5 min"}, WARM | {"id": "hot", "above": 40}), encoding="utf-8")
    ended = await console("--home", str(home), "rules", "replay", str(file), *PERIOD, "--json")
    assert ended.code == 0, ended.err
    warm, hot = ended.value["rules"]
    assert (warm["id"], warm["fired"], warm["seconds"]) == ("meeting-warm", 4, 4 * 300)
    first = (at(1800) + timedelta(minutes=5)).isoformat().replace("+00:00", "Z")
    assert (warm["firings"][0]["from"], warm["firings"][0]["seconds"]) == (first, 300)
    assert (hot["fired"], ended.value["samples"]) == (0, 24)
    before, after = ended.value["kpis"]["before"], ended.value["kpis"]["after"]
    assert (before["rate_per_hour"], after["rate_per_hour"]) == (None, 1)
    people = await console("--home", str(home), "rules", "replay", str(file), *PERIOD)
    assert "meeting-warm: 4 times, 20 min altogether" in people.out


async def test_a_file_that_is_not_in_order_is_not_tried(home, tmp_path):
    file = tmp_path / "rules.yaml"
    file.write_text(yaml_of(WARM | {"colour": "red"}), encoding="utf-8")
    ended = await console("--home", str(home), "rules", "replay", str(file), *PERIOD, "--json")
    assert (ended.code, ended.value["ok"], ended.value["errors"][0]["line"]) == (2, False, 9)


async def test_without_a_home_nothing_is_tried_and_none_is_made(tmp_path):
    file = tmp_path / "rules.yaml"
    file.write_text(yaml_of(WARM), encoding="utf-8")
    ended = await console("--home", str(tmp_path / "nowhere"), "rules", "replay", str(file), "--json")
    assert (ended.code, ended.value["ok"]) == (1, False)
    assert "no store" in ended.value["message"]
    assert not (tmp_path / "nowhere").exists()
