"""The table of alert rules: own ones first, filter as you type."""

from collections.abc import Sequence

from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.presentation.rules.words import judged_words, kind_words, origin_words, scope_words
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("condition", "Condition", 250, least=120),
    Column("kind", "Type", 120, least=80, drops=2),
    Column("judged", "True when", 0, least=140),
    Column("scope", "Where and when", 200, least=90, drops=3),
    Column("priority", "Priority", 104, least=40),
    Column("origin", "From", 130, least=80, drops=1),
)


class RuleListing:
    """A table's source over the rules in force and those that are switched off."""

    columns: tuple[Column, ...] = COLUMNS

    def __init__(self) -> None:
        self._rules: tuple[AlertRule, ...] = ()
        self._own: frozenset[str] = frozenset()
        self._needle = ""
        self._lines: tuple[AlertRule, ...] = ()
        self._at: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def total(self) -> int:
        """All rules, whatever the filter."""
        return len(self._rules)

    @property
    def needle(self) -> str:
        """What the list is filtered for."""
        return self._needle

    def owns(self, rule: str) -> bool:
        """Whether the rule was taken in here."""
        return rule in self._own

    def key(self, position: int) -> str:
        """The rule at *position*."""
        return self._lines[position].id

    def position(self, key: str) -> int | None:
        """Where a rule stands; None where it is not shown."""
        return self._at.get(key)

    def row(self, position: int) -> Row:
        """The line at *position*."""
        rule = self._lines[position]
        own = self.owns(rule.id)
        judged, scope = judged_words(rule), scope_words(rule)
        ink = "ink" if rule.enabled else "ink3"
        return Row(
            rule.id,
            (
                Cell(rule.condition, ink, strong=own, tip=f"{rule.condition} ({rule.id}). {rule.guidance}"),
                Cell(kind_words(rule), ink),
                Cell(judged, ink, tip=judged),
                Cell(scope, "ink2", tip=scope),
                Cell(f"P{rule.priority:d} {rule.priority.word}", ink),
                Cell(origin_words(rule, own=own), "ink2", tip=rule.reason),
            ),
        )

    def take(self, in_force: Sequence[AlertRule], own: Sequence[AlertRule]) -> None:
        """Take the rules as they are: own ones as they were written, then the bundled ones that hold."""
        self._own = frozenset(rule.id for rule in own)
        bundled = (rule for rule in in_force if rule.id not in self._own)
        self._rules = (*sorted(own, key=lambda rule: rule.condition.casefold()), *bundled)
        self.look_for(self._needle)

    def look_for(self, text: str) -> None:
        """Show only rules whose words hold every word of *text*."""
        self._needle = text.strip().lower()
        needles = self._needle.split()
        self._lines = tuple(rule for rule in self._rules if all(needle in _words(rule) for needle in needles))
        self._at = {rule.id: number for number, rule in enumerate(self._lines)}


def _words(rule: AlertRule) -> str:
    return f"{rule.id} {rule.condition} {kind_words(rule)} {judged_words(rule)} {scope_words(rule)}".lower()
