"""What is said beside a field before anything is sent."""

from ipaddress import ip_network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import LanAddress
from heyzack_console.presentation.discovery.checks import (
    MOST_ADDRESSES,
    SiteDraft,
    key_fault,
    likely_network,
    network_fault,
    passphrase_fault,
)

ZONES = frozenset({"Europe/Berlin", "UTC"})


@pytest.mark.parametrize("key", ["", "0123456789abcdef", "}'$<&#x+;@aZ09~!"])
def test_sixteen_plain_characters_or_none_are_a_key(key: str):
    assert key_fault(key) == ""


@pytest.mark.parametrize("key", ["0123456789abcde", "0123456789abcdef0", "0123456789abcdé0", "0123456789\tabcde"])
def test_every_other_key_is_blamed_without_being_quoted(key: str):
    assert key_fault(key)
    assert key not in key_fault(key)


@given(st.integers(0, 2**32 - 1), st.integers(0, 32))
@settings(max_examples=80)
def test_a_range_is_accepted_up_to_what_the_engine_tries(address: int, bits: int):
    network = str(ip_network((address, bits), strict=False))
    assert (network_fault(network) == "") == (2 ** (32 - bits) <= MOST_ADDRESSES)


@pytest.mark.parametrize("text", ["", "office", "192.168.1", "192.168.1.0/33", "fe80::/120"])
def test_what_is_no_range_of_ipv4_addresses_is_blamed_with_an_example(text: str):
    assert "192.168.1.0/24" in network_fault(text)


def test_the_offered_range_surrounds_the_first_known_address():
    assert likely_network([LanAddress("gateway.local"), LanAddress("10.1.2.3")]) == "10.1.2.0/24"
    assert likely_network([]) == ""


def test_a_passphrase_is_long_enough_and_repeated_alike():
    assert "8 characters" in passphrase_fault("short")
    assert "differ" in passphrase_fault("long enough", "long enouph")
    assert passphrase_fault("long enough", "long enough") == ""


def test_a_site_needs_name_zone_and_distinct_floors():
    assert set(SiteDraft(" ", "Berlin", " \n").faults(ZONES)) == {"name", "time_zone", "floors"}
    assert set(SiteDraft("House", "UTC", "Ground\nGround ").faults(ZONES)) == {"floors"}
    assert SiteDraft("House", "Europe/Berlin", "Ground\n\nFirst").faults(ZONES) == {}


def test_empty_lines_are_no_floors():
    assert SiteDraft("House", "UTC", "Ground \n\n  First  floor\n").floor_names == ("Ground", "First floor")
