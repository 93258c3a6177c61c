"""The moments at which one shift hands the building over to the next."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

HandOverId = NewType("HandOverId", str)
"""UUIDv7 as 32 hex digits."""


@dataclass(frozen=True, slots=True)
class HandOverNote:
    """*at* is aware UTC; *by* the name of the person who handed over; *note* what the next shift should know."""

    id: HandOverId
    at: datetime
    by: str
    note: str = ""
