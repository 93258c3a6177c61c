"""Names from a pattern."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.rules.templates.naming import (
    LONGEST_NAME,
    PLACEHOLDERS,
    NameWords,
    Naming,
    fits,
    names,
    pattern_fault,
)

SERVERS = NameWords("Temperature", "TH-11", "Floor 3", "Server room", "3.09")
NOWHERE = NameWords("Temperature", "TH-11")


def wants(pattern, words=SERVERS, present="", device="one"):
    return Naming(DeviceId(device), pattern, words, present)


def name_of(pattern, words=SERVERS, present="", taken=()):
    return names([wants(pattern, words, present)], taken)[DeviceId("one")]


@pytest.mark.parametrize(
    ("pattern", "words", "name"),
    [
        ("{category} {room} {room_number}", SERVERS, "Temperature Server room 3.09"),
        ("{floor} · {room} · {category} {number}", SERVERS, "Floor 3 · Server room · Temperature 1"),
        ("{floor} · {room} · {category} {number}", NOWHERE, "Temperature 1"),
        ("{category} · {room} · {number}", NOWHERE, "Temperature · 1"),
        ("{product}-{number}", SERVERS, "TH-11-1"),
        ("Sensor", SERVERS, "Sensor"),
    ],
)
def test_a_pattern_is_filled_in_and_what_is_not_known_leaves_no_gap(pattern, words, name):
    assert name_of(pattern, words) == name


def test_devices_of_one_name_are_numbered_and_a_fitting_name_stays():
    wanted = [
        wants("{category} {number}", device="a", present="Old name"),
        wants("{category} {number}", device="b", present="Temperature 1"),
        wants("{category} {number}", device="c"),
    ]
    assert list(names(wanted, ["Temperature 3"]).values()) == ["Temperature 1", "Temperature 2", "Temperature 4"]


def test_without_a_number_the_second_of_a_name_gets_one_at_the_end():
    wanted = [wants("{room}", device=device) for device in ("a", "b", "c")]
    assert list(names(wanted).values()) == ["Server room", "Server room 2", "Server room 3"]


def test_a_pattern_of_which_nothing_is_known_leaves_the_name_alone():
    assert name_of("{room}", NOWHERE, "Lamp by the door") == "Lamp by the door"


@pytest.mark.parametrize("present", ["Temperature 0", "Temperature x", "temperature 1", "Temperature"])
def test_a_name_that_only_resembles_the_pattern_does_not_fit(present):
    assert not fits(wants("{category} {number}", present=present))


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{colour}", "{colour} is no placeholder"),
        ("{room", "one word in braces"),
        ("{}", "one word in braces"),
        ("x" * 61, "at most 60 characters"),
        ("a\nb", "one line"),
    ],
)
def test_a_pattern_that_cannot_be_filled_in_is_named(pattern, said):
    assert said in pattern_fault(pattern)


patterns = st.lists(st.sampled_from([*(f"{{{name}}}" for name in PLACEHOLDERS), " ", " - ", "Room", "/"]), max_size=12)
words = st.builds(NameWords, *(st.text(max_size=80) for _ in range(5)))


@given(
    patterns.map("".join).filter(lambda text: not pattern_fault(text)),
    st.lists(st.tuples(words, st.text(max_size=30)), max_size=6),
)
def test_names_are_short_enough_for_the_book_and_asking_again_changes_nothing(pattern, devices):
    wanted = [Naming(DeviceId(str(n)), pattern, filled, present) for n, (filled, present) in enumerate(devices)]
    found = names(wanted)
    given_names = [found[each.device] for each in wanted if found[each.device] != each.present]
    assert all(0 < len(name) <= LONGEST_NAME and name == " ".join(name.split()) for name in given_names)
    again = [Naming(each.device, pattern, each.words, found[each.device]) for each in wanted]
    unchanged = {each.device: each.present for each in again}
    assert names(again) == unchanged or len(set(found.values())) < len(found)


@given(patterns.map("".join).filter(lambda text: not pattern_fault(text)), st.lists(words, min_size=2, max_size=6))
def test_no_two_devices_get_the_same_name(pattern, devices):
    found = names(Naming(DeviceId(str(n)), pattern, filled, f"own name {n}") for n, filled in enumerate(devices))
    assert len(set(found.values())) == len(devices)
