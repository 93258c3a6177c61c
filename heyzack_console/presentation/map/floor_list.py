"""The floors of the site as they are changed in a form: from top to bottom, with what would be written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from heyzack_console.domain.devices.device import FloorId
from heyzack_console.domain.sites import Floor
from heyzack_console.ports.engine.floors import ChangeFloors, FloorDraft


@dataclass(frozen=True, slots=True)
class FloorList:
    """*drafts* from top to bottom; a level belongs to the place in the list, a new floor takes the next one up."""

    before: tuple[FloorDraft, ...] = ()
    drafts: tuple[FloorDraft, ...] = ()

    @staticmethod
    def of(floors: Sequence[Floor]) -> "FloorList":
        """The floors as they are."""
        drafts = tuple(
            FloorDraft(one.id, one.level, one.name, one.width, one.height)
            for one in sorted(floors, key=lambda floor: floor.level, reverse=True)
        )
        return FloorList(drafts, drafts)

    def added(self) -> "FloorList":
        """A new floor on top, as large as the one below it."""
        below = self.drafts[0] if self.drafts else FloorDraft(FloorId(""), -1, "", 40.0, 25.0)
        level = below.level + 1
        return replace(
            self, drafts=(FloorDraft(FloorId(""), level, f"Floor {level}", below.width, below.height), *self.drafts)
        )

    def swapped(self, at: int, step: int) -> "FloorList":
        """The floor at *at* a place up (-1) or down (1): the two exchange their levels."""
        other = at + step
        if not 0 <= other < len(self.drafts):
            return self
        drafts = list(self.drafts)
        one, two = drafts[at], drafts[other]
        drafts[other], drafts[at] = replace(one, level=two.level), replace(two, level=one.level)
        return replace(self, drafts=tuple(drafts))

    def removed(self, at: int) -> "FloorList":
        """Without the floor at *at*."""
        return replace(self, drafts=(*self.drafts[:at], *self.drafts[at + 1 :]))

    def written(self, at: int, name: str, width: float, height: float) -> "FloorList":
        """The floor at *at* with another name and size."""
        draft = replace(self.drafts[at], name=name, width=width, height=height)
        return replace(self, drafts=(*self.drafts[:at], draft, *self.drafts[at + 1 :]))

    @property
    def command(self) -> ChangeFloors:
        """What differs from what is there."""
        kept = {draft.floor for draft in self.drafts}
        known = set(self.before)
        gone = tuple(draft.floor for draft in self.before if draft.floor not in kept)
        return ChangeFloors(tuple(draft for draft in self.drafts if draft not in known), gone)

    @property
    def objection(self) -> str:
        """What is still missing, in words; empty where it can be applied."""
        if any(not draft.name.strip() for draft in self.drafts):
            return "Every floor needs a name."
        command = self.command
        return "" if command.floors or command.removed else "Nothing is changed yet."


def floor_words(draft: FloorDraft) -> str:
    """Return a floor's line: name, level and size."""
    new = " · new" if not draft.floor else ""
    return f"{draft.name or 'Without a name'} · level {draft.level} · {draft.width:g} × {draft.height:g} m{new}"
