"""Writes readings: numbers as samples with rollups, other kinds as changes."""

import math
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, Engine

from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.storage.samples.filling import mark_filled, newest_word, place_word
from heyzack_console.storage.samples.rollups import OpenMinutes, Row, recover

_FLUSH_EVERY_MS = 600_000
_DIRTY = "dirty_since"
_GUESSED = frozenset({Quality.ASSUMED, Quality.UNKNOWN})


class SampleWriter:
    """The one writer of the file; its methods run on the writer thread only, one after the other."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._stale = True
        self._reload()

    def write(self, readings: Sequence[Reading]) -> None:
        """Add all of *readings* in one transaction; assumed and unknown values are not history and are left out.

        When it fails, nothing of it is written and the next call begins from what the file holds.
        """
        if self._stale:
            self._reload()
        self._stale = True
        with self._engine.begin() as connection:
            self._add(connection, readings)
        self._stale = False

    def fill(self, span: tuple[int, int], logged: Sequence[Reading], present: Sequence[Reading]) -> None:
        """Add what was *logged* in *span* (ms), mark it as filled, and let words be those of *present* after it."""
        if self._stale:
            self._reload()
        self._stale = True
        with self._engine.begin() as connection:
            self._add(connection, [reading for reading in logged if not isinstance(reading.value, bool | str)])
            for reading in sorted((*logged, *present), key=lambda one: one.at):
                if isinstance(reading.value, bool | str) and reading.quality not in _GUESSED:
                    no = self._number(connection, reading)
                    place_word(connection, no, int(reading.at.timestamp() * 1000), encode_value(reading.value))
                    self._words[no] = newest_word(connection, no) or ""
            numbers = {self._numbers.get((reading.device, reading.code)) for reading in logged}
            mark_filled(connection, [no for no in numbers if no is not None], span)
        self._stale = False

    def flush(self, point: tuple[str, str] | None = None) -> None:
        """Write the open rollup steps, or those of one *point* (device, code) alone."""
        if self._stale:
            self._reload()
        only = None if point is None else self._numbers.get(point, 0)
        if self._dirty_since is None or only == 0:
            return
        self._stale = True
        with self._engine.begin() as connection:
            if only is None:
                self._flush(connection)
            else:
                self._steps.flush(connection, self._dirty_since, only)
        self._stale = False

    def close(self) -> None:
        """Write the open steps; the next start has nothing to recover."""
        self.flush()

    def _reload(self) -> None:
        self._steps = OpenMinutes()
        self._numbers: dict[tuple[str, str], int] = {}
        self._newest: dict[int, int] = {}
        self._words: dict[int, str] = {}
        self._dirty_since: int | None = None
        with self._engine.begin() as connection:
            self._load(connection)
        self._stale = False

    def _add(self, connection: Connection, readings: Sequence[Reading]) -> None:
        fresh: list[Row] = []
        late: list[Row] = []
        changes: list[tuple[int, int, str]] = []
        for reading in readings:
            self._sort(connection, reading, fresh, late, changes)
        self._note_dirty(connection, fresh, late)
        if fresh:
            connection.exec_driver_sql("INSERT INTO sample (series, ts, value) VALUES (?, ?, ?)", fresh)
            self._steps.add(connection, fresh)
        for row in late:
            self._add_late(connection, row)
        if changes:
            connection.exec_driver_sql("INSERT OR REPLACE INTO change (series, ts, value) VALUES (?, ?, ?)", changes)
        if fresh and self._dirty_since is not None and fresh[-1][1] - self._dirty_since > _FLUSH_EVERY_MS:
            self._flush(connection)

    def _sort(
        self,
        connection: Connection,
        reading: Reading,
        fresh: list[Row],
        late: list[Row],
        changes: list[tuple[int, int, str]],
    ) -> None:
        if reading.quality in _GUESSED or reading.value is None:
            return
        if isinstance(reading.value, float) and not math.isfinite(reading.value):
            return
        no = self._number(connection, reading)
        ts = int(reading.at.timestamp() * 1000)
        value = reading.value
        if isinstance(value, bool | str):
            word = encode_value(value)
            if self._words.get(no) != word:
                self._words[no] = word
                changes.append((no, ts, word))
        elif ts > self._newest.get(no, -1):
            self._newest[no] = ts
            fresh.append((no, ts, float(value)))
        else:
            late.append((no, ts, float(value)))

    def _number(self, connection: Connection, reading: Reading) -> int:
        key = (reading.device, reading.code)
        no = self._numbers.get(key)
        if no is None:
            no = int(
                connection.exec_driver_sql(
                    "INSERT INTO series (device, code, unit) VALUES (?, ?, ?) RETURNING no", (*key, reading.unit)
                ).scalar_one()
            )
            self._numbers[key] = no
        return no

    def _add_late(self, connection: Connection, row: Row) -> None:
        done = connection.exec_driver_sql("INSERT OR IGNORE INTO sample (series, ts, value) VALUES (?, ?, ?)", row)
        if done.rowcount:
            self._steps.add_late(connection, row)

    def _note_dirty(self, connection: Connection, *rows: Iterable[Row]) -> None:
        oldest = min((ts for part in rows for _, ts, _ in part), default=None)
        if oldest is not None and (self._dirty_since is None or oldest < self._dirty_since):
            self._dirty_since = oldest
            connection.exec_driver_sql("INSERT OR REPLACE INTO mark (name, value) VALUES (?, ?)", (_DIRTY, oldest))

    def _flush(self, connection: Connection) -> None:
        if self._dirty_since is not None:
            self._steps.flush(connection, self._dirty_since)
            connection.exec_driver_sql("DELETE FROM mark WHERE name = ?", (_DIRTY,))
            self._dirty_since = None

    def _load(self, connection: Connection) -> None:
        for no, device, code in connection.exec_driver_sql("SELECT no, device, code FROM series"):
            self._numbers[device, code] = no
        newest = "SELECT no, (SELECT max(ts) FROM sample WHERE series = no) FROM series"
        self._newest = {no: ts for no, ts in connection.exec_driver_sql(newest) if ts is not None}
        words = "SELECT no, (SELECT value FROM change WHERE series = no ORDER BY ts DESC LIMIT 1) FROM series"
        self._words = {no: word for no, word in connection.exec_driver_sql(words) if word is not None}
        since = connection.exec_driver_sql("SELECT value FROM mark WHERE name = ?", (_DIRTY,)).scalar()
        if since is not None:
            recover(connection, since)
            connection.exec_driver_sql("DELETE FROM mark WHERE name = ?", (_DIRTY,))


def encode_value(value: Value) -> str:
    """One value as JSON text."""
    return msgspec.json.encode(value).decode()


def decode_value(text: str) -> Value:
    """The value of a JSON text that `encode_value` made."""
    value: Value = msgspec.json.decode(text, type=Value)
    return value
