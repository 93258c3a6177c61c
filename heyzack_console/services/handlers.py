"""Who carries out which command and answers which query: the whole list, written out."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from heyzack_console.domain.identity import By
from heyzack_console.ports.engine import (
    access,
    alerts,
    calendar,
    cloud,
    dependencies,
    devices,
    floors,
    group_orders,
    groups,
    hand_overs,
    holidays,
    journal,
    journal_exchange,
    notes,
    notifications,
    orders,
    plans,
    replacing,
    rules,
    sites,
    snapshots,
    telemetry,
    templates,
    time_travel,
    usage,
    walks,
    zones,
)
from heyzack_console.ports.engine.port import Command, Query, Receipt
from heyzack_console.services.desks import Desks

CommandTable = Mapping[type[Command], Callable[[Any, By], Awaitable[Receipt]]]
QueryTable = Mapping[type[Query[Any]], Callable[[Any], Awaitable[Any]]]


def command_table(desks: Desks) -> CommandTable:
    """Each command and its one handler."""
    return {
        **_alerts_commands(desks),
        **_calendar_commands(desks),
        **_cloud_commands(desks),
        **_devices_commands(desks),
        **_groups_commands(desks),
        **_journal_commands(desks),
        **_notifications_commands(desks),
        **_orders_commands(desks),
        **_rules_commands(desks),
        **_sites_commands(desks),
        **_templates_commands(desks),
    }


def _alerts_commands(desks: Desks) -> CommandTable:
    return {
        alerts.Acknowledge: desks.alerts.acknowledge,
        alerts.Shelve: desks.alerts.shelve,
        alerts.Unacknowledge: desks.alerts.unacknowledge,
        alerts.Unshelve: desks.alerts.unshelve,
    }


def _calendar_commands(desks: Desks) -> CommandTable:
    return {
        calendar.AddEntry: desks.calendar.add,
        calendar.ChangeEntry: desks.calendar.change,
        calendar.ImportCalendar: desks.calendar_files.take_in,
        calendar.MoveOccurrence: desks.calendar.move,
        calendar.RemoveEntry: desks.calendar.remove,
    }


def _cloud_commands(desks: Desks) -> CommandTable:
    return {
        cloud.ConnectCloud: desks.cloud.connect,
        cloud.DisconnectCloud: desks.cloud.disconnect,
        cloud.ImportCloudDevices: desks.cloud.take_in,
        cloud.ReadSubscription: desks.cloud.read_subscription,
        cloud.SyncCloud: desks.cloud.sync,
    }


def _devices_commands(desks: Desks) -> CommandTable:
    return {
        devices.AddDevices: desks.devices.add,
        devices.PlaceDevices: desks.devices.place,
        devices.ReleaseSession: desks.sessions.release,
        devices.RemoveDevices: desks.devices.remove,
        devices.RenameDevice: desks.devices.rename,
        devices.SetLanAddress: desks.devices.set_address,
        devices.SetLocalKey: desks.sessions.set_key,
        devices.UnlockSecrets: desks.sessions.unlock,
        walks.FinishWalk: desks.field.walks.finish,
        walks.StartWalk: desks.field.walks.start,
        notes.AddDeviceNote: desks.notes.add,
        notes.RemoveDeviceNote: desks.notes.remove,
        replacing.ReplaceDevice: desks.replacing.replace,
    }


def _groups_commands(desks: Desks) -> CommandTable:
    return {
        access.RevokeAccessRule: desks.access.revoke,
        access.SaveAccessRule: desks.access.save,
        group_orders.CancelGroupOrder: desks.group_orders.cancel,
        group_orders.OrderGroup: desks.group_orders.order,
        groups.RemoveGroup: desks.groups.remove,
        groups.SaveGroup: desks.groups.save,
        snapshots.RemoveSnapshot: desks.snapshots.remove,
        snapshots.TakeSnapshot: desks.snapshots.take,
    }


def _journal_commands(desks: Desks) -> CommandTable:
    return {
        journal.ChangeSetting: desks.settings.change,
        journal.RollBackSetting: desks.settings.roll_back,
        journal.Undo: desks.journal.undo,
        journal_exchange.CorrectClock: desks.exchange.correct_clock,
        journal_exchange.DecideConflict: desks.exchange.decide,
        journal_exchange.ImportJournal: desks.exchange.take_in,
    }


def _notifications_commands(desks: Desks) -> CommandTable:
    return {
        notifications.RemoveNotified: desks.notifications.remove,
        notifications.SaveChannel: desks.notifications.save_channel,
        notifications.SavePerson: desks.notifications.save_person,
        notifications.SavePolicy: desks.notifications.save_policy,
        notifications.SaveSchedule: desks.notifications.save_schedule,
        notifications.TakeShift: desks.notifications.take_shift,
        notifications.TestChannel: desks.notifications.test_channel,
    }


def _orders_commands(desks: Desks) -> CommandTable:
    return {
        orders.CancelOrder: desks.orders.cancel,
        orders.SendOrder: desks.orders.send,
    }


def _rules_commands(desks: Desks) -> CommandTable:
    return {
        rules.ImportRules: desks.rules.take_in,
        rules.RemoveRules: desks.rules.remove,
    }


def _sites_commands(desks: Desks) -> CommandTable:
    return {
        dependencies.ChangeDependencies: desks.dependencies.change,
        hand_overs.HandOver: desks.hand_overs.hand_over,
        floors.ChangeFloors: desks.places.floors.change,
        holidays.ChangeHolidays: desks.holidays.change,
        plans.ImportPlan: desks.plans.take_in,
        sites.AddPlaces: desks.places.adding.add,
        sites.CreateSite: desks.sites.create,
        sites.ImportDevices: desks.imports.take_in,
        sites.ImportSite: desks.sites.take_in,
        sites.PlayScenario: desks.scenarios.play,
        zones.ChangeZones: desks.places.zones.change,
        zones.CopyZones: desks.places.zones.copy,
    }


def _templates_commands(desks: Desks) -> CommandTable:
    return {
        templates.ApplyTemplate: desks.templates.apply,
        templates.RemoveTemplate: desks.templates.remove,
        templates.SaveTemplate: desks.templates.save,
    }


def query_table(desks: Desks) -> QueryTable:
    """Each query and its one handler."""
    return {
        **_alerts_queries(desks),
        **_calendar_queries(desks),
        **_cloud_queries(desks),
        **_devices_queries(desks),
        **_groups_queries(desks),
        **_journal_queries(desks),
        **_notifications_queries(desks),
        **_orders_queries(desks),
        **_rules_queries(desks),
        **_sites_queries(desks),
        **_telemetry_queries(desks),
        **_templates_queries(desks),
        **_time_travel_queries(desks),
    }


def _alerts_queries(desks: Desks) -> QueryTable:
    return {
        alerts.AlertHistory: desks.alerts.history,
        alerts.AlertKpis: desks.figures.kpis,
        alerts.AlertRules: desks.alerts.rules,
        alerts.OpenAlerts: desks.alerts.open_alerts,
    }


def _calendar_queries(desks: Desks) -> QueryTable:
    return {
        calendar.CalendarEntries: desks.calendar_book.entries,
        calendar.CalendarSpan: desks.calendar_book.span,
        calendar.ExportCalendar: desks.calendar_files.hand_out,
        calendar.FreeSlot: desks.calendar_book.free_slot,
        calendar.ReadCalendar: desks.calendar_files.look_at,
    }


def _cloud_queries(desks: Desks) -> QueryTable:
    return {
        cloud.CheckCloud: desks.cloud.check,
        cloud.CloudInventory: desks.cloud.inventory,
        cloud.CloudProjects: desks.cloud.projects,
        cloud.CloudSpaces: desks.cloud.spaces,
        cloud.CloudStates: desks.cloud.states,
        cloud.PairingToken: desks.cloud.pairing_token,
        cloud.ProposedPlaces: desks.cloud.places,
    }


def _devices_queries(desks: Desks) -> QueryTable:
    return {
        devices.DialDevice: desks.field.diagnosis.dial,
        devices.Health: desks.twins.health,
        devices.ProbeRange: desks.sessions.probe_range,
        replacing.Predecessors: desks.replacing.predecessors,
        devices.RecentFrames: desks.sessions.frames,
        devices.Scan: desks.sessions.scan,
        notes.DeviceNotes: desks.notes.notes,
        notes.NoteFile: desks.notes.file,
        devices.VisitDevice: desks.field.diagnosis.visit,
        usage.DeviceUsage: desks.field.usage.usage,
        walks.Walks: desks.field.walks.walks,
    }


def _groups_queries(desks: Desks) -> QueryTable:
    return {
        access.AccessRules: desks.access.rules,
        group_orders.GroupOrderReport: desks.group_orders.report,
        group_orders.GroupOrders: desks.group_orders.runs,
        group_orders.PlanGroupOrder: desks.group_orders.plan,
        groups.Groups: desks.groups.groups,
        snapshots.SnapshotDifferences: desks.snapshots.differences,
        snapshots.Snapshots: desks.snapshots.snapshots,
    }


def _journal_queries(desks: Desks) -> QueryTable:
    return {
        journal.JournalEntries: desks.journal.entries,
        journal.SettingHistory: desks.settings.history,
        journal.Settings: desks.settings.in_force,
        journal.VerifyJournal: desks.journal.verify,
        journal_exchange.Conflicts: desks.exchange.conflicts,
        journal_exchange.ExportJournal: desks.exchange.hand_out,
        journal_exchange.LookAtJournal: desks.exchange.look_at,
    }


def _notifications_queries(desks: Desks) -> QueryTable:
    return {
        notifications.Notices: desks.notifications.notices,
        notifications.Notified: desks.notifications.notified,
        notifications.OnCall: desks.notifications.on_call,
    }


def _orders_queries(desks: Desks) -> QueryTable:
    return {orders.Orders: desks.orders.orders}


def _rules_queries(desks: Desks) -> QueryTable:
    return {
        rules.CheckRules: desks.rules.check,
        rules.ExportRules: desks.rules.hand_out,
        rules.OwnRules: desks.rules.own,
        rules.TryRules: desks.trials.tried,
        rules.WriteRules: desks.rules.put_down,
    }


def _sites_queries(desks: Desks) -> QueryTable:
    return {
        hand_overs.HandOvers: desks.hand_overs.hand_overs,
        holidays.HolidayRegions: desks.holidays.regions,
        holidays.ProposedHolidays: desks.holidays.proposed,
        plans.FloorPictureBytes: desks.plans.picture,
        plans.ReadPlan: desks.plans.read,
        sites.ExportSite: desks.sites.hand_out,
        sites.SitePicture: desks.building.picture,
        sites.Status: desks.status.status,
    }


def _telemetry_queries(desks: Desks) -> QueryTable:
    return {
        telemetry.Figures: desks.telemetry.figures,
        telemetry.History: desks.telemetry.history,
        telemetry.Readings: desks.twins.readings,
        telemetry.Samples: desks.telemetry.samples,
        telemetry.WordHistory: desks.telemetry.words,
    }


def _templates_queries(desks: Desks) -> QueryTable:
    return {
        templates.TemplateDrift: desks.templates.drift,
        templates.Templates: desks.templates.templates,
    }


def _time_travel_queries(desks: Desks) -> QueryTable:
    return {
        time_travel.PictureAt: desks.time_travel.picture,
        time_travel.RecordedPast: desks.time_travel.record,
    }
