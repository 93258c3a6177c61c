"""The project's own tree of spaces, and groups of devices."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Any

from pydantic import AliasChoices, Field

from heyzack_console.domain.cloud import CloudCause, CloudError, CloudSpace
from heyzack_console.tuya.cloud.answers import Answer, Text, not_understood, read_as, read_each
from heyzack_console.tuya.cloud.api import CloudApi, Operation, Version, about, segment
from heyzack_console.tuya.cloud.pace import Pace
from heyzack_console.tuya.cloud.signing import QueryValue
from heyzack_console.tuya.cloud.values import PointState
from heyzack_console.tuya.cloud.wire import Call

_SPACES_AT_MOST = 2000
_PAGE = 100
_ROOT_ASSET = "-1"


class SpaceItem(Answer):
    """One space, or an asset of the older interface."""

    id: Annotated[
        Text, Field(min_length=1, validation_alias=AliasChoices("id", "space_id", "spaceId", "asset_id", "assetId"))
    ]
    name: Annotated[
        Text, Field(validation_alias=AliasChoices("name", "space_name", "spaceName", "asset_name", "assetName"))
    ] = ""
    parent_id: Annotated[
        Text, Field(validation_alias=AliasChoices("parent_id", "parentId", "parent_asset_id", "parentAssetId"))
    ] = ""


class GroupItem(Answer):
    """One group of devices."""

    id: Annotated[Text, Field(min_length=1, validation_alias=AliasChoices("id", "group_id", "groupId"))]
    name: Annotated[Text, Field(validation_alias=AliasChoices("name", "group_name", "groupName"))] = ""
    product_id: Text = ""


@dataclass(frozen=True, slots=True)
class SpacePage:
    """A part of a listing, and from where to go on, empty at the end."""

    spaces: tuple[SpaceItem, ...]
    following: str


@dataclass(frozen=True, slots=True)
class SpaceIds:
    """Ids of the topmost spaces, or of *everything*, and from where to go on."""

    everything: bool = True
    following: str = ""


@dataclass(frozen=True, slots=True)
class Below:
    """What lies right below an asset, and from where to go on."""

    asset: str
    following: str = ""


@dataclass(frozen=True, slots=True)
class GroupOrder:
    """New values for every device of a group, by code."""

    group: str
    values: Mapping[str, Any]


def _ids(wanted: SpaceIds) -> Call:
    query: dict[str, QueryValue] = {
        "only_sub": not wanted.everything,
        "page_size": _PAGE,
        "last_row_key": wanted.following or None,
    }
    return Call("GET", "/v2.0/cloud/space/child", query, pace=Pace.SPACE_READ)


def _read_ids(result: Any) -> SpacePage:
    if not isinstance(result, dict) or not isinstance(result.get("data"), list):
        raise not_understood()
    ids = [item if isinstance(item, dict) else {"id": item} for item in result["data"]]
    following = str(result.get("last_row_key") or result.get("lastRowKey") or "")
    # There is no word on whether more follows: a full page may have a successor.
    return SpacePage(read_each(SpaceItem, ids)[0], following if len(ids) >= _PAGE else "")


def _sub_assets(below: Below) -> Call:
    path = f"/v1.0/iot-02/assets/{segment(below.asset)}/sub-assets"
    query: dict[str, QueryValue] = {"page_size": _PAGE, "last_row_key": below.following or None}
    return Call("GET", path, query, pace=Pace.SPACE_READ)


def _read_assets(result: Any) -> SpacePage:
    if not isinstance(result, dict):
        raise not_understood()
    more = str(result.get("has_next", result.get("hasNext", False))).lower() == "true"
    return SpacePage(
        read_each(SpaceItem, result.get("list"))[0],
        str(result.get("last_row_key") or result.get("lastRowKey") or "") if more else "",
    )


def _groups_of(space: str) -> Call:
    query: dict[str, QueryValue] = {"space_id": segment(space), "page_size": _PAGE, "page_no": 1}
    return Call("GET", "/v2.0/cloud/thing/group", query, pace=Pace.GROUP_READ)


def _groups(result: Any) -> tuple[GroupItem, ...]:
    items = result.get("list", result.get("data")) if isinstance(result, dict) else result
    return read_each(GroupItem, items)[0]


def _group_order(order: GroupOrder) -> Call:
    packed = json.dumps(order.values, ensure_ascii=False, separators=(",", ":"))
    path = f"/v2.1/cloud/thing/group/{segment(order.group)}/properties"
    return Call("POST", path, body={"properties": packed}, pace=Pace.GROUP_WRITE, repeatable=False)


def _old_group_order(order: GroupOrder) -> Call:
    packed = json.dumps(order.values, ensure_ascii=False, separators=(",", ":"))
    body = {"group_id": segment(order.group), "properties": packed}
    return Call("POST", "/v2.0/cloud/thing/group/properties", body=body, pace=Pace.GROUP_WRITE, repeatable=False)


def _done(_: Any) -> None:
    """The envelope said so."""


SPACE_IDS = Operation[SpaceIds, SpacePage]("the tree of spaces", (Version("v2.0", _ids, _read_ids),))
SPACE = Operation[str, SpaceItem](
    "the tree of spaces",
    (Version("v2.0", about("/v2.0/cloud/space", "", Pace.SPACE_READ), partial(read_as, SpaceItem)),),
)
ASSETS = Operation[Below, SpacePage]("the tree of assets", (Version("iot-02", _sub_assets, _read_assets),))
GROUPS = Operation[str, tuple[GroupItem, ...]]("groups of devices", (Version("v2.0", _groups_of, _groups),))
GROUPS_OF_DEVICE = Operation[str, tuple[GroupItem, ...]](
    "groups of devices", (Version("v2.0", about("/v2.0/cloud/thing/group/device", "", Pace.GROUP_READ), _groups),)
)
GROUP_VALUES = Operation[str, tuple[PointState, ...]](
    "the values of groups",
    (
        Version(
            "v2.0",
            about("/v2.0/cloud/thing/group", "/properties", Pace.GROUP_READ),
            lambda result: read_each(PointState, result)[0],
        ),
    ),
)
GROUP_ORDER = Operation[GroupOrder, None](
    "orders to groups", (Version("v2.1", _group_order, _done), Version("v2.0", _old_group_order, _done))
)


async def tree(api: CloudApi) -> tuple[CloudSpace, ...]:
    """Read the whole tree, parents before their children.

    Raises:
        CloudError: with its cause; half a tree is not told.
    """
    try:
        spaces = await _spaces(api)
    except CloudError as refused:
        if refused.cause is not CloudCause.PERMISSION:
            raise
        spaces = await _assets(api)
    return _parents_first(spaces)


async def topmost(api: CloudApi) -> str:
    """Return the id of the topmost space, or of the first where there are several; empty where there is none.

    Raises:
        CloudError: with its cause.
    """
    try:
        page = await api.ask(SPACE_IDS, SpaceIds(everything=False), urgent=True)
    except CloudError as refused:
        if refused.cause is not CloudCause.PERMISSION:
            raise
        page = await api.ask(ASSETS, Below(_ROOT_ASSET), urgent=True)
    return page.spaces[0].id if page.spaces else ""


async def _spaces(api: CloudApi) -> dict[str, CloudSpace]:
    """The listing tells ids only; name and parent take one question a space."""
    found: dict[str, CloudSpace] = {}
    following, seen = "", set[str]()
    while following not in seen and len(found) < _SPACES_AT_MOST:
        seen.add(following)
        page = await api.ask(SPACE_IDS, SpaceIds(following=following), urgent=True)
        for listed in page.spaces:
            item = await api.ask(SPACE, listed.id, urgent=True)
            found[item.id] = CloudSpace(item.id, item.name or item.id, item.parent_id)
        following = page.following
        if not following:
            break
    return found


async def _assets(api: CloudApi) -> dict[str, CloudSpace]:
    found: dict[str, CloudSpace] = {}
    ahead = [Below(_ROOT_ASSET)]
    asked: set[Below] = set()
    while ahead and len(found) < _SPACES_AT_MOST:
        below = ahead.pop(0)
        if below in asked:
            continue
        asked.add(below)
        page = await api.ask(ASSETS, below, urgent=True)
        parent = "" if below.asset == _ROOT_ASSET else below.asset
        found |= {item.id: CloudSpace(item.id, item.name or item.id, parent) for item in page.spaces}
        ahead += [Below(item.id) for item in page.spaces]
        ahead += [Below(below.asset, page.following)] if page.following else []
    return found


def _parents_first(spaces: Mapping[str, CloudSpace]) -> tuple[CloudSpace, ...]:
    """Put parents first; a parent that is not in the tree is none, and what goes in a circle hangs on the top."""
    known = {s.id: s if s.parent in spaces and s.parent != s.id else replace(s, parent="") for s in spaces.values()}
    placed: dict[str, CloudSpace] = {}
    while len(placed) < len(known):
        ready = [s for s in known.values() if s.id not in placed and (not s.parent or s.parent in placed)]
        if not ready:
            stuck = next(s for s in known.values() if s.id not in placed)
            ready = [replace(stuck, parent="")]
        placed |= {s.id: s for s in ready}
    return tuple(placed.values())
