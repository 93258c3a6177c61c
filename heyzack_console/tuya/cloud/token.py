"""The project's access token: asked for once for all who wait, renewed before it ends."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.tuya.cloud.pace import Pace
from heyzack_console.tuya.cloud.refusals import trouble
from heyzack_console.tuya.cloud.timing import Timing
from heyzack_console.tuya.cloud.wire import Call

# The vendor's Java connector renews a minute ahead. A grant may hand out what is left of an older token's life.
_AHEAD_S = 60.0
# A grant, never the refresh call: a refresh token works once, and several consoles may share the project.
GRANT = Call("GET", "/v1.0/token", {"grant_type": 1}, pace=Pace.TOKEN)


@dataclass(frozen=True, slots=True)
class Token:
    """One access token; *ends* for people, *renew_at* on the monotonic clock for us."""

    value: str = field(repr=False)
    ends: datetime
    renew_at: float


class _Granted(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    access_token: Annotated[str, Field(min_length=1, repr=False)]
    expire_time: Annotated[int, Field(gt=0, validation_alias=AliasChoices("expire_time", "expire", "expireTime"))]


def granted(result: object, timing: Timing) -> Token:
    """Read the result of a grant.

    Raises:
        CloudError: it holds no token.
    """
    try:
        grant = _Granted.model_validate(result)
    except ValidationError:
        # Without a cause: what the answer held may be a token in an unexpected place.
        raise trouble(CloudCause.SERVER, "The cloud's answer to the login holds no token.") from None
    life_s = float(grant.expire_time)
    return Token(
        grant.access_token,
        timing.clock.now() + timedelta(seconds=life_s),
        timing.monotonic() + life_s - min(_AHEAD_S, life_s / 2),
    )


class TokenKeeper:
    """Holds the token; however many calls find it missing or refused, one renewal is under way at a time."""

    def __init__(self, grant: Callable[[], Awaitable[Token]], timing: Timing) -> None:
        self._grant = grant
        self._timing = timing
        self._token: Token | None = None
        self._renewal: asyncio.Future[bool] | None = None

    @property
    def ends(self) -> datetime | None:
        """When the present token ends; None without one."""
        return self._token.ends if self._token else None

    async def token(self, refused: str = "") -> str:
        """Return a token that is not the *refused* one, unless the cloud grants just that again.

        Raises:
            CloudError: the login failed; everybody who waited for it gets the same.
        """
        while True:
            token = self._token
            if token and token.value != refused and self._timing.monotonic() < token.renew_at:
                return token.value
            if self._renewal is None:
                return await self._renew()
            if await asyncio.shield(self._renewal) and self._token:
                return self._token.value

    async def _renew(self) -> str:
        renewal = self._renewal = asyncio.get_running_loop().create_future()
        try:
            self._token = None
            token = self._token = await self._grant()
        except CloudError as error:
            renewal.set_exception(error)
            renewal.exception()  # seen, also where nobody else waits
            raise
        finally:
            self._renewal = None
            if not renewal.done():
                # Cancelled, or done below: those who wait look again, and one of them asks anew.
                renewal.set_result(self._token is not None)
        return token.value
