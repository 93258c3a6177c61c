"""What services ask of the ways out of the console."""

from collections.abc import Mapping
from typing import Protocol

from heyzack_console.domain.notifications.notice import Message


class NoticeSending(Protocol):
    """Sends messages to addresses; an address holds secrets and stands in no text that comes back."""

    async def check(self, address: str) -> str:
        """Tell what kind of channel *address* is.

        Raises:
            InvalidInput: it is no address of any, or may not be used here.
        """

    async def send(self, address: str, message: Message) -> None:
        """Hand *message* over; returns when the other side has taken it.

        Raises:
            NotDelivered: it was not taken; the text says why.
        """

    async def close(self) -> None:
        """Take no more messages, and wait for those under way."""


class NoticeWords(Protocol):
    """Fills in templates that people wrote."""

    def filled(self, template: str, words: Mapping[str, str]) -> str:
        """Return *template* with *words* in their places.

        Raises:
            InvalidInput: it is no template, names a word that is not there, or does more than it may.
        """
