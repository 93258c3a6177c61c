"""Everything an engine is built of, and the desks that answer its port."""

from dataclasses import dataclass

from heyzack_console.composition.engine_cloud import Cloud, cloud_desk
from heyzack_console.composition.engine_notices import Notifications
from heyzack_console.composition.engine_parts import Alerts, Ground, Orders, Stores, World
from heyzack_console.services.access.desk import AccessDesk
from heyzack_console.services.alerts.figures import AlertFigures
from heyzack_console.services.alerts.rule_desk import RuleDesk, TrialDesk
from heyzack_console.services.calendar.book import CalendarBook
from heyzack_console.services.calendar.desk import CalendarDesk
from heyzack_console.services.calendar.exchange import CalendarExchange
from heyzack_console.services.desks import Desks
from heyzack_console.services.devices.desk import DeviceDesk
from heyzack_console.services.devices.diagnosis import DiagnosisDesk
from heyzack_console.services.devices.field import FieldDesks
from heyzack_console.services.devices.notes import NoteDesk
from heyzack_console.services.devices.replacing import ReplacementDesk, ReplacingStores
from heyzack_console.services.devices.sessions import SessionDesk
from heyzack_console.services.devices.snapshots import SnapshotDesk
from heyzack_console.services.devices.templates import TemplateDesk
from heyzack_console.services.devices.usage import UsageDesk
from heyzack_console.services.devices.walks import WalkDesk
from heyzack_console.services.devices.watching import Watching
from heyzack_console.services.hand_overs import HandOverDesk
from heyzack_console.services.identity import Identity
from heyzack_console.services.journal import JournalDesk
from heyzack_console.services.journal_exchange import ExchangeDesk
from heyzack_console.services.reloading import Reload, Reloading
from heyzack_console.services.sampling import Sampling
from heyzack_console.services.scenarios import ScenarioDesk
from heyzack_console.services.sites.dependencies import DependencyDesk
from heyzack_console.services.sites.desk import SiteDesk
from heyzack_console.services.sites.floors import FloorDesk
from heyzack_console.services.sites.holidays import HolidayDesk
from heyzack_console.services.sites.importing import ImportDesk
from heyzack_console.services.sites.place_desks import PlaceDesks
from heyzack_console.services.sites.places import PlaceDesk
from heyzack_console.services.sites.plans import PlanDesk
from heyzack_console.services.sites.zones import ZoneDesk
from heyzack_console.services.status import Gauges, StatusBoard
from heyzack_console.services.telemetry import TelemetryDesk
from heyzack_console.services.time_travel import TimeTravelDesk


@dataclass(frozen=True, slots=True)
class Parts:
    """What the desks and the loops are built on."""

    stores: Stores
    world: World
    ground: Ground
    alerts: Alerts
    notices: Notifications
    orders: Orders
    cloud: Cloud
    watching: Watching
    sampling: Sampling
    walks: WalkDesk


def build_desks(parts: Parts, identity: Identity) -> Desks:
    """Everyone who takes commands or answers queries."""
    stores, world, ground = parts.stores, parts.world, parts.ground
    scenarios, devices, calendar = _asked_by_others(parts)
    return Desks(
        access=AccessDesk(stores.access, ground.access, world.clock),
        alerts=parts.alerts.desk,
        building=ground.building, groups=ground.groups, settings=ground.settings, replacing=_replacing(parts),
        orders=parts.orders.desk, group_orders=parts.orders.groups, notifications=parts.notices.desk,
        calendar=CalendarDesk(stores.calendar, calendar, ground.feed, world.clock),
        calendar_book=calendar,
        calendar_files=_calendar_files(parts),
        cloud=cloud_desk(world, ground, parts.cloud, devices),
        exchange=ExchangeDesk(stores.exchange, world.sealer, _reloading(parts)),
        dependencies=DependencyDesk(stores.dependencies, ground.building),
        devices=devices,
        field=_field(parts),
        figures=AlertFigures(stores.alerts, world.clock, ground.building.zone),
        hand_overs=HandOverDesk(stores.hand_overs, ground.feed, world.clock),
        holidays=HolidayDesk(stores.holidays, ground.building, world.holidays),
        imports=ImportDesk(devices, ground.building, world.words),
        journal=JournalDesk(stores.journal, parts.alerts.desk, _books(parts)),
        notes=NoteDesk(stores.notes, stores.successions, ground.building, ground.feed, world.clock),
        plans=PlanDesk(stores.plans, ground.building, world.plans, world.clock),
        places=_places(parts),
        rules=RuleDesk(stores.rules, parts.alerts.rules, ground.building),
        scenarios=scenarios,
        sessions=SessionDesk(ground.building, ground.keys, parts.watching, ground.network, parts.cloud.projects.load),
        sites=SiteDesk(stores.sites, ground.building, ground.keys, world.sealer, world.clock),
        snapshots=_snapshots(parts),
        status=_status(parts, identity, scenarios),
        telemetry=TelemetryDesk(stores.telemetry, ground.settings, ground.troubles),
        templates=TemplateDesk(stores.templates, stores.sites, ground.templates, ground.building, ground.twins.actual),
        time_travel=_past(parts),
        trials=TrialDesk(stores.telemetry, stores.alerts, ground.building, world.clock),
        twins=ground.twins,
    )  # fmt: skip


def _places(parts: Parts) -> PlaceDesks:
    stores, book, clock = parts.stores, parts.ground.building, parts.world.clock
    changing = FloorDesk(stores.places, book, clock), ZoneDesk(stores.places, book, clock)
    return PlaceDesks(PlaceDesk(stores.sites, book), *changing)


def _asked_by_others(parts: Parts) -> tuple[ScenarioDesk, DeviceDesk, CalendarBook]:
    stores, ground = parts.stores, parts.ground
    return (
        ScenarioDesk(parts.world.demo),
        DeviceDesk(stores.sites, ground.building, ground.keys),
        CalendarBook(stores.calendar, lambda: ground.building.site),
    )


def _past(parts: Parts) -> TimeTravelDesk:
    stores, ground = parts.stores, parts.ground
    return TimeTravelDesk(
        stores.telemetry, stores.alerts, ground.building, ground.settings, lambda: parts.alerts.desk.in_force
    )


def _field(parts: Parts) -> FieldDesks:
    ground = parts.ground
    health = ground.twins.health_of
    return FieldDesks(
        diagnosis=DiagnosisDesk(ground.building, ground.network, health),
        usage=UsageDesk(parts.stores.telemetry, ground.building, health),
        walks=parts.walks,
    )


def _calendar_files(parts: Parts) -> CalendarExchange:
    ground = parts.ground
    site = ground.building.some_site
    return CalendarExchange(parts.world.calendars, parts.stores.calendar, site, ground.feed, parts.world.clock)


def _books(parts: Parts) -> tuple[Reload, ...]:
    """What an undo may have changed; the building comes after what its readers look into."""
    ground = parts.ground
    inner = (ground.settings.load, ground.templates.load, ground.groups.load, parts.alerts.rules.load, parts.walks.load)
    return (*inner, ground.building.load, ground.access.load, parts.cloud.projects.load, parts.notices.directory.load)


def _snapshots(parts: Parts) -> SnapshotDesk:
    ground = parts.ground
    return SnapshotDesk(parts.stores.snapshots, ground.building, ground.twins.actual, ground.feed, parts.world.clock)


def _reloading(parts: Parts) -> Reloading:
    """Around an exchange: what waits to be written goes first, then everyone reads anew, alerts last."""
    alerts, orders = parts.alerts, parts.orders

    async def renew() -> None:
        told, now = await parts.stores.alerts.load_current(), parts.world.clock.now()
        alerts.book.load(told, alerts.desk.in_force, now)

    return Reloading((alerts.line.flush, orders.line.flush), (*_books(parts), renew))


def _status(parts: Parts, identity: Identity, scenarios: ScenarioDesk) -> StatusBoard:
    ground = parts.ground
    gauges = Gauges(
        unsent=lambda: parts.orders.desk.unsent,
        dropped=lambda: ground.pipeline.dropped,
        troubles=lambda: (*ground.troubles.sentences, *ground.network.troubles),
        scenarios=lambda: scenarios.names,
        cloud=lambda: ground.cloud.states,
    )
    return StatusBoard(ground.building, ground.twins, parts.alerts.book, identity, gauges, ground.feed)


def _replacing(parts: Parts) -> ReplacementDesk:
    stores, ground = parts.stores, parts.ground
    kept = ReplacingStores(stores.successions, stores.groups, stores.rules, stores.access)
    return ReplacementDesk(kept, ground.building, ground.keys, parts.world.clock, _books(parts))
