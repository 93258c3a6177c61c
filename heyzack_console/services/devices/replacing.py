"""A device takes the place of another."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.domain.replacing import Replacement, Succession
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.replacing import Predecessors, ReplaceDevice
from heyzack_console.ports.store import AccessStore, GroupStore, ReplacementStore, RuleStore
from heyzack_console.rules.replacing import moved_access, moved_groups, moved_lines, moved_rules, successor
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.devices.desk import checked_device
from heyzack_console.services.devices.keyring import LocalKeys

Reload = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class ReplacingStores:
    """Where that which names devices is kept."""

    successions: ReplacementStore
    groups: GroupStore
    rules: RuleStore
    access: AccessStore


class ReplacementDesk:
    """One work in the journal; everything that it may have changed is read again before the receipt is given."""

    def __init__(
        self, stores: ReplacingStores, book: BuildingBook, keys: LocalKeys, clock: Clock, reload: Sequence[Reload]
    ) -> None:
        self._stores = stores
        self._book = book
        self._keys = keys
        self._clock = clock
        self._reload = tuple(reload)

    async def replace(self, command: ReplaceDevice, by: By) -> Receipt:
        """Put the new device in the place of the old one.

        Raises:
            NotFound: the old device is not in the book.
            InvalidInput: the new one cannot take its place; nothing was changed.
        """
        old = self._book.known(command.device)
        new = self._fresh(old, command.new.device)
        whole = self._book.whole
        behind = tuple(replace(one, gateway=new.id) for one in whole.devices if one.gateway == old.id)
        added, removed = moved_lines(whole.dependencies, old.id, new)
        rules = moved_rules(await self._stores.rules.load(), old.id, new.id)
        reason = f"{new.id} took the place of {old.id}"
        wanted = Replacement(
            Succession(new.id, old.id, old.name, self._clock.now(), by.actor.name),
            (new, *behind),
            added,
            removed,
            moved_groups(await self._stores.groups.load(), old.id, new.id),
            tuple(replace(rule, version=rule.version + 1, author=by.actor.name, reason=reason) for rule in rules),
            moved_access(await self._stores.access.load(), old.id, new.id),
        )
        # Keys first: a key without a device is harmless, a device without its key is a fault to look for.
        if command.new.key:
            await self._keys.put({new.id: command.new.key})
        entry = await self._stores.successions.carry_out(wanted, by)
        for load in self._reload:
            await load()
        text = f"{old.name}: {new.id} took the place of {old.id}."
        return Receipt(entry, undoable=True, count=1, text=text, made=new.id)

    async def predecessors(self, query: Predecessors) -> tuple[Succession, ...]:
        """Answer with those whose place a device took."""
        return await self._stores.successions.before(query.device)

    def _fresh(self, old: Device, wanted: Device) -> Device:
        if wanted.id == old.id:
            raise InvalidInput("A device cannot replace itself. Choose another one.", "id")
        known = self._book.device(wanted.id)
        if known is not None and known.place is not None:
            raise InvalidInput(
                f"{known.name} has a place of its own. Take it off the plan first, or choose another one.", "id"
            )
        if known is not None and known.gateway == old.id:
            raise InvalidInput(f"{known.name} is reached through {old.name} and cannot replace it.", "id")
        base = known if known is not None else wanted
        address = wanted.address or base.address
        new = successor(old, replace(base, address=address, cid=base.cid or wanted.cid))
        if new.gateway is not None and not new.cid:
            raise InvalidInput(
                f"{old.name} is reached through its gateway: say which address the new one has there.", "cid"
            )
        checked_device(new, {*self._book.devices, new.id})
        return new
