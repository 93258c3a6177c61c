"""The platform's own notices about the queue: it tells when messages pile up."""

from collections.abc import Callable, Sequence

from heyzack_console.tuya.queue.link import Frame
from heyzack_console.tuya.queue.members import members_of
from heyzack_console.tuya.queue.troubles import Trouble


class NoticeEars:
    """Hears the notice topic, which not every project has; that it cannot be read is no trouble.

    The content of a notice is not documented, so any notice counts as "messages pile up", the one kind that is.
    """

    def __init__(self, noticed: Callable[[], None]) -> None:
        self._noticed = noticed

    async def take(self, frames: Sequence[Frame]) -> Sequence[str]:
        """Note that there was a notice, and acknowledge all."""
        ids = [message_id for frame in frames if (message_id := _id_of(frame))]
        if ids:
            self._noticed()
        return ids

    def opened(self) -> None:
        """The topic is there."""

    def lasted(self) -> None:
        """It stays."""

    def lost(self, trouble: Trouble) -> None:
        """It is not there, or not any more; the topic of the messages tells what is wrong with the queue."""


def _id_of(frame: Frame) -> str:
    try:
        message_id = members_of(frame).get("messageId")
    except ValueError:
        return ""
    return message_id if isinstance(message_id, str) else ""
