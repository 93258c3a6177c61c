"""Devices found on the network, with what a person adds before they are taken in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from heyzack_console.domain.cloud import CloudDevice, ProjectId
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import LAN_VERSIONS, Device, DeviceId, LanAddress
from heyzack_console.domain.devices.health import FoundDevice, PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.ports.engine.devices import NewDevice
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("device", "Device", 0),
    Column("id", "Id", 186, drops=2),
    Column("address", "Address", 130),
    Column("version", "Version", 70, drops=3),
    Column("product", "Product", 130, drops=1),
    Column("state", "In the book", 104),
    Column("key", "Key", 84),
)
NOTHING = "—"
AFTER_TYPING = "typed"
STORED = "stored"
MISSING = "missing"
BY_CLOUD = "by cloud"


@dataclass(frozen=True, slots=True)
class Draft:
    """A found device and what was typed for it; *stored* tells whether a device of the book has a usable key.

    *before* is the address that the book has, where it is another one; *listed* is the device as a cloud project lists
    it, from which its key comes.
    """

    found: FoundDevice
    id: str = ""
    name: str = ""
    category: Category = Category.UNKNOWN
    key: str = field(default="", repr=False)
    stored: bool = False
    before: LanAddress | None = None
    listed: CloudDevice | None = None

    @property
    def moved(self) -> bool:
        """It is in the book, and answers at another address than the book has."""
        return self.before is not None and self.before.host != self.found.host

    @property
    def fetched(self) -> bool:
        """It is not in the book and nobody typed its key: the cloud project that lists it has the key."""
        return self.listed is not None and not self.found.known and not self.key

    @property
    def row_key(self) -> str:
        """The name of its line, which stays the same while its id is being typed."""
        return self.found.id or _spot(self.found)

    @property
    def ready(self) -> bool:
        """It can be taken in: a range probe learns no id, so somebody has to give one."""
        return bool(self.id)

    def new_device(self, known: Device | None) -> NewDevice:
        """What is handed to the engine; a *known* device keeps what the network does not tell."""
        found = self.found
        version = found.version if found.version in LAN_VERSIONS else ""
        address = LanAddress(found.host, found.port, version)
        name, product = self.name or self.id, found.product
        if known is None:
            return NewDevice(Device(DeviceId(self.id), name, self.category, product=product, address=address), self.key)
        product = product or known.product
        return NewDevice(replace(known, name=name, category=self.category, product=product, address=address), self.key)


class FoundList:
    """The lines of the table, by address. What was typed survives every further scan.

    Args:
        mirror: tells which devices the book has and whether their paths are set up.
    """

    columns = COLUMNS

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self._drafts: dict[str, Draft] = {}
        self._order: list[str] = []
        self._listed: dict[str, CloudDevice] = {}

    def __len__(self) -> int:
        return len(self._order)

    def key(self, position: int) -> str:
        """The key of the line at *position*."""
        return self._order[position]

    def position(self, key: str) -> int | None:
        """Where the line *key* stands."""
        return self._order.index(key) if key in self._drafts else None

    def row(self, position: int) -> Row:
        """The finished line; a key itself is never part of it."""
        return _row(self._drafts[self._order[position]])

    def draft(self, key: str) -> Draft | None:
        """The device of the line *key*."""
        return self._drafts.get(key)

    def take(self, found: Iterable[FoundDevice]) -> None:
        """Add what was found; a line without an id gives way to the same address with one."""
        for device in found:
            if device.id:
                nameless = self._drafts.pop(_spot(device), None)
                old = self._drafts.get(device.id, nameless)
                fresh = self._begun(device) if old is None else replace(old, found=device, id=device.id)
                self._drafts[device.id] = fresh
            elif all(_spot(draft.found) != _spot(device) for draft in self._drafts.values()):
                self._drafts[_spot(device)] = self._begun(device)
        self._order = sorted(self._drafts, key=lambda key: (_numeric(self._drafts[key].found.host), key))

    def know_cloud(self, listed: Iterable[CloudDevice]) -> None:
        """Match what was found, and what will be, to the devices that cloud projects list."""
        self._listed = {each.id: each for each in listed}
        for key, draft in self._drafts.items():
            self._drafts[key] = self._matched(draft)

    def edit(self, key: str, change: Callable[[Draft], Draft]) -> None:
        """Replace the draft of the line *key*."""
        self._drafts[key] = change(self._drafts[key])

    def taken_in(self, keys: Iterable[str]) -> None:
        """The lines *keys* are in the book now; the keys typed for them are kept here no longer."""
        for key in keys:
            draft = self._drafts[key]
            found = replace(draft.found, known=True)
            stored = draft.stored or bool(draft.key) or draft.fetched
            self._drafts[key] = replace(draft, found=found, key="", stored=stored, before=None)

    def fetched(self, keys: Iterable[str]) -> dict[ProjectId, tuple[DeviceId, ...]]:
        """Which devices of the lines *keys* are first to be taken in from which project, with their keys."""
        wanted: dict[ProjectId, tuple[DeviceId, ...]] = {}
        for listed in (draft.listed for draft in map(self._drafts.__getitem__, keys) if draft.fetched):
            if listed is not None:
                wanted[listed.project] = (*wanted.get(listed.project, ()), listed.id)
        return wanted

    def new_devices(self, keys: Iterable[str], book: Mapping[DeviceId, Device] | None = None) -> tuple[NewDevice, ...]:
        """What is handed to the engine for the lines *keys*, those without an id left out.

        Args:
            book: the devices as they are now, where the mirror may not know the newest yet.
        """
        known = self._mirror.devices if book is None else book
        ready = [draft for draft in (self._drafts[key] for key in keys) if draft.ready]
        return tuple(draft.new_device(known.get(DeviceId(draft.id))) for draft in ready)

    def summary(self) -> str:
        """How many, in words."""
        if not self._order:
            return "nothing found yet"
        drafts = self._drafts.values()
        parts = [f"{len(self._order)} found", f"{sum(not draft.found.known for draft in drafts)} new"]
        fetched, moved = sum(draft.fetched for draft in drafts), sum(draft.moved for draft in drafts)
        parts += [f"{fetched} of them in the cloud"] if fetched else []
        parts += [f"{moved} moved"] if moved else []
        return ", ".join(parts)

    def _begun(self, found: FoundDevice) -> Draft:
        device = self._mirror.devices.get(found.id) if found.id else None
        if device is None:
            return self._matched(Draft(found, found.id))
        stored = self._stored(found.id)
        return Draft(found, found.id, device.name, device.category, stored=stored, before=device.address)

    def _matched(self, draft: Draft) -> Draft:
        """The draft with what the cloud says of its device; what was typed stays."""
        listed = self._listed.get(draft.id)
        if listed is None or draft.found.known:
            return replace(draft, listed=None)
        kind = listed.kind if draft.category is Category.UNKNOWN else draft.category
        return replace(draft, listed=listed, name=draft.name or listed.name, category=kind)

    def _stored(self, device: str) -> bool:
        # The LAN path of a device is not set up exactly while no usable key is stored for it.
        health = self._mirror.health.get(DeviceId(device)) if device else None
        return health is not None and any(
            path.path is Path.LAN and path.state is not PathState.UNCONFIGURED for path in health.paths
        )


def _spot(found: FoundDevice) -> str:
    return f"{found.host}:{found.port}"


def _numeric(host: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in host.split("."))


def _row(draft: Draft) -> Row:
    found = draft.found
    name = draft.name or (category_word(draft.category) if draft.category is not Category.UNKNOWN else "Not named yet")
    return Row(
        key=draft.row_key,
        cells=(
            Cell(name, "ink" if draft.name else "ink2", strong=bool(draft.name), glyph=f"category.{draft.category}"),
            Cell(draft.id, "ink2")
            if draft.ready
            else Cell("id not heard", "caution", tip="A range probe learns no id"),
            Cell(found.host, tip=f"{found.host}, port {found.port}"),
            Cell(found.version or NOTHING, "ink2"),
            Cell(found.product or NOTHING, "ink2"),
            _state_cell(draft),
            _key_cell(draft),
        ),
    )


def _state_cell(draft: Draft) -> Cell:
    if draft.moved:
        assert draft.before is not None
        return Cell("moved", "caution", glyph="open_step", tip=f"The book has it at {draft.before.host}")
    if draft.found.known:
        return Cell("known", "ink2", glyph="done")
    return Cell("new", strong=True, glyph="open_step")


def _key_cell(draft: Draft) -> Cell:
    if draft.key:
        return Cell(AFTER_TYPING, glyph="key", tip="Stored when the device is taken in")
    if draft.fetched:
        return Cell(BY_CLOUD, "ink2", glyph="cloud", tip="The cloud project lists it: its key is fetched from there")
    if draft.stored:
        return Cell(STORED, "ink2", glyph="key")
    return Cell(MISSING, "ink3", tip="Without its key a device is listed, but tells nothing")
