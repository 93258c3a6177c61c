"""The stores of an engine: records on the journal, and samples in a file of their own."""

import asyncio
from contextlib import AsyncExitStack

from heyzack_console.composition.engine_parts import Stores
from heyzack_console.host.home import Home
from heyzack_console.ports.clock import Clock
from heyzack_console.storage.access import AccessRecords
from heyzack_console.storage.alert_rules import AlertRuleRecords
from heyzack_console.storage.alert_stories import retell
from heyzack_console.storage.alerts import AlertRecords
from heyzack_console.storage.calendar import CalendarRecords
from heyzack_console.storage.cloud import CloudRecords
from heyzack_console.storage.dependencies import DependencyRecords
from heyzack_console.storage.exchange import ExchangeRecords
from heyzack_console.storage.groups import GroupRecords
from heyzack_console.storage.hand_overs import HandOverRecords
from heyzack_console.storage.holidays import HolidayRecords
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.notes import NoteRecords
from heyzack_console.storage.notices import NoticeRecords
from heyzack_console.storage.notifications import NotificationRecords
from heyzack_console.storage.orders import OrderRecords
from heyzack_console.storage.places import PlaceRecords
from heyzack_console.storage.plans import PlanRecords
from heyzack_console.storage.replacing import ReplacementRecords
from heyzack_console.storage.samples.store import SampleStore
from heyzack_console.storage.settings import SettingRecords
from heyzack_console.storage.sites import SiteRecords
from heyzack_console.storage.snapshots import SnapshotRecords
from heyzack_console.storage.store import open_store
from heyzack_console.storage.templates import TemplateRecords
from heyzack_console.storage.walks import WalkRecords


async def open_stores(home: Home, clock: Clock, stack: AsyncExitStack) -> Stores:
    """Open what is kept in *home*; *stack* closes it.

    Raises:
        StoreError: it cannot be opened; it was left untouched.
    """
    store = await open_store(home.root, clock)
    stack.push_async_callback(store.close)
    samples = await asyncio.to_thread(SampleStore, home.samples)
    stack.push_async_callback(samples.close)
    return Stores(
        SiteRecords(store),
        PlaceRecords(store),
        AlertRecords(store),
        OrderRecords(store, clock),
        SettingRecords(store),
        JournalRecords(store, clock),
        samples,
        ExchangeRecords(store, retell),
        CloudRecords(store),
        DependencyRecords(store),
        TemplateRecords(store),
        AlertRuleRecords(store),
        CalendarRecords(store),
        HolidayRecords(store),
        PlanRecords(store),
        GroupRecords(store),
        NoteRecords(store),
        ReplacementRecords(store),
        AccessRecords(store),
        SnapshotRecords(store),
        HandOverRecords(store),
        NotificationRecords(store),
        NoticeRecords(store),
        WalkRecords(store),
    )
