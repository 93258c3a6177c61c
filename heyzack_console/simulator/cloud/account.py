"""The project's credentials, and what follows from them (connector SDKs, openapi and openpulsar)."""

import hashlib
import secrets
from dataclasses import dataclass, field
from random import Random

_LETTERS = "abcdefghijkmnpqrstuvwxyz0123456789"


@dataclass(frozen=True, slots=True)
class Account:
    """Access id and secret of one project."""

    access_id: str
    secret: str = field(repr=False)

    @classmethod
    def fresh(cls, seed: int) -> "Account":
        """The same id for the same seed, with a secret that nobody can guess."""
        rng = Random(f"{seed}/access")
        return cls("".join(rng.choice(_LETTERS) for _ in range(20)), secrets.token_hex(16))

    @property
    def queue_password(self) -> str:
        """What a consumer of the message queue says."""
        return _md5(self.access_id + _md5(self.secret))[8:24]

    @property
    def queue_key(self) -> bytes:
        """The key of both ciphers."""
        return self.secret[8:24].encode()

    @property
    def uid(self) -> str:
        """The project's own user."""
        return "bay" + _md5(self.access_id)[:17]

    @property
    def owner(self) -> str:
        """The user whose app the devices were paired with."""
        return "eu" + _md5(self.access_id)[:18]


@dataclass(frozen=True, slots=True)
class CloudAccess:
    """Where a simulated cloud is and how to get in."""

    base_url: str
    queue_url: str
    access_id: str
    secret: str = field(repr=False)


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
