"""The desks of whoever stands before the devices."""

from dataclasses import dataclass

from heyzack_console.services.devices.diagnosis import DiagnosisDesk
from heyzack_console.services.devices.usage import UsageDesk
from heyzack_console.services.devices.walks import WalkDesk


@dataclass(frozen=True, slots=True)
class FieldDesks:
    """Those for whoever stands before the devices."""

    diagnosis: DiagnosisDesk
    usage: UsageDesk
    walks: WalkDesk
