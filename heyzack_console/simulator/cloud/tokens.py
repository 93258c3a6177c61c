"""Access tokens: granted, refreshed once each, expired."""

import secrets
from dataclasses import dataclass
from typing import Any

from heyzack_console.simulator.cloud.refusals import Refusal

_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class _Grant:
    refresh: str
    ends_ms: float


class TokenDesk:
    """Every token that is out; times in milliseconds of the cloud's clock."""

    def __init__(self, uid: str) -> None:
        self._uid = uid
        self._grants: dict[str, _Grant] = {}

    def grant(self, now_ms: int, life_s: float, *, voids: bool) -> dict[str, Any]:
        """Give out a token; with *voids* all others end."""
        if voids:
            self.end_all()
        access, refresh = secrets.token_hex(16), secrets.token_hex(16)
        if len(self._grants) >= _REMEMBERED:
            del self._grants[next(iter(self._grants))]
        self._grants[access] = _Grant(refresh, now_ms + life_s * 1000)
        return {"access_token": access, "refresh_token": refresh, "expire_time": int(life_s), "uid": self._uid}

    def refresh(self, refresh: str, now_ms: int, life_s: float) -> dict[str, Any]:
        """Swap a token for a new one; a refresh token is good for one time.

        Raises:
            Refusal: 1114, it is not known (any more).
        """
        old = next((token for token, grant in self._grants.items() if grant.refresh == refresh), None)
        if old is None:
            raise Refusal(1114)
        del self._grants[old]
        return self.grant(now_ms, life_s, voids=False)

    def check(self, token: str, now_ms: int) -> None:
        """Let a good token pass.

        Raises:
            Refusal: 1002 without a token, 1010 with one that is unknown or over.
        """
        if not token:
            raise Refusal(1002)
        grant = self._grants.get(token)
        if grant is None or grant.ends_ms <= now_ms:
            raise Refusal(1010)

    def end_all(self) -> None:
        """Log everybody out."""
        self._grants.clear()
