"""Holidays in memory; *disk* is the `Disk` of memory_store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from heyzack_console.domain.holidays import Holiday
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef


class MemoryHolidays:
    def __init__(self, disk: Any) -> None:
        self.disk = disk

    async def change(self, added: Sequence[Holiday], removed: Sequence[date], by: By) -> EntryRef:
        ref = self.disk.write(by)
        assert self.disk.book
        days = {h.day: h for h in self.disk.book.holidays if h.day not in removed} | {h.day: h for h in added}
        self.disk.book = replace(self.disk.book, holidays=tuple(days[day] for day in sorted(days)))
        return ref
