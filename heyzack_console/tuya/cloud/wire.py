"""One signed exchange with the cloud over HTTP."""

import json
import logging
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.tuya.cloud.envelope import Envelope, read_envelope
from heyzack_console.tuya.cloud.pace import Pace
from heyzack_console.tuya.cloud.quota import Quota
from heyzack_console.tuya.cloud.record import CallRecord
from heyzack_console.tuya.cloud.refusals import refusal, trouble, unanswered
from heyzack_console.tuya.cloud.signing import (
    Credentials,
    QueryValue,
    Stamp,
    query_of,
    sent_url,
    signature,
    signed_url,
)
from heyzack_console.tuya.cloud.timing import Timing

log = logging.getLogger(__name__)

_TIMEOUT = httpx.Timeout(15.0, connect=5.0)
# The project's own faults and the devices' say nothing about the link.
_NO_FAILURE = frozenset({CloudCause.DEVICE, CloudCause.INPUT, CloudCause.PERMISSION})
_PLAUSIBLE_T = range(1_000_000_000_000, 10_000_000_000_000)
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the API; *repeatable* where asking twice changes nothing."""

    method: str
    path: str
    query: Mapping[str, QueryValue] = field(default_factory=dict)
    body: Mapping[str, Any] | None = None
    pace: Pace = Pace.DEVICE_READ
    repeatable: bool = True


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of the wire: who asks, and the connections to whom."""

    credentials: Credentials
    http: httpx.AsyncClient


def http_client(base_url: str, transport: httpx.AsyncBaseTransport | None = None) -> httpx.AsyncClient:
    """Make the connections of one project; certificates are verified, redirects are not followed.

    A proxy of the environment serves the way out, never the way to this machine itself.
    """
    outside = not base_url.startswith("http://")
    return httpx.AsyncClient(
        base_url=base_url, timeout=_TIMEOUT, transport=transport, trust_env=outside, follow_redirects=False
    )


class Wire:
    """Signs, sends, reads; counts every call, and learns the cloud's clock from every answer."""

    def __init__(self, ends: Ends, timing: Timing, quota: Quota) -> None:
        self.record = CallRecord()
        self._credentials = ends.credentials
        self._http = ends.http
        self._timing = timing
        self._quota = quota
        self._offset = timedelta(0)

    @property
    def clock_offset_ms(self) -> float:
        """How far the cloud's clock is ahead of this computer's."""
        return self._offset / timedelta(milliseconds=1)

    async def exchange(self, call: Call, token: str = "") -> Envelope:
        """Send *call* once and return the successful answer.

        Raises:
            CloudError: refused, unanswered or not understood.
        """
        request = self._signed(call, token)
        self._quota.called()
        began, wall = self._timing.monotonic(), self._timing.clock.now()
        try:
            answer = await self._answer(request, call)
            self._learn_clock(answer.t, wall, self._timing.monotonic() - began)
            if not answer.success:
                raise refusal(answer.code, self._clean(answer.msg, token), answer.tid, order=not call.repeatable)
        except CloudError as error:
            self.record.add((self._timing.monotonic() - began) * 1000, failed=error.cause not in _NO_FAILURE)
            log.debug("Cloud call %s %s failed: code %s, tid %s", call.method, call.path, error.code, error.tid)
            raise
        self.record.add((self._timing.monotonic() - began) * 1000, failed=False)
        return answer

    def _signed(self, call: Call, token: str) -> httpx.Request:
        query = query_of(call.query)
        body = b"" if call.body is None else json.dumps(call.body, ensure_ascii=False, separators=(",", ":")).encode()
        stamp = Stamp(self._cloud_ms(), uuid.uuid4().hex, token)
        headers = {
            "client_id": self._credentials.access_id,
            "t": str(stamp.t),
            "nonce": stamp.nonce,
            "sign_method": "HMAC-SHA256",
            "sign": signature(self._credentials, stamp, call.method, signed_url(call.path, query), body),
            "lang": "en",
        }
        if token:
            headers["access_token"] = token
        if body:
            headers["Content-Type"] = "application/json"
        return self._http.build_request(call.method, sent_url(call.path, query), content=body or None, headers=headers)

    async def _answer(self, request: httpx.Request, call: Call) -> Envelope:
        if self._http.is_closed:
            raise trouble(CloudCause.TRANSPORT, "The project is no longer in use. Nothing was sent.")
        try:
            response = await self._http.send(request)
        except _NEVER_LEFT as away:
            raise trouble(CloudCause.TRANSPORT, "The cloud cannot be reached. Nothing was sent.") from away
        except httpx.HTTPError as cut:
            raise self._open_end(call, CloudCause.TRANSPORT, "The connection to the cloud broke off.") from cut
        answer = read_envelope(response.content)
        if answer is not None:
            return answer
        raise self._no_envelope(call, response.status_code)

    def _no_envelope(self, call: Call, status: int) -> CloudError:
        if status == httpx.codes.TOO_MANY_REQUESTS:
            return trouble(CloudCause.THROTTLE, "Calls come too often (HTTP 429).")
        if status >= 500 or status < 300:
            return self._open_end(call, CloudCause.SERVER, f"The cloud's answer cannot be read (HTTP {status}).")
        return trouble(CloudCause.TRANSPORT, f"Something between here and the cloud refused the call (HTTP {status}).")

    @staticmethod
    def _open_end(call: Call, cause: CloudCause, what: str) -> CloudError:
        return trouble(cause, what) if call.repeatable else unanswered(what)

    def _cloud_ms(self) -> int:
        return (self._timing.clock.now() + self._offset - _EPOCH) // timedelta(milliseconds=1)

    def _learn_clock(self, t: int, asked: datetime, took_s: float) -> None:
        if t in _PLAUSIBLE_T:
            self._offset = _EPOCH + timedelta(milliseconds=t) - (asked + timedelta(seconds=took_s / 2))

    def _clean(self, message: str, token: str) -> str:
        """Take out what a refusal must not repeat into texts and logs."""
        for secret in (self._credentials.secret, token):
            message = message.replace(secret, "…") if secret else message
        return message


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
