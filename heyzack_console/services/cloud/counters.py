"""Counts calls and messages of each month across restarts; implements `ports.cloud.CloudMeter`."""

from datetime import datetime

from heyzack_console.domain.cloud import ProjectId
from heyzack_console.domain.errors import StoreError
from heyzack_console.ports.store import CloudStore
from heyzack_console.services.troubles import Troubles


class CloudCounters:
    """The network counts at once; the disk follows within seconds."""

    def __init__(self, store: CloudStore, troubles: Troubles) -> None:
        self._store = store
        self._troubles = troubles
        self._known: dict[tuple[ProjectId, str], tuple[int, int]] = {}
        self._unsaved: set[tuple[ProjectId, str]] = set()

    async def restore(self) -> None:
        """Read what earlier runs counted; before any project is attached.

        Raises:
            StoreError: it cannot be read.
        """
        self._known = await self._store.counters()

    def load(self, project: ProjectId, month: str) -> tuple[int, int]:
        """Calls and messages counted so far."""
        return self._known.get((project, month), (0, 0))

    def store(self, project: ProjectId, month: str, calls: int, messages: int) -> None:
        """Take both counts as they are now."""
        key = project, month
        if self._known.get(key) != (calls, messages):
            self._known[key] = calls, messages
            self._unsaved.add(key)

    async def flush(self, _now: datetime) -> None:
        """Write what changed; what the store refuses is tried again the next time."""
        if not self._unsaved:
            return
        unsaved, self._unsaved = self._unsaved, set()
        saved = False
        try:
            await self._store.keep_counters({key: self._known[key] for key in unsaved})
            saved = True
            self._troubles.went("cloud counters")
        except StoreError as problem:
            self._troubles.came("cloud counters", f"Cloud calls are counted but not recorded. {problem.text}")
        finally:
            if not saved:
                self._unsaved |= unsaved
