"""Whom the console tells, and by what."""

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", str)
ChannelId = NewType("ChannelId", str)
"""UUIDs as 32 hex digits."""


class ChannelKind(StrEnum):
    """What a channel is to the person at its other end."""

    EMAIL = "email"
    SMS = "sms"
    PUSH = "push"
    SLACK = "slack"
    TEAMS = "teams"
    VOICE = "voice"
    WEBHOOK = "webhook"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Channel:
    """One way out of the console.

    Its address holds secrets and is not here: it lies in the secret store. *title* and *text* are templates; empty
    ones mean the words that every channel begins with.
    """

    id: ChannelId
    name: str
    kind: ChannelKind
    enabled: bool = True
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of the wall clock in which nobody is called; an end that is not after the begin is on the next day.

    *days* are those on which the hours begin, Monday is 0; empty means every day.
    """

    begin: time
    end: time
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Preferences:
    """How somebody wants to be told. P1 passes all of it.

    Attributes:
        zone: whose wall clock the quiet hours mean; empty means the site's.
        most: so many notifications within *within* at most; 0 means any number.
        digest: what is not urgent is gathered for so long and told in one; zero means at once.
    """

    quiet: tuple[Quiet, ...] = ()
    zone: str = ""
    most: int = 0
    within: timedelta = timedelta(hours=1)
    digest: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be told: all *channels* are used at once."""

    id: PersonId
    name: str
    channels: tuple[ChannelId, ...] = ()
    preferences: Preferences = Preferences()
