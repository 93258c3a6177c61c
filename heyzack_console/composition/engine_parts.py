"""The parts of an engine's services: what all stand on, alerts, orders, and the desks that answer the port."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.calendars import CalendarFiles
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.cloud import CloudListener, CloudMeter, CloudNetwork
from heyzack_console.ports.demo import DemoBuilding
from heyzack_console.ports.exchange import ExchangeStore
from heyzack_console.ports.holidays import PublicHolidays
from heyzack_console.ports.lan import LanListener, LanNetwork
from heyzack_console.ports.notice_store import NoticeStore, NotificationStore
from heyzack_console.ports.notices import NoticeSending, NoticeWords
from heyzack_console.ports.plans import PlanReading
from heyzack_console.ports.products import ProductWords
from heyzack_console.ports.secrets import Sealer, SecretStore
from heyzack_console.ports.store import (
    AccessStore,
    AlertStore,
    CalendarStore,
    CloudStore,
    DependencyStore,
    GroupStore,
    HandOverStore,
    HolidayStore,
    Journal,
    NoteStore,
    OrderStore,
    PlaceStore,
    PlanStore,
    ReplacementStore,
    RuleStore,
    SettingStore,
    SiteStore,
    SnapshotStore,
    Telemetry,
    TemplateStore,
    WalkStore,
)
from heyzack_console.services.access.book import AccessBook
from heyzack_console.services.alerts.answering import AlertDesk
from heyzack_console.services.alerts.arming import Arming
from heyzack_console.services.alerts.blame import CloudJudge
from heyzack_console.services.alerts.book import AlertBook
from heyzack_console.services.alerts.conditions import ConditionWatch
from heyzack_console.services.alerts.divergence import DivergenceWatch
from heyzack_console.services.alerts.reach import ReachWatch
from heyzack_console.services.alerts.recording import AlertRecorder
from heyzack_console.services.alerts.rule_book import RuleBook
from heyzack_console.services.alerts.standing import StandingAlerts
from heyzack_console.services.anomalies import AnomalyWatch
from heyzack_console.services.anomalies_memory import AnomalyMemory
from heyzack_console.services.cloud.counters import CloudCounters
from heyzack_console.services.cloud.ear import CloudEar
from heyzack_console.services.cloud.members import CloudMembers
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.devices.groups import GroupDesk
from heyzack_console.services.devices.keyring import LocalKeys
from heyzack_console.services.devices.templates import TemplateBook
from heyzack_console.services.feed import Feed
from heyzack_console.services.identity import Identity
from heyzack_console.services.orders.desk import OrderDesk
from heyzack_console.services.orders.group_desk import DeviceSight, GroupOrderDesk
from heyzack_console.services.orders.ledger import OrderLedger
from heyzack_console.services.orders.outbox import Outbox
from heyzack_console.services.orders.roads import OrderRoads
from heyzack_console.services.pipeline import Pipeline
from heyzack_console.services.sampling import Sampling
from heyzack_console.services.settings import SettingBook
from heyzack_console.services.troubles import Troubles
from heyzack_console.services.twins import Twins
from heyzack_console.services.write_behind import WriteBehind


@dataclass(frozen=True, slots=True)
class Stores:
    """Where records and values are kept."""

    sites: SiteStore
    places: PlaceStore
    alerts: AlertStore
    orders: OrderStore
    settings: SettingStore
    journal: Journal
    telemetry: Telemetry
    exchange: ExchangeStore
    cloud: CloudStore
    dependencies: DependencyStore
    templates: TemplateStore
    rules: RuleStore
    calendar: CalendarStore
    holidays: HolidayStore
    plans: PlanStore
    groups: GroupStore
    notes: NoteStore
    successions: ReplacementStore
    access: AccessStore
    snapshots: SnapshotStore
    hand_overs: HandOverStore
    notifications: NotificationStore
    notices: NoticeStore
    walks: WalkStore


@dataclass(frozen=True, slots=True)
class World:
    """Everything else that services ask of the world.

    *network* and *cloud* are made once their listeners are there; *sender* is given what tells whether everything
    stays on this machine; *hide* is told every secret that must not stand in a log.
    """

    clock: Clock
    secrets: SecretStore
    sealer: Sealer
    words: ProductWords
    network: Callable[[LanListener], LanNetwork]
    cloud: Callable[[CloudListener, CloudMeter], CloudNetwork]
    hide: Callable[[str], None]
    calendars: CalendarFiles
    holidays: PublicHolidays
    plans: PlanReading
    sender: Callable[[Callable[[], bool]], NoticeSending]
    notice_words: NoticeWords
    demo: DemoBuilding | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What all features stand on."""

    feed: Feed
    troubles: Troubles
    settings: SettingBook
    building: BuildingBook
    templates: TemplateBook
    groups: GroupDesk
    access: AccessBook
    keys: LocalKeys
    twins: Twins
    pipeline: Pipeline
    sampling: Sampling
    network: LanNetwork
    members: CloudMembers
    counters: CloudCounters
    ear: CloudEar
    cloud: CloudNetwork


@dataclass(frozen=True, slots=True)
class Alerts:
    """Alerts and everyone around them."""

    line: WriteBehind
    book: AlertBook
    rules: RuleBook
    conditions: ConditionWatch
    reach: ReachWatch
    divergence: DivergenceWatch
    desk: AlertDesk
    arming: Arming
    anomalies: AnomalyWatch


@dataclass(frozen=True, slots=True)
class Orders:
    """Orders and everyone around them."""

    line: WriteBehind
    ledger: OrderLedger
    outbox: Outbox
    desk: OrderDesk
    groups: GroupOrderDesk


def build_ground(stores: Stores, world: World) -> Ground:
    """What all features stand on."""
    troubles = Troubles()
    feed = Feed(world.clock)
    settings = SettingBook(stores.settings, feed, world.clock)
    twins = Twins(stores.telemetry, settings, feed, troubles)
    pipeline = Pipeline(twins, world.clock)
    members, counters = CloudMembers(stores.cloud), CloudCounters(stores.cloud, troubles)
    sampling = Sampling(stores.telemetry, troubles)
    ear = CloudEar(pipeline, members, sampling)
    building = BuildingBook(stores.sites, feed)
    groups = GroupDesk(stores.groups, building, feed, world.clock)
    return Ground(
        feed=feed,
        troubles=troubles,
        settings=settings,
        building=building,
        templates=TemplateBook(stores.templates),
        groups=groups,
        access=AccessBook(stores.access, building, groups, feed, world.clock),
        keys=LocalKeys(world.secrets, troubles, world.hide),
        twins=twins,
        pipeline=pipeline,
        sampling=sampling,
        network=world.network(pipeline),
        members=members,
        counters=counters,
        ear=ear,
        cloud=world.cloud(ear, counters),
    )


def build_alerts(stores: Stores, world: World, ground: Ground, identity: Identity) -> Alerts:
    """Alerts: who raises them, who keeps them, who writes them down."""
    line = WriteBehind("alerts", "Alerts go on but are not recorded.", ground.troubles)
    recorder = AlertRecorder(stores.alerts, ground.feed, line)
    book = AlertBook(StandingAlerts(ground.feed), recorder, ground.building.site_id, identity.by_rule("alerts.rules"))
    conditions = ConditionWatch(book, ground.building.zone)
    delay = partial(ground.settings.span, "alerts.unreachable_after_s")
    judge = CloudJudge(book, ground.members.of, ground.twins.health_of)
    reach = ReachWatch(book, ground.twins.health_of, judge.blame, delay)
    longest = partial(ground.settings.hours, "alerts.shelve_longest_h")
    desk = AlertDesk(book, stores.alerts, world.clock, longest)
    after = partial(ground.settings.span, "cloud.divergence_after_s")
    divergence = DivergenceWatch(book, ground.twins.health_of, ground.members.of, after)
    rules = RuleBook(stores.rules, ground.templates.thresholds)
    arming = Arming(ground.building, book, conditions, reach, divergence, rules)
    memory = AnomalyMemory(stores.telemetry, ground.troubles)
    preset = partial(ground.settings.word, "anomalies.sensitivity")
    anomalies = AnomalyWatch(book, memory, ground.building.device, ground.twins.actual, preset)
    return Alerts(line, book, rules, conditions, reach, divergence, desk, arming, anomalies)


def build_orders(stores: Stores, world: World, ground: Ground, identity: Identity) -> Orders:
    """Orders: ledger, outbox and desk."""
    line = WriteBehind("orders", "Orders are carried out but not recorded.", ground.troubles)
    ledger = OrderLedger(stores.orders, ground.feed, line)
    device = ground.building.device
    roads = OrderRoads(ground.network, ground.cloud, ground.members.cloud_id, ground.pipeline.drain)
    outbox = Outbox(ledger, roads, ground.twins, ground.settings, world.clock, device)
    desk = OrderDesk(ledger, outbox, ground.settings, world.clock, device)

    def why_not(one: DeviceId) -> str:
        return ground.access.why_not(identity.actor, one)

    sight = DeviceSight(device, ground.twins.health_of, ground.twins.actual, why_not)
    groups = GroupOrderDesk(desk, sight, ground.feed, world.clock)
    ledger.lead_to(groups.heard)
    return Orders(line, ledger, outbox, desk, groups)
