"""Local keys from the cloud, at most one question a device and minute."""

from dataclasses import dataclass, field

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.tuya.cloud.inventory import DETAIL
from heyzack_console.tuya.cloud.refusals import again
from heyzack_console.tuya.cloud_network_project import CloudLine

ONE_A_MINUTE_S = 60.0


@dataclass(frozen=True, slots=True)
class _Answer:
    at: float
    key: str = field(default="", repr=False)
    error: CloudError | None = None


class KeyDesk:
    """Asks for keys; within the minute the last answer is given again, be it a failure."""

    def __init__(self) -> None:
        self._answers: dict[DeviceId, _Answer] = {}

    async def key(self, line: CloudLine, device: DeviceId) -> str:
        """Return the present local key.

        Raises:
            CloudError: with its cause; DEVICE where the cloud has no key for it.
        """
        now = line.world.timing.monotonic()
        last = self._answers.get(device)
        if last is None or now - last.at >= ONE_A_MINUTE_S:
            # Noted before the answer is there, so that callers at the same time ask once.
            text = "The key is being asked for. Try again in a moment."
            self._answers[device] = _Answer(now, error=CloudError(text, CloudCause.THROTTLE))
            last = self._answers[device] = await self._asked(line, device, now)
        if last.error is not None:
            raise again(last.error)
        return last.key

    async def _asked(self, line: CloudLine, device: DeviceId, now: float) -> _Answer:
        try:
            item = await line.ask(DETAIL, device, urgent=True)
        except CloudError as error:
            return _Answer(now, error=again(error))
        if not item.local_key:
            text = "The cloud tells no local key for this device. Link the app account to the project, or type it in."
            return _Answer(now, error=CloudError(text, CloudCause.DEVICE))
        return _Answer(now, item.local_key)
