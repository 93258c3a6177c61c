"""Keeps the rules and those who judge by them in step with the building."""

from datetime import datetime

from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.store import AlertStore
from heyzack_console.services.alerts.answering import AlertDesk
from heyzack_console.services.alerts.book import AlertBook
from heyzack_console.services.alerts.conditions import ConditionWatch
from heyzack_console.services.alerts.divergence import DivergenceWatch
from heyzack_console.services.alerts.reach import ReachWatch
from heyzack_console.services.alerts.rule_book import RuleBook
from heyzack_console.services.devices.book import BuildingBook


class Arming:
    """Nothing judges before the alerts of earlier runs are loaded, so a start annunciates nothing twice."""

    def __init__(
        self,
        building: BuildingBook,
        book: AlertBook,
        conditions: ConditionWatch,
        reach: ReachWatch,
        divergence: DivergenceWatch,
        rules: RuleBook,
    ) -> None:
        self._divergence = divergence
        self._rules = rules
        self._own: frozenset[str] = frozenset()
        self._building = building
        self._book = book
        self._conditions = conditions
        self._reach = reach

    async def restore(self, store: AlertStore, clock: Clock) -> None:
        """Load what stood at the end of the last run."""
        now = clock.now()
        self._book.load(await store.load_current(), self._in_force(), now)
        self._reach.begin(now)

    def arm(self, desk: AlertDesk, now: datetime) -> None:
        """Take the building as it is now."""
        devices = self._building.devices
        rules = self._in_force()
        own = self._rules.own_in_force
        for gone in self._own - own - {rule.id for rule in rules}:
            self._book.retired(gone, now)
        self._own = own
        desk.use_rules(rules)
        self._book.use_rules(rules)
        self._conditions.arm(devices, rules, now, self._rules.tuning(devices.values()))
        self._reach.arm(devices)
        self._divergence.arm(devices)

    def _in_force(self) -> tuple[AlertRule, ...]:
        return self._rules.in_force(self._building.site, self._building.devices.values())
