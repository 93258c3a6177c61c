"""Histories of consoles that are apart and meet: lived step by step, and compared with the specification on the way."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from heyzack_console.domain.errors import ConsoleError
from heyzack_console.storage.database import FILE_NAME
from heyzack_console.storage.entry import ERASE, Body, Kind, entry_hash, parse_header
from heyzack_console.storage.tables.journal import chain, delclash, held, journal, sibling, this_console
from heyzack_console.storage.undo import Taker
from heyzack_console.storage.versions import versions_of
from heyzack_console.storage.work import Draft
from tests.support.merge_notes import NOTES, Laptop, Ledger, TrueTime, shaken
from tests.support.merge_specification import Expected, World, whole

Step = tuple[str, int, int, int]
"""What happens, at which console, with which record or partner, with which value."""

EDITS = ("note", "title", "spot", "severity", "count", "delete", "line", "tag", "untag", "erase", "undo")
MEETINGS = ("send", "send", "send", "part", "shuffle")
TROUBLES = ("restart", "backup", "restore", "ahead", "behind", "slightly", "heal", "later")
SKEWS = {"ahead": timedelta(days=5 * 365), "behind": timedelta(days=-20 * 365), "slightly": timedelta(minutes=60)}
KEYS = 3


def key_of(number: int, kind: int = 1) -> bytes:
    """The key of a record that every console finds under the same name."""
    return bytes([kind, number]) * 8


@dataclass
class Story:
    """Some consoles and what they have been through."""

    laptops: list[Laptop]
    true: TrueTime
    ledger: Ledger
    folder: Path
    images: dict[int, Path] = field(default_factory=dict)
    lines: int = 0

    @classmethod
    async def begin(cls, blank: Path, folder: Path, count: int) -> "Story":
        """*count* consoles that have never met."""
        true, ledger = TrueTime(), Ledger()
        laptops = [await Laptop.new(blank, folder / f"c{n}", n, true, ledger) for n in range(count)]
        return cls(laptops, true, ledger, folder)

    async def end(self) -> None:
        """Close all stores."""
        for laptop in self.laptops:
            await laptop.stop()

    async def live(self, steps: Sequence[Step]) -> None:
        """Let *steps* happen."""
        for what, who, which, value in steps:
            laptop = self.laptops[who % len(self.laptops)]
            if what in EDITS:
                await self._edit(laptop, what, which % KEYS, value)
            elif what in MEETINGS:
                other = self.laptops[which % len(self.laptops)]
                how = {"send": 0, "shuffle": 1, "part": 2 + value % 2}[what]
                given = shaken(await laptop.entries(), how)
                await other.take(given)
                _, known = await other.open.read(_held_entries)
                assert {entry_hash(raw) for raw, _ in given} <= known, "what arrived was lost"
                await self.compare(other)
            else:
                await self._trouble(laptop, who % len(self.laptops), what)

    async def meet(self) -> None:
        """Everybody hears the time and gets what the others have, until nothing is new."""
        self.true.moment += timedelta(seconds=5)
        for _ in range(2):
            for laptop in self.laptops:
                await laptop.hear_the_time()
            for _ in range(2):
                for one in self.laptops:
                    for other in self.laptops:
                        if one is not other:
                            await other.take(await one.entries())

    async def judge(self) -> None:
        """After everybody met: all show the same, as specified, and every chain verifies."""
        there: Ledger = {}
        for laptop in self.laptops:
            for raw, _ in await laptop.entries():
                there[entry_hash(raw)] = self.ledger[entry_hash(raw)]
        complete = whole(there)
        for laptop in self.laptops:
            await self.compare(laptop)
            applied = await laptop.open.read(lambda conn: set(conn.execute(select(journal.c.hash)).scalars()))
            assert applied == complete.keys(), "something that could be applied is missing"
            verification = await laptop.open.verify()
            assert verification.ok, verification.faults
            assert await laptop.open.read(_dangling) == [], "a reference leads nowhere"

    async def compare(self, laptop: Laptop) -> None:
        """What a console shows is what its entries say."""
        applied, known = await laptop.open.read(_held_entries)
        corrections = [fix for name in known for fix in _corrections(self.ledger[name])]
        world = World({name: self.ledger[name] for name in applied}, corrections)
        assert await laptop.open.read(_early) == [], "an entry of the future was let in"
        if any(name not in applied and parse_header(raw).kind is Kind.ERASE for name, (raw, _) in self.ledger.items()):
            return  # values may have come already erased by what has not come yet
        expected, shown = world.expected(), await laptop.open.read(shown_rows)
        assert shown.rows == expected.rows
        assert shown.winners == expected.winners
        assert shown.siblings == expected.siblings
        assert shown.clashes == expected.clashes
        await laptop.open.read(lambda conn: _nothing_readable(conn, world))

    async def _edit(self, laptop: Laptop, what: str, which: int, value: int) -> None:
        try:
            if what == "erase":
                await laptop.erase("note", key_of(which), ["title"])
            elif what == "undo":
                if laptop.wrote:
                    ref = laptop.wrote[value % len(laptop.wrote)]
                    await laptop.write(lambda draft: Taker(draft, ref).take_back())
            else:
                await laptop.write(lambda draft: self._change(draft, what, which, value))
        except ConsoleError:
            return  # refused, as it should be: the record is not there, or nothing can be taken back

    def _change(self, draft: Draft, what: str, which: int, value: int) -> None:
        key = key_of(which)
        if what == "note":
            draft.put("note", key, {"title": f"title {value}", "severity": value % 4})
        elif what in {"title", "severity"}:
            draft.update("note", key, {what: f"title {value}" if what == "title" else value % 4})
        elif what == "spot":
            draft.update("note", key, {"xy"[value % 2]: float(value)})
        elif what == "count":
            draft.add("note", key, "count", value - 2)
        elif what == "delete":
            draft.delete("note", key)
        elif what == "untag":
            draft.delete("tag", key_of(which, 2))
        elif draft.read("note", key) is not None and what == "tag":
            draft.put("tag", key_of(which, 2), {"note": key, "word": "wet"})
        elif draft.read("note", key) is not None:
            self.lines += 1
            draft.insert("line", key_of(self.lines, 3), {"note": key, "text": f"line {self.lines}"})

    async def _trouble(self, laptop: Laptop, who: int, what: str) -> None:
        image = self.folder / f"image{who}"
        if what in {"restart", "backup", "restore"}:
            await laptop.stop()
            if what == "backup":
                shutil.copy(laptop.home / FILE_NAME, image)
                self.images[who] = image
            if what == "restore" and who in self.images:
                shutil.copy(image, laptop.home / FILE_NAME)
            await laptop.start()
        elif what == "heal":
            await laptop.hear_the_time()
            laptop.clock.error = timedelta()
            await laptop.hear_the_time()
        elif what == "later":
            self.true.moment += timedelta(minutes=70)
        else:
            laptop.clock.error = SKEWS[what]


def shown_rows(conn: Connection) -> Expected:
    """What a console shows, in the words of the specification."""
    names = {row.no: row.id for row in conn.execute(select(chain))}
    out = Expected({}, {}, set(), set())
    for shared in NOTES.tables.values():
        for row in conn.execute(select(shared.table)).mappings():
            out.rows[shared.name, row["key"]] = {column: row[column] for column in shared.group_of}
            for group, (eff, no, seq) in versions_of(row["_m"]).items():
                out.winners[shared.name, row["key"], group] = (eff, (names[no], seq))
    for row in conn.execute(select(sibling)):
        out.siblings.add((row.tbl, row.key, row.grp, (names[row.chain], row.seq)))
    for row in conn.execute(select(delclash)):
        gone, edit = (names[row.dchain], row.dseq), (names[row.chain], row.seq)
        out.clashes.add((row.tbl, row.key, gone, row.grp, edit))
    return out


def _held_entries(conn: Connection) -> tuple[set[bytes], set[bytes]]:
    applied = set(conn.execute(select(journal.c.hash)).scalars())
    return applied, applied | set(conn.execute(select(held.c.hash)).scalars())


def _early(conn: Connection) -> list[Any]:
    """Entries of others that were applied more than ten minutes before their time."""
    others = select(journal.c.pos).join(chain, chain.c.no == journal.c.chain)
    early = journal.c.eff.op(">>")(16) > journal.c.arrived + 600_000
    own = select(this_console.c.id).scalar_subquery()
    return list(conn.execute(others.where(early, chain.c.console != own)).scalars())


def _corrections(entry: tuple[bytes, bytes]) -> list[tuple[bytes, int, int, int]]:
    if parse_header(entry[0]).kind is not Kind.CLOCK:
        return []
    return [(bytes.fromhex(name), lo, hi, delta) for name, lo, hi, delta in Body(entry[1]).meta["fix"]]


def _dangling(conn: Connection) -> list[Any]:
    return list(conn.exec_driver_sql("PRAGMA foreign_key_check").all())


def _nothing_readable(conn: Connection, world: World) -> None:
    """No stored entry holds a value that an erasure, of which it did not know, covers."""
    erasures = [(m, p) for m, b in world.bodies.items() for p in b.patches if p.op == ERASE]
    for row in conn.execute(select(journal.c.raw, journal.c.body)) if erasures else ():
        header, body = parse_header(row.raw), Body(row.body)
        mark = (header.chain, header.seq)
        for erasure, gone in erasures:
            for patch in body.patches if mark != erasure and erasure not in world.past[mark] else ():
                if (patch.table, patch.key) == (gone.table, gone.key):
                    for column in set(patch.columns) & set(gone.columns):
                        ref = patch.columns[column]
                        leaves = (ref,) if isinstance(ref, int) else ref or ()
                        assert not any(body.has(leaf) for leaf in leaves), "an erased value is still readable"
