"""Scopes as people write them, settled for one building: names and numbers become ids."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from heyzack_console.domain.alerts.rule import AlertRule, Operand
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.sites import Site


def settled(rules: Iterable[AlertRule], site: Site, devices: Iterable[Device]) -> tuple[AlertRule, ...]:
    """Return the rules that concern *site*, with zones and devices by id; a word that nobody has fits none."""
    zones = _by_word((zone.id, (zone.name, zone.number)) for zone in site.zones)
    known = _by_word((device.id, (device.name,)) for device in devices)
    return tuple(
        replace(
            rule,
            zones=_ids(rule.zones, zones),
            devices=_ids(rule.devices, known),
            operands=tuple(_operand(one, zones, known) for one in rule.operands),
        )
        for rule in rules
        if not rule.sites or _folded(site.name) in map(_folded, rule.sites) or site.id in rule.sites
    )


def unknown_words(rule: AlertRule, site: Site, devices: Iterable[Device]) -> tuple[str, ...]:
    """Return the names of zones and devices in *rule* that this building does not have."""
    known = {*_by_word((zone.id, (zone.name, zone.number)) for zone in site.zones)}
    known |= {*_by_word((device.id, (device.name,)) for device in devices)}
    words = [*rule.zones, *rule.devices, *(word for one in rule.operands for word in (*one.zones, *one.devices))]
    return tuple(dict.fromkeys(word for word in words if _folded(word) not in known))


def _operand(one: Operand, zones: Mapping[str, tuple[str, ...]], known: Mapping[str, tuple[str, ...]]) -> Operand:
    return replace(one, zones=_ids(one.zones, zones), devices=_ids(one.devices, known))


def _ids(words: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for word in words for found in known.get(_folded(word), (word,))))


def _by_word(things: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Two rooms may have one name; both are meant then. An id is never mistaken for a name."""
    found: dict[str, tuple[str, ...]] = {}
    ids: dict[str, tuple[str, ...]] = {}
    for name, words in things:
        ids[_folded(name)] = (name,)
        for word in words:
            if word:
                found[_folded(word)] = (*found.get(_folded(word), ()), name)
    return found | ids


def _folded(word: str) -> str:
    return " ".join(word.split()).casefold()
