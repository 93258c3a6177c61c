"""Access rules on the journal."""

from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select

from heyzack_console.domain.access import AccessRule, AccessRuleId, Right
from heyzack_console.domain.devices.groups import GroupId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import Actor, ActorId, By, Role
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.access import access_rule
from heyzack_console.storage.tables.people import person

TABLE = "access_rule"


class AccessRecords:
    """The store of access rules, and the people they are for."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def load(self) -> tuple[AccessRule, ...]:
        """Every rule, oldest first."""
        living = select(access_rule).where(access_rule.c.deleted == 0).order_by(access_rule.c.key)
        return await self._store.read(lambda conn: tuple(map(_rule, conn.execute(living).mappings())))

    async def people(self) -> tuple[Actor, ...]:
        """Everybody with a role, by name."""
        living = select(person).where(person.c.deleted == 0).order_by(person.c.name)
        return await self._store.read(lambda conn: tuple(map(_actor, conn.execute(living).mappings())))

    async def put(self, rule: AccessRule, by: By) -> EntryRef:
        """Add a rule or change what differs. Without a change no entry."""
        async with self._store.work(by) as work:
            work.put(TABLE, bytes.fromhex(rule.id), access_values(rule))
        return work.entries[0] if work.entries else EntryRef("")

    async def remove(self, rule: AccessRuleId, by: By) -> EntryRef:
        """Delete softly.

        Raises:
            NotFound: there is no such rule.
        """
        try:
            async with self._store.work(by) as work:
                work.delete(TABLE, bytes.fromhex(rule))
        except NotFound as error:
            raise NotFound("There is no such access rule (any more). Nothing was changed.") from error
        return work.entries[0]


def access_values(rule: AccessRule) -> dict[str, Any]:
    """The columns of *rule*."""
    return {
        "name": f"{'may' if rule.allow else 'may not'} {rule.right.value}",
        "allow": int(rule.allow),
        "access_right": rule.right.value,
        "person": None if rule.person is None else bytes.fromhex(rule.person),
        "role": None if rule.role is None else rule.role.value,
        "device": rule.device,
        "zone": rule.zone,
        "device_group": None if rule.group is None else bytes.fromhex(rule.group),
        "until": None if rule.until is None else rule.until.isoformat(),
        "note": rule.note,
    }


def _rule(row: RowMapping) -> AccessRule:
    return AccessRule(
        id=AccessRuleId(row["key"].hex()),
        allow=bool(row["allow"]),
        right=Right(row["access_right"]),
        person=None if row["person"] is None else ActorId(row["person"].hex()),
        role=None if row["role"] is None else Role(row["role"]),
        device=row["device"],
        zone=row["zone"],
        group=None if row["device_group"] is None else GroupId(row["device_group"].hex()),
        until=None if row["until"] is None else datetime.fromisoformat(row["until"]),
        note=row["note"] or "",
    )


def _actor(row: RowMapping) -> Actor:
    return Actor(ActorId(row["key"].hex()), row["name"] or "", Role(row["role"]))
