"""Calls that rename, remove and pair devices, and that look after their firmware."""

import secrets
from functools import partial
from typing import Any

from heyzack_console.simulator.cloud.calls import WRITES, Call, Endpoint
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.queue.messages import Happening
from heyzack_console.simulator.cloud.refusals import Refusal
from heyzack_console.simulator.cloud.twin import CloudTwin, Upgrade

NEW_FIRMWARE = "1.3.0"
_TOKEN_LIFE_S = 300
_NONE, _READY, _RUNNING, _DONE = 0, 1, 2, 3
_STEPS = 4


def _rename(project: CloudProject, call: Call) -> bool:
    name = call.body.get("name")
    if not isinstance(name, str) or not name:
        raise Refusal(1100)
    project.rename(call.twin(project), name)
    return True


def _remove(project: CloudProject, call: Call) -> bool:
    project.remove(call.twin(project))
    return True


def _remove_listed(project: CloudProject, call: Call) -> bool:
    for twin in call.listed(project, 20):
        project.remove(twin)
    return True


def _pairing_token(project: CloudProject, call: Call) -> dict[str, Any]:
    if call.body.get("pairing_type") not in {"EZ", "AP", "Bluetooth"}:
        raise Refusal(1109)
    return _fresh_token()


def _app_pairing_token(project: CloudProject, call: Call) -> dict[str, Any]:
    return _fresh_token()


def _fresh_token() -> dict[str, Any]:
    return {
        "region": "EU",
        "token": secrets.token_hex(4),
        "secret": secrets.token_hex(2),
        "expire_time": _TOKEN_LIFE_S,
    }


def _firmware(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    twin = call.twin(project)
    current = twin.firmware == NEW_FIRMWARE
    return [
        {
            "type": 0,
            "type_desc": "Main module",
            "current_version": twin.firmware,
            "version": NEW_FIRMWARE,
            "desc": "" if current else "Keeps its connection better.",
            "upgrade_status": _RUNNING if twin.upgrade else _NONE if current else _READY,
            "last_upgrade_time": twin.updated_at,
        }
    ]


def _upgrade_infos(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    return [
        {
            "module_type": item["type"],
            "module_desc": item["type_desc"],
            "current_version": item["current_version"],
            "upgrade_version": item["version"],
            "upgrade_desc": item["desc"],
            "upgrade_type": 0,
            "upgrade_status": item["upgrade_status"],
        }
        for item in _firmware(project, call)
    ]


def _upgrade(project: CloudProject, call: Call) -> bool:
    twin = call.twin(project)
    if not twin.online:
        raise Refusal(2001)
    if twin.upgrade is not None:
        raise Refusal(1113)
    twin.upgrade = Upgrade(0, project.now_ms)
    for step in range(_STEPS + 1):
        after = project.temper.upgrade_s * step / _STEPS
        project.later(after, partial(_progressed, project, twin, 100 * step // _STEPS))
    return True


def _progressed(project: CloudProject, twin: CloudTwin, percent: int) -> None:
    if percent == 100:
        twin.upgrade, twin.firmware = None, NEW_FIRMWARE
    elif twin.upgrade is not None:
        twin.upgrade = Upgrade(twin.upgrade.channel, twin.upgrade.began_ms, percent)
    words = {
        "upgradeStatus": _DONE if percent == 100 else _RUNNING,
        "moduleType": 0,
        "description": f"{percent} %",
        "progress": percent,
    }
    project.tell(twin, Happening("deviceOtaProgress", "upgradeStatus", words))


def _progress(project: CloudProject, call: Call) -> dict[str, Any]:
    twin = call.twin(project)
    if twin.upgrade is not None:
        return {"upgrade_status": _RUNNING, "progress": twin.upgrade.told}
    return {"upgrade_status": _DONE if twin.firmware == NEW_FIRMWARE else _NONE, "progress": 100}


_OLD = ("/v1.0/iot-03/devices", "/v1.0/devices")

ENDPOINTS = (
    *(Endpoint("PUT", f"{old}/{{device}}", _rename, WRITES) for old in _OLD),
    *(Endpoint("DELETE", f"{old}/{{device}}", _remove, WRITES) for old in _OLD),
    Endpoint("DELETE", "/v1.0/iot-03/devices", _remove_listed, WRITES),
    Endpoint("POST", "/v1.0/iot-03/device-registration/token", _pairing_token, WRITES),
    Endpoint("POST", "/v1.0/devices/token", _app_pairing_token, WRITES),
    Endpoint("GET", "/v2.0/cloud/thing/{device}/firmware", _firmware),
    Endpoint("POST", "/v2.0/cloud/thing/{device}/firmware/{channel}", _upgrade, WRITES),
    Endpoint("GET", "/v2.0/cloud/thing/{device}/firmware/{channel}/progress", _progress),
    Endpoint("GET", "/v1.0/iot-03/devices/{device}/upgrade-infos", _upgrade_infos),
    Endpoint("POST", "/v1.0/iot-03/devices/{device}/confirm-upgrade", _upgrade, WRITES),
)
