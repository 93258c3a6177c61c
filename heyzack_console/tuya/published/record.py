"""One line of a product or device file, whatever it holds.

The shapes are those of published collections: a product's schema (``dps`` with codes), the cloud's description of a
device (``functions`` and ``status_range``), and a configuration for control over the LAN (``dps`` with roles).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.tuya.catalogue.categories import category_of
from heyzack_console.tuya.published.cloud_device import cloud_rows
from heyzack_console.tuya.published.lan_config import lan_labels, lan_rows
from heyzack_console.tuya.published.points import Problems, points_of

LONGEST_LINE = 8_000_000
LONGEST_ID = 128


@dataclass(frozen=True, slots=True)
class PublishedProduct:
    """What a line tells; *product_id* is None where it names none. Records of a phase bring their parts along."""

    product_id: str | None
    name: str = ""
    category: Category = Category.UNKNOWN
    points: tuple[PointSpec, ...] = ()
    problems: tuple[str, ...] = ()


def read_record(line: bytes) -> PublishedProduct:
    """Read one line; whatever is wrong with it stands among the problems of what comes back."""
    problems = Problems()
    record = _object(line, problems)
    if record is None:
        return PublishedProduct(None, problems=problems.all())
    product_id = _identity(record, problems)
    name = next((text for key in ("product_name", "name") if (text := _text(record.get(key)))), "")
    category = _category(record.get("category"), problems)
    points = _points(record, category, problems)
    return PublishedProduct(product_id, name, category, points, problems.all())


def _object(line: bytes, problems: Problems) -> Mapping[str, Any] | None:
    if len(line) > LONGEST_LINE:
        problems.say("the line is too long to be a product")
        return None
    if not line.strip():
        problems.say("the line is empty")
        return None
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        problems.say("the line is no text in UTF-8")
    except RecursionError:
        problems.say("the line is nested too deeply")
    except ValueError:
        problems.say("the line is no JSON")
    else:
        if isinstance(record, dict):
            return record
        problems.say("the line is no JSON object")
    return None


def _identity(record: Mapping[str, Any], problems: Problems) -> str | None:
    listed = record.get("products")
    first = listed[0] if isinstance(listed, list) and listed else None
    own = first.get("id") if isinstance(first, dict) else None
    for value in (record.get("product_id"), own, record.get("config")):
        if text := _text(value):
            return text
    problems.say("product_id is missing" if record.get("product_id") is None else "product_id is no text")
    return None


def _text(value: object) -> str:
    """A text that can be written anywhere; empty where *value* is none."""
    if not isinstance(value, str):
        return ""
    return value.strip()[:LONGEST_ID].encode("utf-8", "replace").decode("utf-8")


def _category(value: object, problems: Problems) -> Category:
    if value is not None and not isinstance(value, str):
        problems.say("category is no text")
    return category_of(value) if isinstance(value, str) else Category.UNKNOWN


def _points(record: Mapping[str, Any], category: Category, problems: Problems) -> tuple[PointSpec, ...]:
    if "functions" in record or "status_range" in record:
        return points_of(cloud_rows(record, problems), category, problems)
    listed = record.get("dps")
    if not isinstance(listed, list):
        problems.say("dps is missing" if listed is None else "dps is no list")
        return ()
    if not listed:
        problems.say("dps is empty")
    if "config" in record:
        specs = points_of(lan_rows(listed, problems), category, problems)
        return lan_labels(specs, listed)
    return points_of(listed, category, problems)
