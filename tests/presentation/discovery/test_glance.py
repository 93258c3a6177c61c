"""A look into a site file, before the engine judges it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.presentation.discovery.glance import glance, suggested_name

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def test_counts_and_seal_are_told_in_words():
    text = json.dumps({"heyzack_site": 1, "site": {"name": "Mill", "floors": [{}, {}]}, "devices": [{}], "sealed": "x"})
    assert glance(text).words == "Mill: 2 floors, 1 device, keys sealed with a passphrase."


def test_a_site_without_sealed_keys_says_so():
    assert not glance(json.dumps({"heyzack_site": 1, "site": {"name": "Mill"}})).sealed


@pytest.mark.parametrize("text", ["", "{", "[]", '{"site": {}}', '{"heyzack_site": 1}', "[" * 100_000])
def test_what_is_no_site_file_is_refused(text: str):
    with pytest.raises(InvalidInput, match="no site file"):
        glance(text)


@given(JSON, JSON, JSON, JSON)
@settings(max_examples=60)
def test_whatever_a_file_holds_it_is_told_or_refused(site: object, floors: object, devices: object, sealed: object):
    site = {"name": site, "floors": floors} if not isinstance(site, dict) else site
    text = json.dumps({"heyzack_site": 1, "site": site, "devices": devices, "sealed": sealed})
    assert glance(text).words.endswith(".")


@pytest.mark.parametrize(
    ("site", "name"),
    [("Harbour House", "harbour-house.site.json"), ("a/b\\..", "a-b.site.json"), ("!?", "site.site.json")],
)
def test_the_suggested_name_is_a_plain_file_name(site: str, name: str):
    assert suggested_name(site) == name
