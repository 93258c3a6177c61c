"""The cloud's names and values into readings, and orders into the cloud's names."""

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.colours import is_colour
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.cloud.answers import unpacked
from heyzack_console.tuya.cloud.values import NewValues
from heyzack_console.tuya.cloud_network_products import ProductBook
from heyzack_console.tuya.normalise import Normaliser
from heyzack_console.tuya.normalise_colour import colour_from_lan
from heyzack_console.tuya.normalise_values import RawValue
from heyzack_console.tuya.queue.events import PointValue

log = logging.getLogger(__name__)

_NAMED_AT_MOST = 200


class CloudWords:
    """Understands the devices that it was told of."""

    def __init__(self, products: ProductBook) -> None:
        self._products = products
        self._devices: dict[DeviceId, Device] = {}
        self._normalisers: dict[DeviceId, Normaliser] = {}
        self._named: set[tuple[str, str]] = set()
        self.not_understood = 0
        """Values that were left out because nobody knows their names."""

    def get(self, device: DeviceId) -> Device | None:
        """The device, where it is known."""
        return self._devices.get(device)

    def know(self, devices: Sequence[Device]) -> None:
        """Understand exactly *devices* from now on; memories of temperature scales stay while the points do."""
        before, kept = self._devices, self._normalisers
        self._devices = {device.id: device for device in devices}
        self._normalisers = {
            device.id: kept[device.id]
            if device.id in kept and _same_words(before[device.id], device)
            else Normaliser(device)
            for device in devices
        }

    def strange(self, device: DeviceId, values: Iterable[PointValue]) -> bool:
        """Tell whether some of *values* cannot be placed."""
        known = self._devices.get(device)
        return known is not None and any(self._dp(known, value) is None for value in values)

    def readings(
        self, device: DeviceId, values: Iterable[PointValue], quality: Quality = Quality.LIVE
    ) -> tuple[Reading, ...]:
        """Turn values into readings, oldest first; what nobody understands is counted and left out."""
        known = self._devices.get(device)
        at_once: dict[datetime, dict[int, RawValue]] = {}
        for value in values:
            dp = None if known is None else self._dp(known, value)
            if dp is None:
                self._left_out(known, value.code)
            else:
                at_once.setdefault(value.at, {})[dp] = value.value
        return tuple(
            reading
            for at in sorted(at_once)
            for reading in self._normalisers[device].readings(at_once[at], at, Path.CLOUD, quality)
        )

    def order(self, device: DeviceId, values: Mapping[str, Value]) -> NewValues:
        """Put an order into the cloud's names and values.

        Raises:
            CloudError: cause INPUT where a code or value is not the device's; nothing was sent.
        """
        known = self._devices.get(device)
        if known is None:
            raise CloudError("This console does not know the device. Nothing was sent.", CloudCause.INPUT)
        try:
            numbered = self._normalisers[device].raw(values)
        except InvalidInput as refused:
            raise CloudError(refused.text, CloudCause.INPUT) from refused
        words = self._products.of(known.product or known.id)
        sent = [(spec, _for_cloud(spec, numbered[spec.dp])) for code in values if (spec := known.point(code))]
        return NewValues(
            device,
            own={words.own.get(spec.dp, spec.code): value for spec, value in sent},
            standard={words.standard.get(spec.dp, spec.code): _as_object(spec, value) for spec, value in sent},
        )

    def _left_out(self, device: Device | None, code: str) -> None:
        self.not_understood += 1
        if device is not None and len(self._named) < _NAMED_AT_MOST and (device.product, code) not in self._named:
            self._named.add((device.product, code))
            log.info("Values of %r of product %s are left out: nobody knows that name", code, device.product)

    def _dp(self, device: Device, value: PointValue) -> int | None:
        """The number of the point that *value* belongs to, None where nobody knows."""
        if value.dp and any(point.dp == value.dp for point in device.points):
            return value.dp
        spec = device.point(value.code)
        if spec is not None:
            return spec.dp
        return self._products.of(device.product or device.id).codes.get(value.code) or value.dp or None


def _same_words(before: Device, after: Device) -> bool:
    return (before.points, before.category) == (after.points, after.category)


def _for_cloud(spec: PointSpec, raw: RawValue) -> RawValue:
    """Undo what is the LAN's own spelling: the cloud takes our words, and colours as JSON in a text."""
    if spec.kind is PointKind.ENUM and isinstance(raw, str):
        return dict(spec.words).get(raw, raw)
    if is_colour(spec.code) and isinstance(raw, str) and (colour := colour_from_lan(spec.code, raw)) is not None:
        return json.dumps(colour, separators=(",", ":"))
    return raw


def _as_object(spec: PointSpec, value: RawValue) -> Any:
    """Commands of the older interfaces take objects as they are."""
    if spec.kind is PointKind.JSON and isinstance(value, str):
        return unpacked(value) or value
    return value
