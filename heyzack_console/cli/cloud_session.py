"""Asks the cloud once for a command; nothing is kept."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from heyzack_console.cli.cloud_access import AccessOptions, read_secret
from heyzack_console.domain.cloud import CloudCause, CloudCheck, CloudError, CloudNews, CloudState, ProjectId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.host.clock import WallClock
from heyzack_console.tuya.cloud.api import CloudApi
from heyzack_console.tuya.cloud.client import CloudClient, Patience
from heyzack_console.tuya.cloud.inventory import Listing, listed
from heyzack_console.tuya.cloud.quota import Quota
from heyzack_console.tuya.cloud.timing import real_timing
from heyzack_console.tuya.cloud.values import SEND, STATUS, NewValues, PointState
from heyzack_console.tuya.cloud_network import cloud_network

_RETRIES_S = (1.0, 2.0)
"""A person waits: reads are tried three times and no more."""
_CONFIRMING_S = (0.3, 0.5, 1.0, 1.5, 2.0)
"""Pauses between looks at an ordered value; the last repeats. Values take 0.1 to 3 s to come back."""
# Refusals that concern one device; the next may be read all the same.
_OF_ONE_DEVICE = frozenset({CloudCause.DEVICE, CloudCause.INPUT, CloudCause.PERMISSION})


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """One value as the cloud holds it; *at* is ISO 8601 in UTC, empty where the cloud does not tell."""

    code: str
    value: Any
    at: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an order; *accepted* None: no clear answer came."""

    accepted: bool | None
    confirmed: bool
    error: CloudError | None = None

    @property
    def ok(self) -> bool:
        """The cloud took it, or its effect shows."""
        return bool(self.accepted) or self.confirmed


class _NoMeter:
    """Counts nothing beyond the command: it has no store."""

    def load(self, project: ProjectId, month: str) -> tuple[int, int]:
        """None were counted."""
        del project, month
        return 0, 0

    def store(self, project: ProjectId, month: str, calls: int, messages: int) -> None:
        """Forget them."""


class _NoListener:
    """Hears nothing: a project is tried without being attached."""

    def heard(self, readings: Sequence[Reading]) -> None:
        """No values come."""

    async def stored(self) -> None:
        """There is nothing to store."""

    def cloud_news(self, news: CloudNews) -> None:
        """No news come."""

    def cloud_state(self, state: CloudState) -> None:
        """No state is told."""


def checked(options: AccessOptions) -> CloudCheck:
    """Try the project; what fails is in the result.

    Raises:
        InvalidInput: there is no secret.
    """
    network = cloud_network(WallClock(), _NoMeter(), _NoListener())
    return asyncio.run(network.check(options.project, read_secret()))


def inventory(options: AccessOptions) -> Listing:
    """List the project's devices.

    Raises:
        CloudError: with its cause.
        InvalidInput: no secret or no usable address.
    """
    return asyncio.run(_inventory(options, read_secret()))


def present_values(
    options: AccessOptions, devices: Sequence[str]
) -> list[tuple[str, tuple[ShownPoint, ...] | CloudError]]:
    """Read devices one by one; what concerns one device alone stands in its place.

    Raises:
        CloudError: with its cause, where it concerns all.
        InvalidInput: no secret or no usable address.
    """
    return asyncio.run(_present_values(options, read_secret(), devices))


def ordered(options: AccessOptions, device: str, values: Mapping[str, object], timeout_s: float) -> Outcome:
    """Send *values* once and look for them until they are back or *timeout_s* is over.

    Raises:
        InvalidInput: no secret or no usable address.
    """
    return asyncio.run(_ordered(options, read_secret(), NewValues(DeviceId(device), values, values), timeout_s))


@asynccontextmanager
async def _asking(options: AccessOptions, secret: str) -> AsyncIterator[CloudApi]:
    timing = real_timing(WallClock())
    quota = Quota(options.project, _NoMeter(), timing)
    client = CloudClient(options.project, secret, quota, timing, Patience(_RETRIES_S))
    try:
        yield CloudApi(client, timing)
    finally:
        await client.close()


async def _inventory(options: AccessOptions, secret: str) -> Listing:
    async with _asking(options, secret) as api:
        return await listed(api, options.project.id, urgent=True)


async def _present_values(
    options: AccessOptions, secret: str, devices: Sequence[str]
) -> list[tuple[str, tuple[ShownPoint, ...] | CloudError]]:
    results: list[tuple[str, tuple[ShownPoint, ...] | CloudError]] = []
    async with _asking(options, secret) as api:
        for device in devices:
            try:
                states = await api.ask(STATUS, device, urgent=True)
                results.append((device, tuple(_shown(state) for state in states)))
            except CloudError as error:
                if error.cause not in _OF_ONE_DEVICE:
                    raise
                results.append((device, error))
    return results


async def _ordered(options: AccessOptions, secret: str, order: NewValues, timeout_s: float) -> Outcome:
    async with _asking(options, secret) as api:
        accepted: bool | None = True
        refused: CloudError | None = None
        try:
            await api.ask(SEND, order, urgent=True)
        except CloudError as error:
            if not error.may_have_arrived:
                return Outcome(accepted=False, confirmed=False, error=error)
            accepted, refused = None, error
        confirmed = await _came_back(api, order, timeout_s)
        return Outcome(accepted, confirmed, None if confirmed else refused)


async def _came_back(api: CloudApi, order: NewValues, timeout_s: float) -> bool:
    """Look until the device's values are the ordered ones."""
    pauses = iter(_CONFIRMING_S)
    try:
        async with asyncio.timeout(timeout_s):
            while True:
                await asyncio.sleep(next(pauses, _CONFIRMING_S[-1]))
                if await _shows(api, order):
                    return True
    except TimeoutError:
        return False


async def _shows(api: CloudApi, order: NewValues) -> bool:
    try:
        states = await api.ask(STATUS, str(order.device), urgent=True)
    except CloudError:
        # The order was accepted; that one look failed takes nothing of that back.
        return False
    present = {state.code: state.value for state in states}
    return all(code in present and _same(present[code], value) for code, value in order.own.items())


def _same(left: object, right: object) -> bool:
    """Compare values; those of type Json come as text or as what the text holds."""
    return left == right or _unpacked(left) == _unpacked(right)


def _unpacked(value: object) -> object:
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _shown(state: PointState) -> ShownPoint:
    at = datetime.fromtimestamp(state.time / 1000, UTC).isoformat() if 0 < state.time < 10**14 else ""
    return ShownPoint(state.code, state.value, at)
