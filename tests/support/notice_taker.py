"""A way out that keeps what it gets: the sender's port without a network."""

from collections.abc import Callable

from heyzack_console.domain.errors import InvalidInput, NotDelivered
from heyzack_console.domain.notifications.notice import Message


class NoticeTaker:
    """Messages by address in the order in which they came; *dead* addresses take none."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, Message]] = []
        self.tried: list[str] = []
        self.dead: set[str] = set()
        self.on_taken: Callable[[], None] = lambda: None

    def __call__(self, _stays: Callable[[], bool]) -> "NoticeTaker":
        """As the engine makes its sender."""
        return self

    async def check(self, address: str) -> str:
        if "://" not in address:
            raise InvalidInput("This is no address.", "address")
        return "test"

    async def send(self, address: str, message: Message) -> None:
        self.tried.append(address)
        if address in self.dead:
            raise NotDelivered("Nobody answers.")
        self.taken.append((address, message))
        self.on_taken()

    async def close(self) -> None:
        pass

    def to(self, address: str) -> list[str]:
        """The titles that *address* took."""
        return [message.title for where, message in self.taken if where == address]
