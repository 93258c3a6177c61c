"""What a rule file was found to hold."""

from dataclasses import dataclass
from enum import StrEnum

from heyzack_console.domain.alerts.rule import AlertRule


class RuleFormat(StrEnum):
    """How a rule file is written."""

    YAML = "yaml"
    TOML = "toml"


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong at a place of a text; line and column count from 1."""

    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """The rules of a file that is in order, or its faults in the order of the text."""

    rules: tuple[AlertRule, ...] = ()
    faults: tuple[FileFault, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults
