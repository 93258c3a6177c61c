"""Device templates on the journal."""

from typing import Any

import msgspec
from sqlalchemy import RowMapping, select

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.templates import DeviceTemplate, TemplateId, Threshold, WantedValue
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.keys import program_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.templates import device_template

TABLE = "device_template"


class TemplateRecords:
    """The template store: one record for each product or kind."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def load(self) -> tuple[DeviceTemplate, ...]:
        """Every template, by its id."""
        living = select(device_template).where(device_template.c.deleted == 0).order_by(device_template.c.code)
        return await self._store.read(lambda conn: tuple(map(_template, conn.execute(living).mappings())))

    async def put(self, template: DeviceTemplate, by: By) -> EntryRef:
        """Add a template or change what differs; one that was removed comes back. Without a change no entry."""
        async with self._store.work(by) as work:
            work.put(TABLE, program_key(TABLE, template.id), _values(template))
        return work.entries[0] if work.entries else EntryRef("")

    async def remove(self, template: TemplateId, by: By) -> EntryRef:
        """Delete softly.

        Raises:
            NotFound: there is no such template.
        """
        try:
            async with self._store.work(by) as work:
                work.delete(TABLE, program_key(TABLE, template))
        except NotFound as error:
            raise NotFound("There is no such template (any more). Nothing was changed.") from error
        return work.entries[0]


def _values(template: DeviceTemplate) -> dict[str, Any]:
    of_category = template.of_category.value if template.of_category else None
    return {
        "code": template.id,
        "name": template.product or of_category,
        "product": template.product or None,
        "of_category": of_category,
        "name_pattern": template.name_pattern,
        "category": template.category.value if template.category else None,
        "thresholds": msgspec.to_builtins(template.thresholds),
        "wanted": msgspec.to_builtins(template.values),
    }


def _template(row: RowMapping) -> DeviceTemplate:
    return DeviceTemplate(
        product=row["product"] or "",
        of_category=Category(row["of_category"]) if row["of_category"] else None,
        name_pattern=row["name_pattern"] or "",
        category=Category(row["category"]) if row["category"] else None,
        thresholds=msgspec.convert(row["thresholds"] or (), tuple[Threshold, ...]),
        values=msgspec.convert(row["wanted"] or (), tuple[WantedValue, ...]),
    )
