"""What each project listed last, and the listing itself: book, members, keys, words, values."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from heyzack_console.domain.cloud import CloudDevice, CloudMember, ProjectId
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.identity import By
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.cloud import CloudNetwork
from heyzack_console.ports.products import ProductWords
from heyzack_console.ports.store import SiteStore
from heyzack_console.services.cloud.key_renewal import KeyRenewal
from heyzack_console.services.cloud.members import CloudMembers
from heyzack_console.services.cloud.merging import brought_up_to_date, is_specified, members_of
from heyzack_console.services.cloud.paths import CloudPaths
from heyzack_console.services.devices.book import BuildingBook

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Memory:
    """What this run knows of the projects' devices."""

    members: CloudMembers
    paths: CloudPaths
    listed: dict[ProjectId, tuple[CloudDevice, ...]] = field(default_factory=dict)


class CloudLister:
    """Lists a project's devices and brings everything up to date. Costs three calls for 50 devices, and one for each
    product of which nothing is known."""

    def __init__(
        self,
        network: CloudNetwork,
        memory: Memory,
        book: BuildingBook,
        store: SiteStore,
        keys: KeyRenewal,
        world: tuple[Clock, ProductWords, By],
    ) -> None:
        self._network = network
        self._memory = memory
        self._book = book
        self._store = store
        self._keys = keys
        self._clock, self._words, self._by = world
        self._understood: tuple[Device, ...] = ()

    async def list_devices(self, project: ProjectId) -> int:
        """List the devices of *project*; returns how many there are.

        An incomplete listing adds and changes, but nobody counts as unlinked because of it.

        Raises:
            CloudError: with its cause; everything is as before.
            StoreError: the book could not be written.
        """
        listed, complete = await self._network.inventory(project)
        # A project that has lost all its devices at once is more likely a bad answer than the truth.
        complete = complete and bool(listed or not self._memory.members.of_project(project))
        before = {each.id: each for each in self._memory.listed.get(project, ())}
        known = {**({} if complete else before), **{each.id: each for each in listed}}
        self._memory.listed[project] = tuple(known.values())
        members = {member.device: member for member in members_of(self._book.devices, listed)}
        if not complete:
            members = {m.device: m for m in self._memory.members.of_project(project)} | members
            log.warning("the listing of %s is incomplete: %d devices", project, len(listed))
        gone = {member.device for member in self._memory.members.of_project(project)} - members.keys()
        await self._memory.members.replace(project, tuple(members.values()), self._clock.now())
        await self._update_book(project, members)
        self.know()
        self._memory.paths.retell({*members, *gone})
        await self._keys.take(self._keys_of(listed))
        return len(known)

    async def described(self, devices: Sequence[CloudDevice]) -> tuple[CloudDevice, ...]:
        """Return *devices* with their data points, asking once per product.

        Raises:
            CloudError: with its cause.
        """
        return tuple(
            [each if each.points else replace(each, points=await self._network.points(each)) for each in devices]
        )

    def know(self) -> None:
        """Tell the network whose words are to be understood."""
        known = []
        for member in self._memory.members.all():
            device = self._book.device(member.device)
            if device is not None:
                known.append(replace(device, id=member.cloud_id))
        if tuple(known) != self._understood:
            self._understood = tuple(known)
            self._network.know(self._understood)

    async def read(self, devices: Sequence[DeviceId], *, urgent: bool = False) -> None:
        """Read the present values of devices of the book.

        Raises:
            CloudError: with its cause; values read before still arrived.
        """
        wanted = [self._memory.members.cloud_id(one) for one in devices if self._memory.members.of(one) is not None]
        if wanted:
            await self._network.read(wanted, urgent=urgent)

    async def _update_book(self, project: ProjectId, members: dict[DeviceId, CloudMember]) -> None:
        listed = {each.id: each for each in self._memory.listed[project]}
        changed = []
        for member in members.values():
            known = self._book.device(member.device)
            each = listed.get(member.cloud_id)
            if known is None or each is None:
                continue
            if not is_specified(known):
                (each,) = await self.described((each,))
            fresh = brought_up_to_date(known, each, self._words.category)
            # A gateway that is not in the book leads nowhere.
            if fresh.gateway is not None and fresh.gateway not in self._book.devices:
                fresh = replace(fresh, gateway=known.gateway, cid=known.cid)
            if fresh != known:
                changed.append(fresh)
        if changed:
            await self._store.put_devices(changed, self._by)
            await self._book.load()

    def _keys_of(self, listed: Sequence[CloudDevice]) -> dict[DeviceId, str]:
        """The keys of devices of the book that have a session of their own."""
        found = {}
        for each in listed:
            device = self._book.device(self._memory.members.book_id(each.id))
            if device is not None and device.gateway is None and each.local_key:
                found[device.id] = each.local_key
        return found
