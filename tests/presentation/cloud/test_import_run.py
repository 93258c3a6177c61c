"""An import in parts: gateways first, refused devices tried singly, ended by what would meet all of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.cloud import CloudCause, CloudDevice, CloudError
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError, InvalidInput, NotFound
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.cloud.import_run import PART, ImportRun
from tests.support.cloud_project import HUB, LEAF, listed

GONE = CloudError("It is gone.", CloudCause.DEVICE)


def lamps(count: int) -> list[CloudDevice]:
    return [listed(f"Lamp {n}", id=DeviceId(f"d{n}")) for n in range(count)]


def test_gateways_come_before_what_hangs_on_them_however_they_were_listed():
    subs = [listed(f"Leaf {n}", id=DeviceId(f"s{n}"), sub=True, gateway=HUB.id) for n in range(PART)]
    run = ImportRun([LEAF, *subs, HUB])
    assert run.part[0] == HUB.id


def test_a_part_is_at_most_a_page():
    run = ImportRun(lamps(PART + 1))
    assert len(run.part) == PART
    run.took(Receipt())
    assert run.part == (DeviceId(f"d{PART}"),)


def test_one_command_keeps_its_way_back_several_do_not():
    one, two = ImportRun(lamps(2)), ImportRun(lamps(PART + 1))
    way_back = Receipt(undoable=True, count=2, text="Took in 2 devices.")
    one.took(way_back)
    assert one.receipt() == way_back
    for _ in range(2):
        two.took(way_back)
    assert (two.receipt().undoable, two.receipt().text) == (False, f"{PART + 1} devices taken in.")


@pytest.mark.parametrize("error", [GONE, InvalidInput("Not listed.", "devices")])
def test_a_refusal_of_one_device_has_the_part_tried_singly(error: ConsoleError):
    run = ImportRun(lamps(3))
    run.refuse(error)
    assert run.part == ("d0",)
    run.refuse(error)
    run.took(Receipt())
    run.took(Receipt())
    assert (run.part, run.taken, run.refused, run.left) == ((), ["d1", "d2"], {"d0": error.text}, ("d0",))
    assert not run.stopped


@pytest.mark.parametrize(
    "error",
    [
        *(
            CloudError("No.", cause)
            for cause in CloudCause
            if cause not in {CloudCause.DEVICE, CloudCause.INPUT, CloudCause.OTHER}
        ),
        NotFound("There is no site."),
    ],
)
def test_a_refusal_that_would_meet_all_stops_and_nothing_is_lost(error: ConsoleError):
    run = ImportRun(lamps(PART + 2))
    run.took(Receipt())
    run.refuse(error)
    assert run.stopped
    assert run.left == (f"d{PART}", f"d{PART + 1}")
    assert "2 not tried" in run.words()


def test_the_most_frequent_reasons_are_named_with_their_devices():
    run = ImportRun(lamps(5))
    run.refuse(GONE)
    for _ in range(4):
        run.refuse(GONE)
    run.refuse(CloudError("It is strange.", CloudCause.OTHER))
    assert run.words().endswith("Lamp 0, Lamp 1, Lamp 2 and others: It is gone. Lamp 4: It is strange.")


@settings(max_examples=60)
@given(st.integers(1, 70), st.sets(st.integers(0, 69), max_size=20))
def test_every_device_ends_as_taken_or_refused_and_never_as_both(count: int, bad: set[int]):
    run = ImportRun(lamps(count))
    wrong = {DeviceId(f"d{n}") for n in bad if n < count}
    while run.part:
        if wrong & set(run.part):
            run.refuse(GONE)
        else:
            run.took(Receipt())
    assert set(run.refused) == wrong
    assert sorted([*run.taken, *run.refused]) == sorted(f"d{n}" for n in range(count))
    assert run.done == count


def test_what_did_not_come_in_is_a_line_each_with_its_reason_and_what_came_in_is_none():
    run = ImportRun(lamps(3), part=1)
    run.took(Receipt())
    run.refuse(GONE)
    assert run.as_text() == "Id\tName\tReason\nd1\tLamp 1\tIt is gone.\nd2\tLamp 2\tnot tried\n"
