"""Which project a command of the cloud means, and the reading of its arguments."""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from getpass import getpass

from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.domain.errors import InvalidInput

SECRET_VARIABLE = "HEYZACK_TUYA_SECRET"


@dataclass(frozen=True, slots=True)
class AccessOptions:
    """What the command line says about the project."""

    access_id: str
    base_url: str = ""
    region: str = ""
    queue_url: str = ""
    queue_suffix: str = "sub"
    queue_topic: str = "event"

    @property
    def project(self) -> CloudProject:
        """The project that is meant; whether its addresses are of any use shows when they are used."""
        name = ProjectId(f"{self.access_id}@{self.region or self.base_url}")
        return CloudProject(
            name,
            self.access_id,
            self.region,
            self.base_url,
            self.queue_url,
            queue_suffix=self.queue_suffix,
            queue_topic=self.queue_topic,
        )


def read_secret() -> str:
    """Take the access secret from the environment, else from one line of standard input; a person is asked for it.

    Raises:
        InvalidInput: there is none.
    """
    secret = os.environ.get(SECRET_VARIABLE, "")
    if not secret:
        secret = getpass("Access secret: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    if not secret:
        raise InvalidInput(f"The access secret is needed: {SECRET_VARIABLE}, or one line of standard input.", "secret")
    return secret


def values_of(given: Sequence[str]) -> dict[str, object]:
    """Read ``switch_1=true`` and the like: code and JSON value; what is no JSON is taken as a text.

    Raises:
        InvalidInput: no code, or no ``=``.
    """
    return dict(_value_of(text) for text in given)


def _value_of(text: str) -> tuple[str, object]:
    code, equals, value = text.partition("=")
    if not equals or not code:
        raise InvalidInput(f"{text!r} is no order. Write CODE=VALUE, such as switch_1=true.", "values")
    try:
        return code, json.loads(value)
    except ValueError:
        return code, value
