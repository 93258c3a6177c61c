"""What waits for a slow window."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.link.pending import Pending
from heyzack_console.ports.engine.feed import Batch, EngineStatus

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def reading(device, code, value):
    return Reading(DeviceId(device), code, value, "", NOON)


def batch(number, *readings, **more):
    return Batch(number, NOON + timedelta(seconds=number), readings=tuple(readings), **more)


batches = st.lists(
    st.builds(
        lambda complete, values: (complete, [reading(d, c, v) for d, c, v in values]),
        st.sampled_from([False, False, False, True]),
        st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.integers(0, 9)), max_size=5),
    ),
    min_size=1,
    max_size=8,
)


def picture(of):
    shown = {}
    for each in of:
        if each.complete:
            shown.clear()
        shown |= {(r.device, r.code): r.value for r in each.readings}
    return shown


@given(batches)
def test_whoever_takes_late_sees_the_same_as_whoever_takes_each(kinds):
    told = [batch(n, *readings, complete=complete) for n, (complete, readings) in enumerate(kinds)]
    pending = Pending()
    for each in told:
        pending.add(each)
    merged = pending.take()
    assert picture([merged]) == picture(told)
    assert merged.complete is any(each.complete for each in told)
    assert (merged.number, merged.at) == (told[-1].number, told[-1].at)


@given(batches)
def test_of_each_point_there_is_one_value_and_the_others_are_counted(kinds):
    pending = Pending()
    for n, (_, readings) in enumerate(kinds):
        pending.add(batch(n, *readings))
    points = [(r.device, r.code) for r in pending.take().readings]
    assert len(points) == len(set(points))
    assert pending.replaced == sum(len(readings) for _, readings in kinds) - len(points)


def test_marks_of_an_earlier_batch_are_not_lost():
    pending = Pending()
    pending.add(batch(1, book_changed=True, status=EngineStatus(site="Harbour House")))
    pending.add(batch(2, journal_changed=True))
    merged = pending.take()
    assert merged.book_changed
    assert merged.journal_changed
    assert merged.status.site == "Harbour House"


def test_what_was_taken_is_not_told_again():
    pending = Pending()
    pending.add(batch(1, reading("a", "x", 1), book_changed=True))
    pending.take()
    assert not pending
    with pytest.raises(LookupError):
        pending.take()
    pending.add(batch(2, reading("a", "y", 2)))
    assert pending.take() == batch(2, reading("a", "y", 2))
