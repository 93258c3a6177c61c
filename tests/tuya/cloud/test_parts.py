"""Addresses, pace, quota and envelopes by themselves."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.cloud.answers import unpacked
from heyzack_console.tuya.cloud.envelope import read_envelope
from heyzack_console.tuya.cloud.pace import Bucket
from heyzack_console.tuya.cloud.quota import Quota
from heyzack_console.tuya.cloud.record import CallRecord
from heyzack_console.tuya.cloud.regions import REGIONS, base_url_of
from tests.support.cloud_meter import MemoryMeter
from tests.support.quick_time import QuickTime
from tests.tuya.cloud.at_the_cloud import PROJECT

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


@pytest.mark.parametrize("region", sorted(REGIONS))
def test_every_data_centre_has_an_https_address(region):
    assert base_url_of(replace(PROJECT, region=region)).startswith("https://")


def test_an_address_of_the_projects_own_beats_the_regions():
    assert base_url_of(replace(PROJECT, base_url="https://cloud.example/")) == "https://cloud.example"


@pytest.mark.parametrize(
    "address", ["http://example.com", "ftp://example.com", "https://u:p@example.com", "https://", "https://[x", "x"]
)
def test_an_address_that_is_not_safe_is_refused(address):
    with pytest.raises(InvalidInput):
        base_url_of(replace(PROJECT, base_url=address))


def test_an_unknown_data_centre_is_refused_with_the_known_ones():
    with pytest.raises(InvalidInput, match="eu-w"):
        base_url_of(replace(PROJECT, region="moon"))


@given(st.floats(0.5, 50), st.lists(st.floats(0, 3), max_size=60))
async def test_no_second_holds_more_calls_than_the_rate_and_its_burst_allow(rate, gaps):
    time = QuickTime()
    bucket = Bucket(rate, time.timing)
    moments = []
    for gap in gaps:
        time.advance(gap)
        await bucket.take()
        moments.append(time.timing.monotonic())
    for start in moments:
        inside = sum(start <= moment < start + 10 for moment in moments)
        assert inside <= 11 * rate + 1.001


def test_a_new_month_begins_at_zero_and_the_old_one_is_stored():
    time, meter = QuickTime(datetime(2026, 1, 31, 23, 59, 50, tzinfo=UTC)), MemoryMeter()
    quota = Quota(PROJECT, meter, time.timing)
    quota.called()
    quota.heard(3)
    time.advance(20)
    quota.called()
    assert (quota.calls, quota.messages) == (1, 0)
    quota.save()
    assert meter.kept == {(PROJECT.id, "2026-01"): (1, 3), (PROJECT.id, "2026-02"): (1, 0)}


def test_counters_are_stored_every_few_seconds_only():
    time, meter = QuickTime(), MemoryMeter()
    quota = Quota(PROJECT, meter, time.timing)
    for _ in range(100):
        quota.called()
        time.advance(0.1)
    assert meter.stores <= 3


def test_a_record_speaks_of_the_last_hundred_calls():
    record = CallRecord()
    for _ in range(100):
        record.add(1000, failed=True)
    for n in range(100):
        record.add(n, failed=False)
    assert record.error_share == 0
    assert record.latency_ms == 49.5


@given(st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_an_envelope_or_none(content):
    envelope = read_envelope(content)
    assert envelope is None or isinstance(envelope.success, bool)


@given(JSON, st.booleans())
def test_a_result_of_whatever_shape_is_handed_on(result, inner):
    wrapped = {"success": True, "result": result, "error_code": None} if inner else result
    content = json.dumps({"success": True, "t": 1, "tid": "x", "result": wrapped}).encode()
    envelope = read_envelope(content)
    assert envelope is not None
    if inner:
        assert envelope.result == result


@given(JSON)
def test_a_text_that_holds_json_is_unpacked_once(value):
    assert unpacked(json.dumps(value)) == value


def test_a_text_that_is_no_json_holds_nothing():
    assert unpacked("{broken") is None
    assert unpacked("[" * 100_000) is None
