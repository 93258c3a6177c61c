"""Own alert rules in memory."""

from collections.abc import Sequence

from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef


class MemoryRules:
    """Keeps them on a `memory_store.Disk`."""

    def __init__(self, disk) -> None:
        self.disk = disk

    async def load(self) -> tuple[AlertRule, ...]:
        return tuple(self.disk.rules[one] for one in sorted(self.disk.rules))

    async def put(self, rules: Sequence[AlertRule], by: By) -> EntryRef:
        ref = self.disk.write(by)
        self.disk.rules |= {rule.id: rule for rule in rules}
        return ref

    async def remove(self, rules: Sequence[str], by: By) -> EntryRef:
        ref = self.disk.write(by)
        self.disk.rules = {name: rule for name, rule in self.disk.rules.items() if name not in rules}
        return ref
