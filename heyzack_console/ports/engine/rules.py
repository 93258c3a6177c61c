"""Commands and queries about alert rules of one's own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.alerts.rule_file import CheckedFile, RuleFormat
from heyzack_console.domain.alerts.trial import Trial
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class ImportRules(Command):
    """Take the rules of a file into force, each as its next version with author and reason. Can be undone.

    A rule takes the place of one with the same id, bundled ones too; alerts that stand go on. InvalidInput with line
    and column where the file is not in order; nothing was changed then.
    """

    permission: ClassVar[Permission] = Permission.CONFIGURE
    text: str
    format: RuleFormat = RuleFormat.YAML
    reason: str = ""


@dataclass(frozen=True)
class RemoveRules(Command):
    """Take own rules out of force; where they took the place of bundled ones, these hold again. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    rules: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True)
class OwnRules(Query[tuple[AlertRule, ...]]):
    """The rules that were taken in, as they were written."""

    answer: ClassVar[Any] = tuple[AlertRule, ...]


@dataclass(frozen=True)
class ExportRules(Query[str]):
    """A file with own rules and, if *bundled*, those that every site begins with as far as files know their type."""

    answer: ClassVar[Any] = str
    format: RuleFormat = RuleFormat.YAML
    bundled: bool = False
    rules: tuple[str, ...] = ()
    """Only these; empty means all."""


@dataclass(frozen=True)
class WriteRules(Query[str]):
    """The text of *rules*, as a file has it."""

    answer: ClassVar[Any] = str
    rules: tuple[AlertRule, ...]
    format: RuleFormat = RuleFormat.YAML


@dataclass(frozen=True)
class CheckRules(Query[CheckedFile]):
    """What a text of rules holds, or its faults with their places."""

    answer: ClassVar[Any] = CheckedFile
    text: str
    format: RuleFormat = RuleFormat.YAML


@dataclass(frozen=True)
class TryRules(Query[Trial]):
    """What the rules of a text would have done in [start, end). InvalidInput where it is not in order."""

    answer: ClassVar[Any] = Trial
    text: str
    start: datetime
    end: datetime
    format: RuleFormat = RuleFormat.YAML
