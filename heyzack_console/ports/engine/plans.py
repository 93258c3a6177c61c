"""Floor plans from files: looking at one, and taking in what was chosen of it."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from heyzack_console.domain.identity import Permission
from heyzack_console.domain.plans import Plan, PlanChoice, TakenFloor
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class ImportPlan(Command):
    """Give floors their plans and zones in one change; a zone of the same number and name takes the new outline."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    file: str
    floors: tuple[TakenFloor, ...] = field(repr=False)


@dataclass(frozen=True)
class ReadPlan(Query[Plan]):
    """What the file *data* holds, read in a process of its own; nothing is changed."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    answer: ClassVar[Any] = Plan
    name: str
    data: bytes = field(repr=False)
    choice: PlanChoice = field(default_factory=PlanChoice)


@dataclass(frozen=True)
class FloorPictureBytes(Query[bytes]):
    """The picture that a floor names by *digest*: PNG or JPEG."""

    answer: ClassVar[Any] = bytes
    digest: str
