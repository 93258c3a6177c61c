"""The commands as a whole: what they are called, what they refuse, what they hand on."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from heyzack_console import __version__
from heyzack_console.cli.app import PROGRAM, app
from heyzack_console.cli.arguments import data_points, home_first, local_key
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.simulator.house.harbour_house import FEWEST, MOST
from tests.cli.running import console


async def test_the_version_is_one_line():
    ended = await console("--version")
    assert (ended.code, ended.out, ended.err) == (0, f"heyzack-console {__version__}\n", "")


def told(*arguments):
    """Run the commands in this process, for what needs no device and no signal."""
    return CliRunner().invoke(app, list(arguments), prog_name=PROGRAM)


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("demo",),
        ("engine",),
        ("simulator",),
        ("journal", "verify"),
        ("lan", "scan"),
        ("lan", "probe"),
        ("lan", "set"),
    ],
)
def test_every_command_explains_itself(command):
    ended = told(*command, "--help")
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert " ".join(("Usage: heyzack-console", *command)) in ended.stdout.replace(" [OPTIONS]", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("dance",),
        ("demo", "--devices", "0"),
        ("demo", "--speed", "fast"),
        ("lan", "probe"),
        ("lan", "set", "10.0.0.7", "--id", "d"),
        ("lan", "scan", "--seconds", "0"),
    ],
)
def test_a_wrong_line_ends_with_two_and_writes_nothing_to_standard_output(arguments):
    ended = told(*arguments)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "Error" in ended.stderr


@pytest.mark.parametrize("command", ["demo", "simulator"])
@pytest.mark.parametrize("devices", [FEWEST - 1, MOST + 1])
async def test_more_or_fewer_devices_than_the_building_takes_are_refused_at_once(command, devices, tmp_path):
    ended = await console("--home", str(tmp_path), command, "--devices", str(devices))
    assert (ended.code, ended.out) == (2, "")
    assert "--devices" in ended.err
    assert not list(tmp_path.iterdir())


def test_the_simulated_building_is_not_offered_to_people():
    assert "simulator" not in told("--help").stdout


@pytest.mark.skipif(not hasattr(socket, "SO_REUSEPORT"), reason="the scan shares its ports only where the system can")
async def test_a_scan_writes_one_json_object_a_line():
    ended = await console("lan", "scan", "--seconds", "0.5", "--json")
    assert ended.code == 0, ended.err
    assert all(found.keys() == {"id", "ip", "version", "product_key"} for found in ended.lines)


def test_the_home_may_stand_anywhere_on_the_line():
    assert home_first(["demo", "--home", "/h", "--seed", "3"]) == ["--home", "/h", "demo", "--seed", "3"]
    assert home_first(["journal", "verify", "--home=/h"]) == ["--home=/h", "journal", "verify"]
    assert home_first(["lan", "set", "--", "--home", "x"]) == ["lan", "set", "--", "--home", "x"]


@given(st.lists(st.sampled_from(["demo", "--home", "--json", "x", "--home=/a", "--"]), max_size=6))
def test_moving_the_home_loses_no_word(words):
    assert sorted(home_first(words)) == sorted(words)


def test_data_points_are_json_or_plain_words():
    given_points = data_points(["1=true", "2=21", "3=1.5", '4="5"', "5=manual", "6=", '7={"h":1}'])
    assert given_points == {1: True, 2: 21, 3: 1.5, 4: "5", 5: "manual", 6: "", 7: {"h": 1}}


@pytest.mark.parametrize("word", ["NaN", "-Infinity", "[NaN]", "1e999"])
def test_a_number_that_json_cannot_write_is_a_plain_word(word):
    assert data_points([f"1={word}"]) == {1: word}


@pytest.mark.parametrize("text", ["=1", "one=1", "1", "-1=2", "", "²=1"])
def test_what_is_no_data_point_is_refused(text):
    with pytest.raises(InvalidInput, match="NUMBER=VALUE"):
        data_points([text])


@pytest.mark.parametrize("key", ["0123456789abcdef", "$<'&\"§é=+-_/\\ ~ü"])
def test_a_key_may_hold_any_latin_character(key):
    assert local_key(key) == key.encode("latin-1")


@pytest.mark.parametrize("key", [None, "", "0123456789abcde", "0123456789abcdeő"])
def test_what_is_no_key_is_refused_without_repeating_it(key):
    with pytest.raises(InvalidInput) as refused:
        local_key(key)
    assert refused.value.field == "key"
    assert not key or key not in refused.value.text
