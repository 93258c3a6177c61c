"""The facts of the header strip."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.cloud import CloudState, LinkState
from heyzack_console.ports.engine.feed import EngineStatus
from heyzack_console.ports.engine.sites import Status
from heyzack_console.services.alerts.book import AlertBook
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.feed import Feed
from heyzack_console.services.identity import Identity
from heyzack_console.services.twins import Twins

_UNSEEN = frozenset({AlertState.UNACKNOWLEDGED, AlertState.RETURNED})

_BADNESS = {LinkState.UP: 0, LinkState.DEGRADED: 1, LinkState.CONNECTING: 2, LinkState.OFF: 3}


@dataclass(frozen=True, slots=True)
class Gauges:
    """Small facts that others keep; read when the status is made."""

    unsent: Callable[[], int]
    dropped: Callable[[], int]
    troubles: Callable[[], tuple[str, ...]]
    scenarios: Callable[[], tuple[str, ...]]
    cloud: Callable[[], tuple[CloudState, ...]]


class StatusBoard:
    """Counts anew on every tick and tells the feed only when something is different."""

    def __init__(
        self, building: BuildingBook, twins: Twins, alerts: AlertBook, identity: Identity, gauges: Gauges, feed: Feed
    ) -> None:
        self._building = building
        self._twins = twins
        self._alerts = alerts
        self._identity = identity
        self._gauges = gauges
        self._feed = feed
        self._told: EngineStatus | None = None

    def tick(self, _now: datetime) -> None:
        """Tell the feed of a change."""
        status = self.now()
        if status != self._told:
            self._told = status
            self._feed.status(status)

    async def status(self, _query: Status) -> EngineStatus:
        """Answer with the facts."""
        return self.now()

    def now(self) -> EngineStatus:
        """The facts at this moment."""
        site = self._building.site
        on_lan = [d for d in self._building.devices.values() if d.address is not None or d.gateway is not None]
        states: Counter[AlertState] = Counter()
        unseen: Counter[Priority] = Counter()
        for alert in self._alerts.all():
            states[alert.state] += 1
            unseen[alert.priority] += alert.state in _UNSEEN
        actor = self._identity.actor
        worst = max(self._gauges.cloud(), key=lambda state: _BADNESS[state.state], default=None)
        return EngineStatus(
            site=site.name if site is not None else "",
            demo=site is not None and site.demo,
            devices=len(self._building.devices),
            floors=len(site.floors) if site is not None else 0,
            lan_devices=len(on_lan),
            lan_online=sum(
                health is not None and health.reachable for health in (self._twins.health_of(d.id) for d in on_lan)
            ),
            newest_at=self._twins.newest_at,
            unsent=self._gauges.unsent(),
            unacknowledged=(unseen[Priority.P1], unseen[Priority.P2], unseen[Priority.P3], unseen[Priority.P4]),
            shelved=states[AlertState.SHELVED],
            suppressed=states[AlertState.SUPPRESSED],
            actor=actor.name,
            role=actor.role,
            dropped=self._gauges.dropped(),
            troubles=self._gauges.troubles(),
            scenarios=self._gauges.scenarios(),
            cloud=worst.state if worst is not None else None,
            cloud_latency_ms=worst.latency_ms if worst is not None else None,
            cloud_text=worst.text if worst is not None else "",
        )
