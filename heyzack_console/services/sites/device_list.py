"""Reads lists of devices and keys: tinytuya's devices.json (or snapshot.json), or a CSV with a header."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import LAN_VERSIONS, Device, DeviceId, LanAddress
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.devices import NewDevice
from heyzack_console.ports.products import ProductWords

LARGEST = 32_000_000
MOST_ROWS = 50_000

# Headers as people write them, in lower case without spaces, dashes and underscores.
_HEADERS = {
    "id": ("id", "deviceid", "devid", "gwid", "virtualid"),
    "name": ("name", "devicename", "label"),
    "key": ("key", "localkey", "devicekey"),
    "ip": ("ip", "host", "address", "ipaddress", "lanip"),
    "port": ("port",),
    "version": ("version", "ver", "protocol", "protocolversion"),
    "category": ("category", "kind", "type"),
    "product_id": ("productid", "product", "productkey"),
    "model": ("model", "productname"),
    "parent": ("parent", "gateway", "gatewayid", "parentid"),
    "node_id": ("nodeid", "cid", "node"),
    "serves": ("serves", "room", "purpose"),
}
_FIELD_OF = {header: field for field, headers in _HEADERS.items() for header in headers}


class _Row(BaseModel):
    """One device as a list gives it."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True, str_strip_whitespace=True)

    id: str = Field(min_length=1, max_length=120)
    name: str = Field("", max_length=120)
    key: str = Field("", max_length=64, repr=False)
    ip: str = Field("", max_length=255)
    port: int = Field(6668, ge=1, le=65535)
    version: str = ""
    category: str = Field("", max_length=40)
    product_id: str = Field("", max_length=80)
    model: str = Field("", max_length=120)
    parent: str = Field("", max_length=120)
    node_id: str = Field("", max_length=120)
    serves: str = Field("", max_length=120)
    mapping: dict[str, Any] = {}

    @field_validator("version")
    @classmethod
    def _known_version(cls, value: str) -> str:
        if value and value not in LAN_VERSIONS:
            raise ValueError(f"is one of {', '.join(LAN_VERSIONS)}")
        return value


@dataclass(frozen=True, slots=True)
class DeviceList:
    """What a list holds, and what was left out and why, each with its line or number."""

    devices: tuple[NewDevice, ...]
    left_out: tuple[str, ...] = ()


def read(text: str, words: ProductWords) -> DeviceList:
    """Read a list of devices.

    Raises:
        InvalidInput: it is neither a JSON list of devices nor a CSV with a header, or it is too large.
    """
    if len(text) > LARGEST:
        raise InvalidInput(f"The list is larger than {LARGEST // 1_000_000} MB. Nothing was changed.", "text")
    text = text.lstrip("\ufeff")
    rows = _from_json(text) if text.lstrip()[:1] in {"[", "{"} else _from_csv(text)
    devices: dict[DeviceId, NewDevice] = {}
    left_out = []
    for number, (place, raw) in enumerate(rows):
        if number >= MOST_ROWS:
            raise InvalidInput(f"The list has more than {MOST_ROWS} devices. Nothing was changed.", "text")
        try:
            new = _device(_Row.model_validate(raw), words)
        except ValidationError as wrong:
            left_out.append(f"{place}: {_first(wrong)}")
        except InvalidInput as wrong:
            left_out.append(f"{place}: {wrong.text}")
        else:
            if new.device.id in devices:
                left_out.append(f"{place}: {new.device.id} occurs twice; the later one counts")
            devices[new.device.id] = new
    return DeviceList(tuple(devices.values()), tuple(left_out))


def _from_json(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        where = f" (line {wrong.lineno})" if isinstance(wrong, json.JSONDecodeError) else ""
        raise InvalidInput(f"The file is no valid JSON{where}. Nothing was changed.", "text") from wrong
    if isinstance(found, dict):
        found = found.get("devices")
    if not isinstance(found, list):
        raise InvalidInput("The file holds no list of devices. Nothing was changed.", "text")
    for number, raw in enumerate(found, start=1):
        entry = {name: value for name, value in raw.items() if value is not None} if isinstance(raw, dict) else {}
        if "product_name" in entry:
            entry.setdefault("model", entry["product_name"])
        yield f"device {number}", entry


def _from_csv(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    sample = text[:4096]
    delimiter = max(",;\t", key=sample.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = next(reader, [])
        fields = [_FIELD_OF.get(_plain(name), "") for name in header]
        if "id" not in fields:
            raise InvalidInput("The first line must name the columns, one of them 'id'. Nothing was changed.", "text")
        for cells in reader:
            values = {field: cell.strip() for field, cell in zip(fields, cells, strict=False) if field and cell.strip()}
            if values:
                yield f"line {reader.line_num}", values
    except csv.Error as wrong:
        raise InvalidInput(f"Line {reader.line_num} is no valid CSV. Nothing was changed.", "text") from wrong


def _plain(header: str) -> str:
    return "".join(c for c in header.strip().lower() if c not in " -_")


def _device(row: _Row, words: ProductWords) -> NewDevice:
    behind = bool(row.parent)
    if behind and not row.node_id:
        raise InvalidInput(f"{row.id} hangs on a gateway but has no node id there.", "node_id")
    address = None
    if row.ip and row.ip.lower() != "auto" and not behind:
        address = LanAddress(row.ip, row.port, row.version)
    device = Device(
        id=DeviceId(row.id),
        name=row.name or row.id,
        category=_category(row.category, words.category),
        product=row.product_id,
        model=row.model,
        gateway=DeviceId(row.parent) if behind else None,
        cid=row.node_id if behind else None,
        address=address,
        points=words.points(row.category, row.mapping) if row.mapping else (),
        serves=row.serves,
    )
    return NewDevice(device, "" if behind else row.key)


def _category(text: str, vendor: Callable[[str], Category]) -> Category:
    """Our own word or the vendor's code."""
    ours = text.strip().lower().replace(" ", "_")
    return Category(ours) if ours in set(Category) else vendor(text)


def _first(wrong: ValidationError) -> str:
    error = wrong.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in error["loc"])
    return f"{field} {error['msg'].removeprefix('Value error, ')}"
