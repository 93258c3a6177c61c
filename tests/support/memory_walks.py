"""Walk tests kept in memory."""

from heyzack_console.domain.devices.walks import WalkId, WalkTest
from heyzack_console.domain.errors import StoreError
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef


class MemoryWalks:
    """Obeys `WalkStore`; *refusal* lets the next writes fail."""

    def __init__(self) -> None:
        self.walks: dict[WalkId, WalkTest] = {}
        self.commands: list[str] = []
        self.refusal: StoreError | None = None

    async def load(self) -> tuple[WalkTest, ...]:
        return tuple(self.walks.values())

    async def put(self, walk: WalkTest, by: By) -> EntryRef:
        if self.refusal is not None:
            raise self.refusal
        self.walks[walk.id] = walk
        self.commands.append(by.command)
        return EntryRef(f"e{len(self.commands)}")
