"""Snapshots of set-points: taken, listed, compared, forgotten."""

from heyzack_console.domain.devices.snapshots import SetPointDifference, Snapshot, SnapshotHead, SnapshotId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.snapshots import RemoveSnapshot, SnapshotDifferences, Snapshots, TakeSnapshot
from heyzack_console.ports.store import SnapshotStore
from heyzack_console.rules.snapshots import MOST_POINTS, Heard, checked_name, differences, set_points
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.feed import Feed
from heyzack_console.services.keys import new_key


class SnapshotDesk:
    """Snapshots stay in the store; only their heads are listed."""

    def __init__(self, store: SnapshotStore, building: BuildingBook, heard: Heard, feed: Feed, clock: Clock) -> None:
        self._store = store
        self._building = building
        self._heard = heard
        self._feed = feed
        self._clock = clock

    async def take(self, command: TakeSnapshot, by: By) -> Receipt:
        """Keep the values as they are.

        Raises:
            NotFound: a device is not in the book.
            InvalidInput: there is no name, no value, or too many; nothing was saved.
        """
        name = checked_name(command.name)
        devices = [self._building.known(device) for device in dict.fromkeys(command.devices)]
        points = set_points(devices, self._heard)
        if not points:
            raise InvalidInput("No value that can be set is known of these devices. Nothing was saved.", "devices")
        if len(points) > MOST_POINTS:
            raise InvalidInput(f"A snapshot holds at most {MOST_POINTS:,} values. Nothing was saved.", "devices")
        now = self._clock.now()
        snapshot = Snapshot(SnapshotId(new_key(now)), name, now, by.actor.name, points)
        entry = await self._store.put(snapshot, by)
        self._feed.journal_changed()
        text = f"Snapshot “{name}” taken: {len(points)} values of {snapshot.head.devices} devices."
        return Receipt(entry, undoable=True, count=len(points), text=text, made=snapshot.id)

    async def remove(self, command: RemoveSnapshot, by: By) -> Receipt:
        """Forget a snapshot.

        Raises:
            NotFound: there is none.
        """
        entry = await self._store.remove(command.snapshot, by)
        self._feed.journal_changed()
        return Receipt(entry, undoable=True, count=1, text="Snapshot removed.")

    async def snapshots(self, _query: Snapshots) -> tuple[SnapshotHead, ...]:
        """Answer with every snapshot's head, newest first."""
        return await self._store.heads()

    async def differences(self, query: SnapshotDifferences) -> tuple[SetPointDifference, ...]:
        """Answer with what stands otherwise now, or in another snapshot."""
        then = (await self._store.get(query.snapshot)).points
        devices = self._building.devices
        if query.against is not None:
            now = (await self._store.get(query.against)).points
        else:
            wanted = dict.fromkeys(point.device for point in then)
            now = set_points((devices[one] for one in wanted if one in devices), self._heard)
        return differences(then, now, devices)
