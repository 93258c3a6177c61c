"""Access rules in words: who, what, until when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from heyzack_console.domain.access import AccessList, AccessRule, AccessRuleId, Right
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.groups import GroupMembers
from heyzack_console.domain.identity import Role
from heyzack_console.presentation.building.site_index import SiteIndex, zone_words
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("who", "Who", 190, least=110),
    Column("right", "Right", 130, least=90),
    Column("what", "What", 0, least=120),
    Column("until", "Until", 190, least=110),
    Column("note", "Note", 150, drops=1),
)
_RIGHTS = {Right.VIEW: "see", Right.OPERATE: "operate", Right.CONFIGURE: "set up"}
RIGHTS = tuple((words, right) for right, words in _RIGHTS.items())


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice of a field: its words and the parts of a rule that it stands for."""

    words: str
    parts: dict[str, str]


def who_offers(listed: AccessList) -> tuple[Offer, ...]:
    """Return the people, then the roles."""
    people = [Offer(f"{one.name} ({_role(one.role)})", {"person": one.id}) for one in listed.people]
    return (*people, *(Offer(f"everybody: {_role(role)}", {"role": role.value}) for role in Role))


def what_offers(devices: Sequence[Device], index: SiteIndex, groups: Iterable[GroupMembers]) -> tuple[Offer, ...]:
    """Return *devices*, the rooms they are in, and the groups they belong to."""
    own = {device.id for device in devices}
    zones = {zone.id: zone for device in devices if (zone := index.zone_of.get(device.id))}
    rooms = [Offer(f"Room {zone_words(zone)}", {"zone": zone.id}) for zone in zones.values()]
    fitting = [each.group for each in groups if own & set(each.devices)]
    named = [Offer(f"Group {group.name}", {"group": group.id}) for group in fitting]
    return (*(Offer(device.name, {"device": device.id}) for device in devices), *rooms, *named)


class AccessLines:
    """The rules that speak of some devices, or all, oldest first."""

    columns = COLUMNS

    def __init__(self) -> None:
        self._rules: dict[str, AccessRule] = {}
        self._order: list[str] = []
        self._people: dict[str, str] = {}
        self._targets: dict[str, str] = {}
        self._now: datetime | None = None
        self._zone: tzinfo | None = None

    def __len__(self) -> int:
        return len(self._order)

    def key(self, position: int) -> str:
        """The rule at *position*."""
        return self._order[position]

    def position(self, key: str) -> int | None:
        """Where the rule *key* stands."""
        return self._order.index(key) if key in self._rules else None

    def take(
        self, listed: AccessList, targets: dict[str, str], only: frozenset[DeviceId], now: datetime, zone: tzinfo
    ) -> None:
        """Show the rules about one of *targets* (words by id of a device, room or group); *only*: those devices."""
        self._people = {one.id: f"{one.name} ({_role(one.role)})" for one in listed.people}
        self._targets, self._now, self._zone = targets, now, zone
        kept = [rule for rule in listed.rules if not only or _target(rule) in targets]
        self._rules = {rule.id: rule for rule in kept}
        self._order = list(self._rules)

    def row(self, position: int) -> Row:
        """The finished line."""
        rule = self._rules[self._order[position]]
        over = self._now is not None and not rule.holds(self._now)
        who = self._people.get(rule.person or "", "unknown person")
        if rule.role is not None:
            who = f"everybody: {_role(rule.role)}"
        end = "until revoked"
        if rule.until is not None:
            end = f"{rule.until.astimezone(self._zone):%a %d %b %Y %H:%M}"
        what = self._targets.get(_target(rule), _target(rule))
        ink = "ink3" if over else "ink"
        may = f"{'may' if rule.allow else 'may not'} {_RIGHTS[rule.right]}"
        return Row(
            rule.id,
            (
                Cell(who, ink, strong=not over, tip=who),
                Cell(may, ink if rule.allow or over else "caution"),
                Cell(what, ink, tip=what),
                Cell(f"{end}, ended" if over else end, "ink3" if over else "ink2"),
                Cell(rule.note, "ink2", tip=rule.note),
            ),
        )

    def chosen(self, keys: Iterable[str]) -> tuple[AccessRuleId, ...]:
        """The rules *keys*."""
        return tuple(self._rules[key].id for key in keys if key in self._rules)


def _target(rule: AccessRule) -> str:
    return rule.device or rule.zone or rule.group or ""


def _role(role: Role) -> str:
    return role.value.replace("_", " ")
