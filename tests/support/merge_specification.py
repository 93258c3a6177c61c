"""What the rows must be, computed from the bare set of entries in the plainest way: no database, no order, no cache."""

from dataclasses import dataclass
from typing import Any

from heyzack_console.storage.entry import Body, Header, entry_hash, parse_header

GROUPS = {
    "note": {
        "deleted": ("deleted",), "title": ("title",), "spot": ("x", "y"), "severity": ("severity",),
        "count": ("count",),
    },
    "line": {"deleted": ("deleted",), "note": ("note",), "text": ("text",)},
    "tag": {"deleted": ("deleted",), "note": ("note",), "word": ("word",)},
}  # fmt: skip
SMALLEST_WINS = {("note", "severity"), ("tag", "deleted")}
Mark = tuple[bytes, int]
"""Chain id and number of an entry."""


@dataclass
class Expected:
    """Rows by record, who won each group, who stands beside it, and which delete met which edit."""

    rows: dict[tuple[str, bytes], dict[str, Any]]
    winners: dict[tuple[str, bytes, str], tuple[int, Mark]]
    siblings: set[tuple[str, bytes, str, Mark]]
    clashes: set[tuple[str, bytes, Mark, str, Mark]]


class World:
    """Everything that can be said about a set of entries whose causes are all in it."""

    def __init__(self, entries: dict[bytes, tuple[bytes, bytes]], corrections: list[tuple[bytes, int, int, int]]):
        self.headers: dict[Mark, Header] = {}
        self.bodies: dict[Mark, Body] = {}
        for raw, body in entries.values():
            header = parse_header(raw)
            self.headers[header.chain, header.seq] = header
            self.bodies[header.chain, header.seq] = Body(body)
        self.corrections = corrections
        self.past: dict[Mark, frozenset[Mark]] = {}
        self.eff: dict[Mark, int] = {}
        waiting = dict(self.headers)
        while waiting:
            ready = [m for m, h in waiting.items() if all(c in self.past for c in causes(h))]
            assert ready, "a cause is missing"
            for mark in ready:
                self._place(mark, waiting.pop(mark))

    def _place(self, mark: Mark, header: Header) -> None:
        direct = causes(header)
        self.past[mark] = frozenset(direct).union(*(self.past[cause] for cause in direct))
        deltas = [d for chain, lo, hi, d in self.corrections if chain == mark[0] and lo <= mark[1] <= hi]
        eff = header.stamp
        if deltas:
            eff -= max(deltas) << 16
            for cause in direct:
                eff = max(eff, self.eff[cause] + 1)
        self.eff[mark] = eff

    def expected(self) -> Expected:
        """What every console must show."""
        out = Expected({}, {}, set(), set())
        records = {(p.table, p.key) for body in self.bodies.values() for p in body.patches}
        for table, key in records:
            touching = {
                mark: [p for p in body.patches if (p.table, p.key) == (table, key)]
                for mark, body in self.bodies.items()
            }
            if any(p.op == "i" for patches in touching.values() for p in patches):
                self._record(out, table, key, {m: p for m, p in touching.items() if p})
        return out

    def _record(self, out: Expected, table: str, key: bytes, touching: dict[Mark, list[Any]]) -> None:
        row: dict[str, Any] = {}
        standing: dict[str, dict[Mark, dict[str, Any]]] = {}
        for group, columns in GROUPS[table].items():
            row.update(dict.fromkeys(columns, 0 if group == "deleted" else None))
            erasures = {m for m, ps in touching.items() for p in ps if p.op == "x" and set(columns) & set(p.columns)}
            written: dict[Mark, dict[str, Any]] = {}
            for mark, patches in touching.items():
                if not erasures <= self.past[mark]:
                    continue
                values = self._values(mark, patches, columns, group)
                if values:
                    written[mark] = values
            if group == "count":
                total = [values["count"] for values in written.values()]
                row["count"] = sum(total) if total else None
                if written:
                    last = max(written, key=lambda m: (self.eff[m], m[0], m[1]))
                    out.winners[table, key, group] = (self.eff[last], last)
                continue
            front = {m: v for m, v in written.items() if not any(m in self.past[other] for other in written)}
            standing[group] = front
            if not front:
                if erasures:
                    row.update(dict.fromkeys(columns))
                continue
            best = max(front, key=lambda m: (self.eff[m], m[0], m[1]))
            if (table, group) in SMALLEST_WINS:
                ranks = {m: (v[group] is None, v[group] or 0) for m, v in front.items()}
                least = [m for m in front if ranks[m] == min(ranks.values())]
                best = max(least, key=lambda m: (self.eff[m], m[0], m[1]))
            row.update(front[best])
            out.winners[table, key, group] = (self.eff[best], best)
            out.siblings |= {(table, key, group, m) for m in front if m != best}
        out.rows[table, key] = row
        for gone in (m for m, v in standing.get("deleted", {}).items() if v["deleted"] == 1):
            for group, front in standing.items():
                for edit in front if group != "deleted" else ():
                    if edit != gone and edit not in self.past[gone] and gone not in self.past[edit]:
                        out.clashes.add((table, key, gone, group, edit))

    def _values(self, mark: Mark, patches: list[Any], columns: tuple[str, ...], group: str) -> dict[str, Any]:
        body, values = self.bodies[mark], {}
        for patch in patches:
            for column in set(columns) & set(patch.columns):
                ref = patch.columns[column]
                if ref is None:
                    continue
                new = body.value(ref if isinstance(ref, int) else ref[1])
                values[column] = (values.get(column) or 0) + new if group == "count" else new
        return values


def causes(header: Header) -> list[Mark]:
    """What an entry names as its past."""
    before = [(header.chain, header.seq - 1)] if header.seq > 1 else []
    return before + [(dep.chain, dep.seq) for dep in header.deps]


def whole(entries: dict[bytes, tuple[bytes, bytes]]) -> dict[bytes, tuple[bytes, bytes]]:
    """The largest part of *entries* whose causes are all in it."""
    kept = {entry_hash(raw): parse_header(raw) for raw, _ in entries.values()}
    while True:
        marks = {(h.chain, h.seq) for h in kept.values()}
        lacking = [name for name, header in kept.items() if any(cause not in marks for cause in causes(header))]
        if not lacking:
            return {name: entries[name] for name in kept}
        for name in lacking:
            del kept[name]
