"""Decrypted contents of both message families into events (tuya-cloud section 7.1)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from heyzack_console.domain.cloud import CloudHappening, CloudNews
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.tuya.queue.events import Content, PointValue, PointValues
from heyzack_console.tuya.queue.members import Members, moment_in, name_in, number_in, whole_in

PROPERTIES = {"devicePropertyMessage", "deviceQueryPropertyMessage"}
_ITEMS_AT_MOST = 1000

_NEWS: dict[int, dict[str, CloudHappening]] = {
    1001: {
        "deviceOnline": CloudHappening.ONLINE,
        "deviceOffline": CloudHappening.OFFLINE,
        "deviceNameUpdate": CloudHappening.RENAMED,
        "deviceBindSpace": CloudHappening.BOUND,
        "deviceTransfer": CloudHappening.BOUND,
        "deviceUnbindSpace": CloudHappening.UNBOUND,
    },
    1002: {"deviceOtaProgress": CloudHappening.UPGRADE},
    20: {
        "online": CloudHappening.ONLINE,
        "offline": CloudHappening.OFFLINE,
        "nameUpdate": CloudHappening.RENAMED,
        "bindUser": CloudHappening.BOUND,
        "delete": CloudHappening.UNBOUND,
        "reset": CloudHappening.UNBOUND,
        "upgradeStatus": CloudHappening.UPGRADE,
        "deviceSignal": CloudHappening.SIGNAL,
    },
}
# Known kinds that carry nothing which the console shows: scenes, spaces, households, orders of others.
_PASSED: dict[int, frozenset[str]] = {
    20: frozenset({"dpNameUpdate", "share", "deviceDpCommand", "outdoorsFenceAlarm", "simStop", "simLimitAlarm"}),
    25: frozenset({"sceneExecute", "automationExternalAction"}),
    1000: frozenset({"deviceEventMessage", "deviceActionResponseMessage"}),
    1001: frozenset({"deviceFreeze", "deviceUnFreeze"}),
}
_PASSED_BEGINNINGS: dict[int, tuple[str, ...]] = {20: ("home", "room", "user"), 1010: ("space",)}
# upgrade_status of tuya-cloud section 6.6.
_UPGRADE_WORDS = {0: "no update", 1: "ready", 2: "running", 3: "done", 4: "failed", 7: "timed out"}


@dataclass(frozen=True, slots=True)
class Body:
    """A decrypted content with what its message says about it; *sent* stands in for times that are missing."""

    protocol: int
    members: Members
    sent: datetime
    now: datetime

    def moment(self, members: Members, *names: str) -> datetime:
        """The time that *members* tell, else the message's."""
        return moment_in(members, self.now, *names) or self.sent


def content_of(body: Body) -> Content:
    """Read the inside of a message.

    Raises:
        ValueError: the kind is known, but the content has another shape than documented.
    """
    if body.protocol == 4:
        return _status_report(body)
    biz_code = name_in(body.members, "bizCode", "biz_code")
    if body.protocol == 1000 and biz_code in PROPERTIES:
        return _properties(body, _biz_data(body.members))
    happening = _NEWS.get(body.protocol, {}).get(biz_code)
    if happening is not None:
        return _news(body, happening)
    if _is_passed(body.protocol, biz_code):
        return Content(passed=f"{body.protocol} {biz_code}")
    return Content(unknown=f"{body.protocol} {biz_code}"[:80])


def _is_passed(protocol: int, biz_code: str) -> bool:
    return biz_code in _PASSED.get(protocol, ()) or biz_code.startswith(_PASSED_BEGINNINGS.get(protocol, ()))


def _status_report(body: Body) -> Content:
    return _points(body, body.members, "status", _status_point)


def _properties(body: Body, data: Members) -> Content:
    return _points(body, data, "properties", _property_point)


def _points(body: Body, data: Members, list_name: str, read: Callable[[Body, Members], PointValue | None]) -> Content:
    device = _device(data)
    items = data.get(list_name)
    if not isinstance(items, list) or len(items) > _ITEMS_AT_MOST:
        raise ValueError(f"{list_name} is no list")
    read_items = [read(body, item) if isinstance(item, Mapping) else None for item in items]
    values = tuple(value for value in read_items if value is not None)
    events = (PointValues(device, values),) if values else ()
    return Content(events, data_id=_change(body, data), odd=len(items) - len(values))


def _status_point(body: Body, item: Members) -> PointValue | None:
    """``{code, value, t, "<dp>": "<raw>"}``; points outside the standard set have no code."""
    numbers = [name for name in item if name.isascii() and name.isdigit() and len(name) <= 3]
    dp = int(numbers[0]) if len(numbers) == 1 else None
    code = name_in(item, "code")
    if (not code and dp is None) or not ("value" in item or numbers):
        return None
    value: Any = item["value"] if "value" in item else item[numbers[0]]
    return PointValue(code, dp, value, body.moment(item, "t", "time"))


def _property_point(body: Body, item: Members) -> PointValue | None:
    code, dp = name_in(item, "code"), whole_in(item, "dpId", "dp_id")
    if (not code and dp is None) or "value" not in item:
        return None
    return PointValue(code, dp, item["value"], body.moment(item, "time", "t"))


def _news(body: Body, happening: CloudHappening) -> Content:
    data = _biz_data(body.members)
    device = _device(data, body.members)
    at = moment_in(data, body.now, "time", "t") or body.moment(body.members, "ts")
    news = CloudNews(device, happening, at)
    if happening is CloudHappening.RENAMED:
        news = replace(news, text=_new_name(data))
    elif happening is CloudHappening.UPGRADE:
        news = replace(news, text=_progress(data))
    elif happening is CloudHappening.SIGNAL:
        strength = _newest_signal(body, data)
        if strength is None:
            return Content(odd=1)
        news = replace(news, at=strength[0], number=strength[1])
    return Content((news,), data_id=_change(body, data))


def _change(body: Body, data: Members) -> str:
    """The name of the change, apart by family: the two may tell one change with more or fewer points."""
    name = name_in(data, "dataId", "data_id") or name_in(body.members, "dataId", "data_id")
    return f"{body.protocol} {_device(data, body.members)} {name}" if name else ""


def _new_name(data: Members) -> str:
    name = name_in(data, "name", "customName")
    if not name:
        raise ValueError("the new name is missing")
    return name


def _progress(data: Members) -> str:
    status = whole_in(data, "upgradeStatus", "upgrade_status", "status")
    share = number_in(data, "progress")
    words = [
        _UPGRADE_WORDS.get(status, f"status {status}") if status is not None else "",
        f"{share:.0f} %" if share is not None and 0 <= share <= 100 else "",
        name_in(data, "description", "moduleType"),
    ]
    return ", ".join(word for word in words if word)


def _newest_signal(body: Body, data: Members) -> tuple[datetime, float] | None:
    reports = data.get("reportData")
    found = [
        (body.moment(report, "t"), strength)
        for report in (reports if isinstance(reports, list) else ())
        if isinstance(report, Mapping) and (strength := number_in(report, "rssi")) is not None
    ]
    return max(found, key=lambda pair: pair[0], default=None)


def _biz_data(members: Members) -> Members:
    data = members.get("bizData", members.get("biz_data"))
    if not isinstance(data, Mapping):
        raise ValueError("bizData is missing")
    return data


def _device(*places: Members) -> DeviceId:
    for members in places:
        if name := name_in(members, "devId", "dev_id"):
            return DeviceId(name)
    raise ValueError("no device is named")
