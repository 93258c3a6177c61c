"""Everything that can be done and asked, in one list: the link, the permissions test and the docs read it."""

from typing import Any

from heyzack_console.ports.engine import alerts, cloud, devices, journal, orders, sites, telemetry
from heyzack_console.ports.engine.port import Command, Query

COMMANDS: tuple[type[Command], ...] = (
    alerts.Acknowledge,
    alerts.Unacknowledge,
    cloud.ConnectCloud,
    cloud.DisconnectCloud,
    cloud.ImportCloudDevices,
    cloud.SyncCloud,
    devices.AddDevices,
    devices.PlaceDevices,
    devices.ReleaseSession,
    devices.RemoveDevices,
    devices.RenameDevice,
    devices.SetLanAddress,
    devices.SetLocalKey,
    devices.UnlockSecrets,
    journal.ChangeSetting,
    journal.RollBackSetting,
    journal.Undo,
    orders.CancelOrder,
    orders.SendOrder,
    sites.CreateSite,
    sites.ImportDevices,
    sites.ImportSite,
    sites.PlayScenario,
)
QUERIES: tuple[type[Query[Any]], ...] = (
    alerts.AlertHistory,
    alerts.AlertRules,
    alerts.OpenAlerts,
    cloud.CheckCloud,
    cloud.CloudInventory,
    cloud.CloudProjects,
    cloud.CloudSpaces,
    cloud.CloudStates,
    cloud.PairingToken,
    cloud.ProposedPlaces,
    devices.Health,
    devices.ProbeRange,
    devices.RecentFrames,
    devices.Scan,
    journal.JournalEntries,
    journal.SettingHistory,
    journal.Settings,
    journal.VerifyJournal,
    orders.Orders,
    sites.ExportSite,
    sites.SitePicture,
    sites.Status,
    telemetry.History,
    telemetry.Readings,
    telemetry.WordHistory,
)
