"""Which devices can take the place of another, and what a person chose."""

from collections.abc import Iterable
from dataclasses import dataclass

from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress
from heyzack_console.domain.devices.health import FoundDevice
from heyzack_console.ports.engine.devices import NewDevice
from heyzack_console.presentation.mirror import Mirror

KEY_SIGNS = 16


@dataclass(frozen=True, slots=True)
class Candidate:
    """A device that stands nowhere: of the book, or heard on the network."""

    id: DeviceId
    words: str
    host: str = ""
    port: int = 0
    version: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class ReplaceWish:
    """What is chosen or typed."""

    id: str
    cid: str = ""
    host: str = ""
    key: str = ""


def candidates(mirror: Mirror, old: Device, found: Iterable[FoundDevice] = ()) -> tuple[Candidate, ...]:
    """Those of the same kind first, then the others of the book, then what was heard and is not in the book."""
    spare = [one for one in mirror.devices.values() if one.place is None and old.id not in {one.id, one.gateway}]
    spare.sort(key=lambda one: (one.category is not old.category, one.name.casefold()))
    known = [_known(one) for one in spare]
    heard = {one.id: one for one in found if one.id and one.id not in mirror.devices}
    return (*known, *(_heard(heard[name]) for name in sorted(heard)))


def needs_cid(old: Device) -> bool:
    """A sub-device is found at its gateway by an address of its own."""
    return old.gateway is not None


def objection(wish: ReplaceWish, old: Device, mirror: Mirror) -> str:
    """What is wrong with the wish; empty when it can be carried out. Without an id there is nothing to say yet."""
    known = mirror.devices.get(DeviceId(wish.id))
    if wish.id == old.id:
        return "That is the device itself."
    if known is not None and known.place is not None:
        return f"{known.name} has a place of its own already."
    if wish.key and len(wish.key) != KEY_SIGNS:
        return f"A local key has {KEY_SIGNS} characters."
    if needs_cid(old) and wish.id and not (wish.cid or wish.host or known is not None or "/" in wish.id):
        return "It is reached through its gateway: say which address the new one has there."
    return ""


def new_device(wish: ReplaceWish, old: Device, chosen: Candidate | None) -> NewDevice:
    """The wish as the engine takes it; the name comes from the old one."""
    same = chosen is not None and chosen.host == wish.host
    port, version = (chosen.port or 6668, chosen.version) if chosen is not None and same else (6668, "")
    address = LanAddress(wish.host, port, version) if wish.host and not (chosen is not None and chosen.known) else None
    return NewDevice(Device(DeviceId(wish.id), old.name, old.category, cid=wish.cid or None, address=address), wish.key)


def _known(device: Device) -> Candidate:
    address = device.address
    kind = device.category.value.replace("_", " ")
    words = f"{device.name} · {kind} · in the book, without a place"
    return Candidate(device.id, words, address.host if address else "", address.port if address else 0, known=True)


def _heard(found: FoundDevice) -> Candidate:
    words = f"{found.id} · {found.host} · heard on the network"
    return Candidate(found.id, words, found.host, found.port, found.version)
