"""What was learned of series: bytes by name, understood only by who learned them."""

from collections.abc import Collection, Mapping

from sqlalchemy import Engine


def load_learned(engine: Engine) -> dict[str, bytes]:
    """Everything that is kept."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, state FROM learned").all()
    return {row.name: row.state for row in rows}


def keep_learned(engine: Engine, learned: Mapping[str, bytes], gone: Collection[str]) -> None:
    """Write *learned* over what is there and forget *gone*."""
    with engine.begin() as connection:
        if gone:
            connection.exec_driver_sql("DELETE FROM learned WHERE name = ?", [(name,) for name in gone])
        if learned:
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO learned (name, state) VALUES (?, ?)", list(learned.items())
            )
