"""What the room of notifications asks of the engine."""

from collections.abc import Callable

from heyzack_console.desktop.dialogs import answered, confirmed
from heyzack_console.desktop.panes.notifications.dialog import NotifiedDialog
from heyzack_console.desktop.panes.notifications.ground import NoticeGround
from heyzack_console.domain.alerts.alert import AlertId
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.notifications.book import Item, NotificationBook
from heyzack_console.domain.notifications.notice import Notice
from heyzack_console.domain.notifications.people import ChannelId
from heyzack_console.ports.engine.notifications import Notices, Notified, RemoveNotified, TakeShift, TestChannel
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.frame.question import Question

NEWEST = 500
Show = Callable[[NotificationBook, tuple[Notice, ...]], None]


class NoticeDesk:
    """Runs questions and changes; *done* says what was done, with the way back."""

    def __init__(self, ground: NoticeGround) -> None:
        self._ground = ground
        self.done: Callable[[Receipt, str], None] = lambda _receipt, _text: None

    def list_all(self, alert: AlertId | None, show: Show, failed: Callable[[ConsoleError], None]) -> None:
        """Ask who is told and what was told, of *alert* alone if it is given, and *show* it."""

        async def ask() -> None:
            book = await self._ground.port.ask(Notified())
            show(book, await self._ground.port.ask(Notices(alert, NEWEST)))

        self._ground.bridge.renew(ask(), "notifications", failed)

    async def edit(self, item: Item) -> None:
        """Open the form on *item*; an empty id makes a new one."""
        book = await self._ground.port.ask(Notified())
        dialog = NotifiedDialog(self._ground, item, book, self._ground.window())
        await answered(dialog, self._ground.theme)
        if dialog.receipt is not None:
            self.done(dialog.receipt, dialog.receipt.text)

    async def remove(self, item: Item) -> None:
        """Remove *item* after a question."""
        question = Question(
            f"Remove {item.name}?",
            "Remove",
            consequence="Nobody is told by it any more.",
            way_back="It can be undone; the address of a channel has to be entered again.",
            icon="delete",
        )
        if await confirmed(self._ground.theme, question, self._ground.window()) is not None:
            receipt = await self._ground.port.do(RemoveNotified(item.id))
            self.done(receipt, receipt.text)

    async def test(self, channel: ChannelId) -> None:
        """Send one message and say how it went."""
        receipt = await self._ground.port.do(TestChannel(channel))
        self.done(receipt, receipt.text)

    async def take_shift(self, command: TakeShift) -> None:
        """Put somebody on call now."""
        receipt = await self._ground.port.do(command)
        self.done(receipt, receipt.text)
