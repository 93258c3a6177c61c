"""What a device takes over from the one whose place it takes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from heyzack_console.domain.access import AccessRule
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.groups import DeviceGroup

T = TypeVar("T", bound=str)


def successor(old: Device, new: Device) -> Device:
    """*new* with the name, place and duty of *old*, and with what is not known of it otherwise.

    A sub-device without a gateway is one of the old one's gateway; of an id 'GATEWAY/CID' the cid is known.
    """
    alike = new.product in {"", old.product}
    sub = old.gateway is not None and new.address is None
    cid = new.cid or (new.id.partition("/")[2] or None if sub else None)
    return replace(
        new,
        name=old.name,
        category=old.category,
        product=new.product or old.product,
        model=new.model or (old.model if alike else ""),
        gateway=new.gateway or (old.gateway if sub else None),
        cid=cid,
        place=old.place,
        points=new.points or (old.points if alike else ()),
        sleeper=old.sleeper if alike else new.sleeper,
        serves=old.serves,
    )


def moved_lines(
    lines: Iterable[Dependency], old: DeviceId, new: Device
) -> tuple[tuple[Dependency, ...], tuple[Dependency, ...]]:
    """The lines to draw and those to remove, so that what hung on *old*, or fed it, now does so with *new*."""
    before, after = Thing.device(old), Thing.device(new.id)
    removed = tuple(line for line in lines if before in {line.source, line.target})
    drawn = (
        replace(
            line,
            source=after if line.source == before else line.source,
            target=after if line.target == before else line.target,
        )
        for line in removed
    )
    return tuple(line for line in drawn if _makes_sense(line, new)), removed


def moved_groups(groups: Iterable[DeviceGroup], old: DeviceId, new: DeviceId) -> tuple[DeviceGroup, ...]:
    """The groups that change: where *old* was chosen, *new* is."""
    return tuple(replace(one, members=_swapped(one.members, old, new)) for one in groups if old in one.members)


def moved_rules(rules: Iterable[AlertRule], old: DeviceId, new: DeviceId) -> tuple[AlertRule, ...]:
    """The rules that change: what was about *old* is about *new*."""
    fresh = ((rule, _moved_rule(rule, old, new)) for rule in rules)
    return tuple(after for before, after in fresh if after != before)


def moved_access(rules: Iterable[AccessRule], old: DeviceId, new: DeviceId) -> tuple[AccessRule, ...]:
    """The access rules that change: who might, or might not, do something with *old* may, or may not, with *new*."""
    return tuple(replace(rule, device=new) for rule in rules if rule.device == old)


def _moved_rule(rule: AlertRule, old: DeviceId, new: DeviceId) -> AlertRule:
    operands = tuple(replace(one, devices=_swapped(one.devices, old, new)) for one in rule.operands)
    return replace(rule, devices=_swapped(rule.devices, old, new), operands=operands)


def _swapped(devices: tuple[T, ...], old: T, new: T) -> tuple[T, ...]:
    return tuple(dict.fromkeys(new if one == old else one for one in devices))


def _makes_sense(line: Dependency, new: Device) -> bool:
    known_anyway = line.supply is Supply.NETWORK and line.target == Thing.device(new.id) and new.gateway is not None
    return line.source != line.target and not known_anyway
