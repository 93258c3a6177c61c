"""Answers requests: lets in what is signed and permitted, finds the path, and misbehaves as told."""

import asyncio
import json
import re
from dataclasses import dataclass
from typing import Any

from heyzack_console.simulator.cloud.calls import Call, Endpoint
from heyzack_console.simulator.cloud.endpoints import condition, groups, inventory, places, records, statistics, upkeep
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.refusals import Refusal
from heyzack_console.simulator.cloud.signing import Request, is_signed

# A project's clock and a caller's may differ by about five minutes (users' reports).
CLOCK_TOLERANCE_MS = 300_000
_TOKEN = "/v1.0/token"
_PAGE = "<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"
_ALL = (
    *inventory.ENDPOINTS,
    *condition.ENDPOINTS,
    *records.ENDPOINTS,
    *statistics.ENDPOINTS,
    *places.ENDPOINTS,
    *groups.ENDPOINTS,
    *upkeep.ENDPOINTS,
)
# A path that is written out goes before one with words in it.
TABLE: tuple[Endpoint, ...] = tuple(sorted(_ALL, key=lambda endpoint: endpoint.path.count("{")))


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back."""

    status: int
    body: str
    media_type: str = "application/json"


class Front:
    """The API's front door."""

    def __init__(self, project: CloudProject) -> None:
        self._project = project

    async def answer(self, request: Request) -> Reply | None:
        """The reply; None: the connection is reset instead."""
        temper = self._project.temper
        if self._happens("outage", temper.outage) or self._happens("cut", temper.cut):
            return None
        if self._happens("delay", temper.delay_s > 0):
            await asyncio.sleep(temper.delay_s)
        if self._happens("server error", temper.server_error):
            return Reply(502, _PAGE, "text/html")
        if self._happens("no JSON", temper.not_json):
            return Reply(200, _PAGE, "text/html")
        envelope = self._envelope(request)
        if self._happens("cut after", temper.cut_after):
            return None
        return Reply(200, json.dumps(envelope, ensure_ascii=False, separators=(",", ":")))

    def _envelope(self, request: Request) -> dict[str, Any]:
        project = self._project
        named = {"t": project.now_ms, "tid": f"{project.rng.getrandbits(128):032x}"}
        try:
            return {"result": self._result(request), "success": True} | named
        except Refusal as refusal:
            project.mishaps[f"code {refusal.code}"] += 1
            if project.temper.bare_errors:
                del named["tid"]
            return {"code": refusal.code, "msg": refusal.words, "success": False} | named

    def _result(self, request: Request) -> Any:
        if request.path == _TOKEN or request.path.startswith(_TOKEN + "/"):
            self._check_signature(request, with_token=False)
            return self._token(request)
        self._check_signature(request, with_token=True)
        if self._project.rng.random() < self._project.temper.logged_out:
            self._project.tokens.end_all()
        self._project.tokens.check(request.header("access_token"), self._project.now_ms)
        endpoint, words = _found(request)
        self._check_permission(request, endpoint)
        self._project.ledger.count(endpoint.path, self._project.now_ms)
        return endpoint.answer(self._project, Call(request, request.parameters, words))

    def _check_signature(self, request: Request, *, with_token: bool) -> None:
        account, stamp = self._project.account, request.header("t")
        if not stamp or not request.header("sign") or not request.header("client_id"):
            raise Refusal(1105)
        if request.header("client_id") != account.access_id:
            raise Refusal(1005)
        if not re.fullmatch(r"\d{13}", stamp) or abs(int(stamp) - self._project.now_ms) > CLOCK_TOLERANCE_MS:
            raise Refusal(1013)
        if not is_signed(request, account.secret, with_token=with_token):
            raise Refusal(1004)

    def _token(self, request: Request) -> dict[str, Any]:
        project, temper = self._project, self._project.temper
        if request.method != "GET":
            raise Refusal(1108)
        if request.path != _TOKEN:
            return project.tokens.refresh(request.path[len(_TOKEN) + 1 :], project.now_ms, temper.token_life_s)
        if request.parameters.get("grant_type") != "1":
            raise Refusal(1003)
        return project.tokens.grant(project.now_ms, temper.token_life_s, voids=temper.second_grant_voids)

    def _check_permission(self, request: Request, endpoint: Endpoint) -> None:
        project, temper = self._project, self._project.temper
        if temper.subscription_expired:
            raise Refusal(28841002)
        if temper.calls_per_month is not None and project.ledger.used(project.now_ms) >= temper.calls_per_month:
            raise Refusal(28841004)
        if any(request.path.startswith(beginning) for beginning in temper.unsubscribed):
            raise Refusal(28841101)
        name = f"{endpoint.method} {endpoint.path}"
        if temper.rates and project.ledger.is_too_fast(name, endpoint.per_second, project.now_ms):
            raise Refusal(1199)
        for beginning, code in temper.refused:
            if request.path.startswith(beginning) and self._project.rng.random() < temper.refused_share:
                raise Refusal(code)

    def _happens(self, mishap: str, share: float) -> bool:
        happens = share > 0 and self._project.rng.random() < share
        self._project.mishaps[mishap] += happens
        return happens


def _found(request: Request) -> tuple[Endpoint, dict[str, str]]:
    for endpoint in TABLE:
        if endpoint.method == request.method:
            words = endpoint.words_in(request.path)
            if words is not None:
                return endpoint, words
    raise Refusal(1108)
