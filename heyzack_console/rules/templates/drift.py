"""How a device differs from its templates."""

from collections.abc import Callable

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.devices.templates import DeviceDrift, Difference, DriftKind, WantedValue
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules import orders
from heyzack_console.rules.templates.fitting import Outcome

NO_POINT = "The device has no such data point."


def drift(device: Device, found: Outcome, name: str, actual: Callable[[str], Reading | None]) -> DeviceDrift | None:
    """Return the differences of *device*; None where there are none.

    Args:
        name: what the pattern gives; empty where no template has one.
        actual: by code the value that was last heard, None where nothing was.
    """
    differences = []
    if name and name != device.name:
        differences.append(Difference(DriftKind.NAME, name, device.name, title="Name"))
    if found.category is not device.category:
        kind = Difference(DriftKind.CATEGORY, found.category.value, device.category.value, title="Kind")
        differences.append(kind)
    for wanted in found.values:
        difference = _value(device, wanted, actual(wanted.code), own=wanted.code in found.own)
        if difference is not None:
            differences.append(difference)
    return DeviceDrift(device.id, found.templates, tuple(differences)) if differences else None


def _value(device: Device, wanted: WantedValue, heard: Reading | None, *, own: bool) -> Difference | None:
    """Products of one kind need not have the same points: only the product's own template misses one."""
    point = device.point(wanted.code)
    if point is None:
        missing = Difference(DriftKind.VALUE, wanted.value, code=wanted.code, title=wanted.code, why_not=NO_POINT)
        return missing if own and device.points else None
    if heard is not None and orders.obeyed(wanted.value, heard.value, point):
        return None
    try:
        orders.checked(device, {wanted.code: wanted.value})
        why_not = ""
    except InvalidInput as wrong:
        why_not = wrong.text
    return Difference(
        DriftKind.VALUE,
        wanted.value,
        heard.value if heard is not None else None,
        wanted.code,
        point.name or point.code,
        point.unit,
        heard.at if heard is not None else None,
        why_not,
        point.safety,
    )
