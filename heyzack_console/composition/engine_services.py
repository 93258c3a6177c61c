"""Builds the services on whatever implements their ports, and knows in which order they begin and end."""

from collections.abc import Callable
from dataclasses import dataclass

from heyzack_console.composition.engine_cloud import build_cloud
from heyzack_console.composition.engine_desks import Parts, build_desks
from heyzack_console.composition.engine_notices import build_notifications
from heyzack_console.composition.engine_parts import (
    Stores,
    World,
    build_alerts,
    build_ground,
    build_orders,
)
from heyzack_console.domain.alerts.alert import AlertId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.orders import OrderId
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.services.access.gate import Gate
from heyzack_console.services.desks import Desks
from heyzack_console.services.devices.walks import WalkDesk
from heyzack_console.services.devices.watching import Watching
from heyzack_console.services.engine import Engine
from heyzack_console.services.handlers import CommandTable, QueryTable, command_table, query_table
from heyzack_console.services.identity import Identity
from heyzack_console.services.loops import Loops, Pulse
from heyzack_console.services.pipeline import Followers
from heyzack_console.services.status import StatusBoard


@dataclass(frozen=True, slots=True)
class EngineServices:
    """All services of one engine. Begin, run the loops, end the network, finish: in this order."""

    engine: Engine
    commands: CommandTable
    queries: QueryTable
    loops: Loops
    parts: Parts
    desks: Desks

    async def begin(self) -> None:
        """Load what earlier runs left, then let the network and the rules begin.

        Raises:
            StoreError: something could not be read.
        """
        ground, alerts, orders, cloud = self.parts.ground, self.parts.alerts, self.parts.orders, self.parts.cloud
        await self._load_books()
        await ground.twins.restore()
        await alerts.arming.restore(self.parts.stores.alerts, self.parts.world.clock)
        await self.parts.notices.restore(self.parts.stores.notices, self.parts.world.clock.now())
        await alerts.anomalies.restore()
        await orders.outbox.restore()
        ground.pipeline.lead_to(
            Followers(
                told=(alerts.divergence.told,),
                readings=(
                    alerts.conditions.heard,
                    alerts.anomalies.heard,
                    orders.outbox.heard,
                    self.parts.sampling.heard,
                    cloud.points.heard,
                    self.parts.walks.heard,
                ),
                paths=(
                    alerts.reach.changed,
                    orders.outbox.path_changed,
                    cloud.keys.path_changed,
                    cloud.gaps.path_changed,
                    cloud.filler.path_changed,
                    cloud.sync.path_changed,
                    cloud.remembered.path_changed,
                ),
                found=(self.desks.sessions.heard,),
            )
        )
        ground.building.lead_to(self._rearm)
        self._rearm()
        await cloud.begin(ground)

    async def _load_books(self) -> None:
        ground, parts = self.parts.ground, self.parts
        books = (ground.settings, ground.templates, parts.alerts.rules, ground.groups, ground.building, ground.keys)
        for book in (*books, ground.access, parts.walks):
            await book.load()

    async def finish(self) -> None:
        """Work off and write what is still in memory, then tell the listeners. The network has ended before."""
        self.parts.ground.pipeline.drain()
        await self.parts.alerts.line.flush()
        await self.parts.notices.outbox.close()
        await self.parts.alerts.anomalies.save_all()
        await self.parts.orders.line.flush()
        await self.parts.sampling.flush()
        await self.parts.walks.save(self.parts.world.clock.now())
        await self.parts.ground.twins.save()
        await self.parts.cloud.gaps.save_all(self.parts.world.clock.now())
        await self.parts.ground.counters.flush(self.parts.world.clock.now())
        self.parts.ground.feed.end()

    def _rearm(self) -> None:
        """The book changed: sessions and rules follow."""
        now, building = self.parts.world.clock.now(), self.parts.ground.building
        self.parts.watching.reconcile()
        self.parts.alerts.arming.arm(self.parts.alerts.desk, now)
        self.parts.alerts.anomalies.arm(building.site, building.devices, now)
        self.parts.cloud.book_changed(self.parts.ground)


def build_services(stores: Stores, world: World, identity: Identity) -> EngineServices:
    """Join all services; nothing runs and nothing is read before `begin`."""
    ground = build_ground(stores, world)
    alerts = build_alerts(stores, world, ground, identity)

    def farewell(device: DeviceId) -> None:
        alerts.book.dropped(device, world.clock.now())
        ground.twins.forget(device)

    watching = Watching(ground.building, ground.keys, ground.network, farewell)
    parts = Parts(
        stores=stores,
        world=world,
        ground=ground,
        alerts=alerts,
        notices=build_notifications(stores, world, ground, alerts),
        orders=build_orders(stores, world, ground, identity),
        cloud=build_cloud(stores, world, ground, watching, alerts.book, identity),
        watching=watching,
        sampling=ground.sampling,
        walks=WalkDesk(stores.walks, ground.building, ground.feed, world.clock, identity.by_rule),
    )
    desks = build_desks(parts, identity)
    commands, queries = command_table(desks), query_table(desks)
    engine = Engine(commands, queries, _gate(parts, identity), ground.feed, _picture(parts, desks.status))
    return EngineServices(engine, commands, queries, _loops(parts, desks), parts, desks)


def _gate(parts: Parts, identity: Identity) -> Gate:
    def of_alert(alert: AlertId) -> DeviceId | None:
        known = parts.alerts.book.get(alert)
        return known.device if known is not None else None

    def of_order(order: OrderId) -> DeviceId | None:
        known = parts.orders.ledger.get(order)
        return known.device if known is not None else None

    return Gate(identity, parts.ground.access, of_alert, of_order)


def _picture(parts: Parts, status: StatusBoard) -> Callable[[], Batch]:
    return lambda: Batch(
        number=0,
        at=parts.world.clock.now(),
        complete=True,
        readings=parts.ground.twins.picture(),
        health=parts.ground.twins.all_health(),
        alerts=parts.alerts.book.all(),
        orders=parts.orders.ledger.unsettled(),
        group_orders=parts.orders.groups.progress,
        settings=parts.ground.settings.all,
        cloud=parts.ground.cloud.states,
        status=status.now(),
        book_changed=True,
        journal_changed=True,
    )


def _loops(parts: Parts, desks: Desks) -> Loops:
    ground, alerts, orders, cloud = parts.ground, parts.alerts, parts.orders, parts.cloud
    runs = (
        ground.pipeline.run,
        alerts.line.run,
        orders.line.run,
        orders.outbox.run,
        parts.notices.outbox.run,
        orders.groups.run,
        cloud.errands.run,
        cloud.imports.run,
    )
    ticks = (
        alerts.book.tick,
        alerts.conditions.tick,
        alerts.reach.tick,
        orders.outbox.tick,
        orders.groups.tick,
        ground.twins.tick,
        cloud.sync.tick,
    )
    pulses = (
        Pulse(0.25, ticks=ticks),
        Pulse(0.5, works=(lambda _now: parts.sampling.flush(),)),
        Pulse(1.0, ticks=(desks.status.tick, alerts.line.tick, orders.line.tick)),
        Pulse(1.0, ticks=(alerts.divergence.tick, alerts.anomalies.tick, cloud.watch.tick, cloud.points.tick)),
        Pulse(1.0, ticks=(cloud.filler.tick, ground.access.tick)),
        Pulse(5.0, ticks=(cloud.remembered.tick,), works=(lambda _now: ground.twins.save(), ground.counters.flush)),
        Pulse(5.0, works=(cloud.gaps.save,)),
        Pulse(1.0, ticks=(parts.notices.outbox.tick,), works=(parts.notices.router.look,)),
        Pulse(60.0, works=(parts.notices.outbox.tidy,)),
        Pulse(1.0, works=(parts.walks.save,)),
        Pulse(60.0, works=(desks.telemetry.tidy, alerts.anomalies.save)),
    )
    return Loops(parts.world.clock, runs, pulses)
