"""The lasting identity of an alert."""

from uuid import UUID, uuid5

from heyzack_console.domain.alerts.alert import AlertId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.sites import SiteId


def identity(site: SiteId, device: DeviceId, rule: str) -> AlertId:
    """Return the id under which *rule* raises on *device*, the same on every console of the site."""
    return AlertId(uuid5(UUID(site), f"alert/{device}/{rule}").hex)
