"""Which site this home is about."""

from sqlalchemy import Connection, RowMapping, select

from heyzack_console.storage.entry import NO_ID
from heyzack_console.storage.tables.places import site
from heyzack_console.storage.versions import versions_of


def site_row(conn: Connection) -> RowMapping | None:
    """The living site that was written last."""
    rows = conn.execute(select(site).where(site.c.deleted == 0)).mappings().all()
    return max(rows, key=lambda row: max(versions_of(row["_m"]).values(), default=(0, 0, 0)), default=None)


def site_key(conn: Connection) -> bytes:
    """The key of that site, as entries name it; zeros where there is none."""
    row = site_row(conn)
    return NO_ID if row is None else bytes(row["key"])
