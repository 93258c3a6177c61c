"""One device in the place of another: all of it in one work, and who came before."""

from collections.abc import Mapping

from sqlalchemy import Connection, RowMapping, select

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.replacing import Replacement, Succession
from heyzack_console.storage import access, alert_rules, devices, groups
from heyzack_console.storage.clock import from_us, to_us
from heyzack_console.storage.dependencies import put_dependencies, remove_dependencies
from heyzack_console.storage.keys import program_key, world_key
from heyzack_console.storage.sites import site_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.replacing import device_succession
from heyzack_console.storage.work import Draft

TABLE = "device_succession"


class ReplacementRecords:
    """The store of successions."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def carry_out(self, wanted: Replacement, by: By) -> EntryRef:
        """Write all of it in one work; the old device is deleted softly."""
        _, entries = await self._store.write(by, lambda draft: _carry_out(draft, wanted))
        return entries[0] if entries else EntryRef("")

    async def before(self, device: DeviceId) -> tuple[Succession, ...]:
        """Whose place *device* took, whose place those had taken, and so on; the last one first."""
        return await self._store.read(lambda conn: _before(conn, device))


def _carry_out(draft: Draft, wanted: Replacement) -> None:
    here, one = site_key(draft.conn), wanted.succession
    for device in wanted.devices:
        draft.put(devices.TABLE, devices.device_key(here, device.id), devices.device_values(here, device))
    draft.delete(devices.TABLE, devices.device_key(here, one.old))
    remove_dependencies(draft, here, wanted.removed)
    put_dependencies(draft, here, wanted.added)
    for group in wanted.groups:
        draft.put(groups.TABLE, bytes.fromhex(group.id), groups.group_values(group))
    for rule in wanted.rules:
        draft.put(alert_rules.TABLE, program_key(alert_rules.TABLE, rule.id), alert_rules.rule_values(rule))
    for right in wanted.access:
        draft.put(access.TABLE, bytes.fromhex(right.id), access.access_values(right))
    draft.put(TABLE, world_key(here, TABLE, f"{one.new}\n{one.old}"), _values(one))


def _before(conn: Connection, device: DeviceId) -> tuple[Succession, ...]:
    found: dict[DeviceId, Succession] = {}
    asked, waiting = {device}, [device]
    while waiting:
        wanted = select(device_succession).where(
            device_succession.c.new == waiting.pop(), device_succession.c.deleted == 0
        )
        for row in conn.execute(wanted).mappings().all():
            one = _succession(row)
            found.setdefault(one.old, one)
            if one.old not in asked:
                asked.add(one.old)
                waiting.append(one.old)
    found.pop(device, None)
    return tuple(sorted(found.values(), key=lambda one: one.at, reverse=True))


def _values(one: Succession) -> Mapping[str, object]:
    return {"new": one.new, "old": one.old, "name": one.name, "at": to_us(one.at), "by": one.by}


def _succession(row: RowMapping) -> Succession:
    name, by = row["name"] or "", row["by"] or ""
    return Succession(DeviceId(row["new"]), DeviceId(row["old"]), name, from_us(row["at"]), by)
