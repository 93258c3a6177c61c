"""Commands and queries about orders to many devices at once."""

from dataclasses import dataclass
from typing import Any, ClassVar

from heyzack_console.domain.group_orders import DeviceOrder, GroupPlan, GroupProgress, GroupReport, RunId
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class OrderGroup(Command):
    """Send *orders*, a few at a time; returns once the run has begun, which the receipt names.

    Devices that do not take theirs are left out and stand in the report. *dry_run*: only say in the receipt how many
    would. Raises ConfirmationNeeded for safety points unless *confirmed*, InvalidInput where no device takes it.
    """

    permission: ClassVar[Permission] = Permission.OPERATE
    orders: tuple[DeviceOrder, ...]
    title: str = ""
    confirmed: bool = False
    reason: str = ""
    dry_run: bool = False


@dataclass(frozen=True)
class CancelGroupOrder(Command):
    """Send nothing more of a run: who has not had a turn gets no order, what waits in the outbox is taken out."""

    permission: ClassVar[Permission] = Permission.OPERATE
    run: RunId


@dataclass(frozen=True)
class PlanGroupOrder(Query[GroupPlan]):
    """Who will and who will not take *orders*, with the reason; nothing is sent."""

    answer: ClassVar[Any] = GroupPlan
    orders: tuple[DeviceOrder, ...]


@dataclass(frozen=True)
class GroupOrderReport(Query[GroupReport]):
    """What became of each device of a run. NotFound: the engine was started since, or many came after it."""

    answer: ClassVar[Any] = GroupReport
    run: RunId


@dataclass(frozen=True)
class GroupOrders(Query[tuple[GroupProgress, ...]]):
    """The runs since the engine was started, newest first."""

    answer: ClassVar[Any] = tuple[GroupProgress, ...]
