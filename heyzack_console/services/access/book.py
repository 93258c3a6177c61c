"""The access rules in memory, and which devices each of them is about."""

from collections.abc import Iterable
from datetime import datetime

from heyzack_console.domain.access import AccessRule
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.identity import Actor, Permission
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.store import AccessStore
from heyzack_console.rules.access import allowed
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.devices.groups import GroupDesk
from heyzack_console.services.feed import Feed


class AccessBook:
    """Rules are looked up by device; the list is made anew when rules, devices or groups have changed."""

    def __init__(self, store: AccessStore, building: BuildingBook, groups: GroupDesk, feed: Feed, clock: Clock) -> None:
        self._store = store
        self._building = building
        self._groups = groups
        self._feed = feed
        self._clock = clock
        self.rules: tuple[AccessRule, ...] = ()
        self._of: dict[DeviceId, list[AccessRule]] | None = None
        self._held: frozenset[AccessRule] = frozenset()
        building.lead_to(self._stale)
        groups.lead_to(self._changed)

    async def load(self) -> None:
        """Read the rules from the store; everybody is shown what they may see now."""
        self.rules = await self._store.load()
        self._held = self._holding(self._clock.now())
        self._changed()

    def may(self, actor: Actor, permission: Permission, device: DeviceId) -> bool:
        """Whether *actor* may do with *device* what needs *permission*."""
        if not self.rules:
            return actor.may(permission)
        return allowed(actor, permission, self._by_device().get(device, ()), self._clock.now())

    def why_not(self, actor: Actor, device: DeviceId) -> str:
        """Why *actor* may not operate *device*, in words; empty where they may."""
        return "" if self.may(actor, Permission.OPERATE, device) else "You may not operate it."

    def hidden(self, actor: Actor) -> frozenset[DeviceId]:
        """The devices that *actor* may not see, though the role would let them."""
        if not self.rules:
            return frozenset()
        now = self._clock.now()
        found = self._by_device().items()
        return frozenset(one for one, rules in found if not allowed(actor, Permission.VIEW, rules, now))

    def names(self, devices: Iterable[DeviceId]) -> tuple[str, ...]:
        """What those of *devices* that are in the book are called, and their ids."""
        known = (self._building.device(one) for one in devices)
        return tuple(word for device in known if device is not None for word in (device.name, device.id))

    def tick(self, now: datetime) -> None:
        """A rule that has ended changes what is shown."""
        held = self._holding(now)
        if held != self._held:
            self._held = held
            self._changed()

    def _by_device(self) -> dict[DeviceId, list[AccessRule]]:
        if self._of is None:
            self._of = {}
            for rule in self.rules:
                for device in self._targets(rule):
                    self._of.setdefault(device, []).append(rule)
        return self._of

    def _targets(self, rule: AccessRule) -> tuple[DeviceId, ...]:
        if rule.device is not None:
            return (rule.device,)
        if rule.group is not None:
            return self._groups.members(rule.group)
        devices = self._building.devices.values()
        return tuple(one.id for one in devices if one.place is not None and one.place.zone == rule.zone)

    def _holding(self, now: datetime) -> frozenset[AccessRule]:
        return frozenset(rule for rule in self.rules if rule.holds(now))

    def _stale(self) -> None:
        self._of = None

    def _changed(self) -> None:
        self._stale()
        self._feed.book_changed()
