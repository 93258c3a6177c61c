"""Times for values that come without one."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.rules.freshness import stands
from heyzack_console.tuya.cloud_network_memory import CloudMemory
from tests.support.building import T0

DEVICE = DeviceId("d1")


def value(what, at=T0, path=Path.CLOUD):
    return Reading(DEVICE, "switch", what, "", at, path=path)


def after(seconds):
    return T0 + timedelta(seconds=seconds)


def test_a_first_value_is_dated_before_anything_that_the_lan_tells_from_now_on():
    (first,) = CloudMemory().undated(DEVICE, [value(True)], T0)
    assert T0 - timedelta(minutes=1) < first.at < T0
    assert first.note


def test_an_unchanged_value_keeps_its_time_and_is_told_as_proof():
    memory = CloudMemory()
    memory.dated([value(True, T0)])
    (proof,) = memory.undated(DEVICE, [value(True)], after(3600))
    assert (proof.value, proof.at, proof.note, proof.quality) == (True, T0, "", Quality.LIVE)


def test_a_changed_value_is_dated_after_the_last_reading_that_did_not_have_it():
    memory = CloudMemory()
    memory.undated(DEVICE, [value(1)], T0)
    memory.undated(DEVICE, [value(1)], after(1800))
    (news,) = memory.undated(DEVICE, [value(2)], after(3600))
    assert after(1800) <= news.at < after(3600)


def test_a_value_of_a_device_that_the_cloud_has_lost_is_only_remembered():
    memory = CloudMemory()
    memory.online(DEVICE, T0, there=False)
    (gone,) = memory.undated(DEVICE, [value(1)], T0)
    memory.online(DEVICE, after(1), there=True)
    (back,) = memory.undated(DEVICE, [value(2)], after(1800))
    assert (gone.quality, back.quality) == (Quality.CACHED, Quality.LIVE)


def test_a_forgotten_device_begins_anew():
    memory = CloudMemory()
    memory.dated([value(1)])
    memory.keep_only([])
    assert memory.undated(DEVICE, [value(1)], after(3600))


@given(
    st.lists(
        st.tuples(st.sampled_from(["lan", "change", "message", "read"]), st.integers(31, 2000)), min_size=1, max_size=30
    )
)
def test_readings_without_times_never_take_the_last_word_from_something_newer(steps):
    """The cloud's copy lags by nothing here; the LAN stands for the truth where it speaks."""
    memory, held, truth, now = CloudMemory(), None, 0, 0
    told_truth_at = -1
    for what, pause in steps:
        now += pause
        heard = ()
        if what == "change":
            truth += 1
        elif what == "lan":
            heard, told_truth_at = (value(truth, after(now), Path.LAN),), truth
        elif what == "message":
            heard, told_truth_at = memory.dated([value(truth, after(now))]), truth
        else:
            heard = memory.undated(DEVICE, [value(truth)], after(now))
        for reading in heard:
            held = reading if stands(held, reading) else held
        if held is not None:
            assert held.value >= told_truth_at


def test_word_of_a_loss_that_comes_after_that_of_the_return_is_too_late():
    memory = CloudMemory()
    memory.online(DEVICE, after(20), there=True)
    memory.online(DEVICE, after(10), there=False)
    (told,) = memory.undated(DEVICE, [value(True)], after(3600))
    assert told.quality is Quality.LIVE
