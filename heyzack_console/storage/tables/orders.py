"""Orders to devices and what became of them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Text

from heyzack_console.storage.tables.columns import document, shared

device_order = shared(
    "device_order",
    Column("device", Text),
    document("values"),
    Column("made_at", Integer),
    Column("expires_at", Integer),
    Column("by", Text),
    append_only=True,
)
Index("device_order_of_device", device_order.c.device, device_order.c.made_at)
Index("device_order_made_at", device_order.c.made_at)

order_event = shared(
    "order_event",
    Column("order", LargeBinary(16), ForeignKey("device_order.key")),
    Column("state", Text),
    Column("at", Integer),
    Column("stage", Text),
    Column("text", Text),
    Column("path", Text),
    append_only=True,
)
Index("order_event_of_order", order_event.c.order, order_event.c.at)
