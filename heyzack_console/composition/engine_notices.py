"""Everyone around notifications."""

from dataclasses import dataclass
from datetime import datetime

from heyzack_console.composition.engine_parts import Alerts, Ground, Stores, World
from heyzack_console.ports.notice_store import NoticeStore
from heyzack_console.services.notifications.addresses import Addresses
from heyzack_console.services.notifications.desk import NotificationDesk, Post
from heyzack_console.services.notifications.directory import Directory
from heyzack_console.services.notifications.outbox import NoticeOutbox
from heyzack_console.services.notifications.routing import NoticeRouter
from heyzack_console.services.notifications.wording import Wording


@dataclass(frozen=True, slots=True)
class Notifications:
    """Who is told, what goes out, and who decides."""

    directory: Directory
    outbox: NoticeOutbox
    router: NoticeRouter
    desk: NotificationDesk

    async def restore(self, store: NoticeStore, now: datetime) -> None:
        """Take up what earlier runs left; the alerts are loaded.

        Raises:
            StoreError: it cannot be read.
        """
        await self.directory.load()
        await self.outbox.restore(now)
        await self.router.restore(store)


def build_notifications(stores: Stores, world: World, ground: Ground, alerts: Alerts) -> Notifications:
    """Notifications on the alerts' book."""
    directory = Directory(stores.notifications)
    addresses = Addresses(world.secrets, world.hide)
    sender = world.sender(lambda: _stays(ground, world))
    wording = Wording(world.notice_words, alerts.rules, ground.building)
    outbox = NoticeOutbox(stores.notices, sender, addresses, directory, ground.troubles, world.clock)
    router = NoticeRouter(alerts.book, directory, outbox, wording, lambda: _zone(ground))
    post = Post(wording, addresses, sender)
    desk = NotificationDesk(stores.notifications, stores.notices, directory, post, ground.feed, world.clock)
    return Notifications(directory, outbox, router, desk)


def _stays(ground: Ground, world: World) -> bool:
    """In the demo nothing leaves this machine."""
    site = ground.building.site
    return world.demo is not None or site is None or site.demo


def _zone(ground: Ground) -> str:
    site = ground.building.site
    return site.time_zone if site is not None else "UTC"
