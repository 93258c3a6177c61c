"""Alerts after a merge: events that came late stand where they happened, and the stories are told anew."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from heyzack_console.domain.alerts.alert import AlertId
from heyzack_console.storage.alerts import ROWID, TABLE, event_of, keep
from heyzack_console.storage.tables.alerts import alert_event, alert_open, alert_spell
from heyzack_console.storage.tables.journal import chain
from heyzack_console.storage.versions import versions_of


def retell(conn: Connection, records: Sequence[tuple[str, bytes]]) -> None:
    """Bring the events of every alert in *records* into the order of effective stamp and chain id.

    Events are folded in the order of their row numbers, which is local; so the rows of such an alert are written
    anew. They are the same rows under the same keys.
    """
    fresh = {key for table, key in records if table == TABLE}
    names = {row.no: row.id for row in conn.execute(select(chain.c.no, chain.c.id))} if fresh else {}
    done: set[bytes] = set()
    for key in fresh:
        alert = conn.execute(select(alert_event.c.alert).where(alert_event.c.key == key)).scalar()
        if alert is not None and alert not in done:
            done.add(alert)
            _retell(conn, alert, names)


def _retell(conn: Connection, alert: bytes, names: dict[int, bytes]) -> None:
    told = select(alert_event).where(alert_event.c.alert == alert).order_by(ROWID)
    rows = [dict(row) for row in conn.execute(told).mappings()]

    def order(row: dict[str, object]) -> tuple[int, bytes, int]:
        eff, no, seq = max(versions_of(str(row["_m"])).values())
        return eff, names[no], seq

    rows.sort(key=order)  # events of one entry keep the order that they have in it
    conn.execute(delete(alert_event).where(alert_event.c.alert == alert))
    conn.execute(insert(alert_event), rows)
    for derived in (alert_open, alert_spell):
        conn.execute(delete(derived).where(derived.c.alert == alert))
    keep(conn, AlertId(alert.hex()), [event_of(row) for row in rows])
