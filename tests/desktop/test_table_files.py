"""Tables on the disk."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyarrow import parquet

from heyzack_console.desktop.table_files import write_table
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.presentation.inspector.exporting import HistoryTable

AT = datetime(2026, 3, 2, 8, 0, 0, 250_000, tzinfo=UTC)
TABLE = HistoryTable((AT,), {"value": (21.5,)}, {"device": "Room", "device_id": "d", "point": "t", "unit": "°C"})


async def test_parquet_keeps_types_and_says_what_it_is_about(tmp_path: Path):
    await write_table(tmp_path / "t.parquet", TABLE)
    read = parquet.read_table(tmp_path / "t.parquet")
    assert read.to_pylist() == [{"time": AT, "value": 21.5}]
    assert read.schema.metadata[b"unit"] == "°C".encode()
    assert os.listdir(tmp_path) == ["t.parquet"]


async def test_an_empty_table_is_a_whole_file(tmp_path: Path):
    await write_table(tmp_path / "t.parquet", HistoryTable((), {"value": ()}, TABLE.notes))
    assert parquet.read_table(tmp_path / "t.parquet").num_rows == 0


async def test_any_other_name_is_a_csv(tmp_path: Path):
    await write_table(tmp_path / "t.txt", TABLE)
    assert (tmp_path / "t.txt").read_text(encoding="utf-8").splitlines() == [
        "time,value,device,point,unit",
        "2026-03-02T08:00:00.250+00:00,21.5,Room,t,°C",
    ]


@pytest.mark.parametrize("name", ["t.parquet", "t.csv"])
async def test_what_cannot_be_written_is_said(tmp_path: Path, name: str):
    with pytest.raises(InvalidInput, match="cannot be written"):
        await write_table(tmp_path / "none" / name, TABLE)
