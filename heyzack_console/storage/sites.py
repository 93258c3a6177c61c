"""The site of this home with its floors, zones and devices."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, Table, select, text

from heyzack_console.domain.dependencies import Dependency
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, LanAddress, Place, ZoneId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.holidays import Holiday
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.sites import Floor, FloorPicture, Point, Site, SiteBook, SiteId, Stroke, Zone, ZoneKind
from heyzack_console.storage import devices
from heyzack_console.storage.dependencies import dependencies_in, put_dependencies
from heyzack_console.storage.holidays import holidays_in, put_holidays
from heyzack_console.storage.home import site_row
from heyzack_console.storage.keys import world_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.places import device, floor, zone
from heyzack_console.storage.work import Draft


class SiteRecords:
    """The site store on the journal. A write that changes nothing makes no entry and returns an empty reference."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def load(self) -> SiteBook | None:
        """The site that was written last, or None."""
        return await self._store.read(_book)

    async def put_site(
        self,
        site: Site,
        devices: Sequence[Device],
        by: By,
        dependencies: Sequence[Dependency] = (),
        holidays: Sequence[Holiday] = (),
    ) -> EntryRef:
        """Write a site with all that is given, replacing what is there under the same keys."""
        book = SiteBook(site, tuple(devices), tuple(dependencies), tuple(holidays))
        return await self._write(by, partial(_put_site, book))

    async def put_devices(self, devices: Sequence[Device], by: By) -> EntryRef:
        """Insert devices or update what differs. NotFound without a site."""
        return await self._write(by, partial(_put_devices, devices))

    async def place(self, places: Sequence[tuple[DeviceId, Place | None]], by: By) -> EntryRef:
        """Set where devices stand."""

        def job(draft: Draft) -> None:
            here = site_key(draft.conn)
            for one, place in places:
                _change(draft, here, one, devices.place_values(here, place))

        return await self._write(by, job)

    async def rename(self, device: DeviceId, name: str, by: By) -> EntryRef:
        """Change the name alone."""
        return await self._write(by, lambda draft: _change(draft, site_key(draft.conn), device, {"name": name}))

    async def set_address(self, device: DeviceId, address: LanAddress | None, by: By) -> EntryRef:
        """Change the LAN address alone."""
        values = devices.address_values(address)
        return await self._write(by, lambda draft: _change(draft, site_key(draft.conn), device, values))

    async def remove(self, devices: Sequence[DeviceId], by: By) -> EntryRef:
        """Delete softly: the rows stay, marked deleted."""

        def job(draft: Draft) -> None:
            here = site_key(draft.conn)
            for one in devices:
                _change(draft, here, one, {"deleted": 1})

        return await self._write(by, job)

    async def _write(self, by: By, job: Callable[[Draft], None]) -> EntryRef:
        _, entries = await self._store.write(by, job)
        return entries[0] if entries else EntryRef("")


def site_key(conn: Connection) -> bytes:
    """The key of this home's site. NotFound without one."""
    row = site_row(conn)
    if row is None:
        raise NotFound("There is no site yet. Nothing was saved; make or import a site first.")
    return bytes(row["key"])


def _put_site(book: SiteBook, draft: Draft) -> None:
    one = book.site
    here = bytes.fromhex(one.id)
    draft.put("site", here, {"name": one.name, "time_zone": one.time_zone, "kind": one.kind, "demo": one.demo})
    put_floors(draft, here, one.floors)
    put_zones(draft, here, one.zones)
    for entry in book.devices:
        draft.put("device", devices.device_key(here, entry.id), devices.device_values(here, entry))
    put_dependencies(draft, here, book.dependencies)
    put_holidays(draft, here, book.holidays)


def put_floors(draft: Draft, here: bytes, floors: Iterable[Floor]) -> None:
    """Write *floors* of the site with the key *here*."""
    for storey in floors:
        draft.put("floor", world_key(here, "floor", storey.id), _floor_values(here, storey))


def put_zones(draft: Draft, here: bytes, zones: Iterable[Zone]) -> None:
    """Write *zones*; their floors are there."""
    for room in zones:
        draft.put("zone", world_key(here, "zone", room.id), _zone_values(here, room))


def _put_devices(books: Sequence[Device], draft: Draft) -> None:
    here = site_key(draft.conn)
    for entry in books:
        draft.put("device", devices.device_key(here, entry.id), devices.device_values(here, entry))


def _change(draft: Draft, here: bytes, one: DeviceId, values: dict[str, Any]) -> None:
    try:
        draft.update("device", devices.device_key(here, one), values)
    except NotFound as error:
        raise NotFound(f"Device {one} is not in the book (any more). Nothing was saved.") from error


def _floor_values(here: bytes, one: Floor) -> dict[str, Any]:
    return {
        "site": here,
        "code": one.id,
        "level": one.level,
        "name": one.name,
        "width": float(one.width),
        "height": float(one.height),
        "strokes": msgspec.to_builtins(one.strokes),
        "picture": msgspec.to_builtins(one.picture),
    }


def _zone_values(here: bytes, one: Zone) -> dict[str, Any]:
    return {
        "floor": world_key(here, "floor", one.floor),
        "code": one.id,
        "name": one.name,
        "number": one.number,
        "kind": one.kind.value,
        "outline": msgspec.to_builtins(one.outline),
        "capacity": one.capacity,
        "use": one.use,
    }


def _book(conn: Connection) -> SiteBook | None:
    row = site_row(conn)
    if row is None:
        return None
    floors = [f for f in _living(conn, floor) if f["site"] == row["key"]]
    floor_ids = {f["key"]: FloorId(f["code"]) for f in floors}
    zones = [z for z in _living(conn, zone) if z["floor"] in floor_ids]
    zone_ids = {z["key"]: ZoneId(z["code"]) for z in zones}
    found = [d for d in _living(conn, device) if d["site"] == row["key"]]
    whole = Site(
        id=SiteId(row["key"].hex()),
        name=row["name"] or "",
        time_zone=row["time_zone"] or "UTC",
        kind=row["kind"] or "",
        demo=bool(row["demo"]),
        floors=tuple(sorted(map(_floor_of, floors), key=lambda one: (one.level, one.id))),
        zones=tuple(sorted((_zone_of(z, floor_ids) for z in zones), key=lambda one: (one.floor, one.number, one.id))),
    )
    books = tuple(devices.device_of(d, floor_ids, zone_ids) for d in found)
    return SiteBook(whole, books, dependencies_in(conn, row["key"]), holidays_in(conn, row["key"]))


def _living(conn: Connection, table: Table) -> Sequence[RowMapping]:
    rowid = text("rowid")
    return conn.execute(select(table).where(table.c.deleted == 0).order_by(rowid)).mappings().all()


def _floor_of(row: RowMapping) -> Floor:
    strokes = msgspec.convert(row["strokes"] or (), tuple[Stroke, ...])
    picture = msgspec.convert(row["picture"], FloorPicture | None)
    floor_id, level, name = FloorId(row["code"]), row["level"] or 0, row["name"] or ""
    return Floor(floor_id, level, name, row["width"], row["height"], strokes, picture)


def _zone_of(row: RowMapping, floors: dict[bytes, FloorId]) -> Zone:
    return Zone(
        id=ZoneId(row["code"]),
        floor=floors[row["floor"]],
        name=row["name"] or "",
        number=row["number"] or "",
        kind=ZoneKind(row["kind"]),
        outline=msgspec.convert(row["outline"] or (), tuple[Point, ...]),
        capacity=row["capacity"] or 0,
        use=row["use"] or "",
    )
