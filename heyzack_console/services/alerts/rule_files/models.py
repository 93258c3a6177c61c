"""What a rule file may hold: one model for each type of rule."""

import re
from dataclasses import replace
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from heyzack_console.domain.alerts.rule import AlertRule, Direction, Operand, Take, Test
from heyzack_console.rules.alerts.units import UNITS, LimitUnit
from heyzack_console.services.alerts.rule_files.fields import (
    Kind,
    Name,
    Number,
    Prose,
    Scope,
    Seconds,
    Strict,
    Unit,
    Urgency,
    When,
    Words,
)

MOST_RULES = 1_000
MOST_OPERANDS = 20
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./-]{0,79}")
_OPERAND = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")


def _rule_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError("an id has letters, digits and _ . / - and at most 80 characters")
    return value


class RuleModel(Strict):
    """What every rule has."""

    id: Annotated[str, AfterValidator(_rule_id)]
    condition: Words
    priority: Urgency
    scope: Scope = Scope()
    guidance: Prose = ""
    latching: bool = True
    enabled: bool = True
    version: Annotated[int, Field(ge=0)] = 0
    author: Prose = ""
    reason: Prose = ""

    def rule(self) -> AlertRule:
        """As the engine has it."""
        return AlertRule(
            id=self.id,
            condition=self.condition,
            priority=self.priority,
            devices=tuple(self.scope.devices),
            categories=tuple(self.scope.categories),
            zones=tuple(self.scope.zones),
            sites=tuple(self.scope.sites),
            guidance=self.guidance,
            latching=self.latching,
            enabled=self.enabled,
            version=self.version,
            author=self.author,
            reason=self.reason,
            **self.special(),
        )

    def special(self) -> dict[str, Any]:
        """What the type adds."""
        raise NotImplementedError


class Timed(RuleModel):
    """A rule that may judge at some hours only; what watches for absence needs all of them."""

    when: When | None = None

    def rule(self) -> AlertRule:
        """As the engine has it, with its hours."""
        return replace(super().rule(), hours=self.when.hours() if self.when is not None else None)


class OnPoint(Timed):
    """A rule on one data point."""

    point: Name
    unit: Unit | None = None
    delay: Seconds = 0.0
    count: Annotated[int, Field(ge=1, le=100)] = 1

    @model_validator(mode="after")
    def _counted(self) -> Self:
        if self.count > 1 and not self.delay:
            raise ValueError("count needs a delay: so often within which time?")
        return self

    @property
    def measure(self) -> LimitUnit:
        """The unit in which limits are written."""
        return UNITS[self.unit] if self.unit is not None else LimitUnit("")

    def lasting(self) -> dict[str, Any]:
        """Point, delay and count."""
        return {"code": self.point, "delay_s": self.delay, "count": self.count}


class Threshold(OnPoint):
    """Above or below a limit; it clears a dead-band inside it, or at the value named by *clears*."""

    type: Literal["threshold"]
    above: Number | None = None
    below: Number | None = None
    dead_band: Annotated[Number, Field(ge=0)] = 0.0
    clears: Number | None = None

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        if (self.above is None) == (self.below is None):
            raise ValueError("a threshold needs either above or below")
        if self.clears is not None and self.dead_band:
            raise ValueError("say either dead_band or clears")
        if self.clears is not None and self._depth(self.clears) < 0:
            raise ValueError("clears has to lie inside the limit")
        return self

    def special(self) -> dict[str, Any]:
        """Limit and dead-band in the canonical unit."""
        limit = self.above if self.above is not None else self.below
        band = self.dead_band if self.clears is None else self._depth(self.clears)
        test = Test.ABOVE if self.above is not None else Test.BELOW
        measure = self.measure
        width = measure.difference(band)
        return {"test": test, "limit": measure.limit(limit or 0.0), "dead_band": width} | self.lasting()

    def _depth(self, value: float) -> float:
        return self.above - value if self.above is not None else value - (self.below or 0.0)


class State(OnPoint):
    """The point says one of these words, numbers or switches."""

    type: Literal["state"]
    equals: Annotated[list[bool | int | float | str], Field(min_length=1, max_length=50)]

    def special(self) -> dict[str, Any]:
        """The values."""
        return {"test": Test.EQUALS, "equals": tuple(self.equals)} | self.lasting()


class Fault(OnPoint):
    """Any bit of a fault bitmap is set."""

    type: Literal["fault"]

    def special(self) -> dict[str, Any]:
        """Nothing more."""
        return {"test": Test.ANY_BIT} | self.lasting()


class Rate(OnPoint):
    """The value moves by so much within a time."""

    type: Literal["rate"]
    by: Annotated[Number, Field(gt=0)]
    within: Annotated[Seconds, Field(gt=0)]
    direction: Literal["up", "down", "both"] = "both"

    def special(self) -> dict[str, Any]:
        """Size, time and direction."""
        limit = self.measure.difference(self.by)
        more = {"limit": limit, "span_s": self.within, "direction": Direction(self.direction)}
        return {"test": Test.RATE} | more | self.lasting()


class Degradation(OnPoint):
    """The value lies so many percent off what was usual for the device itself."""

    type: Literal["degradation"]
    percent: Annotated[Number, Field(gt=0, le=1_000)]
    baseline: Annotated[Seconds, Field(gt=0)] = 7 * 86_400.0
    direction: Literal["up", "down", "both"] = "both"

    def special(self) -> dict[str, Any]:
        """Percentage, time and direction."""
        more = {"limit": self.percent, "span_s": self.baseline, "direction": Direction(self.direction)}
        return {"test": Test.DEGRADED} | more | self.lasting()


class Stuck(RuleModel):
    """A value that should wander has not moved."""

    type: Literal["stuck"]
    point: Name
    delay: Annotated[Seconds, Field(gt=0)]

    def special(self) -> dict[str, Any]:
        """Point and time."""
        return {"test": Test.STUCK, "code": self.point, "delay_s": self.delay}


class Missing(RuleModel):
    """No value of a point has come."""

    type: Literal["missing"]
    point: Name
    delay: Annotated[Seconds, Field(gt=0)]

    def special(self) -> dict[str, Any]:
        """Point and time."""
        return {"test": Test.MISSING, "code": self.point, "delay_s": self.delay}


class DeadMan(RuleModel):
    """Nothing at all has come from a device."""

    type: Literal["dead_man"]
    delay: Annotated[Seconds, Field(gt=0)]

    def special(self) -> dict[str, Any]:
        """The time."""
        return {"test": Test.SILENT, "delay_s": self.delay}


class OperandModel(Strict):
    """What a name in an expression stands for."""

    point: Name
    devices: list[Name] = Field(default_factory=list)
    categories: list[Kind] = Field(default_factory=list)
    zones: list[Name] = Field(default_factory=list)
    take: Literal["last", "mean", "min", "max", "sum", "spread", "count", "any", "all"] = "last"

    def operand(self, name: str) -> Operand:
        """As rules have it."""
        return Operand(
            name, self.point, tuple(self.devices), tuple(self.categories), tuple(self.zones), Take(self.take)
        )


def _operands(value: dict[str, OperandModel]) -> dict[str, OperandModel]:
    wrong = next((name for name in value if not _OPERAND.fullmatch(name)), None)
    if wrong is not None:
        raise ValueError(f"{wrong!r} cannot be used in an expression; take letters, digits and _")
    return value


class Composite(Timed):
    """An expression over several points or zones is true."""

    type: Literal["composite"]
    operands: Annotated[
        dict[str, OperandModel], Field(min_length=1, max_length=MOST_OPERANDS), AfterValidator(_operands)
    ]
    expression: str
    delay: Seconds = 0.0

    def special(self) -> dict[str, Any]:
        """Expression and operands."""
        operands = tuple(model.operand(name) for name, model in self.operands.items())
        return {
            "test": Test.COMPOSITE,
            "expression": self.expression,
            "operands": operands,
            "delay_s": self.delay,
        }


AnyRule = Annotated[
    Threshold | State | Fault | Rate | Degradation | Stuck | Missing | DeadMan | Composite, Field(discriminator="type")
]


class RuleFileModel(Strict):
    """The whole file."""

    heyzack_rules: Literal[1]
    rules: Annotated[list[AnyRule], Field(max_length=MOST_RULES)]
