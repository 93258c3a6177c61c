"""The outbox: what is to be told goes out channel by channel, is tried again, and its fate is written down."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from heyzack_console.domain.alerts.alert import EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import ConsoleError, NotDelivered, SecretsError, StoreError
from heyzack_console.domain.notifications.notice import Message, Notice, NoticeId, NoticeState
from heyzack_console.domain.notifications.people import ChannelId, PersonId
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.notice_store import NoticeStore
from heyzack_console.ports.notices import NoticeSending
from heyzack_console.services.notifications.addresses import Addresses
from heyzack_console.services.notifications.directory import Directory
from heyzack_console.services.notifications.wording import digest
from heyzack_console.services.troubles import Troubles

REMEMBERED = timedelta(days=7)
KEPT = timedelta(days=400)
FIRST_RETRY = timedelta(seconds=10)
LONGEST_RETRY = timedelta(minutes=15)
LONGEST_RETRY_P1 = timedelta(minutes=2)
GIVEN_UP_AFTER = timedelta(hours=24)
MANY = 3
"""After so many failures one after another the header names the channel."""


class NoticeOutbox:
    """One message at a time for each channel; none waits for another channel.

    What is written down before it is sent is sent again after a kill: better twice than never.
    """

    def __init__(
        self, store: NoticeStore, sender: NoticeSending, addresses: Addresses, directory: Directory, troubles: Troubles,
        clock: Clock,
    ) -> None:  # fmt: skip
        self._store = store
        self._sender = sender
        self._addresses = addresses
        self._directory = directory
        self._troubles = troubles
        self._clock = clock
        self._known: dict[NoticeId, Notice] = {}
        self._unwritten: dict[NoticeId, Notice] = {}
        self._busy: set[ChannelId] = set()
        self._failures: dict[ChannelId, int] = {}
        self._wake = asyncio.Event()

    async def restore(self, now: datetime) -> None:
        """Take up what earlier runs left.

        Raises:
            StoreError: it cannot be read.
        """
        self._known = {notice.id: notice for notice in await self._store.lately(now - REMEMBERED)}

    @property
    def waiting(self) -> tuple[Notice, ...]:
        """What is still to be sent."""
        return tuple(notice for notice in self._known.values() if notice.state.open)

    def told(self, person: PersonId, now: datetime) -> list[datetime]:
        """When *person* was, or is just being, told something that may be throttled."""
        single, gathered = [], set()
        seen: set[tuple[EventId, int]] = set()
        for notice in self._known.values():
            counts = notice.person == person and notice.priority is not Priority.P1 and notice.next_at <= now
            if not counts or notice.state in {NoticeState.NOT_SENT, NoticeState.GIVEN_UP}:
                continue
            if notice.gathered:
                gathered.add(notice.next_at)
            elif (notice.annunciation, notice.step) not in seen:
                seen.add((notice.annunciation, notice.step))
                single.append(notice.made_at)
        return [*single, *gathered]

    async def add(self, notices: Sequence[Notice]) -> None:
        """Write *notices* down, then send them; a store that refuses stops no message."""
        await self._keep(notices)
        self._wake.set()

    async def stop(self, ended: Iterable[tuple[Notice, str]], now: datetime) -> None:
        """Send them no more, each for its reason; what is just under way is left alone."""
        await self._keep(
            [
                replace(notice, state=NoticeState.NOT_SENT, reason=reason, settled_at=now)
                for notice, reason in ended
                if notice.channel not in self._busy
            ]
        )

    def tick(self, _now: datetime) -> None:
        """Look whether something is due."""
        self._wake.set()

    async def tidy(self, now: datetime) -> None:
        """Write what the store refused, and forget what is long settled."""
        old = now - REMEMBERED
        for notice in [one for one in self._known.values() if not one.state.open and one.made_at < old]:
            del self._known[notice.id]
        await self._keep(())
        try:
            await self._store.forget(now - KEPT)
        except StoreError as problem:
            self._refused(problem)

    async def run(self) -> None:
        """Send until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                await self._wake.wait()
                self._wake.clear()
                for channel, notices in self._due(self._clock.now()):
                    self._busy.add(channel)
                    group.create_task(self._deliver(channel, notices), name="notice")

    async def close(self) -> None:
        """Let what is under way end; what was not sent goes out at the next start."""
        await self._sender.close()
        await self._keep(())

    @property
    def idle(self) -> bool:
        """Nothing is under way, and nothing is due."""
        return not self._busy and not self._due(self._clock.now())

    def _due(self, now: datetime) -> list[tuple[ChannelId, list[Notice]]]:
        """For each free channel what goes out in its next message: the most severe first, P1 always singly."""
        by_channel: dict[ChannelId, list[Notice]] = {}
        for notice in self._known.values():
            if notice.state.open and notice.next_at <= now and notice.channel not in self._busy:
                by_channel.setdefault(notice.channel, []).append(notice)
        return [(channel, _together(sorted(some, key=_urgency))) for channel, some in by_channel.items()]

    async def _deliver(self, channel: ChannelId, notices: list[Notice]) -> None:
        try:
            await self._hand_over(channel, notices)
        except (NotDelivered, SecretsError) as problem:
            await self._failed(channel, notices, problem)
        else:
            now = self._clock.now()
            self._failures.pop(channel, None)
            self._troubles.went(f"channel {channel}")
            sent = [
                replace(n, state=NoticeState.SENT, settled_at=now, attempts=n.attempts + 1, reason=_how(n, notices))
                for n in notices
            ]
            await self._keep(sent)
        finally:
            self._busy.discard(channel)
            self._wake.set()

    async def _hand_over(self, channel: ChannelId, notices: list[Notice]) -> None:
        known = self._directory.channel(channel)
        if known is None or not known.enabled:
            raise NotDelivered("The channel was removed or is switched off.")
        address = await self._addresses.of(channel)
        if not address:
            raise NotDelivered("The channel's address is not in this home's secret store. Enter it again.")
        one = notices[0]
        await self._sender.send(
            address, digest(notices) if len(notices) > 1 else Message(one.title, one.text, one.priority)
        )

    async def _failed(self, channel: ChannelId, notices: list[Notice], problem: ConsoleError) -> None:
        now = self._clock.now()
        count = self._failures[channel] = self._failures.get(channel, 0) + 1
        known = self._directory.channel(channel)
        if count >= MANY and known is not None:
            self._troubles.came(f"channel {channel}", f"{known.name} takes no notifications. {problem.text}")
        await self._keep([_tried(notice, problem.text, now) for notice in notices])

    async def _keep(self, notices: Sequence[Notice]) -> None:
        self._known.update({notice.id: notice for notice in notices})
        self._unwritten.update({notice.id: notice for notice in notices})
        batch = dict(self._unwritten)
        if not batch:
            return
        try:
            await self._store.keep(tuple(batch.values()))
        except StoreError as problem:
            self._refused(problem)
            return
        self._troubles.went("notices")
        for name, notice in batch.items():
            if self._unwritten.get(name) == notice:
                del self._unwritten[name]

    def _refused(self, problem: StoreError) -> None:
        self._troubles.came("notices", f"Notifications are sent but not recorded. {problem.text}")


def _urgency(notice: Notice) -> tuple[Priority, int, datetime, NoticeId]:
    return notice.priority, notice.attempts, notice.made_at, notice.id


def _together(notices: list[Notice]) -> list[Notice]:
    first = notices[0]
    if not first.gathered or first.priority is Priority.P1:
        return [first]
    return [one for one in notices if one.gathered and one.person == first.person and one.priority is not Priority.P1]


def _how(notice: Notice, together: list[Notice]) -> str:
    if len(together) > 1:
        return f"in one message with {len(together) - 1} more"
    return "" if notice.attempts == 0 else f"at attempt {notice.attempts + 1}"


def _tried(notice: Notice, reason: str, now: datetime) -> Notice:
    attempts = notice.attempts + 1
    if now - notice.made_at >= GIVEN_UP_AFTER:
        return replace(notice, state=NoticeState.GIVEN_UP, attempts=attempts, reason=reason, settled_at=now)
    longest = LONGEST_RETRY_P1 if notice.priority is Priority.P1 else LONGEST_RETRY
    wait = min(longest, FIRST_RETRY * 2 ** min(attempts - 1, 10))
    return replace(notice, state=NoticeState.RETRYING, attempts=attempts, reason=reason, next_at=now + wait)
