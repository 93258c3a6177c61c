"""Own alert rules on the journal."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import select

from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.errors import NotFound, StoreDamaged
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.keys import program_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.alerts import alert_rule

TABLE = "alert_rule"
GONE = "There is no such rule (any more). Nothing was changed."


class AlertRuleRecords:
    """The rule store: one record a rule."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def load(self) -> tuple[AlertRule, ...]:
        """Every rule that was not removed, by its id."""
        living = select(alert_rule.c.name, alert_rule.c.body).where(alert_rule.c.deleted == 0)
        rows = await self._store.read(lambda conn: conn.execute(living.order_by(alert_rule.c.name)).all())
        return tuple(_rule(row.name, row.body) for row in rows)

    async def put(self, rules: Sequence[AlertRule], by: By) -> EntryRef:
        """Add rules or change what differs, all of them or none; one that was removed comes back."""
        async with self._store.work(by) as work:
            for rule in rules:
                work.put(TABLE, program_key(TABLE, rule.id), rule_values(rule))
        return work.entries[0] if work.entries else EntryRef("")

    async def remove(self, rules: Sequence[str], by: By) -> EntryRef:
        """Delete softly, all of them or none.

        Raises:
            NotFound: there is no such rule.
        """
        try:
            async with self._store.work(by) as work:
                for rule in rules:
                    work.delete(TABLE, program_key(TABLE, rule))
        except NotFound as error:
            raise NotFound(GONE) from error
        if not work.entries:
            raise NotFound(GONE)
        return work.entries[0]


def rule_values(rule: AlertRule) -> dict[str, Any]:
    """The columns of *rule*."""
    return {"name": rule.id, "body": msgspec.to_builtins(rule)}


def _rule(name: str, body: object) -> AlertRule:
    try:
        return msgspec.convert(body, AlertRule)
    except msgspec.ValidationError as error:
        raise StoreDamaged(
            f"The alert rule {name!r} in the store cannot be read. Nothing was changed; verify the journal."
        ) from error
