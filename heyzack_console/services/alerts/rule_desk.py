"""Takes in, hands out, removes and tries alert rules."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from heyzack_console.domain.alerts.kpi import Period
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.alerts.rule_file import CheckedFile, RuleFormat
from heyzack_console.domain.alerts.trial import Trial
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.rules import (
    CheckRules,
    ExportRules,
    ImportRules,
    OwnRules,
    RemoveRules,
    TryRules,
    WriteRules,
)
from heyzack_console.ports.store import AlertStore, RuleStore, Telemetry
from heyzack_console.rules.alerts.defaults import bundled_rules, rules_for
from heyzack_console.rules.alerts.scopes import unknown_words
from heyzack_console.services.alerts.past import Past
from heyzack_console.services.alerts.rule_book import RuleBook
from heyzack_console.services.alerts.rule_files.reading import checked
from heyzack_console.services.alerts.rule_files.writing import written
from heyzack_console.services.devices.book import BuildingBook

MOST_OWN = 2_000
TOLD = 3
AT_ONCE = timedelta(hours=6)
LONGEST_TRIAL = timedelta(days=100)


class RuleDesk:
    """Every change is one journal entry; with the receipt the rules are in force."""

    def __init__(self, store: RuleStore, book: RuleBook, building: BuildingBook) -> None:
        self._store = store
        self._book = book
        self._building = building

    async def take_in(self, command: ImportRules, by: By) -> Receipt:
        """Take the rules of a file into force.

        Raises:
            InvalidInput: the file is not in order, or there would be too many rules; nothing was changed.
            StoreError: nothing was changed.
        """
        found = await asyncio.to_thread(in_order, command.text, command.format)
        _check_lives(found)
        changed = [fresh for fresh in (self._next(rule, command.reason, by) for rule in found) if fresh is not None]
        if not changed:
            raise InvalidInput("These rules are in force as they are. Nothing was changed.", "text")
        if len({rule.id for rule in (*self._book.own, *changed)}) > MOST_OWN:
            raise InvalidInput(f"A site has at most {MOST_OWN:,} rules of its own. Nothing was changed.", "text")
        entry = await self._store.put(changed, replace(by, reason=command.reason or by.reason))
        await self._again()
        return Receipt(
            entry, undoable=True, count=len(changed), text=f"{_rules(len(changed))} in force.{self._hint(changed)}"
        )

    async def remove(self, command: RemoveRules, by: By) -> Receipt:
        """Take own rules out of force.

        Raises:
            NotFound: one of them is not there; nothing was changed.
            StoreError: nothing was changed.
        """
        unknown = next((rule for rule in command.rules if self._book.get(rule) is None), None)
        if unknown is not None or not command.rules:
            named = f" {unknown!r}" if unknown else ""
            raise NotFound(f"There is no rule{named} of your own. Nothing was changed.")
        entry = await self._store.remove(command.rules, replace(by, reason=command.reason or by.reason))
        await self._again()
        return Receipt(entry, undoable=True, count=len(command.rules), text=f"{_rules(len(command.rules))} removed.")

    async def own(self, _query: OwnRules) -> tuple[AlertRule, ...]:
        """Answer with the rules as they were written."""
        return self._book.own

    async def hand_out(self, query: ExportRules) -> str:
        """Answer with a file."""
        own = self._book.own
        names = {rule.id for rule in own}
        bundled = rules_for(self._building.devices.values()) if query.bundled or query.rules else ()
        rules = [*own, *(rule for rule in bundled if rule.id not in names)]
        chosen = [rule for rule in rules if not query.rules or rule.id in query.rules]
        return await asyncio.to_thread(written, chosen, query.format)

    async def put_down(self, query: WriteRules) -> str:
        """Answer with the text of rules."""
        return await asyncio.to_thread(written, query.rules, query.format)

    async def check(self, query: CheckRules) -> CheckedFile:
        """Answer with rules or faults."""
        return await asyncio.to_thread(checked, query.text, query.format)

    def _next(self, rule: AlertRule, reason: str, by: By) -> AlertRule | None:
        """The next version of *rule*; None where nothing but version, author and reason would change."""
        known = self._book.get(rule.id)
        if known is not None and _bare(known) == _bare(rule):
            return None
        version = max(rule.version, known.version + 1 if known is not None else 1)
        return replace(rule, version=version, author=by.actor.name, reason=reason or rule.reason)

    def _hint(self, rules: Sequence[AlertRule]) -> str:
        site, devices = self._building.site, tuple(self._building.devices.values())
        if site is None:
            return ""
        unknown = dict.fromkeys(word for rule in rules for word in unknown_words(rule, site, devices))
        if not unknown:
            return ""
        some = ", ".join(list(unknown)[:TOLD]) + (" …" if len(unknown) > TOLD else "")
        return f" This building does not know: {some}."

    async def _again(self) -> None:
        await self._book.load()
        await self._building.load()


class TrialDesk:
    """Tries rules on what was recorded, some hours at a time, so that values go on meanwhile."""

    def __init__(self, telemetry: Telemetry, alerts: AlertStore, building: BuildingBook, clock: Clock) -> None:
        self._telemetry = telemetry
        self._alerts = alerts
        self._building = building
        self._clock = clock

    async def tried(self, query: TryRules) -> Trial:
        """Answer with what the rules would have done.

        Raises:
            InvalidInput: the text is not in order, or the period is empty or too long.
            NotFound: there is no site yet.
        """
        rules = await asyncio.to_thread(in_order, query.text, query.format)
        site = self._building.site
        if site is None:
            raise NotFound("There is no site yet, so there is nothing to try rules on.")
        past = Past(
            rules, SiteBook(site, tuple(self._building.devices.values())), _period(query), self._building.zone()
        )
        start = past.begins
        while start < query.end:
            end = min(start + AT_ONCE, query.end)
            begin = start == past.begins
            readings = await self._telemetry.recorded(past.codes, start, end, begin=begin)
            await asyncio.to_thread(past.hear, readings)
            start = end
        events = await self._alerts.told(query.end)
        return await asyncio.to_thread(past.end, events, await self._alerts.begun(), self._clock.now())


def in_order(text: str, kind: RuleFormat) -> tuple[AlertRule, ...]:
    """Return the rules of *text*.

    Raises:
        InvalidInput: it is not in order; the text names the first places.
    """
    result = checked(text, kind)
    if result.ok:
        return result.rules
    first = [f"line {fault.line}, column {fault.column}: {fault.message}" for fault in result.faults[:TOLD]]
    more = f" And {len(result.faults) - TOLD} more." if len(result.faults) > TOLD else ""
    raise InvalidInput(f"The rules are not in order. {' '.join(first)}{more} Nothing was changed.", "text")


def _check_lives(rules: Iterable[AlertRule]) -> None:
    """What calls for lives comes with the console and stays as it is."""
    kept = {rule.id for rule in bundled_rules() if rule.priority is Priority.P1}
    wrong = next((rule for rule in rules if rule.id in kept), None)
    if wrong is not None:
        raise InvalidInput(
            f"The bundled rule {wrong.id} calls for lives and stays as it is. Nothing was changed; "
            "give your rule an id of its own to have it beside that one.",
            "text",
        )


def _period(query: TryRules) -> Period:
    if query.start.tzinfo is None or query.end.tzinfo is None or query.start >= query.end:
        raise InvalidInput("The period must begin before it ends, and both ends need a time zone.", "start")
    if query.end - query.start > LONGEST_TRIAL:
        raise InvalidInput(f"Rules are tried on at most {LONGEST_TRIAL.days} days. Choose a shorter period.", "start")
    return Period(query.start, query.end)


def _bare(rule: AlertRule) -> AlertRule:
    return replace(rule, version=0, author="", reason="")


def _rules(count: int) -> str:
    return f"{count} {'rule' if count == 1 else 'rules'}"
