"""The site and its devices, as written and as loaded again."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, LanAddress, Place, ZoneId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.sites import Floor, Site, SiteBook, SiteId, Stroke, StrokeKind, Zone, ZoneKind
from heyzack_console.storage.entry import parse_header
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.sites import SiteRecords
from heyzack_console.storage.store import RecordStore, open_store
from heyzack_console.storage.tables.columns import metadata
from heyzack_console.storage.tables.journal import journal
from tests.support.journal_notes import HandClock

GROUND = FloorId("ground")
HALL = ZoneId("hall")
SITE = Site(
    id=SiteId("5e" * 16),
    name="Harbour House",
    time_zone="Europe/Lisbon",
    kind="office",
    demo=True,
    floors=(
        Floor(GROUND, 0, "Ground floor", 40.5, 20.0, (Stroke(StrokeKind.WALL, ((0.0, 0.0), (3.5, 0.0)), closed=True),)),
        Floor(FloorId("first"), 1, "First floor", 40.5, 20.0),
    ),
    zones=(Zone(HALL, GROUND, "Hall", "0.01", ZoneKind.OPEN, ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0)), 30),),
)
GATEWAY = Device(DeviceId("gw1"), "Gateway", Category.GATEWAY, address=LanAddress("192.0.2.7", version="3.4"))
SENSOR = Device(
    id=DeviceId("gw1/a4c1"),
    name="Hall sensor",
    category=Category.TEMPERATURE,
    product="abc123",
    model="TS-1",
    gateway=GATEWAY.id,
    cid="a4c1",
    place=Place(GROUND, 4.25, 2.0, HALL),
    points=(
        PointSpec(
            1, "va_temperature", PointKind.NUMBER, "Temperature", unit="°C", scale=1, minimum=-20.0, maximum=60.0
        ),
        PointSpec(9, "mode", PointKind.ENUM, options=("eco", "auto"), words=(("Eco", "eco"),), writable=True),
    ),
    sleeper=True,
    serves="the hall",
)


async def begun(store: RecordStore, by: By) -> SiteRecords:
    sites = SiteRecords(store)
    await sites.put_site(SITE, [GATEWAY, SENSOR], by)
    return sites


async def only(sites: SiteRecords, device: DeviceId) -> Device:
    book = await sites.load()
    assert book is not None
    (found,) = [one for one in book.devices if one.id == device]
    return found


async def test_an_empty_home_has_no_site_and_takes_no_devices(store: RecordStore, by: By):
    sites = SiteRecords(store)
    assert await sites.load() is None
    with pytest.raises(NotFound, match="no site"):
        await sites.put_devices([SENSOR], by)


async def test_a_site_is_loaded_as_it_was_written_also_by_the_next_run(
    store: RecordStore, by: By, tmp_path: Path, clock: HandClock
):
    sites = await begun(store, by)
    assert await sites.load() == SiteBook(SITE, (GATEWAY, SENSOR))
    await store.close()
    again = await open_store(tmp_path, clock)
    try:
        assert await SiteRecords(again).load() == SiteBook(SITE, (GATEWAY, SENSOR))
    finally:
        await again.close()


async def test_devices_that_do_not_differ_are_not_written_again(store: RecordStore, by: By):
    sites = await begun(store, by)
    entries = (await store.verify()).entries
    assert await sites.put_devices([GATEWAY, SENSOR], by) == ""
    assert await sites.put_site(SITE, [GATEWAY], by) == ""
    assert (await store.verify()).entries == entries
    moved = replace(GATEWAY, address=LanAddress("192.0.2.99", 6668, "3.5"))
    assert await sites.put_devices([moved, SENSOR], by) != ""
    assert await only(sites, GATEWAY.id) == moved


async def test_each_edit_changes_its_own_columns_alone_and_can_be_undone(store: RecordStore, by: By, clock: HandClock):
    sites, book = await begun(store, by), JournalRecords(store, clock)
    refs = [
        await sites.rename(SENSOR.id, "North sensor", by),
        await sites.place([(SENSOR.id, Place(FloorId("first"), 1.0, 2.0)), (GATEWAY.id, Place(GROUND, 0.5, 0.5))], by),
        await sites.place([(GATEWAY.id, None)], by),
        await sites.set_address(GATEWAY.id, None, by),
    ]
    sensor, gateway = await only(sites, SENSOR.id), await only(sites, GATEWAY.id)
    assert sensor == replace(SENSOR, name="North sensor", place=Place(FloorId("first"), 1.0, 2.0))
    assert gateway == replace(GATEWAY, address=None)
    for ref in reversed(refs):
        assert (await book.undo(ref, by)).left == ()
    assert await sites.load() == SiteBook(SITE, (GATEWAY, SENSOR))


async def test_a_removed_device_is_gone_for_people_and_comes_back_by_undo_or_when_it_is_found_again(
    store: RecordStore, by: By, clock: HandClock
):
    sites = await begun(store, by)
    ref = await sites.remove([SENSOR.id], by)
    book = await sites.load()
    assert book is not None
    assert book.devices == (GATEWAY,)
    with pytest.raises(NotFound, match="gw1/a4c1"):
        await sites.rename(SENSOR.id, "x", by)
    await JournalRecords(store, clock).undo(ref, by)
    assert await only(sites, SENSOR.id) == SENSOR
    await sites.remove([SENSOR.id], by)
    await sites.put_devices([SENSOR], by)
    assert await only(sites, SENSOR.id) == SENSOR
    assert (await store.verify()).ok


async def test_removing_an_unknown_device_removes_none(store: RecordStore, by: By):
    sites = await begun(store, by)
    with pytest.raises(NotFound):
        await sites.remove([SENSOR.id, DeviceId("nobody")], by)
    assert await only(sites, SENSOR.id) == SENSOR


async def test_the_site_that_was_written_last_is_the_site_of_the_home(store: RecordStore, by: By):
    sites = await begun(store, by)
    other = Site(SiteId("0a" * 16), "Mill", "UTC")
    await sites.put_site(other, [], by)
    assert await sites.load() == SiteBook(other)
    await sites.put_site(replace(SITE, name="Harbour House II"), [], by)
    book = await sites.load()
    assert book is not None
    assert (book.site.name, len(book.devices)) == ("Harbour House II", 2)


async def test_every_entry_names_the_site_of_its_home(store: RecordStore, by: By, tmp_path: Path, clock: HandClock):
    sites = await begun(store, by)
    await sites.rename(SENSOR.id, "North sensor", by)
    await store.close()
    again = await open_store(tmp_path, clock)
    try:
        await SiteRecords(again).rename(SENSOR.id, "South sensor", by)
        raws = await again.read(
            lambda conn: conn.execute(select(journal.c.raw).order_by(journal.c.pos)).scalars().all()
        )
    finally:
        await again.close()
    here = bytes.fromhex(SITE.id)
    assert [parse_header(raw).site for raw in raws] == [bytes(16), bytes(16), here, here]


async def test_an_undone_site_leaves_an_empty_home(store: RecordStore, by: By, clock: HandClock):
    sites = SiteRecords(store)
    ref: EntryRef = await sites.put_site(SITE, [GATEWAY, SENSOR], by)
    await JournalRecords(store, clock).undo(ref, by)
    assert await sites.load() is None


def test_no_table_has_a_column_for_a_secret():
    words = ("secret", "local_key", "localkey", "password", "passphrase", "token")
    columns = {f"{table.name}.{column.name}" for table in metadata.tables.values() for column in table.c}
    assert [name for name in columns if any(word in name for word in words)] == []
    assert "device.key" in columns  # the record's key, 16 bytes, which is no secret
