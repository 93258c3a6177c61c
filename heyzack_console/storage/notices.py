"""The outbox of notifications: local, so that it is written at once and never merged."""

from collections.abc import Collection, Sequence
from datetime import datetime

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select

from heyzack_console.domain.alerts.alert import AlertId, EventId
from heyzack_console.domain.notifications.notice import Notice, step_of
from heyzack_console.storage.clock import to_us
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.notifications import notice

IN_ONE_QUESTION = 500

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Notice).decode


class NoticeRecords:
    """The notice store on local rows."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def keep(self, notices: Sequence[Notice]) -> None:
        """Write *notices* over what is there under their ids."""
        rows = [
            {
                "id": one.id,
                "alert": one.alert,
                "annunciation": one.annunciation,
                "step": step_of(one.policy, one.step),
                "open": int(one.state.open),
                "made": to_us(one.made_at),
                "body": _encode(one).decode(),
            }
            for one in notices
        ]
        if rows:
            await self._store.keep(lambda conn: _replace(conn, rows))

    async def lately(self, since: datetime) -> tuple[Notice, ...]:
        """All that are still to be sent, and those made at *since* or later, oldest first."""
        wanted = select(notice.c.body).where(or_(notice.c.open == 1, notice.c.made >= to_us(since)))
        return await self._store.read(
            lambda conn: tuple(map(_decode, conn.execute(wanted.order_by(notice.c.made, notice.c.id)).scalars()))
        )

    async def steps(self, annunciations: Collection[EventId]) -> frozenset[tuple[EventId, str]]:
        """Which steps of *annunciations* were taken."""
        names = list(annunciations)

        def job(conn: Connection) -> frozenset[tuple[EventId, str]]:
            found: set[tuple[EventId, str]] = set()
            for first in range(0, len(names), IN_ONE_QUESTION):
                some = notice.c.annunciation.in_(names[first : first + IN_ONE_QUESTION])
                rows = conn.execute(select(notice.c.annunciation, notice.c.step).where(some))
                found.update((EventId(row.annunciation), row.step) for row in rows)
            return frozenset(found)

        return await self._store.read(job)

    async def notices(self, alert: AlertId | None, limit: int) -> tuple[Notice, ...]:
        """Of one alert or, without, of all; newest first."""
        wanted = select(notice.c.body).order_by(notice.c.made.desc(), notice.c.id).limit(limit)
        if alert is not None:
            wanted = wanted.where(notice.c.alert == alert)
        return await self._store.read(lambda conn: tuple(map(_decode, conn.execute(wanted).scalars())))

    async def forget(self, before: datetime) -> None:
        """Delete what is settled and was made before *before*."""
        old = (notice.c.open == 0) & (notice.c.made < to_us(before))
        await self._store.keep(lambda conn: _delete(conn, old))


def _replace(conn: Connection, rows: list[dict[str, object]]) -> None:
    conn.execute(insert(notice).prefix_with("OR REPLACE"), rows)


def _delete(conn: Connection, which: ColumnElement[bool]) -> None:
    conn.execute(delete(notice).where(which))
