"""What people draw about what supplies what."""

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.identity import By
from heyzack_console.ports.engine.dependencies import ChangeDependencies
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import DependencyStore
from heyzack_console.services.devices.book import BuildingBook

MOST_AT_ONCE = 5_000


class DependencyDesk:
    """Every change is one journal entry, read back into the book before the receipt is given."""

    def __init__(self, store: DependencyStore, book: BuildingBook) -> None:
        self._store = store
        self._book = book

    async def change(self, command: ChangeDependencies, by: By) -> Receipt:
        """Add and remove dependencies.

        Raises:
            NotFound: there is no site, or a thing is not in its book.
            InvalidInput: a thing would supply itself, or what is drawn is known from the gateway.
        """
        site = self._book.some_site()
        known: set[str] = {zone.id for zone in site.zones}
        if len(command.added) + len(command.removed) > MOST_AT_ONCE:
            raise InvalidInput(f"At most {MOST_AT_ONCE:,} lines can be changed at once.", "added")
        for one in command.added:
            self._check(one, known)
        entry = await self._store.change(command.added, command.removed, by)
        await self._book.load()
        count = len(command.added) + len(command.removed)
        return Receipt(entry, undoable=True, count=count, text=_words(len(command.added), len(command.removed)))

    def _check(self, one: Dependency, zones: set[str]) -> None:
        if one.source == one.target:
            raise InvalidInput("A thing cannot supply itself.", "added")
        for thing in (one.source, one.target):
            self._there(thing, zones)
        target = self._book.device(one.target.device_id) if one.target.device_id is not None else None
        if target is not None and target.gateway is not None and one.supply is Supply.NETWORK:
            raise InvalidInput(f"{target.name} is reached through its gateway; that is known already.", "added")

    def _there(self, thing: Thing, zones: set[str]) -> None:
        if thing.device_id is not None:
            self._book.known(thing.device_id)
        elif thing.id not in zones:
            raise NotFound("This room is not part of the site. Nothing was changed.")


def _words(added: int, removed: int) -> str:
    parts = [f"{_lines(count)} {what}" for count, what in ((added, "drawn"), (removed, "removed")) if count]
    return ", ".join(parts).capitalize() + "." if parts else "Nothing to change."


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"
