"""Pictures of plans."""

from heyzack_console.storage.tables.columns import in_parts

plan_picture = in_parts("plan_picture")
