"""Harbour House, the demo building: its book and the local keys of its devices, the same for the same seed."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from random import Random

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress, Place
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.sites import Site, SiteBook, SiteId
from heyzack_console.simulator.house.placing import FloorSpots
from heyzack_console.simulator.house.plans import floor_id, floor_plan, room_number, zone_id, zones_on
from heyzack_console.simulator.house.products import Product, products_for
from heyzack_console.simulator.house.programme import rooms_of
from heyzack_console.simulator.house.rooms import Room, Use
from heyzack_console.simulator.house.supplies import supplies_of
from heyzack_console.simulator.house.wants import Want, wants_of

FEWEST, MOST = 10, 5000
TIME_ZONE = "Europe/Berlin"
HOST = "127.0.0.1"
# Any printable character occurs in local keys, so the demo's have the awkward ones too.
_KEY_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$<'&`?*:;!#="
_GATEWAY_ROOMS = (42, 43, 40, 41)


@dataclass(frozen=True, slots=True)
class DemoSite:
    """The book of the demo building and, apart from it, the local key of each device that has one."""

    book: SiteBook
    keys: Mapping[DeviceId, str]

    def bound(self, ports: Mapping[DeviceId, int]) -> "DemoSite":
        """The same with the ports that the devices really listen on."""
        devices = tuple(
            replace(device, address=replace(device.address, port=ports[device.id]))
            if device.address and device.id in ports
            else device
            for device in self.book.devices
        )
        return replace(self, book=replace(self.book, devices=devices))


@dataclass(frozen=True, slots=True)
class _Fitting:
    """One device that was decided on; *gateway* is the index of its gateway among those of the floor."""

    level: int
    room: Room
    product: Product
    gateway: int | None = None


def harbour_house(devices: int = 150, seed: int = 1) -> DemoSite:
    """Build the book: four floors, up to twelve for more than 400 devices, and more for more than 2,400.

    Raises:
        InvalidInput: fewer than 10 or more than 5,000 devices.
    """
    if not FEWEST <= devices <= MOST:
        raise InvalidInput(f"The demo building takes {FEWEST} to {MOST:,} devices.", "devices")
    levels = max(4, min(12, -(-devices // 100)), -(-devices // 200))
    fittings = _fitted(devices, levels)
    placed = _placed(fittings, levels, seed)
    site = Site(
        id=SiteId(_hex(seed, "site", 16)),
        name="Harbour House",
        time_zone=TIME_ZONE,
        kind="Office",
        demo=True,
        floors=tuple(floor_plan(level) for level in range(levels)),
        zones=tuple(zone for level in range(levels) for zone in zones_on(level)),
    )
    keys = {device.id: _key(seed, device.id) for device in placed if device.gateway is None}
    return DemoSite(SiteBook(site, placed, supplies_of(site, placed)), keys)


def fresh_key(rng: Random) -> str:
    """Another local key, for a device that is paired anew."""
    return "".join(rng.choice(_KEY_LETTERS) for _ in range(16))


def _fitted(devices: int, levels: int) -> list[_Fitting]:
    """Decide which wants are met: the most wanted, with as many gateways as they need."""
    per_gateway = 14 if devices <= 300 else 40
    behind: Counter[int] = Counter()
    fittings: list[_Fitting] = []
    count = 0
    for want in wants_of(levels, rings=8):
        product = _product(want)
        cost = 2 if product.radio and behind[want.level] % per_gateway == 0 else 1
        if count + cost > devices:
            continue
        gateway = None
        if product.radio:
            gateway = behind[want.level] // per_gateway
            behind[want.level] += 1
        fittings.append(_Fitting(want.level, want.room, product, gateway))
        count += cost
        if count == devices:
            break
    return [*_gateways(fittings), *fittings]


def _gateways(fittings: Sequence[_Fitting]) -> list[_Fitting]:
    needed = sorted({(f.level, f.gateway) for f in fittings if f.gateway is not None})
    (product,) = products_for(Category.GATEWAY)
    rooms = {level: {room.number: room for room in rooms_of(level)} for level, _ in needed}
    return [
        _Fitting(level, rooms[level][_GATEWAY_ROOMS[index % len(_GATEWAY_ROOMS)]], product) for level, index in needed
    ]


def _product(want: Want) -> Product:
    """Small rooms get the battery-driven climate sensor, machine rooms the wired one."""
    options = products_for(want.category)
    wired = want.room.use in {Use.SERVER, Use.PLANT, Use.LIBRARY} or want.ring % 2 == 1
    return options[0] if wired or len(options) == 1 else options[1]


def _placed(fittings: Sequence[_Fitting], levels: int, seed: int) -> tuple[Device, ...]:
    spots = {level: FloorSpots(Random(f"{seed}/{level}")) for level in range(levels)}
    gateways: dict[int, list[DeviceId]] = defaultdict(list)
    names: Counter[str] = Counter()
    versions: Counter[Category] = Counter()
    placed = []
    for fitting in fittings:
        product, level = fitting.product, fitting.level
        label = _label(fitting, names, len(gateways[level]))
        identity = DeviceId("bf" + _hex(seed, label, 10))
        turn = versions[product.category]
        versions[product.category] += 1
        if product.category is Category.GATEWAY:
            gateways[level].append(identity)
        behind = None if fitting.gateway is None else gateways[level][fitting.gateway]
        address = LanAddress(HOST, version=product.versions[turn % len(product.versions)]) if behind is None else None
        placed.append(
            Device(
                id=identity,
                name=f"{product.word} {label}",
                category=product.category,
                product=_hex(0, product.model, 8),
                model=product.model,
                gateway=behind,
                cid="a4c138" + _hex(seed, label + "/cid", 5) if behind else None,
                address=address,
                place=_place(fitting, spots[level]),
                points=product.points,
                sleeper=product.sleeper,
                serves=_serves(fitting),
            )
        )
    return tuple(placed)


def _place(fitting: _Fitting, spots: FloorSpots) -> Place:
    """Its own room, or the corridor in front where the room is full."""
    corridors = [room for room in rooms_of(fitting.level) if room.use is Use.CORRIDOR]
    for room in (fitting.room, *corridors):
        point = spots.take(room, fitting.product.category)
        if point is not None:
            return Place(floor_id(fitting.level), *point, zone=zone_id(fitting.level, room))
    raise InvalidInput(f"Floor {fitting.level} of the demo building has no room for more devices.", "devices")


def _label(fitting: _Fitting, names: Counter[str], gateways: int) -> str:
    prefix, level = fitting.product.prefix, fitting.level
    if fitting.product.category is Category.GATEWAY:
        return f"{prefix}-{level}-{chr(ord('A') + gateways)}"
    if fitting.product.category is Category.VALVE:
        return f"{prefix}-{level}-1"
    label = f"{prefix}-{level}-{fitting.room.number:02}"
    names[label] += 1
    return label if names[label] == 1 else f"{label}-{names[label]}"


def _serves(fitting: _Fitting) -> str:
    level, room = fitting.level, fitting.room
    floor = "the ground floor" if level == 0 else f"floor {level}"
    match fitting.product.category:
        case Category.GATEWAY:
            return f"battery-driven sensors of {floor}"
        case Category.VALVE:
            return f"water of {floor}"
        case Category.METER | Category.BREAKER:
            return f"power of {floor}"
        case Category.PUMP:
            return "heating water of the house"
        case Category.WATER_METER:
            return "water of the house"
        case _:
            return f"{room.name} {room_number(level, room)}"


def _hex(seed: int, name: str, size: int) -> str:
    return blake2b(f"{seed}/{name}".encode(), digest_size=size).hexdigest()


def _key(seed: int, device: DeviceId) -> str:
    drawn = blake2b(f"{seed}/{device}/key".encode(), digest_size=16).digest()
    return "".join(_KEY_LETTERS[byte % len(_KEY_LETTERS)] for byte in drawn)
