"""Walk tests: started, ticked by what the devices tell, finished. Ticks are records too and survive a restart."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.devices.walks import WalkId, WalkTest
from heyzack_console.domain.errors import IllegalTransition, InvalidInput, NotFound, StoreError
from heyzack_console.domain.identity import By
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.walks import FinishWalk, StartWalk, Walks
from heyzack_console.ports.store import WalkStore
from heyzack_console.rules.walks import ticked_by
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.feed import Feed
from heyzack_console.services.keys import new_key

LONGEST_TITLE = 120


class WalkDesk:
    """At most one walk test runs at a time. What was heard is written within a second."""

    def __init__(
        self, store: WalkStore, building: BuildingBook, feed: Feed, clock: Clock, by_rule: Callable[[str], By]
    ) -> None:
        self._store = store
        self._building = building
        self._feed = feed
        self._clock = clock
        self._by_rule = by_rule
        self._walks: dict[WalkId, WalkTest] = {}
        self._unsaved = False

    async def load(self) -> None:
        """Read them from the store; ticks that are not written yet are kept."""
        if self._unsaved:
            await self.save(self._clock.now())
        self._walks = {walk.id: walk for walk in await self._store.load()}

    @property
    def running(self) -> WalkTest | None:
        """The walk test that runs now."""
        return next((walk for walk in self._walks.values() if walk.running), None)

    async def start(self, command: StartWalk, by: By) -> Receipt:
        """Begin to tick devices.

        Raises:
            InvalidInput: no title, or no device.
            NotFound: a device is not in the book.
            IllegalTransition: another walk test runs.
        """
        running = self.running
        if running is not None:
            raise IllegalTransition(f"The walk test “{running.title}” still runs. Finish it first; nothing was begun.")
        title = " ".join(command.title.split())
        if not title or len(title) > LONGEST_TITLE or not title.isprintable():
            raise InvalidInput(f"A walk test has a title of 1 to {LONGEST_TITLE} characters.", "title")
        devices = tuple(dict.fromkeys(self._building.known(device).id for device in command.devices))
        if not devices:
            raise InvalidInput("There is no device in this part of the building. Nothing was begun.", "devices")
        now = self._clock.now()
        walk = WalkTest(WalkId(new_key(now)), title, devices, now, by.actor.name)
        entry = await self._store.put(walk, by)
        await self._again()
        text = f"Walk test “{title}” begun, {len(devices)} to tick."
        return Receipt(entry, undoable=True, count=len(devices), text=text, made=walk.id)

    async def finish(self, command: FinishWalk, by: By) -> Receipt:
        """End a walk test with all that was heard.

        Raises:
            NotFound: there is none.
            IllegalTransition: it has ended already.
        """
        walk = self._walks.get(command.walk)
        if walk is None:
            raise NotFound("There is no such walk test (any more). Nothing was changed.")
        if not walk.running:
            raise IllegalTransition(f"The walk test “{walk.title}” has ended already.")
        ended = replace(walk, finished_at=self._clock.now())
        entry = await self._store.put(ended, by)
        self._unsaved = False
        await self._again()
        text = f"Walk test “{walk.title}” finished: {len(walk.ticks)} of {len(walk.devices)} ticked."
        return Receipt(entry, undoable=True, count=len(walk.ticks), text=text)

    async def walks(self, _query: Walks) -> tuple[WalkTest, ...]:
        """Answer with every walk test, newest first."""
        return tuple(sorted(self._walks.values(), key=lambda walk: walk.started_at, reverse=True))

    def heard(self, reading: Reading, _now: datetime) -> None:
        """Tick the device of *reading* where a walk test waits for it."""
        walk = self.running
        if walk is None:
            return
        after = ticked_by(walk, reading)
        if after is not walk:
            self._walks[walk.id] = after
            self._unsaved = True

    async def save(self, _now: datetime) -> None:
        """Write what was ticked; what the store refuses waits for the next time."""
        walk = self.running
        if walk is None or not self._unsaved:
            return
        self._unsaved = False
        try:
            await self._store.put(walk, self._by_rule("TickWalk"))
        except StoreError:
            self._unsaved = True
            return
        self._feed.journal_changed()

    async def _again(self) -> None:
        await self.load()
        self._feed.journal_changed()
