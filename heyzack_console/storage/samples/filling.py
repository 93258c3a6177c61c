"""Stretches that were missed and filled afterwards: their marks, and words that come in long after their time."""

from collections.abc import Sequence

from sqlalchemy import Connection

_TOUCHING = "FROM filled WHERE series = :no AND since <= :until AND until >= :since"


def mark_filled(connection: Connection, numbers: Sequence[int], span: tuple[int, int]) -> None:
    """Mark [start, end) in ms as filled in the series *numbers*; stretches that touch become one."""
    for no in numbers:
        among = {"no": no, "since": span[0], "until": span[1]}
        since, until = connection.exec_driver_sql(f"SELECT min(since), max(until) {_TOUCHING}", among).one()
        if since is not None:
            connection.exec_driver_sql(f"DELETE {_TOUCHING}", among)
        whole = (no, min(span[0], since or span[0]), max(span[1], until or span[1]))
        connection.exec_driver_sql("INSERT INTO filled (series, since, until) VALUES (?, ?, ?)", whole)


def filled(connection: Connection, no: int, span: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The stretches of one series that were filled, as far as they reach into *span* (ms), oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT max(since, ?), min(until, ?) FROM filled WHERE series = ? AND until > ? AND since < ? ORDER BY since",
        (*span, no, *span),
    )
    return tuple((since, until) for since, until in rows)


def place_word(connection: Connection, no: int, ts: int, word: str) -> None:
    """Put a word among the changes at its time; it is none where the same word was in force already.

    What was heard at the same moment stays. A change to the same word that follows is none any more.
    """
    before = connection.exec_driver_sql(
        "SELECT ts, value FROM change WHERE series = ? AND ts <= ? ORDER BY ts DESC LIMIT 1", (no, ts)
    ).one_or_none()
    if before is not None and (before.ts == ts or before.value == word):
        return
    after = connection.exec_driver_sql(
        "SELECT ts, value FROM change WHERE series = ? AND ts > ? ORDER BY ts LIMIT 1", (no, ts)
    ).one_or_none()
    if after is not None and after.value == word:
        connection.exec_driver_sql("DELETE FROM change WHERE series = ? AND ts = ?", (no, after.ts))
    connection.exec_driver_sql("INSERT INTO change (series, ts, value) VALUES (?, ?, ?)", (no, ts, word))


def newest_word(connection: Connection, no: int) -> str | None:
    """The word in force at the end of a series."""
    word: str | None = connection.exec_driver_sql(
        "SELECT value FROM change WHERE series = ? ORDER BY ts DESC LIMIT 1", (no,)
    ).scalar()
    return word
