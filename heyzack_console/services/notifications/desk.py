"""Takes what people say about whom the console tells, and answers who is on call and what was told."""

from dataclasses import dataclass, replace
from datetime import timedelta

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.notifications.book import Item, NotificationBook
from heyzack_console.domain.notifications.notice import Message, Notice
from heyzack_console.domain.notifications.people import Channel, ChannelId, PersonId
from heyzack_console.domain.notifications.policies import PolicyId
from heyzack_console.domain.notifications.schedules import OverrideId, ScheduleId, Shift
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.notifications import (
    Notices,
    Notified,
    OnCall,
    RemoveNotified,
    SaveChannel,
    SavePerson,
    SavePolicy,
    SaveSchedule,
    TakeShift,
    TestChannel,
)
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.notice_store import NoticeStore, NotificationStore
from heyzack_console.ports.notices import NoticeSending
from heyzack_console.rules.oncall.allowed import check, named_by
from heyzack_console.rules.oncall.duty import duty, taken
from heyzack_console.services.feed import Feed
from heyzack_console.services.keys import new_key
from heyzack_console.services.notifications.addresses import Addresses
from heyzack_console.services.notifications.directory import Directory
from heyzack_console.services.notifications.wording import Wording

LONGEST_ADDRESS = 2_000
LONGEST_SPAN = timedelta(days=400)
MOST_NOTICES = 5_000


@dataclass(frozen=True, slots=True)
class Post:
    """What carries a message: how it is worded, where it goes, who takes it."""

    wording: Wording
    addresses: Addresses
    sender: NoticeSending


class NotificationDesk:
    """Every change is one journal entry; with the receipt it holds."""

    def __init__(
        self, store: NotificationStore, notices: NoticeStore, directory: Directory, post: Post, feed: Feed, clock: Clock
    ) -> None:
        self._store = store
        self._notices = notices
        self._directory = directory
        self._post = post
        self._feed = feed
        self._clock = clock

    async def save_channel(self, command: SaveChannel, by: By) -> Receipt:
        """Add or change a channel.

        Raises:
            InvalidInput: something of it cannot be used; nothing was changed.
            SecretsError: its address could not be kept; nothing was changed.
        """
        channel = command.channel if command.channel.id else replace(command.channel, id=ChannelId(self._new()))
        address = command.address.strip()
        check(channel, self._directory.book)
        self._post.wording.check(channel)
        if address:
            if len(address) > LONGEST_ADDRESS or not address.isprintable():
                raise InvalidInput(f"An address has at most {LONGEST_ADDRESS:,} characters in one line.", "address")
            await self._post.sender.check(address)
            await self._post.addresses.keep(channel.id, address)
        elif not command.channel.id:
            raise InvalidInput("Enter the channel's address. Nothing was changed.", "address")
        return await self._put(channel, by)

    async def save_person(self, command: SavePerson, by: By) -> Receipt:
        """Add or change a person."""
        person = command.person
        return await self._put(person if person.id else replace(person, id=PersonId(self._new())), by)

    async def save_schedule(self, command: SaveSchedule, by: By) -> Receipt:
        """Add or change a schedule."""
        plan = command.schedule
        return await self._put(plan if plan.id else replace(plan, id=ScheduleId(self._new())), by)

    async def save_policy(self, command: SavePolicy, by: By) -> Receipt:
        """Add or change a policy; alerts that call already begin its ladder when it is made."""
        policy = command.policy
        if not policy.id:
            policy = replace(policy, id=PolicyId(self._new()), since=self._clock.now())
        return await self._put(policy, by)

    async def remove(self, command: RemoveNotified, by: By) -> Receipt:
        """Remove one of them.

        Raises:
            NotFound: it is not there.
            InvalidInput: something else names it; nothing was changed.
        """
        item = self._directory.known(command.item)
        names = named_by(item.id, self._directory.book)
        if names:
            raise InvalidInput(f"{item.name} is used by {', '.join(names[:3])}. Take it out there first.", "item")
        entry = await self._store.remove([item], by)
        if isinstance(item, Channel):
            await self._post.addresses.forget(item.id)
        await self._again()
        return Receipt(entry, undoable=True, count=1, text=f"{item.name} removed.")

    async def take_shift(self, command: TakeShift, by: By) -> Receipt:
        """Put somebody on call from now on.

        Raises:
            NotFound: the schedule or the person is not there.
        """
        plan, person = self._directory.schedule(command.schedule), self._directory.person(command.person)
        if plan is None or person is None:
            raise NotFound("The schedule or the person is not there any more. Nothing was changed.")
        now = self._clock.now()
        plan = taken(plan, OverrideId(self._new()), person.id, now, command.reason)
        receipt = await self._put(plan, replace(by, reason=command.reason or by.reason))
        return replace(receipt, text=f"{person.name} is on call by {plan.name}.")

    async def test_channel(self, command: TestChannel, by: By) -> Receipt:
        """Send one message and wait for the answer.

        Raises:
            NotFound: the channel is not there.
            NotDelivered: it did not arrive; the text says why.
        """
        channel = self._directory.channel(command.channel)
        if channel is None:
            raise NotFound("The channel is not there any more. Nothing was sent.")
        address = await self._post.addresses.of(channel.id)
        text = f"{by.actor.name} tries the channel {channel.name}. Nothing is wrong."
        await self._post.sender.send(address, Message("Test of a channel", text, Priority.P4))
        return Receipt(text=f"{channel.name} took the test message.", count=1)

    async def notified(self, _query: Notified) -> NotificationBook:
        """Answer with all of it."""
        return self._directory.book

    async def on_call(self, query: OnCall) -> tuple[Shift, ...]:
        """Answer with shifts and gaps.

        Raises:
            NotFound: there is no such schedule.
            InvalidInput: the span is empty or too long.
        """
        plan = self._directory.schedule(query.schedule)
        if plan is None:
            raise NotFound("There is no such schedule (any more).")
        start, end = query.start, query.end
        if start.tzinfo is None or end.tzinfo is None or not start < end <= start + LONGEST_SPAN:
            raise InvalidInput("Ask for at most 400 days, from an earlier to a later moment with an offset.", "start")
        return tuple(duty(plan, start, end))

    async def notices(self, query: Notices) -> tuple[Notice, ...]:
        """Answer with what was told."""
        return await self._notices.notices(query.alert, max(1, min(query.limit, MOST_NOTICES)))

    async def _put(self, item: Item, by: By) -> Receipt:
        check(item, self._directory.book)
        entry = await self._store.put([item], by)
        await self._again()
        return Receipt(entry, undoable=bool(entry), count=1, text=f"{item.name} saved.", made=item.id)

    async def _again(self) -> None:
        await self._directory.load()
        self._feed.journal_changed()

    def _new(self) -> str:
        return new_key(self._clock.now())
