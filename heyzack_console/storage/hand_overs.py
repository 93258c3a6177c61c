"""Hand-overs on the journal."""

from sqlalchemy import RowMapping, select

from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.hand_overs import HandOverId, HandOverNote
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.clock import from_us, to_us
from heyzack_console.storage.home import site_row
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.hand_overs import hand_over
from heyzack_console.storage.work import Draft


class HandOverRecords:
    """The store of hand-overs; those of the site of this home."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def put(self, made: HandOverNote, by: By) -> EntryRef:
        """Write one down. NotFound without a site."""

        def job(draft: Draft) -> None:
            row = site_row(draft.conn)
            if row is None:
                raise NotFound("There is no site yet. Nothing was saved; make or import a site first.")
            values = {"site": bytes(row["key"]), "at": to_us(made.at), "by": made.by, "note": made.note}
            draft.put("hand_over", bytes.fromhex(made.id), values)

        _, entries = await self._store.write(by, job)
        return entries[0] if entries else EntryRef("")

    async def newest(self, limit: int) -> tuple[HandOverNote, ...]:
        """The last *limit*, the newest first."""
        living = select(hand_over).where(hand_over.c.deleted == 0).order_by(hand_over.c.at.desc()).limit(limit)
        return await self._store.read(lambda conn: tuple(map(_note, conn.execute(living).mappings())))


def _note(row: RowMapping) -> HandOverNote:
    return HandOverNote(HandOverId(row["key"].hex()), from_us(row["at"]), row["by"] or "", row["note"] or "")
