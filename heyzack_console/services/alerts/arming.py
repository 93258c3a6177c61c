"""Keeps the rules and those who judge by them in step with the building."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.templates import Threshold
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.store import AlertStore
from heyzack_console.rules.alerts.defaults import rules_for
from heyzack_console.services.alerts.answering import AlertDesk
from heyzack_console.services.alerts.book import AlertBook
from heyzack_console.services.alerts.conditions import ConditionWatch
from heyzack_console.services.alerts.divergence import DivergenceWatch
from heyzack_console.services.alerts.reach import ReachWatch
from heyzack_console.services.devices.book import BuildingBook

Tuning = Callable[[Iterable[Device]], Mapping[DeviceId, tuple[Threshold, ...]]]
"""What templates change in the rules, by device."""


class Arming:
    """Nothing judges before the alerts of earlier runs are loaded, so a start annunciates nothing twice."""

    def __init__(
        self,
        building: BuildingBook,
        book: AlertBook,
        conditions: ConditionWatch,
        reach: ReachWatch,
        divergence: DivergenceWatch,
        tuning: Tuning,
    ) -> None:
        self._divergence = divergence
        self._tuning = tuning
        self._building = building
        self._book = book
        self._conditions = conditions
        self._reach = reach

    async def restore(self, store: AlertStore, clock: Clock) -> None:
        """Load what stood at the end of the last run."""
        now = clock.now()
        self._book.load(await store.load_current(), rules_for(self._building.devices.values()), now)
        self._reach.begin(now)

    def arm(self, desk: AlertDesk, now: datetime) -> None:
        """Take the building as it is now."""
        devices = self._building.devices
        rules = rules_for(devices.values())
        desk.use_rules(rules)
        self._book.use_rules(rules)
        self._conditions.arm(devices, rules, now, self._tuning(devices.values()))
        self._reach.arm(devices)
        self._divergence.arm(devices)
        self._divergence.arm(devices)
