"""A history as a table for other programs."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.domain.telemetry import Series, WordSeries


@dataclass(frozen=True, slots=True)
class HistoryTable:
    """Columns of one length; *times* are aware UTC. *notes* say what the file is about."""

    times: tuple[datetime, ...]
    columns: dict[str, tuple[float | int | str | bool | None, ...]]
    notes: dict[str, str]


def number_table(device: Device, spec: PointSpec, series: Series) -> HistoryTable:
    """Numbers: value, or mean, lowest and highest of each step where only averages are kept."""
    times = tuple(datetime.fromtimestamp(ms / 1000, UTC) for ms in series.times)
    columns: dict[str, tuple[float | int | str | bool | None, ...]] = {"value": series.means}
    if series.step_ms:
        columns = {"mean": series.means, "lowest": series.lows, "highest": series.highs}
    notes = _notes(device, spec) | {"unit": series.unit, "step_s": f"{series.step_ms / 1000:g}"}
    return HistoryTable(times, columns, notes)


def word_table(device: Device, spec: PointSpec, series: WordSeries) -> HistoryTable:
    """Words: one row a change, as it is sent and kept."""
    times = tuple(change.at.astimezone(UTC) for change in series.changes)
    words = tuple(None if change.value is None else str(change.value) for change in series.changes)
    return HistoryTable(times, {"value": words}, _notes(device, spec) | {"unit": "", "step_s": "0"})


def csv_text(table: HistoryTable) -> str:
    """A CSV: time in UTC, then the columns, then device, point and unit in each row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    fixed = [_harmless(table.notes[name]) for name in ("device", "point", "unit")]
    writer.writerow(["time", *table.columns, "device", "point", "unit"])
    for at, *values in zip(table.times, *table.columns.values(), strict=True):
        cells = [_harmless(value) if isinstance(value, str) else value for value in values]
        writer.writerow([at.isoformat(timespec="milliseconds"), *cells, *fixed])
    return out.getvalue()


def file_name(device: Device, spec: PointSpec, start: datetime, ending: str) -> str:
    """A name for the file that says what is in it and can stand on any disk."""
    return f"{plain_name(f'{device.name}-{spec.code}')}-{start:%Y%m%d}.{ending}"


def plain_name(text: str) -> str:
    """*text* as the name of a file that can stand on any disk."""
    return re.sub(r"[^\w-]+", "-", text).strip("-")[:80] or "device"


def _notes(device: Device, spec: PointSpec) -> dict[str, str]:
    return {"device": device.name, "device_id": device.id, "point": spec.code}


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
