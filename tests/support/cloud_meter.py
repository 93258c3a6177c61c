"""Keeps the cloud's counters in memory."""

from heyzack_console.domain.cloud import ProjectId


class MemoryMeter:
    """Implements `ports.cloud.CloudMeter`."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], tuple[int, int]] = {}
        self.stores = 0

    def load(self, project: ProjectId, month: str) -> tuple[int, int]:
        """Calls and messages of the month."""
        return self.kept.get((project, month), (0, 0))

    def store(self, project: ProjectId, month: str, calls: int, messages: int) -> None:
        """Remember both."""
        self.stores += 1
        self.kept[project, month] = (calls, messages)
