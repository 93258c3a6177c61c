"""Access rules: kept, revoked, listed."""

from dataclasses import replace

from heyzack_console.domain.access import AccessList, AccessRule, AccessRuleId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.access import AccessRules, RevokeAccessRule, SaveAccessRule
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import AccessStore
from heyzack_console.rules.access import checked_rule
from heyzack_console.services.access.book import AccessBook
from heyzack_console.services.keys import new_key


class AccessDesk:
    """Every change is one journal entry and holds with its receipt."""

    def __init__(self, store: AccessStore, book: AccessBook, clock: Clock) -> None:
        self._store = store
        self._book = book
        self._clock = clock

    async def save(self, command: SaveAccessRule, by: By) -> Receipt:
        """Keep a rule.

        Raises:
            InvalidInput: some part is not acceptable; nothing was saved.
            NotFound: it was to be changed and is not there.
        """
        now = self._clock.now()
        rule = checked_rule(command.rule, await self._store.people(), now)
        if rule.id and all(known.id != rule.id for known in self._book.rules):
            raise NotFound("There is no such access rule (any more). Nothing was saved.")
        kept = rule if rule.id else replace(rule, id=AccessRuleId(new_key(now)))
        entry = await self._store.put(kept, by)
        await self._book.load()
        return Receipt(entry or None, undoable=bool(entry), count=1, text=_words(kept), made=kept.id)

    async def revoke(self, command: RevokeAccessRule, by: By) -> Receipt:
        """Take a rule away.

        Raises:
            NotFound: there is none.
        """
        entry = await self._store.remove(command.rule, by)
        await self._book.load()
        return Receipt(entry, undoable=True, count=1, text="Access rule revoked. What the role says holds again.")

    async def rules(self, _query: AccessRules) -> AccessList:
        """Answer with every rule and the people there are."""
        return AccessList(self._book.rules, await self._store.people())


def _words(rule: AccessRule) -> str:
    end = " until its end" if rule.until is not None else ""
    return f"Access rule kept. It holds now{end}."
