"""Alert events: append-only; what is not normal is remembered beside them, so that a start need not read them all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, literal_column, select, text

from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, AlertState, EventId, Trigger
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.time_travel import AlertCall
from heyzack_console.rules.alerts.states import after, elapsed
from heyzack_console.storage.clock import from_us, time_of, to_us
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.alerts import alert_event, alert_open, alert_spell
from heyzack_console.storage.tables.journal import journal
from heyzack_console.storage.work import Draft

TABLE = "alert_event"
ROWID: ColumnElement[int] = literal_column("alert_event.rowid")
"""The order in which events were applied here."""
LONG_STORY = 200
AT_ONCE = 500
KEY_BYTES = 16

_first = alert_event.alias("first")
_SINCE_NORMAL = (
    select(alert_event)
    .join(alert_open, alert_open.c.alert == alert_event.c.alert)
    .join(_first, _first.c.key == alert_open.c.first)
    .where(text("alert_event.rowid >= first.rowid"))
    .order_by(ROWID)
)

_STOOD = text(
    "WITH began AS (SELECT s.alert AS alert, min(f.rowid) AS number FROM alert_spell s "
    "JOIN alert_event f ON f.key = s.first "
    "WHERE s.since <= :at AND (s.until IS NULL OR s.until > :at) GROUP BY s.alert) "
    "SELECT e.* FROM began b JOIN alert_event e ON e.alert = b.alert AND e.rowid >= b.number AND e.at <= :at "
    "ORDER BY e.rowid"
).columns(*alert_event.c)


@dataclass(frozen=True, slots=True)
class _Spell:
    """A time out of the normal state, from event number *start* of a story on; *until* None: it lasts."""

    start: int
    until: datetime | None = None


class AlertRecords:
    """The alert store on the journal."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def append(self, events: Sequence[AlertEvent], by: By) -> EntryRef:
        """Journal transitions, all of them or none."""

        def job(draft: Draft) -> None:
            _remember(draft.conn, events)
            for event in events:
                draft.insert(TABLE, bytes.fromhex(event.id), _values(event))

        _, entries = await self._store.write(by, job)
        return entries[0] if entries else EntryRef("")

    async def load_current(self) -> tuple[AlertEvent, ...]:
        """Events to fold at the start: of each alert all since it was last normal, oldest first."""
        return await self._store.read(_current)

    async def history(
        self, alert: AlertId | None, since: datetime | None, limit: int, devices: Sequence[DeviceId] = ()
    ) -> tuple[AlertEvent, ...]:
        """Newest first; of *alert*, or of *devices*, or of all."""
        query = select(alert_event).order_by(alert_event.c.at.desc(), ROWID.desc()).limit(limit)
        if alert is not None:
            query = query.where(alert_event.c.alert == bytes.fromhex(alert))
        if devices:
            query = query.where(alert_event.c.device.in_(devices))
        if since is not None:
            query = query.where(alert_event.c.at >= to_us(since))
        return await self._store.read(lambda conn: tuple(map(event_of, conn.execute(query).mappings())))

    async def told(self, until: datetime) -> tuple[AlertEvent, ...]:
        """Every event before *until*, in the order of the journal."""
        query = select(alert_event).where(alert_event.c.at < to_us(until)).order_by(ROWID)
        return await self._store.read(lambda conn: tuple(map(event_of, conn.execute(query).mappings())))

    async def standing(self, at: datetime) -> tuple[AlertEvent, ...]:
        """Events until *at* of each alert that was not normal then, since it had last been."""
        moment = {"at": to_us(at)}
        return await self._store.read(lambda conn: tuple(map(event_of, conn.execute(_STOOD, moment).mappings())))

    async def calls(self, start: datetime, end: datetime) -> tuple[AlertCall, ...]:
        """When alerts began in [start, end), oldest first."""
        query = (
            select(alert_event.c.at, alert_event.c.priority)
            .where(alert_event.c.at >= to_us(start), alert_event.c.at < to_us(end))
            .where(alert_event.c.trigger == Trigger.TRUE.value)
            .order_by(alert_event.c.at)
        )
        rows = await self._store.read(lambda conn: conn.execute(query).all())
        return tuple(AlertCall(from_us(at), Priority(priority)) for at, priority in rows)

    async def begun(self) -> datetime | None:
        """When this record of alerts begins: its first event or the first entry of the journal; None without both."""
        return await self._store.read(_begun)


def _begun(conn: Connection) -> datetime | None:
    event = conn.execute(select(func.min(alert_event.c.at))).scalar()
    entry = conn.execute(select(func.min(journal.c.eff))).scalar()
    known = [from_us(event)] if event is not None else []
    return min(known + ([time_of(entry)] if entry is not None else []), default=None)


def _current(conn: Connection) -> tuple[AlertEvent, ...]:
    return tuple(map(event_of, conn.execute(_SINCE_NORMAL).mappings()))


def _remember(conn: Connection, events: Sequence[AlertEvent]) -> None:
    """Note for each alert of *events*, which are about to be added, where its time out of the normal state begins."""
    alerts = list(dict.fromkeys(event.alert for event in events))
    for start in range(0, len(alerts), AT_ONCE):
        some = alerts[start : start + AT_ONCE]
        of_these = _of(alert_open, some)
        found: dict[AlertId, list[AlertEvent]] = {alert: [] for alert in some}
        for row in conn.execute(_SINCE_NORMAL.where(of_these)).mappings():
            event = event_of(row)
            found[event.alert].append(event)
        for event in events:
            if event.alert in found:
                found[event.alert].append(event)
        conn.execute(delete(alert_open).where(of_these))
        conn.execute(delete(alert_spell).where(_of(alert_spell, some), alert_spell.c.until.is_(None)))
        for alert, story in found.items():
            keep(conn, alert, story)


def _of(table: Table, alerts: Sequence[AlertId]) -> ColumnElement[bool]:
    return table.c.alert.in_([bytes.fromhex(alert) for alert in alerts])


def keep(conn: Connection, alert: AlertId, story: Sequence[AlertEvent]) -> None:
    """Note when an alert with this *story* was not normal, where nothing is noted yet."""
    spells = _spells(story)
    rows = [
        {
            "first": bytes.fromhex(story[spell.start].id),
            "alert": bytes.fromhex(alert),
            "since": to_us(story[spell.start].at),
            "until": None if spell.until is None else to_us(spell.until),
        }
        for spell in spells
    ]
    if rows:
        conn.execute(insert(alert_spell), rows)
    if spells and spells[-1].until is None:
        conn.execute(insert(alert_open), {"alert": rows[-1]["alert"], "first": rows[-1]["first"]})


def _spells(story: Sequence[AlertEvent]) -> list[_Spell]:
    """The times out of the normal state in *story*, which begins in it.

    Rules whose alerts leave the queue by themselves never get an acknowledgement; a story that has grown long is cut
    where the condition came back last, which loses nothing but how often it had come before.
    """
    alert, start, raised = None, 0, 0
    found: list[_Spell] = []
    for number, event in enumerate(story):
        if alert is not None and number > start and (rest := elapsed(alert, event.at)).state is AlertState.NORMAL:
            found.append(_Spell(start, rest.changed_at))
            start = number
        before = alert.state if alert is not None else AlertState.NORMAL
        alert = after(alert, event)
        if alert.state is AlertState.NORMAL:
            if number > start:
                found.append(_Spell(start, event.at))
            start = number + 1
        elif (before, alert.state) == (AlertState.RETURNED, AlertState.UNACKNOWLEDGED):
            raised = number
    if len(story) - start > LONG_STORY and raised > start:
        found.append(_Spell(start, story[raised].at))
        start = raised
    return [*found, _Spell(start)] if start < len(story) else found


def _values(event: AlertEvent) -> dict[str, Any]:
    """The row of *event*. A shelving speaks of no value: in its column stands the end, in microseconds."""
    return {
        "alert": bytes.fromhex(event.alert),
        "device": event.device,
        "rule": event.rule,
        "trigger": event.trigger.value,
        "at": to_us(event.at),
        "priority": int(event.priority),
        "condition": event.condition,
        "code": event.code,
        "value": event.value if event.until is None else to_us(event.until),
        "unit": event.unit,
        "limit": None if event.limit is None else float(event.limit),
        "answers": None if event.answers is None else _answered_bytes(event.answers),
        "parent": None if event.parent is None else bytes.fromhex(event.parent),
        "note": event.note,
        "by": event.by,
    }


def event_of(row: Mapping[Any, Any]) -> AlertEvent:
    """The event of a row."""
    trigger, value = Trigger(row["trigger"]), row["value"]
    shelves = trigger is Trigger.SHELVE
    return AlertEvent(
        id=EventId(row["key"].hex()),
        alert=AlertId(row["alert"].hex()),
        device=DeviceId(row["device"]),
        rule=row["rule"],
        trigger=trigger,
        at=from_us(row["at"]),
        priority=Priority(row["priority"]),
        condition=row["condition"],
        code=row["code"],
        value=None if shelves else value,
        unit=row["unit"],
        limit=row["limit"],
        answers=None if row["answers"] is None else _answered_id(row["answers"]),
        parent=None if row["parent"] is None else AlertId(row["parent"].hex()),
        until=from_us(value) if shelves and isinstance(value, int) else None,
        note=row["note"],
        by=row["by"],
    )


def _answered_bytes(event: EventId) -> bytes:
    """The key of the event; the end of a shelving has its name behind that of the shelving."""
    key, colon, end = event.partition(":")
    return bytes.fromhex(key) + (colon + end).encode()


def _answered_id(key: bytes) -> EventId:
    return EventId(key[:KEY_BYTES].hex() + key[KEY_BYTES:].decode())
