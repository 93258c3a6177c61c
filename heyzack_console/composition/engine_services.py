"""Builds the services on whatever implements their ports, and knows in which order they begin and end."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.demo import DemoBuilding
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.lan import LanListener, LanNetwork
from heyzack_console.ports.products import ProductWords
from heyzack_console.ports.secrets import Sealer, SecretStore
from heyzack_console.ports.store import AlertStore, Journal, OrderStore, SettingStore, SiteStore, Telemetry
from heyzack_console.services.alerts.answering import AlertDesk
from heyzack_console.services.alerts.arming import Arming
from heyzack_console.services.alerts.book import AlertBook
from heyzack_console.services.alerts.conditions import ConditionWatch
from heyzack_console.services.alerts.reach import ReachWatch
from heyzack_console.services.alerts.recording import AlertRecorder
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.devices.desk import DeviceDesk
from heyzack_console.services.devices.keyring import LocalKeys
from heyzack_console.services.devices.sessions import SessionDesk
from heyzack_console.services.devices.watching import Watching
from heyzack_console.services.engine import Engine
from heyzack_console.services.feed import Feed
from heyzack_console.services.handlers import CommandTable, Desks, QueryTable, command_table, query_table
from heyzack_console.services.identity import Identity
from heyzack_console.services.journal import JournalDesk
from heyzack_console.services.loops import Loops, Pulse
from heyzack_console.services.orders.desk import OrderDesk
from heyzack_console.services.orders.ledger import OrderLedger
from heyzack_console.services.orders.outbox import Outbox
from heyzack_console.services.pipeline import Followers, Pipeline
from heyzack_console.services.sampling import Sampling
from heyzack_console.services.scenarios import ScenarioDesk
from heyzack_console.services.settings import SettingBook
from heyzack_console.services.sites.desk import SiteDesk
from heyzack_console.services.sites.importing import ImportDesk
from heyzack_console.services.status import Gauges, StatusBoard
from heyzack_console.services.telemetry import TelemetryDesk
from heyzack_console.services.troubles import Troubles
from heyzack_console.services.twins import Twins
from heyzack_console.services.write_behind import WriteBehind


@dataclass(frozen=True, slots=True)
class Stores:
    """Where records and values are kept."""

    sites: SiteStore
    alerts: AlertStore
    orders: OrderStore
    settings: SettingStore
    journal: Journal
    telemetry: Telemetry


@dataclass(frozen=True, slots=True)
class World:
    """Everything else that services ask of the world.

    *network* is made once its listener is there; *hide* is told every secret that must not stand in a log.
    """

    clock: Clock
    secrets: SecretStore
    sealer: Sealer
    words: ProductWords
    network: Callable[[LanListener], LanNetwork]
    hide: Callable[[str], None]
    demo: DemoBuilding | None = None


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all features stand on."""

    feed: Feed
    troubles: Troubles
    settings: SettingBook
    building: BuildingBook
    keys: LocalKeys
    twins: Twins
    pipeline: Pipeline
    network: LanNetwork


@dataclass(frozen=True, slots=True)
class _Alerts:
    line: WriteBehind
    book: AlertBook
    conditions: ConditionWatch
    reach: ReachWatch
    desk: AlertDesk
    arming: Arming


@dataclass(frozen=True, slots=True)
class _Orders:
    line: WriteBehind
    ledger: OrderLedger
    outbox: Outbox
    desk: OrderDesk


@dataclass(frozen=True, slots=True)
class EngineServices:
    """All services of one engine. Begin, run the loops, end the network, finish: in this order."""

    engine: Engine
    commands: CommandTable
    queries: QueryTable
    loops: Loops
    ground: _Ground
    alerts: _Alerts
    orders: _Orders
    sampling: Sampling
    telemetry: TelemetryDesk
    watching: Watching
    sessions: SessionDesk
    stores: Stores
    clock: Clock

    async def begin(self) -> None:
        """Load what earlier runs left, then let the network and the rules begin.

        Raises:
            StoreError: something could not be read.
        """
        await self.ground.settings.load()
        await self.ground.building.load()
        await self.ground.keys.load()
        await self.ground.twins.restore()
        await self.alerts.arming.restore(self.stores.alerts, self.clock)
        await self.orders.outbox.restore()
        self.ground.pipeline.lead_to(
            Followers(
                readings=(self.alerts.conditions.heard, self.orders.outbox.heard, self.sampling.heard),
                paths=(self.alerts.reach.changed, self.orders.outbox.path_changed),
                found=(self.sessions.heard,),
            )
        )
        self.ground.building.lead_to(self._rearm)
        self._rearm()

    async def finish(self) -> None:
        """Work off and write what is still in memory, then tell the listeners. The network has ended before."""
        self.ground.pipeline.drain()
        await self.alerts.line.flush()
        await self.orders.line.flush()
        await self.sampling.flush()
        await self.ground.twins.save()
        self.ground.feed.end()

    def _rearm(self) -> None:
        """The book changed: sessions and rules follow."""
        self.watching.reconcile()
        self.alerts.arming.arm(self.alerts.desk)


def build_services(stores: Stores, world: World, identity: Identity) -> EngineServices:
    """Join all services; nothing runs and nothing is read before `begin`."""
    ground = _ground(stores, world)
    alerts = _alerts(stores, world, ground, identity)
    orders = _orders(stores, world, ground)

    def farewell(device: DeviceId) -> None:
        alerts.book.dropped(device, world.clock.now())
        ground.twins.forget(device)

    watching = Watching(ground.building, ground.keys, ground.network, farewell)
    sessions = SessionDesk(ground.building, ground.keys, watching, ground.network)
    scenarios = ScenarioDesk(world.demo)
    status = _status(ground, alerts, orders, identity, scenarios)
    sampling = Sampling(stores.telemetry, ground.troubles)
    telemetry = TelemetryDesk(stores.telemetry, ground.settings, ground.troubles)
    devices = DeviceDesk(stores.sites, ground.building, ground.keys)
    desks = Desks(
        alerts=alerts.desk,
        building=ground.building,
        devices=devices,
        imports=ImportDesk(devices, ground.building, world.words),
        journal=JournalDesk(stores.journal, ground.building, ground.settings, alerts.desk),
        orders=orders.desk,
        scenarios=scenarios,
        sessions=sessions,
        settings=ground.settings,
        sites=SiteDesk(stores.sites, ground.building, ground.keys, world.sealer, world.clock),
        status=status,
        telemetry=telemetry,
        twins=ground.twins,
    )
    picture = _picture(ground, alerts, orders, status, world.clock)
    commands, queries = command_table(desks), query_table(desks)
    engine = Engine(commands, queries, identity, ground.feed, picture)
    loops = _loops(ground, alerts, orders, (sampling, telemetry, status), world.clock)
    return EngineServices(
        engine,
        commands,
        queries,
        loops,
        ground,
        alerts,
        orders,
        sampling,
        telemetry,
        watching,
        sessions,
        stores,
        world.clock,
    )


def _ground(stores: Stores, world: World) -> _Ground:
    troubles = Troubles()
    feed = Feed(world.clock)
    settings = SettingBook(stores.settings, feed, world.clock)
    twins = Twins(stores.telemetry, settings, feed, troubles)
    pipeline = Pipeline(twins, world.clock)
    return _Ground(
        feed=feed,
        troubles=troubles,
        settings=settings,
        building=BuildingBook(stores.sites, feed),
        keys=LocalKeys(world.secrets, troubles, world.hide),
        twins=twins,
        pipeline=pipeline,
        network=world.network(pipeline),
    )


def _alerts(stores: Stores, world: World, ground: _Ground, identity: Identity) -> _Alerts:
    line = WriteBehind("alerts", "Alerts go on but are not recorded.", ground.troubles)
    recorder = AlertRecorder(stores.alerts, ground.feed, line)
    book = AlertBook(recorder, ground.feed, ground.building.site_id, identity.by_rule("alerts.rules"))
    conditions = ConditionWatch(book)
    delay = partial(ground.settings.span, "alerts.unreachable_after_s")
    reach = ReachWatch(book, ground.twins.health_of, delay)
    desk = AlertDesk(book, stores.alerts, world.clock)
    return _Alerts(line, book, conditions, reach, desk, Arming(ground.building, book, conditions, reach))


def _orders(stores: Stores, world: World, ground: _Ground) -> _Orders:
    line = WriteBehind("orders", "Orders are carried out but not recorded.", ground.troubles)
    ledger = OrderLedger(stores.orders, ground.feed, line)
    device = ground.building.device
    outbox = Outbox(ledger, ground.network, ground.twins, ground.settings, world.clock, device)
    return _Orders(line, ledger, outbox, OrderDesk(ledger, outbox, ground.settings, world.clock, device))


def _status(
    ground: _Ground, alerts: _Alerts, orders: _Orders, identity: Identity, scenarios: ScenarioDesk
) -> StatusBoard:
    gauges = Gauges(
        unsent=lambda: orders.desk.unsent,
        dropped=lambda: ground.pipeline.dropped,
        troubles=lambda: (*ground.troubles.sentences, *ground.network.troubles),
        scenarios=lambda: scenarios.names,
    )
    return StatusBoard(ground.building, ground.twins, alerts.book, identity, gauges, ground.feed)


def _picture(
    ground: _Ground, alerts: _Alerts, orders: _Orders, status: StatusBoard, clock: Clock
) -> Callable[[], Batch]:
    return lambda: Batch(
        number=0,
        at=clock.now(),
        complete=True,
        readings=ground.twins.picture(),
        health=ground.twins.all_health(),
        alerts=alerts.book.all(),
        orders=orders.ledger.unsettled(),
        settings=ground.settings.all,
        status=status.now(),
        book_changed=True,
        journal_changed=True,
    )


def _loops(
    ground: _Ground,
    alerts: _Alerts,
    orders: _Orders,
    slow: tuple[Sampling, TelemetryDesk, StatusBoard],
    clock: Clock,
) -> Loops:
    sampling, telemetry, status = slow
    runs = (ground.pipeline.run, alerts.line.run, orders.line.run, orders.outbox.run)
    ticks = (alerts.conditions.tick, alerts.reach.tick, orders.outbox.tick, ground.twins.tick)
    pulses = (
        Pulse(0.25, ticks=ticks),
        Pulse(0.5, works=(lambda _now: sampling.flush(),)),
        Pulse(1.0, ticks=(status.tick, alerts.line.tick, orders.line.tick)),
        Pulse(5.0, works=(lambda _now: ground.twins.save(),)),
        Pulse(60.0, works=(telemetry.tidy,)),
    )
    return Loops(clock, runs, pulses)
