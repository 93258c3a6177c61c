"""A walk test in words: what is still to be heard, nearest first, what was ticked, and the report."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from html import escape

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.devices.walks import WalkTest
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.site_index import SiteIndex, place_words, zone_words
from heyzack_console.presentation.fieldwork.labels import Choice
from heyzack_console.presentation.fieldwork.listing import way_words
from heyzack_console.presentation.fieldwork.work import Spot, spot_of, way_m
from heyzack_console.presentation.tables import Cell, Column, Row

PATHS = {Path.LAN: "LAN", Path.GATEWAY: "gateway", Path.CLOUD: "cloud"}
COLUMNS = (
    Column("sign", "", 40),
    Column("name", "Device", 0, least=110),
    Column("place", "Place", 132, least=70, drops=2),
    Column("told", "Told", 116, least=60, drops=1),
    Column("when", "Time or way", 92, right=True, keeps=True),
)


@dataclass(frozen=True, slots=True)
class WalkLine:
    """One device of a walk test; the last three are empty until it is ticked."""

    device: DeviceId
    name: str
    place: str
    way_m: float | None
    time: str = ""
    told: str = ""
    path: str = ""


def parts_to_walk(book: Iterable[Device], index: SiteIndex) -> tuple[Choice, ...]:
    """What a walk test can be started for: a floor, a kind of device, a zone, everything."""
    everything = tuple(sorted(book, key=lambda one: one.name))
    found = [Choice(floor.name, tuple(index.devices.get(floor.id, ()))) for floor in index.floors]
    kinds = sorted({device.category for device in everything}, key=category_word)
    found += [Choice(category_word(kind), tuple(d for d in everything if d.category is kind)) for kind in kinds]
    for floor in index.floors:
        for zone in index.zones.get(floor.id, ()):
            found.append(Choice(f"{floor.name} · {zone_words(zone)}", tuple(index.in_zone.get(zone.id, ()))))
    found.append(Choice("The whole building", everything))
    return tuple(choice for choice in found if choice.devices)


def walk_lines(
    walk: WalkTest, devices: Mapping[DeviceId, Device], index: SiteIndex, here: Spot | None, zone: tzinfo
) -> tuple[WalkLine, ...]:
    """What is still to be heard, nearest first, then what was ticked, the newest first."""
    ticks = {tick.device: tick for tick in walk.ticks}
    missing, heard = [], []
    for name in walk.devices:
        device = devices.get(name)
        words = (device.name, place_words(index, device)) if device else (name, "No longer in the book")
        tick = ticks.get(name)
        if tick is None:
            missing.append(WalkLine(name, *words, way_m(index, here, spot_of(index, device))))
        else:
            time, path = f"{tick.at.astimezone(zone):%H:%M:%S}", PATHS[tick.path]
            heard.append((tick.at, WalkLine(name, *words, None, time, f"{tick.code} {tick.value}", path)))
    missing.sort(key=lambda line: (line.way_m if line.way_m is not None else float("inf"), line.name))
    heard.sort(key=lambda pair: pair[0], reverse=True)
    return (*missing, *(line for _, line in heard))


def counts(walk: WalkTest) -> str:
    """How far it is, in words."""
    done, total = len(walk.ticked & set(walk.devices)), len(walk.devices)
    state = "running" if walk.running else "finished"
    return f"{walk.title}: {done} of {total} ticked, {total - done} to go, {state}, begun by {walk.by}"


def walk_csv(walk: WalkTest, lines: Sequence[WalkLine]) -> str:
    """A row each device."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["walk_test", "by", "device_id", "device", "place", "ticked", "time", "told", "path"])
    for line in lines:
        texts = (walk.title, walk.by, line.device, line.name, line.place)
        ticked = "yes" if line.time else "no"
        writer.writerow([*map(_harmless, texts), ticked, line.time, _harmless(line.told), line.path])
    return out.getvalue()


def walk_html(walk: WalkTest, lines: Sequence[WalkLine], zone: tzinfo) -> str:
    """The report for paper."""
    began = f"{walk.started_at.astimezone(zone):%Y-%m-%d %H:%M}"
    ended = f"{walk.finished_at.astimezone(zone):%Y-%m-%d %H:%M}" if walk.finished_at else "still running"
    rows = "".join(
        f"<tr><td>{'✓' if line.time else '—'}</td><td>{escape(line.name)}</td><td>{escape(line.place)}</td>"
        f"<td>{line.time or 'not heard'}</td><td>{escape(line.told)}</td><td>{line.path}</td></tr>"
        for line in lines
    )
    return (
        f"<h2>Walk test: {escape(walk.title)}</h2><p>{escape(counts(walk))}<br>From {began} until {ended}</p>"
        f"<table cellspacing='0' cellpadding='3'><tr><th></th><th align='left'>Device</th><th align='left'>Place</th>"
        f"<th align='left'>Time</th><th align='left'>Told</th><th align='left'>Path</th></tr>{rows}</table>"
    )


class WalkList:
    """The lines of one walk test as a table."""

    def __init__(self) -> None:
        self.lines: tuple[WalkLine, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns."""
        return COLUMNS

    def take(self, lines: Sequence[WalkLine]) -> None:
        """Show *lines*."""
        self.lines = tuple(lines)

    def __len__(self) -> int:
        return len(self.lines)

    def key(self, position: int) -> str:
        """The key of the line at *position*."""
        return self.lines[position].device

    def position(self, key: str) -> int | None:
        """Where the line *key* stands now."""
        return next((number for number, line in enumerate(self.lines) if line.device == key), None)

    def row(self, position: int) -> Row:
        """The finished line."""
        line = self.lines[position]
        sign = Cell(glyph="done", glyph_ink="ok", tip="ticked") if line.time else Cell(glyph="open_step", tip="to go")
        told = f"{line.told}, {line.path}" if line.time else "not heard yet"
        when = line.time or way_words(line.way_m)
        cells = (sign, Cell(line.name, strong=not line.time), Cell(line.place, "ink2"), Cell(told, "ink2", tip=told))
        return Row(line.device, (*cells, Cell(when)))


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
