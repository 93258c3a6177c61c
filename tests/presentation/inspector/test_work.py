"""What happened to a device, newest first, and its passport."""

from dataclasses import replace
from datetime import UTC

from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, EventId, Trigger
from heyzack_console.domain.devices.notes import Attachment, DeviceNote, FileKind, NoteId
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.domain.replacing import Succession
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.inspector.notes import note_lines, note_work
from heyzack_console.presentation.inspector.passport import passport
from heyzack_console.presentation.inspector.work import succession_work, work_lines
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime
from tests.support.building import BOOK, CLIMATE, THERMOSTAT, VALVE, at, reading


def event(seconds, trigger, device=THERMOSTAT, note="", by=""):
    ids = EventId(f"{seconds}"), AlertId("a")
    return AlertEvent(*ids, device.id, "hot", trigger, at(seconds), condition="Too warm", note=note, by=by)


def order(seconds, state, text=""):
    name = OrderId(f"{seconds}")
    return Order(name, THERMOSTAT.id, {"temp_set": 21.0}, at(seconds), at(300), "Ines", state, at(seconds), text=text)


def test_orders_and_alerts_of_the_device_stand_together_newest_first():
    events = [
        event(10, Trigger.TRUE),
        event(30, Trigger.SHELVE, note="Filter ordered", by="Omar"),
    ]
    lines = work_lines(THERMOSTAT, [order(20, OrderState.FAILED, "No answer.")], events, UTC)
    assert [(line.what, line.who) for line in lines] == [
        ("Too warm, shelved: Filter ordered", "Omar"),
        ("Set point 21.0\N{NO-BREAK SPACE}°C: failed (No answer.)", "Ines"),
        ("Too warm, began", ""),
    ]


def test_what_happened_to_the_device_before_is_told_with_its_id_and_the_change_between_them():
    took = Succession(THERMOSTAT.id, VALVE.id, "Old one", at(15), "Ines")
    earlier = replace(order(5, OrderState.CONFIRMED), device=VALVE.id)
    lines = work_lines(THERMOSTAT, [earlier], [event(10, Trigger.TRUE, VALVE)], UTC, succession_work([took], UTC))
    assert [line.what for line in lines] == [
        "th1 took the place of va1 (Old one)",
        "Too warm, began (on va1, before)",
        "Set point 21.0\N{NO-BREAK SPACE}°C: confirmed (on va1, before)",
    ]


def test_every_trigger_has_its_words():
    lines = work_lines(THERMOSTAT, [], [event(n, trigger) for n, trigger in enumerate(Trigger)], UTC)
    assert len({line.what for line in lines}) == len(Trigger)


def test_notes_stand_among_orders_and_alerts_with_the_names_of_their_files():
    files = (Attachment("plate.png", FileKind.PNG, 1_200, "d"), Attachment("m.pdf", FileKind.PDF, 3_000_000, "e"))
    notes = [note(20, "Seal changed", files), note(5, "", files[:1])]
    lines = work_lines(THERMOSTAT, [], [event(10, Trigger.TRUE)], UTC, note_work(notes, UTC))
    assert [(line.what, line.who) for line in lines] == [
        ("Note: Seal changed [plate.png, m.pdf]", "Omar"),
        ("Too warm, began", ""),
        ("Note: [plate.png]", "Omar"),
    ]


def test_a_note_of_the_device_before_says_so_and_files_say_what_they_are():
    files = (Attachment("plate.png", FileKind.PNG, 999, "d"), Attachment("m.pdf", FileKind.PDF, 3_000_000, "e"))
    own, before = note_lines([note(9, "a", files), replace(note(5, "b"), device=VALVE.id)], THERMOSTAT, UTC)
    assert (own.whose, before.whose) == ("", f"on {VALVE.id}, before")
    assert [file.detail for file in own.files] == ["PNG, 999 bytes", "PDF, 3.0 MB"]


def test_a_passport_counts_the_notes_and_their_files():
    files = (Attachment("plate.png", FileKind.PNG, 999, "d"),)
    paper = made(THERMOSTAT, notes=[note(9, "Seal changed", files)])
    assert paper.notes_heading == "Notes (1, 1 file)"
    assert paper.notes == (("02 Mar 2026 09:00", "Seal changed [plate.png]", "Omar"),)


def note(seconds, text, files=()):
    return DeviceNote(NoteId(f"{seconds}"), THERMOSTAT.id, text, "Omar", at(seconds), files)


def made(device, work=(), notes=()):
    mirror = Mirror(connected=True)
    mirror.show_book(BOOK)
    mirror.readings[THERMOSTAT.id] = {"temp_set": reading(THERMOSTAT, "temp_set", 21.5, 4)}
    return passport(device, mirror, index_of(BOOK), SiteTime(lambda: at(10), mirror), work, notes)


def test_a_passport_names_the_device_its_place_and_every_point():
    paper = made(THERMOSTAT)
    assert (paper.title, paper.place, paper.code) == ("Thermostat 1.03", "Test house · Ground", "th1")
    assert paper.made == "02 March 2026, 09:00 (Europe/Berlin)"
    assert dict(paper.facts)["LAN address"] == "127.0.0.1:7002"
    assert [(p.name, p.value, p.takes) for p in paper.points[1:4]] == [
        ("Set point", "21.5\N{NO-BREAK SPACE}°C", "5.0 to 30.0\N{NO-BREAK SPACE}°C"),
        ("Temperature", "—", "reports number"),
        ("Mode", "—", "auto, manual"),
    ]
    assert paper.health[0].startswith("Score ")


def test_a_passport_of_a_sub_device_names_its_gateway():
    assert dict(made(CLIMATE).facts)["Gateway"] == "Gateway east"
