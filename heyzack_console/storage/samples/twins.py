"""The twins' last picture: the newest value of every data point, for the next start."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.storage.samples.writing import decode_value, encode_value


def save_twins(engine: Engine, readings: Sequence[Reading]) -> None:
    """Write *readings* over what is there; assumed values were never heard and are left out."""
    rows = [
        (r.device, r.code, encode_value(r.value), r.unit, int(r.at.timestamp() * 1000), r.path.value)
        for r in readings
        if r.quality in {Quality.LIVE, Quality.CACHED}
    ]
    if rows:
        with engine.begin() as connection:
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO twin (device, code, value, unit, at, path) VALUES (?, ?, ?, ?, ?, ?)", rows
            )


def load_twins(engine: Engine) -> tuple[Reading, ...]:
    """Every value as it was last saved, marked CACHED."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT device, code, value, unit, at, path FROM twin").all()
    return tuple(
        Reading(
            DeviceId(device),
            code,
            decode_value(value),
            unit,
            datetime.fromtimestamp(at / 1000, UTC),
            Quality.CACHED,
            Path(path),
        )
        for device, code, value, unit, at, path in rows
    )
