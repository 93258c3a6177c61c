"""Replaced devices in memory."""

from dataclasses import replace

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.replacing import Replacement, Succession


class MemoryReplacements:
    """Keeps what it is told on a `memory_store.Disk`."""

    def __init__(self, disk) -> None:
        self.disk = disk
        self.successions: list[Succession] = []

    async def carry_out(self, wanted: Replacement, by: By) -> EntryRef:
        ref = self.disk.write(by)
        book, old = self.disk.book, wanted.succession.old
        devices = {one.id: one for one in (*book.devices, *wanted.devices) if one.id != old}
        lines = (*(one for one in book.dependencies if one not in wanted.removed), *wanted.added)
        self.disk.book = replace(book, devices=tuple(devices.values()), dependencies=tuple(dict.fromkeys(lines)))
        self.disk.kept.groups |= {group.id: group for group in wanted.groups}
        self.disk.rules |= {rule.id: rule for rule in wanted.rules}
        self.successions.insert(0, wanted.succession)
        return ref

    async def before(self, device: DeviceId) -> tuple[Succession, ...]:
        found, wanted = [], device
        for one in self.successions:
            if one.new == wanted:
                found.append(one)
                wanted = one.old
        return tuple(found)
