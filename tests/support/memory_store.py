"""The store's ports in memory: the same promises without a disk, and a store that refuses on demand."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from heyzack_console.composition.engine_parts import Stores
from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, Trigger
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.calendar import CalendarEntry, CalendarId
from heyzack_console.domain.cloud import CloudMember, CloudProject, ProjectId
from heyzack_console.domain.dependencies import Dependency
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress, Place
from heyzack_console.domain.devices.notes import DeviceNote, NoteId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.devices.templates import DeviceTemplate, TemplateId
from heyzack_console.domain.errors import IllegalTransition, NotFound, StoreFull
from heyzack_console.domain.hand_overs import HandOverNote
from heyzack_console.domain.holidays import Holiday
from heyzack_console.domain.identity import Actor, ActorId, By, Role
from heyzack_console.domain.journal import EntryRef, EntryView, Undone, Verification
from heyzack_console.domain.notifications.book import Item
from heyzack_console.domain.notifications.notice import Notice, NoticeId
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.domain.settings import SettingVersion
from heyzack_console.domain.sites import Site, SiteBook
from heyzack_console.domain.telemetry import Listening
from heyzack_console.domain.time_travel import AlertCall
from heyzack_console.ports.store import Telemetry
from tests.support.building import T0
from tests.support.memory_exchange import MemoryExchange
from tests.support.memory_groups import Kept, MemoryAccess, MemoryGroups, MemorySnapshots
from tests.support.memory_hand_overs import MemoryHandOvers
from tests.support.memory_holidays import MemoryHolidays
from tests.support.memory_notes import MemoryNotes
from tests.support.memory_notices import MemoryNotices, MemoryNotifications
from tests.support.memory_places import MemoryPlaces
from tests.support.memory_plans import MemoryPlans
from tests.support.memory_replacements import MemoryReplacements
from tests.support.memory_rules import MemoryRules
from tests.support.memory_telemetry import MemoryTelemetry
from tests.support.memory_walks import MemoryWalks

ADMIN = Actor(ActorId("a" * 32), "Ines", Role.ADMINISTRATOR)
CONSOLE = Actor(ActorId("c" * 32), "console", Role.ADMINISTRATOR)


Before = tuple[SiteBook | None, dict[str, list[SettingVersion]], dict[TemplateId, DeviceTemplate]]


@dataclass
class Disk:
    """What survives a restart; *full* makes every write fail, *slow* keeps steps of orders until it is set."""

    full: bool = False
    slow: asyncio.Event | None = None
    entries: list[tuple[EntryRef, By]] = field(default_factory=list)
    before: dict[EntryRef, Before] = field(default_factory=dict)
    planned_before: dict[EntryRef, dict[CalendarId, CalendarEntry]] = field(default_factory=dict)
    book: SiteBook | None = None
    events: list[AlertEvent] = field(default_factory=list)
    orders: dict[OrderId, Order] = field(default_factory=dict)
    steps: list[tuple[OrderId, OrderState, str]] = field(default_factory=list)
    settings: dict[str, list[SettingVersion]] = field(default_factory=dict)
    samples: list[Reading] = field(default_factory=list)
    filled: set[tuple[DeviceId, str, datetime, datetime]] = field(default_factory=set)
    listening: Listening = field(default_factory=Listening)
    twins: dict[tuple[DeviceId, str], Reading] = field(default_factory=dict)
    learned: dict[str, bytes] = field(default_factory=dict)
    projects: dict[ProjectId, CloudProject] = field(default_factory=dict)
    members: dict[ProjectId, tuple[CloudMember, ...]] = field(default_factory=dict)
    counters: dict[tuple[ProjectId, str], tuple[int, int]] = field(default_factory=dict)
    templates: dict[TemplateId, DeviceTemplate] = field(default_factory=dict)
    rules: dict[str, AlertRule] = field(default_factory=dict)
    rules_before: dict[EntryRef, dict[str, AlertRule]] = field(default_factory=dict)
    calendar: dict[CalendarId, CalendarEntry] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept)
    kept_before: dict[EntryRef, Kept] = field(default_factory=dict)
    people: tuple[Actor, ...] = (ADMIN,)
    hand_overs: list[HandOverNote] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    notes: dict[NoteId, DeviceNote] = field(default_factory=dict)
    noted_before: dict[EntryRef, dict[NoteId, DeviceNote]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    notified: dict[str, Item] = field(default_factory=dict)
    notices: dict[NoticeId, Notice] = field(default_factory=dict)
    tidied: list[Mapping[str, int]] = field(default_factory=list)

    def write(self, by: By) -> EntryRef:
        """Make an entry, or refuse."""
        self.check()
        ref = EntryRef(f"{len(self.entries) + 1:064x}")
        settings = {name: list(versions) for name, versions in self.settings.items()}
        self.before[ref] = self.book, settings, dict(self.templates)
        self.rules_before[ref] = dict(self.rules)
        self.planned_before[ref] = self.calendar
        self.kept_before[ref] = self.kept.copied()
        self.noted_before[ref] = dict(self.notes)
        self.entries.append((ref, by))
        return ref

    def check(self) -> None:
        """Refuse when full."""
        if self.full:
            raise StoreFull("The disk is full. Nothing of this step was written; make room.")


class MemorySites:
    def __init__(self, disk: Disk) -> None:
        self.disk = disk

    async def load(self) -> SiteBook | None:
        return self.disk.book

    async def put_site(
        self,
        site: Site,
        devices: Sequence[Device],
        by: By,
        dependencies: Sequence[Dependency] = (),
        holidays: Sequence[Holiday] = (),
    ) -> EntryRef:
        ref = self.disk.write(by)
        before = self.disk.book
        kept = before if before is not None and before.site.id == site.id else SiteBook(site)
        merged = {d.id: d for d in kept.devices} | {d.id: d for d in devices}
        drawn = tuple(dict.fromkeys([*kept.dependencies, *dependencies]))
        closed = {h.day: h for h in (*kept.holidays, *holidays)}
        days = tuple(closed[day] for day in sorted(closed))
        floors = {floor.id: floor for floor in (*kept.site.floors, *site.floors)}
        zones = {zone.id: zone for zone in (*kept.site.zones, *site.zones)}
        whole = replace(site, floors=tuple(floors.values()), zones=tuple(zones.values()))
        self.disk.book = SiteBook(whole, tuple(merged.values()), drawn, days)
        return ref

    async def put_devices(self, devices: Sequence[Device], by: By) -> EntryRef:
        ref = self.disk.write(by)
        self._change({d.id: d for d in devices})
        return ref

    async def place(self, places: Sequence[tuple[DeviceId, Place | None]], by: By) -> EntryRef:
        ref = self.disk.write(by)
        self._change({one: replace(self._of(one), place=place) for one, place in places})
        return ref

    async def rename(self, device: DeviceId, name: str, by: By) -> EntryRef:
        ref = self.disk.write(by)
        self._change({device: replace(self._of(device), name=name)})
        return ref

    async def set_address(self, device: DeviceId, address: LanAddress | None, by: By) -> EntryRef:
        ref = self.disk.write(by)
        self._change({device: replace(self._of(device), address=address)})
        return ref

    async def remove(self, devices: Sequence[DeviceId], by: By) -> EntryRef:
        ref = self.disk.write(by)
        assert self.disk.book
        left = tuple(d for d in self.disk.book.devices if d.id not in devices)
        self.disk.book = replace(self.disk.book, devices=left)
        return ref

    def _of(self, device: DeviceId) -> Device:
        assert self.disk.book
        return next(d for d in self.disk.book.devices if d.id == device)

    def _change(self, devices: Mapping[DeviceId, Device]) -> None:
        if self.disk.book is None:
            raise NotFound("There is no site yet.")
        merged = {d.id: d for d in self.disk.book.devices} | dict(devices)
        self.disk.book = replace(self.disk.book, devices=tuple(merged.values()))


class MemoryDependencies:
    def __init__(self, disk: Disk) -> None:
        self.disk = disk

    async def change(self, added: Sequence[Dependency], removed: Sequence[Dependency], by: By) -> EntryRef:
        ref = self.disk.write(by)
        assert self.disk.book
        left = [one for one in dict.fromkeys([*self.disk.book.dependencies, *added]) if one not in removed]
        self.disk.book = replace(self.disk.book, dependencies=tuple(left))
        return ref


class MemoryCalendar:
    def __init__(self, disk: Disk) -> None:
        self.disk = disk

    async def entries(self) -> tuple[CalendarEntry, ...]:
        return tuple(self.disk.calendar.values())

    async def put(self, entries: Sequence[CalendarEntry], by: By, gone: Sequence[CalendarId] = ()) -> EntryRef:
        ref = self.disk.write(by)
        kept = self.disk.calendar | {entry.id: entry for entry in entries}
        self.disk.calendar = {name: entry for name, entry in kept.items() if name not in gone}
        return ref

    async def remove(self, entries: Sequence[CalendarId], by: By) -> EntryRef:
        return await self.put((), by, entries)


class MemoryAlerts:
    def __init__(self, disk: Disk) -> None:
        self.disk = disk

    async def append(self, events: Sequence[AlertEvent], by: By) -> EntryRef:
        ref = self.disk.write(by)
        self.disk.events.extend(events)
        return ref

    async def load_current(self) -> tuple[AlertEvent, ...]:
        return tuple(self.disk.events)

    async def history(
        self, alert: AlertId | None, since: datetime | None, limit: int, devices: Sequence[DeviceId] = ()
    ) -> tuple[AlertEvent, ...]:
        wanted = [e for e in self.disk.events if alert in {None, e.alert} and (since is None or e.at >= since)]
        wanted = [e for e in wanted if not devices or e.device in devices]
        return tuple(reversed(wanted))[:limit]

    async def told(self, until: datetime) -> tuple[AlertEvent, ...]:
        return tuple(e for e in self.disk.events if e.at < until)

    async def begun(self) -> datetime | None:
        return min((e.at for e in self.disk.events), default=None)

    async def standing(self, at: datetime) -> tuple[AlertEvent, ...]:
        return tuple(e for e in self.disk.events if e.at <= at)

    async def calls(self, start: datetime, end: datetime) -> tuple[AlertCall, ...]:
        began = sorted((e for e in self.disk.events if e.trigger is Trigger.TRUE), key=lambda e: e.at)
        return tuple(AlertCall(e.at, e.priority) for e in began if start <= e.at < end)


class MemoryOrders:
    def __init__(self, disk: Disk) -> None:
        self.disk = disk

    async def put(self, order: Order, by: By) -> EntryRef:
        ref = self.disk.write(by)
        self.disk.orders[order.id] = order
        return ref

    async def advance(self, order: OrderId, state: OrderState, at: datetime, stage: str, text: str, path: str) -> None:
        if self.disk.slow is not None:
            await self.disk.slow.wait()
        self.disk.check()
        known = self.disk.orders[order]
        self.disk.orders[order] = replace(known, state=state, changed_at=at, stage=stage, text=text, path=path)
        self.disk.steps.append((order, state, stage))

    async def unsettled(self) -> tuple[Order, ...]:
        return tuple(o for o in self.disk.orders.values() if not o.state.final)

    async def recent(self, device: DeviceId | None, limit: int) -> tuple[Order, ...]:
        wanted = [o for o in self.disk.orders.values() if device in {None, o.device}]
        return tuple(reversed(wanted))[:limit]


class MemorySettings:
    def __init__(self, disk: Disk) -> None:
        self.disk = disk

    async def current(self) -> tuple[SettingVersion, ...]:
        return tuple(versions[-1] for versions in self.disk.settings.values() if versions)

    async def change(self, name: str, value: bool | int | float | str, by: By) -> EntryRef:
        ref = self.disk.write(by)
        versions = self.disk.settings.setdefault(name, [])
        versions.append(SettingVersion(name, value, len(versions) + 1, T0, by.actor.name, by.reason))
        return ref

    async def versions(self, name: str) -> tuple[SettingVersion, ...]:
        return tuple(self.disk.settings.get(name, ()))


class MemoryJournal:
    def __init__(self, disk: Disk) -> None:
        self.disk = disk

    async def local_actor(self) -> Actor:
        return ADMIN

    async def console_actor(self) -> Actor:
        return CONSOLE

    async def undo(self, entry: EntryRef, by: By) -> Undone:
        """Takes back book and settings as they were before; only of the newest entry, which is enough for tests."""
        if entry not in self.disk.before:
            raise NotFound("This entry is not known here.")
        if self.disk.entries[-1][0] != entry:
            raise IllegalTransition("Everything it wrote has been changed since.")
        book, settings, templates = self.disk.before[entry]
        planned, rules = self.disk.planned_before[entry], self.disk.rules_before[entry]
        kept, noted = self.disk.kept_before[entry], self.disk.noted_before[entry]
        ref = self.disk.write(by)
        self.disk.calendar, self.disk.rules = planned, rules
        self.disk.kept, self.disk.notes = kept, noted
        self.disk.book, self.disk.settings, self.disk.templates = book, settings, templates
        return Undone(ref, 1)

    async def verify(self) -> Verification:
        return Verification(len(self.disk.entries), 1, ())

    async def entries(self, device: str, limit: int) -> tuple[EntryView, ...]:
        views = [EntryView(ref, T0, by.actor.name, by.command, by.reason, ()) for ref, by in self.disk.entries]
        return tuple(reversed(views))[:limit]


class MemoryCloud:
    def __init__(self, disk: Disk) -> None:
        self.disk = disk

    async def projects(self) -> tuple[CloudProject, ...]:
        return tuple(self.disk.projects.values())

    async def put_project(self, project: CloudProject, by: By) -> EntryRef:
        ref = self.disk.write(by)
        self.disk.projects[project.id] = project
        return ref

    async def remove_project(self, project: ProjectId, by: By) -> EntryRef:
        ref = self.disk.write(by)
        del self.disk.projects[project]
        self.disk.members.pop(project, None)
        return ref

    async def keep_subscription(self, project: ProjectId, suffix: str) -> None:
        self.disk.check()
        self.disk.projects[project] = replace(self.disk.projects[project], queue_suffix=suffix)

    async def members(self) -> tuple[CloudMember, ...]:
        return tuple(member for members in self.disk.members.values() for member in members)

    async def keep_members(self, project: ProjectId, members: Sequence[CloudMember]) -> None:
        self.disk.check()
        self.disk.members[project] = tuple(members)

    async def counters(self) -> dict[tuple[ProjectId, str], tuple[int, int]]:
        return dict(self.disk.counters)

    async def keep_counters(self, counters: Mapping[tuple[ProjectId, str], tuple[int, int]]) -> None:
        self.disk.check()
        self.disk.counters.update(counters)


class MemoryTemplates:
    def __init__(self, disk: Disk) -> None:
        self.disk = disk

    async def load(self) -> tuple[DeviceTemplate, ...]:
        return tuple(self.disk.templates[one] for one in sorted(self.disk.templates))

    async def put(self, template: DeviceTemplate, by: By) -> EntryRef:
        if self.disk.templates.get(template.id) == template:
            return EntryRef("")
        ref = self.disk.write(by)
        self.disk.templates[template.id] = template
        return ref

    async def remove(self, template: TemplateId, by: By) -> EntryRef:
        if template not in self.disk.templates:
            raise NotFound("There is no such template.")
        ref = self.disk.write(by)
        del self.disk.templates[template]
        return ref


def memory_stores(disk: Disk, telemetry: Telemetry | None = None) -> Stores:
    """All stores in memory; *telemetry* where a test brings its own."""
    return Stores(
        sites=MemorySites(disk),
        places=MemoryPlaces(disk),
        alerts=MemoryAlerts(disk),
        orders=MemoryOrders(disk),
        settings=MemorySettings(disk),
        journal=MemoryJournal(disk),
        telemetry=MemoryTelemetry(disk) if telemetry is None else telemetry,
        exchange=MemoryExchange(),
        cloud=MemoryCloud(disk),
        dependencies=MemoryDependencies(disk),
        templates=MemoryTemplates(disk),
        rules=MemoryRules(disk),
        calendar=MemoryCalendar(disk),
        holidays=MemoryHolidays(disk),
        plans=MemoryPlans(disk),
        groups=MemoryGroups(disk),
        notes=MemoryNotes(disk),
        successions=MemoryReplacements(disk),
        access=MemoryAccess(disk),
        snapshots=MemorySnapshots(disk),
        hand_overs=MemoryHandOvers(disk.hand_overs, disk.write),
        notifications=MemoryNotifications(disk),
        notices=MemoryNotices(disk),
        walks=MemoryWalks(),
    )
