"""What a device answers to each command, as JSON: queries, orders, heartbeats, online lists."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tinytuya.core import command_types as ct

from heyzack_console.simulator.lan.identity import LanValue, Owner, Points
from heyzack_console.simulator.lan.speech import Heard

# Texts of TuyaOpen (tuya_lan.c) and, for an unknown cid, as reported for gateways.
UNVALID = b"json obj data unvalid"
FORMAT_ERROR = b"data format error"
UNKNOWN_CID = b"devid not found"
_QUERIES = frozenset({ct.DP_QUERY, ct.DP_QUERY_NEW})
_SETS = frozenset({ct.CONTROL, ct.CONTROL_NEW})


@dataclass(frozen=True, slots=True)
class Answer:
    """One frame to send: an answer to the command that was heard, or a push."""

    command: int
    payload: bytes = b""
    retcode: int = 0
    push: bool = False


def compact(value: Mapping[str, Any]) -> bytes:
    """JSON without blanks, as devices write it."""
    return json.dumps(value, separators=(",", ":")).encode()


class Answers:
    """Answers for one device; keeps nothing about connections."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner

    def to(self, heard: Heard) -> list[Answer]:
        """Everything that *heard* makes the device send, in order."""
        if heard.command == ct.HEART_BEAT:
            return [Answer(ct.HEART_BEAT)]
        body = _parsed(heard.payload)
        if body is None:
            return [Answer(heard.command, FORMAT_ERROR, 1)]
        if heard.command in _QUERIES:
            return [self._status(heard.command, body)]
        if heard.command in _SETS:
            return self._set_or_null_query(heard.command, body)
        if heard.command == ct.UPDATEDPS:
            return self._refreshed(body)
        if heard.command == ct.LAN_EXT_STREAM:
            return self._online_list(body)
        return [Answer(heard.command, FORMAT_ERROR, 1)]

    def pushed(self, values: Mapping[str, LanValue], cid: str | None) -> Answer:
        """0x08 with new values."""
        identity, at = self._owner.identity, self._owner.stamp()
        named: dict[str, Any] = {"cid": cid} if cid else {}
        if identity.modern:
            return Answer(
                ct.STATUS, compact({"protocol": 4, "t": at, "data": named | {"dps": dict(values)}}), push=True
            )
        named = named or {"devId": identity.id}
        return Answer(ct.STATUS, compact(named | {"dps": dict(values), "t": at}), push=True)

    def online_report(self, online: Sequence[str], offline: Sequence[str]) -> Answer:
        """0x40 that a gateway sends by itself when a sub-device comes or goes."""
        data = {"online": list(online), "offline": list(offline)}
        return Answer(ct.LAN_EXT_STREAM, compact({"reqType": "subdev_online_stat_report", "data": data}))

    def _status(self, command: int, body: Mapping[str, Any]) -> Answer:
        owner, cid = self._owner, body.get("cid")
        wrong_command = owner.identity.modern is not (command == ct.DP_QUERY_NEW)
        wants_nulls = owner.temper.null_query or owner.identity.version == "3.2"
        bare = cid is None and owner.temper.refuses_bare_query
        if wrong_command or wants_nulls or bare:
            return Answer(command, UNVALID, 1)
        if not owner.knows(cid):
            return Answer(command, UNKNOWN_CID, 1)
        return Answer(command, self._values(owner.asked(cid), cid))

    def _values(self, values: Points, cid: str | None) -> bytes:
        if cid is not None:
            return compact({"cid": cid, "dps": values})
        if self._owner.identity.modern:
            return compact({"dps": values})
        return compact({"devId": self._owner.identity.id, "dps": values})

    def _set_or_null_query(self, command: int, body: Mapping[str, Any]) -> list[Answer]:
        data = body.get("data", body) if self._owner.identity.modern else body
        dps, cid = (data.get("dps"), data.get("cid")) if isinstance(data, dict) else (None, None)
        if not isinstance(dps, dict) or not dps:
            return [Answer(command, UNVALID, 1)]
        if not self._owner.knows(cid):
            return [Answer(command, UNKNOWN_CID, 1)]
        if all(value is None for value in dps.values()):
            return [Answer(command, self._values(self._owner.asked(cid, dps), cid))]
        return self._set(command, dps, cid)

    def _set(self, command: int, dps: Mapping[str, Any], cid: str | None) -> list[Answer]:
        temper = self._owner.temper
        # A gateway takes orders for sub-devices that it cannot reach, and says nothing.
        lost = cid in self._owner.offline
        wanted = {dp: value for dp, value in dps.items() if isinstance(value, bool | int | str)}
        changed = {} if lost else self._owner.order(cid, wanted)
        if temper.answers_set_with_points:
            return [Answer(command, self._values(changed, cid))]
        acknowledged = Answer(command, retcode=1 if temper.failing_ack else 0)
        return [acknowledged, self.pushed(changed, cid)] if changed else [acknowledged]

    def _refreshed(self, body: Mapping[str, Any]) -> list[Answer]:
        wanted = body.get("dpId")
        if not isinstance(wanted, list):
            return [Answer(ct.UPDATEDPS, FORMAT_ERROR, 1)]
        values = self._owner.asked(None, [str(dp) for dp in wanted])
        return [Answer(ct.UPDATEDPS), self.pushed(values, None)] if values else [Answer(ct.UPDATEDPS)]

    def _online_list(self, body: Mapping[str, Any]) -> list[Answer]:
        # Gateways of 3.3 do not answer this query.
        if not self._owner.identity.modern or body.get("reqType") != "subdev_online_stat_query":
            return []
        asked = body.get("data", {}).get("cids") or self._owner.cids
        known = [cid for cid in asked if self._owner.knows(cid)]
        data = {
            "online": [cid for cid in known if cid not in self._owner.offline],
            "offline": [cid for cid in known if cid in self._owner.offline],
        }
        return [Answer(ct.LAN_EXT_STREAM, compact({"reqType": "subdev_online_stat_query", "data": data}))]


def _parsed(payload: bytes | None) -> dict[str, Any] | None:
    if payload is None:
        return None
    try:
        body = json.loads(payload)
    except ValueError:
        return None
    return body if isinstance(body, dict) else None
