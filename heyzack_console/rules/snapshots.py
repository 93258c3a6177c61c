"""Which values belong into a snapshot, and what differs between two."""

from collections.abc import Callable, Iterable, Mapping

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.devices.snapshots import SetPoint, SetPointDifference
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.orders import obeyed

LONGEST_NAME = 80
# An entry of the journal holds 1 MiB; a value needs about 110 bytes of it.
MOST_POINTS = 6_000
_KEPT = {PointKind.BOOLEAN, PointKind.NUMBER, PointKind.ENUM, PointKind.STRING, PointKind.JSON}

Heard = Callable[[DeviceId, str], Reading | None]
"""The value of a point that was last heard."""


def set_points(devices: Iterable[Device], heard: Heard) -> tuple[SetPoint, ...]:
    """Return the values of all points of *devices* that can be written and whose value was heard."""
    wanted = ((device, point) for device in devices for point in device.points)
    found = (heard(device.id, point.code) for device, point in wanted if point.writable and point.kind in _KEPT)
    return tuple(
        SetPoint(one.device, one.code, one.value, one.unit, one.at, one.quality)
        for one in found
        if one is not None and one.value is not None
    )


def differences(
    then: Iterable[SetPoint], now: Iterable[SetPoint], devices: Mapping[DeviceId, Device]
) -> tuple[SetPointDifference, ...]:
    """Return what stands in *then* and is otherwise, or not known, in *now*; devices that are gone are left out."""
    present = {(point.device, point.code): point for point in now}
    found = []
    for point in then:
        device, other = devices.get(point.device), present.get((point.device, point.code))
        if device is None or (other is not None and obeyed(point.value, other.value, device.point(point.code))):
            continue
        found.append(SetPointDifference(point.device, point.code, point, other))
    return tuple(found)


def checked_name(name: str) -> str:
    """Return *name* tidied up.

    Raises:
        InvalidInput: there is none, or it is too long.
    """
    tidy = " ".join(name.split())
    if not tidy or len(tidy) > LONGEST_NAME:
        raise InvalidInput(f"A snapshot needs a name of at most {LONGEST_NAME} characters. Nothing was saved.", "name")
    return tidy
