"""What services ask of the local store. Every write is one journal entry and durable when the call returns."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from heyzack_console.domain.access import AccessRule, AccessRuleId
from heyzack_console.domain.alerts.alert import AlertEvent, AlertId
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.calendar import CalendarEntry, CalendarId
from heyzack_console.domain.cloud import CloudMember, CloudProject, ProjectId
from heyzack_console.domain.dependencies import Dependency
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress, Place
from heyzack_console.domain.devices.groups import DeviceGroup, GroupId
from heyzack_console.domain.devices.notes import DeviceNote, NoteId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.devices.snapshots import Snapshot, SnapshotHead, SnapshotId
from heyzack_console.domain.devices.templates import DeviceTemplate, TemplateId
from heyzack_console.domain.devices.walks import WalkTest
from heyzack_console.domain.hand_overs import HandOverNote
from heyzack_console.domain.holidays import Holiday
from heyzack_console.domain.identity import Actor, By
from heyzack_console.domain.journal import EntryRef, EntryView, Undone, Verification
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.domain.replacing import Replacement, Succession
from heyzack_console.domain.settings import SettingVersion
from heyzack_console.domain.site_changes import SiteChange
from heyzack_console.domain.sites import Floor, Site, SiteBook, Zone
from heyzack_console.domain.telemetry import Listening, NumberFigures, Series, WordSeries
from heyzack_console.domain.time_travel import AlertCall


class SiteStore(Protocol):
    """The site and its devices. All writes raise StoreError when nothing was written."""

    async def load(self) -> SiteBook | None:
        """The site of this home, or None."""

    async def put_site(
        self,
        site: Site,
        devices: Sequence[Device],
        by: By,
        dependencies: Sequence[Dependency] = (),
        holidays: Sequence[Holiday] = (),
    ) -> EntryRef:
        """Write a site with all that is given, replacing what is there under the same keys."""

    async def put_devices(self, devices: Sequence[Device], by: By) -> EntryRef:
        """Insert devices or update what differs."""

    async def place(self, places: Sequence[tuple[DeviceId, Place | None]], by: By) -> EntryRef:
        """Set where devices stand."""

    async def rename(self, device: DeviceId, name: str, by: By) -> EntryRef:
        """Change the name alone."""

    async def set_address(self, device: DeviceId, address: LanAddress | None, by: By) -> EntryRef:
        """Change the LAN address alone."""

    async def remove(self, devices: Sequence[DeviceId], by: By) -> EntryRef:
        """Delete softly: the rows stay, marked deleted."""


class DependencyStore(Protocol):
    """What supplies what, as people drew it; `SiteStore.load` brings it along. StoreError: nothing was written."""

    async def change(self, added: Sequence[Dependency], removed: Sequence[Dependency], by: By) -> EntryRef:
        """Add and remove in one entry; what is there, or gone, already is left alone."""


class PlaceStore(Protocol):
    """Floors and zones as parts of the site that `SiteStore.load` brings along. StoreError: nothing was written."""

    async def change(self, change: SiteChange, by: By) -> EntryRef:
        """Write and remove what *change* names, in one entry."""


class CalendarStore(Protocol):
    """What stands in the calendar. All writes raise StoreError when nothing was written."""

    async def entries(self) -> tuple[CalendarEntry, ...]:
        """All that were not removed, in the order in which they were made."""

    async def put(self, entries: Sequence[CalendarEntry], by: By, gone: Sequence[CalendarId] = ()) -> EntryRef:
        """Add entries or change what differs and delete *gone*, in one entry of the journal."""

    async def remove(self, entries: Sequence[CalendarId], by: By) -> EntryRef:
        """Delete softly, in one entry of the journal."""


class HandOverStore(Protocol):
    """Moments at which one shift handed over to the next."""

    async def put(self, made: HandOverNote, by: By) -> EntryRef:
        """Write one down. NotFound without a site, StoreError when nothing was written."""

    async def newest(self, limit: int) -> tuple[HandOverNote, ...]:
        """The last *limit* that were not undone, the newest first."""


class HolidayStore(Protocol):
    """The days on which the site is closed; `SiteStore.load` brings them along. StoreError: nothing was written."""

    async def change(self, added: Sequence[Holiday], removed: Sequence[date], by: By) -> EntryRef:
        """Add, rename and remove days in one entry; what is so already is left alone."""


class PlanStore(Protocol):
    """Plans of floors, as parts of the site that `SiteStore.load` brings along. StoreError: nothing was written."""

    async def put(
        self, floors: Sequence[Floor], zones: Sequence[Zone], pictures: Mapping[str, bytes], by: By
    ) -> EntryRef:
        """Write floors, zones and the *pictures* (by digest) that they name, in one work that can be undone as one."""

    async def picture(self, digest: str) -> bytes:
        """The bytes of a picture. NotFound: it was never written here."""


class NoteStore(Protocol):
    """Notes about devices and their files. All writes raise StoreError when nothing was written."""

    async def put(self, note: DeviceNote, files: Mapping[str, bytes], by: By) -> EntryRef:
        """Write a note with the bytes (by digest) that it names, in one work that can be undone as one."""

    async def remove(self, note: NoteId, by: By) -> EntryRef:
        """Delete softly. NotFound: there is no such note."""

    async def get(self, note: NoteId) -> DeviceNote:
        """One note. NotFound: there is no such note."""

    async def of(self, devices: Sequence[DeviceId], limit: int) -> tuple[DeviceNote, ...]:
        """The notes of *devices*, newest first."""

    async def file(self, digest: str) -> bytes:
        """The bytes of a file. NotFound: they were never written here."""


class ReplacementStore(Protocol):
    """Which device took whose place. StoreError: nothing was written."""

    async def carry_out(self, wanted: Replacement, by: By) -> EntryRef:
        """Write all of it, and delete the old device softly, in one work that can be undone as one."""

    async def before(self, device: DeviceId) -> tuple[Succession, ...]:
        """Whose place *device* took, and whose place those had taken; the last one first."""


class AlertStore(Protocol):
    """Alert events, append-only; states are folded from them by rules/alerts."""

    async def append(self, events: Sequence[AlertEvent], by: By) -> EntryRef:
        """Journal transitions."""

    async def load_current(self) -> tuple[AlertEvent, ...]:
        """Events to fold at the start: of each alert all since it was last normal, oldest first."""

    async def history(
        self, alert: AlertId | None, since: datetime | None, limit: int, devices: Sequence[DeviceId] = ()
    ) -> tuple[AlertEvent, ...]:
        """Newest first; of *alert*, or of *devices*, or of all."""

    async def told(self, until: datetime) -> tuple[AlertEvent, ...]:
        """Every event before *until*, in the order of the journal."""

    async def begun(self) -> datetime | None:
        """When this record begins; None where nothing was ever written."""

    async def standing(self, at: datetime) -> tuple[AlertEvent, ...]:
        """Events until *at* to fold for a picture of that moment: of each alert that was not normal then all since it
        had last been, in the order of the journal; alerts that were normal may come along."""

    async def calls(self, start: datetime, end: datetime) -> tuple[AlertCall, ...]:
        """When alerts began in [start, end), oldest first."""


class OrderStore(Protocol):
    """Orders and the steps they took."""

    async def put(self, order: Order, by: By) -> EntryRef:
        """Record a new order."""

    async def advance(self, order: OrderId, state: OrderState, at: datetime, stage: str, text: str, path: str) -> None:
        """Append what happened to an order (by the console itself)."""

    async def unsettled(self) -> tuple[Order, ...]:
        """Orders that are waiting or sent, oldest first."""

    async def recent(self, device: DeviceId | None, limit: int) -> tuple[Order, ...]:
        """Newest first."""


class SettingStore(Protocol):
    """Settings with versions."""

    async def current(self) -> tuple[SettingVersion, ...]:
        """Those that were ever changed."""

    async def change(self, name: str, value: bool | int | float | str, by: By) -> EntryRef:
        """Write the next version."""

    async def versions(self, name: str) -> tuple[SettingVersion, ...]:
        """Oldest first."""


class RuleStore(Protocol):
    """Alert rules of one's own."""

    async def load(self) -> tuple[AlertRule, ...]:
        """Every rule, by its id."""

    async def put(self, rules: Sequence[AlertRule], by: By) -> EntryRef:
        """Add rules or change what differs, all of them or none."""

    async def remove(self, rules: Sequence[str], by: By) -> EntryRef:
        """Delete softly; NotFound where there is none of one of them."""


class TemplateStore(Protocol):
    """Device templates, one for each product or kind."""

    async def load(self) -> tuple[DeviceTemplate, ...]:
        """Every template, by its id."""

    async def put(self, template: DeviceTemplate, by: By) -> EntryRef:
        """Add a template or change what differs; an empty reference where nothing does."""

    async def remove(self, template: TemplateId, by: By) -> EntryRef:
        """Delete softly; NotFound where there is none."""


class WalkStore(Protocol):
    """Walk tests."""

    async def load(self) -> tuple[WalkTest, ...]:
        """Every walk test, in no order."""

    async def put(self, walk: WalkTest, by: By) -> EntryRef:
        """Add a walk test or change what differs; an empty reference where nothing does."""


class GroupStore(Protocol):
    """Saved groups of devices."""

    async def load(self) -> tuple[DeviceGroup, ...]:
        """Every group, by its name."""

    async def put(self, group: DeviceGroup, by: By) -> EntryRef:
        """Add a group or change what differs; an empty reference where nothing does."""

    async def remove(self, group: GroupId, by: By) -> EntryRef:
        """Delete softly; NotFound where there is none."""


class AccessStore(Protocol):
    """Access rules, and the people they are for."""

    async def load(self) -> tuple[AccessRule, ...]:
        """Every rule, oldest first."""

    async def people(self) -> tuple[Actor, ...]:
        """Everybody with a role, by name."""

    async def put(self, rule: AccessRule, by: By) -> EntryRef:
        """Add a rule or change what differs; an empty reference where nothing does."""

    async def remove(self, rule: AccessRuleId, by: By) -> EntryRef:
        """Delete softly; NotFound where there is none."""


class SnapshotStore(Protocol):
    """Snapshots of set-points."""

    async def heads(self) -> tuple[SnapshotHead, ...]:
        """Every snapshot without its values, newest first."""

    async def get(self, snapshot: SnapshotId) -> Snapshot:
        """One snapshot; NotFound where there is none."""

    async def put(self, snapshot: Snapshot, by: By) -> EntryRef:
        """Add a snapshot."""

    async def remove(self, snapshot: SnapshotId, by: By) -> EntryRef:
        """Delete softly; NotFound where there is none."""


class CloudStore(Protocol):
    """Cloud projects, which are records, and what this console remembers of them, which is not journalled."""

    async def projects(self) -> tuple[CloudProject, ...]:
        """Every project that is connected."""

    async def put_project(self, project: CloudProject, by: By) -> EntryRef:
        """Add a project or change what differs; its secret is not here."""

    async def keep_subscription(self, project: ProjectId, suffix: str) -> None:
        """Let this console read another subscription of the message queue; not journalled."""

    async def remove_project(self, project: ProjectId, by: By) -> EntryRef:
        """Delete softly; its members are forgotten with it."""

    async def members(self) -> tuple[CloudMember, ...]:
        """Which device was listed by which project when it was last seen."""

    async def keep_members(self, project: ProjectId, members: Sequence[CloudMember]) -> None:
        """Replace what is remembered of *project*."""

    async def counters(self) -> dict[tuple[ProjectId, str], tuple[int, int]]:
        """Calls and messages by project and month ('2026-11', UTC)."""

    async def keep_counters(self, counters: Mapping[tuple[ProjectId, str], tuple[int, int]]) -> None:
        """Write counters over what is there."""


class Journal(Protocol):
    """Reading and undoing entries."""

    async def local_actor(self) -> Actor:
        """The administrator of this machine, made at the first start."""

    async def console_actor(self) -> Actor:
        """The console itself, as which rules act."""

    async def undo(self, entry: EntryRef, by: By) -> Undone:
        """Write the opposite of *entry*; NotFound if it is unknown, IllegalTransition if nothing can be undone."""

    async def verify(self) -> Verification:
        """Read every chain from its beginning."""

    async def entries(self, device: str, limit: int) -> tuple[EntryView, ...]:
        """Newest first."""


class Telemetry(Protocol):
    """Samples, rollups and the twins' last picture; not journalled."""

    async def write(self, readings: Sequence[Reading]) -> None:
        """Add samples; numbers as samples with rollups, other kinds when they changed."""

    async def fill(self, start: datetime, end: datetime, logged: Sequence[Reading], present: Sequence[Reading]) -> None:
        """Add what was *logged* in [start, end) while nothing was heard, and mark that stretch of its series as filled.

        *present* is what is shown now of the same points: the last word of a log does not outlive it.
        """

    async def save_twins(self, readings: Sequence[Reading]) -> None:
        """Remember the newest value of each point for the next start."""

    async def load_twins(self) -> tuple[Reading, ...]:
        """The picture as it was last saved, every value of quality CACHED."""

    async def load_listening(self) -> Listening:
        """Until when the last run listened, and what it missed."""

    async def keep_listening(self, listening: Listening) -> None:
        """Write *listening* over what is there."""

    async def load_learned(self) -> Mapping[str, bytes]:
        """What was learned of series, by a name that only who learned it understands."""

    async def keep_learned(self, learned: Mapping[str, bytes], gone: Collection[str]) -> None:
        """Write *learned* over what is there and forget *gone*."""

    async def series(self, device: DeviceId, code: str, start: datetime, end: datetime, pixels: int) -> Series:
        """Numbers in [start, end) from the coarsest rollup that still gives about one step per pixel."""

    async def finest(self, device: DeviceId, code: str, start: datetime, end: datetime) -> Series:
        """Every number in [start, end), or the finest averages that reach as far back."""

    async def figures(self, device: DeviceId, code: str, start: datetime, end: datetime) -> NumberFigures | None:
        """Count, bounds and mean of the numbers in [start, end); None where there are none."""

    async def words(self, device: DeviceId, code: str, start: datetime, end: datetime) -> WordSeries:
        """Changes in [start, end), and the one before start."""

    async def standing(self, at: datetime) -> tuple[Reading, ...]:
        """The last value of every point at *at* or before, as if live; of an old number the last of its rollup step."""

    async def begun(self) -> datetime | None:
        """Time of the oldest value that is kept; None where there is none."""

    async def recorded(
        self, codes: Collection[str], start: datetime, end: datetime, *, begin: bool
    ) -> tuple[Reading, ...]:
        """Every value of the points *codes* (empty: all) in [start, end) by time; *begin*: what stood then first."""

    async def tidy(self, now: datetime, keep_days: Mapping[str, int]) -> int:
        """Delete what is older than its class allows ('samples', 'minutes', 'hours'); returns the rows deleted."""
