"""Until when somebody listened, and the spells in which nothing was heard of a device."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.telemetry import Gap, Listening

_UNTIL = "listened_until"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def load_listening(engine: Engine) -> Listening:
    """What the last run wrote; nothing before the first."""
    with engine.connect() as connection:
        until = connection.exec_driver_sql("SELECT value FROM mark WHERE name = ?", (_UNTIL,)).scalar()
        rows = connection.exec_driver_sql("SELECT device, since, until FROM gap ORDER BY rank").all()
    gaps = tuple(
        Gap(DeviceId(row.device), _at(row.since), None if row.until is None else _at(row.until)) for row in rows
    )
    return Listening(None if until is None else _at(until), gaps)


def keep_listening(engine: Engine, listening: Listening) -> None:
    """Write *listening* over what is there."""
    rows = [
        (rank, gap.device, _ms(gap.start), None if gap.end is None else _ms(gap.end))
        for rank, gap in enumerate(listening.gaps)
    ]
    with engine.begin() as connection:
        if listening.until is not None:
            until = (_UNTIL, _ms(listening.until))
            connection.exec_driver_sql("INSERT OR REPLACE INTO mark (name, value) VALUES (?, ?)", until)
        connection.exec_driver_sql("DELETE FROM gap")
        if rows:
            connection.exec_driver_sql("INSERT INTO gap (rank, device, since, until) VALUES (?, ?, ?, ?)", rows)


def _ms(at: datetime) -> int:
    return (at - _EPOCH) // _MILLISECOND


def _at(ms: int) -> datetime:
    return _EPOCH + ms * _MILLISECOND
