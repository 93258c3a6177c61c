"""What a person has selected, shared by all panes."""

from dataclasses import dataclass

from heyzack_console.domain.alerts.alert import AlertId
from heyzack_console.domain.devices.device import DeviceId, ZoneId


@dataclass(frozen=True, slots=True)
class Selection:
    """Selected devices, alerts and zones in the order of choosing; the first of each is shown in detail."""

    devices: tuple[DeviceId, ...] = ()
    alerts: tuple[AlertId, ...] = ()
    zones: tuple[ZoneId, ...] = ()

    @property
    def device(self) -> DeviceId | None:
        """The device to show in detail."""
        return self.devices[0] if self.devices else None

    @property
    def alert(self) -> AlertId | None:
        """The alert to show in detail."""
        return self.alerts[0] if self.alerts else None

    @property
    def zone(self) -> ZoneId | None:
        """The zone to show in detail."""
        return self.zones[0] if self.zones else None

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return not (self.devices or self.alerts or self.zones)
