"""Which device of the book belongs to which cloud project, under which id, and whether the cloud hears it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.cloud import CloudMember, ProjectId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.store import CloudStore


class CloudMembers:
    """Remembered across restarts, so that a device has its cloud path before the cloud has answered."""

    def __init__(self, store: CloudStore) -> None:
        self._store = store
        self._of: dict[DeviceId, CloudMember] = {}
        self._book_ids: dict[DeviceId, DeviceId] = {}
        self._told_at: dict[DeviceId, datetime] = {}

    async def load(self) -> None:
        """Read what was listed last."""
        self._take(await self._store.members())

    def of(self, device: DeviceId) -> CloudMember | None:
        """The membership of a device of the book; None where no project lists it."""
        return self._of.get(device)

    def all(self) -> tuple[CloudMember, ...]:
        """Every membership."""
        return tuple(self._of.values())

    def of_project(self, project: ProjectId) -> tuple[CloudMember, ...]:
        """The memberships of one project."""
        return tuple(member for member in self._of.values() if member.project == project)

    def cloud_id(self, device: DeviceId) -> DeviceId:
        """The id that the cloud knows a device of the book by."""
        member = self._of.get(device)
        return member.cloud_id if member is not None else device

    def book_id(self, cloud_id: DeviceId) -> DeviceId:
        """The id in the book of what the cloud calls *cloud_id*."""
        return self._book_ids.get(cloud_id, cloud_id)

    async def replace(self, project: ProjectId, members: Sequence[CloudMember], now: datetime) -> None:
        """Take the members of *project* as they are now listed, and remember them.

        Raises:
            StoreError: they are used but not remembered.
        """
        gone = {member.device for member in self.of_project(project)} - {member.device for member in members}
        for device in gone:
            self._drop(device)
        self._take(members)
        self._told_at.update({member.device: now for member in members})
        await self._store.keep_members(project, members)

    def told(self, device: DeviceId, now: datetime, *, online: bool) -> bool:
        """Take word of a device that came or went at *now*; False where it is older than what is known."""
        member = self._of.get(device)
        if member is None or now < self._told_at.get(device, now):
            return False
        self._told_at[device] = now
        self._of[device] = replace(member, online=online)
        return True

    def named(self, device: DeviceId, name: str) -> str:
        """Take the new name that a device has in the cloud; returns the old one, empty for a stranger."""
        member = self._of.get(device)
        if member is None:
            return ""
        self._of[device] = replace(member, name=name)
        return member.name

    def forget_project(self, project: ProjectId) -> tuple[DeviceId, ...]:
        """Drop the members of a project that is not used any more; returns who they were."""
        gone = tuple(member.device for member in self.of_project(project))
        for device in gone:
            self._drop(device)
        return gone

    def drop(self, device: DeviceId) -> None:
        """*device* was unlinked from its project."""
        if device in self._of:
            self._drop(device)

    async def save(self, projects: Sequence[ProjectId]) -> None:
        """Remember who is heard and who is not.

        Raises:
            StoreError: nothing was written.
        """
        for project in projects:
            await self._store.keep_members(project, self.of_project(project))

    def _take(self, members: Sequence[CloudMember]) -> None:
        for member in members:
            self._of[member.device] = member
            self._book_ids[member.cloud_id] = member.device

    def _drop(self, device: DeviceId) -> None:
        member = self._of.pop(device)
        self._book_ids.pop(member.cloud_id, None)
        self._told_at.pop(device, None)
