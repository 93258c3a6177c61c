"""Alert rules in force: the bundled ones, and those of one's own, which come first."""

from collections.abc import Callable, Iterable, Mapping

from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.templates import Threshold
from heyzack_console.domain.sites import Site
from heyzack_console.ports.store import RuleStore
from heyzack_console.rules.alerts.defaults import rules_for
from heyzack_console.rules.alerts.scopes import settled

Tuning = Callable[[Iterable[Device]], Mapping[DeviceId, tuple[Threshold, ...]]]
"""What templates change in the rules, by device."""


class RuleBook:
    """Own rules in memory, as the store has them. *tuning* is asked for what templates change."""

    def __init__(self, store: RuleStore, tuning: Tuning) -> None:
        self._store = store
        self.tuning = tuning
        self._own: dict[str, AlertRule] = {}

    async def load(self) -> None:
        """Read them from the store."""
        self._own = {rule.id: rule for rule in await self._store.load()}

    @property
    def own(self) -> tuple[AlertRule, ...]:
        """Every own rule, by its id."""
        return tuple(self._own.values())

    @property
    def own_in_force(self) -> frozenset[str]:
        """The ids of own rules that are not switched off."""
        return frozenset(rule.id for rule in self._own.values() if rule.enabled)

    def get(self, rule: str) -> AlertRule | None:
        """One own rule, None where there is none."""
        return self._own.get(rule)

    def in_force(self, site: Site | None, devices: Iterable[Device]) -> tuple[AlertRule, ...]:
        """The rules for a building: an own rule stands in place of a bundled one with its id."""
        known = tuple(devices)
        own = settled(self._own.values(), site, known) if site is not None else ()
        return (*own, *(rule for rule in rules_for(known) if rule.id not in self._own))
