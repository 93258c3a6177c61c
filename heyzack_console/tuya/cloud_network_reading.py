"""Reading present values: one device by itself with times, many in batches without."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.tuya.cloud.values import BATCH, STATUS, STATUS_OF_SEVERAL, PointState
from heyzack_console.tuya.cloud_network_project import PRODUCTS_AT_ONCE, CloudLine
from heyzack_console.tuya.queue.events import PointValue

ALONE = 3
"""So few devices are read one by one: their values come with times and with points outside the standard set."""
_REFUSED_FOR_S = 3600.0
_ONE_IS_WRONG = frozenset({CloudCause.DEVICE, CloudCause.INPUT, CloudCause.PERMISSION})
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class CloudReader:
    """Reads devices of one project and hands their values on."""

    def __init__(self, line: CloudLine) -> None:
        self._line = line
        self._refused: dict[DeviceId, float] = {}

    async def read(self, devices: Sequence[DeviceId], *, urgent: bool) -> None:
        """Read *devices*; one that the cloud refuses does not keep the others from being read.

        Raises:
            CloudError: the first failure; values that came all the same were handed on.
        """
        unique = list(dict.fromkeys(devices))
        self._line.products_to_learn = PRODUCTS_AT_ONCE
        if len(unique) <= ALONE:
            await self._each(unique, urgent=urgent)
            return
        now = self._line.world.timing.monotonic()
        open_to_us = [device for device in unique if self._refused.get(device, 0.0) <= now]
        failed: CloudError | None = None
        for start in range(0, len(open_to_us), BATCH):
            try:
                await self._batch(open_to_us[start : start + BATCH], urgent=urgent)
            except CloudError as error:
                if error.cause not in _ONE_IS_WRONG:
                    raise
                failed = failed or error
        if failed is not None:
            raise failed

    async def _each(self, devices: Sequence[DeviceId], *, urgent: bool) -> None:
        failed: CloudError | None = None
        for device in devices:
            asked = self._line.world.timing.clock.now()
            try:
                states = await self._line.ask(STATUS, device, urgent=urgent)
            except CloudError as error:
                if error.cause not in _ONE_IS_WRONG:
                    raise
                failed = failed or error
                continue
            self._refused.pop(device, None)
            await self._take(device, states, asked)
        if failed is not None:
            raise failed

    async def _batch(self, devices: Sequence[DeviceId], *, urgent: bool) -> None:
        """Read at once; where that is refused, halve until the device that spoils it stands alone."""
        asked = self._line.world.timing.clock.now()
        try:
            told = await self._line.ask(STATUS_OF_SEVERAL, devices, urgent=urgent)
        except CloudError as error:
            if error.cause not in _ONE_IS_WRONG or STATUS_OF_SEVERAL.name in self._line.api.lacking:
                raise
            if len(devices) == 1:
                self._refused[devices[0]] = self._line.world.timing.monotonic() + _REFUSED_FOR_S
                raise
            await self._halves(devices, urgent=urgent)
            return
        for device, states in told.items():
            await self._take(device, states, asked)

    async def _halves(self, devices: Sequence[DeviceId], *, urgent: bool) -> None:
        failed: CloudError | None = None
        middle = len(devices) // 2
        for half in (devices[:middle], devices[middle:]):
            try:
                await self._batch(half, urgent=urgent)
            except CloudError as error:
                if error.cause not in _ONE_IS_WRONG:
                    raise
                failed = failed or error
        if failed is not None:
            raise failed

    async def _take(self, device: DeviceId, states: Sequence[PointState], asked: datetime) -> None:
        values = [as_value(state, asked) for state in states]
        await self._line.understand(device, values)
        dated = [value for value, state in zip(values, states, strict=True) if state.time > 0]
        undated = [value for value, state in zip(values, states, strict=True) if state.time <= 0]
        self._line.heard_dated(device, dated)
        self._line.heard_undated(device, undated, asked)


def as_value(state: PointState, otherwise: datetime) -> PointValue:
    """Put one state into the queue's words; without a time of its own it counts as from *otherwise*."""
    at = otherwise
    if state.time > 0:
        # A device whose clock runs ahead must not be dated in the future.
        at = min(_EPOCH + timedelta(milliseconds=min(state.time, 10**14)), otherwise + timedelta(minutes=1))
    return PointValue(state.code, state.dp_id or None, state.value, at)
