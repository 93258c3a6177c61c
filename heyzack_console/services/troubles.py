"""What the engine cannot do just now, as sentences for the header strip."""

import logging

log = logging.getLogger(__name__)


class Troubles:
    """Holds one sentence per cause until the cause is gone; a cause is logged when it comes and when it goes."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def came(self, cause: str, sentence: str) -> None:
        """Tell that *cause* stands; the same cause again only replaces its sentence."""
        if cause not in self._known:
            log.warning("trouble with %s: %s", cause, sentence)
        self._known[cause] = sentence

    def went(self, cause: str) -> None:
        """Tell that *cause* is gone; no error where it never came."""
        if self._known.pop(cause, None) is not None:
            log.info("trouble with %s is over", cause)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stands, oldest first."""
        return tuple(self._known.values())
