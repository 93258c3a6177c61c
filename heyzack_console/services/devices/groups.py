"""Saved groups: kept, changed, forgotten, and who belongs to them now."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.groups import DeviceGroup, GroupId, GroupMembers
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.groups import Groups, RemoveGroup, SaveGroup
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import GroupStore
from heyzack_console.rules.groups import checked_group, members
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.feed import Feed
from heyzack_console.services.keys import new_key


class GroupDesk:
    """The groups in memory, as the store has them; read again after every change."""

    def __init__(self, store: GroupStore, building: BuildingBook, feed: Feed, clock: Clock) -> None:
        self._store = store
        self._building = building
        self._feed = feed
        self._clock = clock
        self._groups: dict[GroupId, DeviceGroup] = {}
        self._readers: list[Callable[[], None]] = []

    def lead_to(self, reader: Callable[[], None]) -> None:
        """Call *reader* when groups have changed."""
        self._readers.append(reader)

    async def load(self) -> None:
        """Read them from the store."""
        self._groups = {group.id: group for group in await self._store.load()}
        for reader in self._readers:
            reader()

    async def save(self, command: SaveGroup, by: By) -> Receipt:
        """Keep a group.

        Raises:
            InvalidInput: some part is not acceptable; nothing was saved.
            NotFound: it, or one of the chosen devices, is not there.
        """
        wanted = checked_group(command.group, self._groups.values())
        if wanted.id and wanted.id not in self._groups:
            raise NotFound("There is no such group (any more). Nothing was saved.")
        for device in wanted.members:
            self._building.known(device)
        kept = wanted if wanted.id else replace(wanted, id=GroupId(new_key(self._clock.now())))
        entry = await self._store.put(kept, by)
        await self._again()
        text = f"Group “{kept.name}” kept, with {_devices(len(self.members(kept.id)))} now."
        return Receipt(entry or None, undoable=bool(entry), count=1, text=text, made=kept.id)

    async def remove(self, command: RemoveGroup, by: By) -> Receipt:
        """Forget a group.

        Raises:
            NotFound: there is none.
        """
        known = self._groups.get(command.group)
        if known is None:
            raise NotFound("There is no such group (any more). Nothing was changed.")
        entry = await self._store.remove(command.group, by)
        await self._again()
        return Receipt(entry, undoable=True, count=1, text=f"Group “{known.name}” removed.")

    async def groups(self, _query: Groups) -> tuple[GroupMembers, ...]:
        """Answer with every group and who belongs to it now."""
        return tuple(GroupMembers(group, self.members(group.id)) for group in self._groups.values())

    @property
    def known(self) -> Mapping[GroupId, DeviceGroup]:
        """Every group, by id."""
        return self._groups

    def members(self, group: GroupId) -> tuple[DeviceId, ...]:
        """Who belongs to *group* now; nobody where there is no such group."""
        known = self._groups.get(group)
        return members(known, self._building.devices.values()) if known is not None else ()

    async def _again(self) -> None:
        await self.load()
        self._feed.journal_changed()


def _devices(count: int) -> str:
    return "1 device" if count == 1 else f"{count} devices"
