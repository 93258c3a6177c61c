"""Used, unused and unusual devices as a table and as a file."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, tzinfo

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.usage import Usage
from heyzack_console.presentation.building.site_index import SiteIndex, place_words
from heyzack_console.presentation.tables import Cell, Column, Row

SPANS = (("24 hours", timedelta(days=1)), ("7 days", timedelta(days=7)), ("30 days", timedelta(days=30)))
COLUMNS = (
    Column("name", "Device", 180, least=90),
    Column("place", "Place", 150, least=80, drops=1),
    Column("on", "On", 80, right=True),
    Column("share", "Of known", 80, right=True, drops=2),
    Column("cycles", "Switched on", 96, right=True),
    Column("energy", "Energy", 90, right=True),
    Column("last", "Last used", 110, right=True),
    Column("remarks", "What stands out", 0, least=110),
)
NOTHING = "—"


class UsageList:
    """The devices of a span; those that stand out first."""

    def __init__(self) -> None:
        self._all: tuple[Usage, ...] = ()
        self._shown: list[Usage] = []
        self._devices: Mapping[DeviceId, Device] = {}
        self._index = SiteIndex()
        self._zone: tzinfo | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns."""
        return COLUMNS

    def take(self, found: Iterable[Usage], devices: Mapping[DeviceId, Device], index: SiteIndex, zone: tzinfo) -> None:
        """Show *found*."""
        self._devices, self._index, self._zone = devices, index, zone
        self._all = tuple(sorted(found, key=lambda one: (not one.remarks, not one.unused, self._name(one))))
        self._shown = list(self._all)

    def only_unusual(self, *, only: bool) -> None:
        """Show what stands out alone, or everything."""
        self._shown = [one for one in self._all if one.remarks or not only]

    def summary(self) -> str:
        """How many there are, in words."""
        unused, unusual = sum(one.unused for one in self._all), sum(bool(one.remarks) for one in self._all)
        return f"{len(self._all)} devices with a switch or a meter, {unused} unused, {unusual - unused} unusual"

    def as_csv(self) -> str:
        """What is shown, a row each."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        names = ["device_id", "device", "place", "on_s", "known_s", "cycles", "energy_kwh", "last_used_utc", "remarks"]
        writer.writerow(names)
        for one in self._shown:
            on = "" if one.on_ms is None else one.on_ms // 1000
            last = one.last_used.isoformat(timespec="seconds") if one.last_used else ""
            words = [_harmless(text) for text in (one.device, self._name(one), self._place(one))]
            cycles, energy = ("" if number is None else number for number in (one.cycles, one.energy_kwh))
            writer.writerow([*words, on, one.known_ms // 1000, cycles, energy, last, "; ".join(one.remarks)])
        return out.getvalue()

    def __len__(self) -> int:
        return len(self._shown)

    def key(self, position: int) -> str:
        """The key of the line at *position*."""
        return self._shown[position].device

    def position(self, key: str) -> int | None:
        """Where the line *key* stands now."""
        return next((number for number, one in enumerate(self._shown) if one.device == key), None)

    def row(self, position: int) -> Row:
        """The finished line."""
        one = self._shown[position]
        share = f"{100 * one.on_ms / one.known_ms:.0f} %" if one.on_ms is not None and one.known_ms else NOTHING
        words = "; ".join(one.remarks)
        texts = (
            NOTHING if one.on_ms is None else hours(one.on_ms),
            share,
            NOTHING if one.cycles is None else f"{one.cycles}",
            NOTHING if one.energy_kwh is None else f"{one.energy_kwh:.2f} kWh",
            self._when(one.last_used),
        )
        glyph = "caution" if words else ""
        first = (Cell(self._name(one), strong=bool(words)), Cell(self._place(one), "ink2"))
        return Row(one.device, (*first, *map(Cell, texts), Cell(words, glyph=glyph, glyph_ink="caution", tip=words)))

    def _name(self, one: Usage) -> str:
        device = self._devices.get(one.device)
        return device.name if device else one.device

    def _place(self, one: Usage) -> str:
        device = self._devices.get(one.device)
        return place_words(self._index, device) if device else ""

    def _when(self, at: datetime | None) -> str:
        return f"{at.astimezone(self._zone):%d %b %H:%M}" if at else NOTHING


def hours(ms: int) -> str:
    """A length in hours and minutes."""
    minutes = ms // 60_000
    return f"{minutes // 60}:{minutes % 60:02d} h"


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
