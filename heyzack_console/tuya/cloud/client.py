"""One project's calls: logged in, paced, tried again where that is safe, and stopped where it is pointless."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

import httpx

from heyzack_console.domain.cloud import CloudCause, CloudError, CloudProject
from heyzack_console.tuya.cloud.breaker import Breaker
from heyzack_console.tuya.cloud.pace import Bucket, Pace
from heyzack_console.tuya.cloud.quota import Quota
from heyzack_console.tuya.cloud.refusals import CLOCK_IS_OFF, RENEWS_TOKEN, SIGN_INVALID, again
from heyzack_console.tuya.cloud.regions import base_url_of
from heyzack_console.tuya.cloud.signing import Credentials
from heyzack_console.tuya.cloud.timing import Timing
from heyzack_console.tuya.cloud.token import GRANT, Token, TokenKeeper, granted
from heyzack_console.tuya.cloud.wire import Call, Ends, Wire, http_client

log = logging.getLogger(__name__)

RETRIES_S = (1.0, 2.0, 4.0, 8.0)
"""Pauses between the tries of a read, each taken ±50 %."""
_PASSING = frozenset({CloudCause.TRANSPORT, CloudCause.SERVER, CloudCause.THROTTLE})
_CLOCK_MOVED_MS = 30_000.0
_NO_RETRIES: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a call is tried again, and through which transport it goes (None is the network)."""

    retries_s: tuple[float, ...] = RETRIES_S
    transport: httpx.AsyncBaseTransport | None = None


class CloudClient:
    """Calls the OpenAPI of one project in one data centre. Close it in the end."""

    def __init__(
        self, project: CloudProject, secret: str, quota: Quota, timing: Timing, patience: Patience | None = None
    ) -> None:
        """Prepare everything; nothing is sent yet.

        Raises:
            InvalidInput: the project's address cannot be used.
        """
        self._patience = patience or Patience()
        self._timing = timing
        self.quota = quota
        self.breaker = Breaker(timing)
        self._http = http_client(base_url_of(project), self._patience.transport)
        self._credentials = Credentials(project.access_id, secret)
        self.wire = Wire(Ends(self._credentials, self._http), timing, quota)
        self._tokens = TokenKeeper(self._grant, timing)
        self._buckets: Mapping[Pace, Bucket] = MappingProxyType({p: Bucket(p.per_second, timing) for p in Pace})

    @property
    def token_ends(self) -> datetime | None:
        """When the present token ends; None without one."""
        return self._tokens.ends

    def uses(self, secret: str) -> bool:
        """Tell whether this client signs with *secret*."""
        return self._credentials.secret == secret

    async def close(self) -> None:
        """Close all connections and store the counters."""
        self.quota.save()
        await self._http.aclose()

    async def log_in(self) -> None:
        """Make sure that there is a token.

        Raises:
            CloudError: with its cause.
        """
        with self.breaker.passage(urgent=True):
            await self._tokens.token()

    async def call(self, call: Call, *, urgent: bool = False) -> Any:
        """Return the result of *call*.

        Reads are tried up to four times more; anything else only while it surely was not carried out.

        Raises:
            CloudError: with its cause; see `Breaker` and `Quota` for when nothing was sent at all.
        """
        self.quota.admit(urgent=urgent)
        with self.breaker.passage(urgent=urgent) as single_try:
            pauses = iter(_NO_RETRIES if single_try else self._patience.retries_s)
            while True:
                try:
                    return await self._tried(call)
                except CloudError as error:
                    pause = next(pauses, None) if self._worth_another(call, error) else None
                    if pause is None:
                        raise
                    log.debug("Cloud call %s %s is tried again: %s", call.method, call.path, error.cause)
                await self._timing.sleep(pause * self._timing.chance.uniform(0.5, 1.5))
                # Meanwhile another call may have learnt that asking on is pointless.
                if (standing := self.breaker.error) is not None and standing.cause not in _PASSING:
                    raise again(standing)

    @staticmethod
    def _worth_another(call: Call, error: CloudError) -> bool:
        return error.cause in _PASSING and (call.repeatable or not error.may_have_arrived)

    async def _tried(self, call: Call) -> Any:
        """Try once, with at most one replay for each of a dead token and a wrong clock."""
        token = await self._tokens.token()
        renewed = corrected = False
        while True:
            try:
                result = (await self._paced(call, token)).result
            except CloudError as error:
                if error.code in RENEWS_TOKEN and not renewed:
                    renewed, token = True, await self._tokens.token(refused=token)
                elif error.code == CLOCK_IS_OFF and not corrected:
                    corrected = True
                else:
                    self._judge(error)
                    raise
            else:
                self.breaker.succeeded()
                return result

    async def _paced(self, call: Call, token: str = "") -> Any:
        bucket = self._buckets[call.pace]
        await bucket.take()
        try:
            answer = await self.wire.exchange(call, token)
        except CloudError as error:
            if error.cause is CloudCause.THROTTLE:
                bucket.throttled()
            raise
        bucket.answered()
        return answer

    async def _grant(self) -> Token:
        """Log in; one replay where the answer showed that the clock was off."""
        offset = self.wire.clock_offset_ms
        try:
            return await self._granted()
        except CloudError as error:
            moved = abs(self.wire.clock_offset_ms - offset) > _CLOCK_MOVED_MS
            if not (error.code == CLOCK_IS_OFF or (error.code == SIGN_INVALID and moved)):
                self.breaker.failed(error, whole_project=True)
                raise
        try:
            return await self._granted()
        except CloudError as error:
            self.breaker.failed(error, whole_project=True)
            raise

    async def _granted(self) -> Token:
        return granted((await self._paced(GRANT)).result, self._timing)

    def _judge(self, error: CloudError) -> None:
        """Tell the breaker; a refusal that concerns the call alone shows that the cloud is there."""
        self.breaker.failed(error)
        if error.cause in {CloudCause.DEVICE, CloudCause.INPUT, CloudCause.PERMISSION}:
            self.breaker.succeeded()
