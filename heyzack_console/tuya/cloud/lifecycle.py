"""Names, removal, pairing and firmware of devices."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AliasChoices, Field

from heyzack_console.tuya.cloud.answers import Answer, Text, Whole, read_as, read_each
from heyzack_console.tuya.cloud.api import Operation, Version, about, segment
from heyzack_console.tuya.cloud.pace import Pace
from heyzack_console.tuya.cloud.wire import Call

# A registration token's expire_time where the cloud does not tell it (tuya-cloud section 6.5).
USUAL_LIFE_S = 300
_LONGEST_LIFE_S = 86_400
# Upgrade states of tuya-cloud section 6.6.
UPGRADE_WORDS = {0: "no update", 1: "ready", 2: "running", 3: "done", 4: "failed", 7: "timed out"}


@dataclass(frozen=True, slots=True)
class NewName:
    """A device and the name that it shall have."""

    device: str
    name: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """For which space and time zone (as 'Europe/Berlin') new devices are; *mode* is EZ, AP or Bluetooth."""

    space: str
    time_zone: str = "Etc/UTC"
    mode: str = "AP"


class PairingToken(Answer):
    """What a new device is told so that it comes into the project; valid for *expire_time* seconds."""

    region: Text = ""
    token: Annotated[Text, Field(min_length=1, repr=False)]
    secret: Annotated[Text, Field(repr=False)] = ""
    expire_time: Whole = 0

    @property
    def serves_s(self) -> int:
        """For how many seconds it serves; what is usual where the cloud tells nothing that can be."""
        return self.expire_time if 0 < self.expire_time <= _LONGEST_LIFE_S else USUAL_LIFE_S

    @property
    def text(self) -> str:
        """The three parts in the order in which the vendor's pairing SDK takes them."""
        return f"{self.region}{self.token}{self.secret}"


class Firmware(Answer):
    """One module's firmware: what runs, what is offered, and where its upgrade stands (`UPGRADE_WORDS`)."""

    module: Annotated[Whole, Field(validation_alias=AliasChoices("type", "module_type", "moduleType"))] = 0
    module_name: Annotated[
        Text, Field(validation_alias=AliasChoices("type_desc", "typeDesc", "module_desc", "moduleDesc"))
    ] = ""
    current_version: Text = ""
    offered_version: Annotated[
        Text, Field(validation_alias=AliasChoices("version", "upgrade_version", "upgradeVersion"))
    ] = ""
    description: Annotated[Text, Field(validation_alias=AliasChoices("desc", "upgrade_desc", "upgradeDesc"))] = ""
    upgrade_status: Whole = 0


def _rename(before: str) -> Callable[[NewName], Call]:
    return lambda to: Call(
        "PUT", f"{before}/{segment(to.device)}", body={"name": to.name}, pace=Pace.DEVICE_WRITE, repeatable=False
    )


def _remove(before: str) -> Callable[[str], Call]:
    return lambda device: Call("DELETE", f"{before}/{segment(device)}", pace=Pace.DEVICE_WRITE, repeatable=False)


def _asset_token(pairing: Pairing) -> Call:
    body = {"pairing_type": pairing.mode, "time_zone_id": pairing.time_zone, "asset_id": pairing.space}
    return Call(
        "POST",
        "/v1.0/iot-03/device-registration/token",
        body=body,
        pace=Pace.DEVICE_WRITE,
        repeatable=False,
    )


def _app_token(pairing: Pairing) -> Call:
    body = {"paring_type": pairing.mode, "pairing_type": pairing.mode, "time_zone_id": pairing.time_zone}
    return Call("POST", "/v1.0/devices/token", body=body, pace=Pace.DEVICE_WRITE, repeatable=False)


def _done(_: Any) -> None:
    """The envelope said so."""


def _token(result: Any) -> PairingToken:
    return read_as(PairingToken, result)


def _firmware(result: Any) -> tuple[Firmware, ...]:
    return read_each(Firmware, result)[0]


RENAME = Operation[NewName, None](
    "renaming devices",
    (Version("iot-03", _rename("/v1.0/iot-03/devices"), _done), Version("v1.0", _rename("/v1.0/devices"), _done)),
)
REMOVE = Operation[str, None](
    "removing devices",
    (Version("iot-03", _remove("/v1.0/iot-03/devices"), _done), Version("v1.0", _remove("/v1.0/devices"), _done)),
)
PAIRING_TOKEN = Operation[Pairing, PairingToken](
    "pairing new devices", (Version("iot-03", _asset_token, _token), Version("v1.0", _app_token, _token))
)
FIRMWARE = Operation[str, tuple[Firmware, ...]](
    "the firmware of devices",
    (
        Version("v2.0", about("/v2.0/cloud/thing", "/firmware"), _firmware),
        Version("iot-03", about("/v1.0/iot-03/devices", "/upgrade-infos"), _firmware),
    ),
)
