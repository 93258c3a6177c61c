"""Everyone who takes commands or answers queries."""

from dataclasses import dataclass

from heyzack_console.services.access.desk import AccessDesk
from heyzack_console.services.alerts.answering import AlertDesk
from heyzack_console.services.alerts.figures import AlertFigures
from heyzack_console.services.alerts.rule_desk import RuleDesk, TrialDesk
from heyzack_console.services.calendar.book import CalendarBook
from heyzack_console.services.calendar.desk import CalendarDesk
from heyzack_console.services.calendar.exchange import CalendarExchange
from heyzack_console.services.cloud.desk import CloudDesk
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.devices.desk import DeviceDesk
from heyzack_console.services.devices.field import FieldDesks
from heyzack_console.services.devices.groups import GroupDesk
from heyzack_console.services.devices.notes import NoteDesk
from heyzack_console.services.devices.replacing import ReplacementDesk
from heyzack_console.services.devices.sessions import SessionDesk
from heyzack_console.services.devices.snapshots import SnapshotDesk
from heyzack_console.services.devices.templates import TemplateDesk
from heyzack_console.services.hand_overs import HandOverDesk
from heyzack_console.services.journal import JournalDesk
from heyzack_console.services.journal_exchange import ExchangeDesk
from heyzack_console.services.notifications.desk import NotificationDesk
from heyzack_console.services.orders.desk import OrderDesk
from heyzack_console.services.orders.group_desk import GroupOrderDesk
from heyzack_console.services.scenarios import ScenarioDesk
from heyzack_console.services.settings import SettingBook
from heyzack_console.services.sites.dependencies import DependencyDesk
from heyzack_console.services.sites.desk import SiteDesk
from heyzack_console.services.sites.holidays import HolidayDesk
from heyzack_console.services.sites.importing import ImportDesk
from heyzack_console.services.sites.place_desks import PlaceDesks
from heyzack_console.services.sites.plans import PlanDesk
from heyzack_console.services.status import StatusBoard
from heyzack_console.services.telemetry import TelemetryDesk
from heyzack_console.services.time_travel import TimeTravelDesk
from heyzack_console.services.twins import Twins


@dataclass(frozen=True, slots=True)
class Desks:
    """Everyone who takes commands or answers queries."""

    access: AccessDesk
    alerts: AlertDesk
    building: BuildingBook
    calendar: CalendarDesk
    calendar_book: CalendarBook
    calendar_files: CalendarExchange
    cloud: CloudDesk
    dependencies: DependencyDesk
    devices: DeviceDesk
    exchange: ExchangeDesk
    field: FieldDesks
    figures: AlertFigures
    group_orders: GroupOrderDesk
    groups: GroupDesk
    hand_overs: HandOverDesk
    holidays: HolidayDesk
    imports: ImportDesk
    journal: JournalDesk
    notifications: NotificationDesk
    notes: NoteDesk
    orders: OrderDesk
    plans: PlanDesk
    places: PlaceDesks
    rules: RuleDesk
    scenarios: ScenarioDesk
    sessions: SessionDesk
    replacing: ReplacementDesk
    settings: SettingBook
    sites: SiteDesk
    snapshots: SnapshotDesk
    status: StatusBoard
    telemetry: TelemetryDesk
    templates: TemplateDesk
    time_travel: TimeTravelDesk
    trials: TrialDesk
    twins: Twins
