"""Sites, floors, zones and devices."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, LargeBinary, Text

from heyzack_console.storage.tables.columns import document, placed, shared

site = shared(
    "site",
    Column("name", Text),
    Column("time_zone", Text),
    Column("kind", Text),
    Column("demo", Boolean),
)

floor = shared(
    "floor",
    Column("site", LargeBinary(16), ForeignKey("site.key")),
    Column("code", Text),
    Column("level", Integer),
    Column("name", Text),
    Column("width", Float, info={"group": "plan"}),
    Column("height", Float, info={"group": "plan"}),
    document("strokes", info={"group": "plan"}),
    document("picture", info={"group": "plan"}),
)

zone = shared(
    "zone",
    Column("floor", LargeBinary(16), ForeignKey("floor.key")),
    Column("code", Text),
    Column("name", Text),
    Column("number", Text),
    Column("kind", Text),
    document("outline"),
    Column("capacity", Integer),
    Column("use", Text),
)

device = shared(
    "device",
    Column("site", LargeBinary(16), ForeignKey("site.key")),
    Column("code", Text),
    Column("name", Text),
    Column("category", Text),
    Column("product", Text),
    Column("model", Text),
    Column("gateway", Text, info={"group": "parent"}),
    Column("cid", Text, info={"group": "parent"}),
    Column("host", Text, info={"group": "address"}),
    Column("port", Integer, info={"group": "address"}),
    Column("version", Text, info={"group": "address"}),
    placed(Column("floor", LargeBinary(16), ForeignKey("floor.key"))),
    placed(Column("x", Float)),
    placed(Column("y", Float)),
    placed(Column("zone", LargeBinary(16), ForeignKey("zone.key"))),
    document("points"),
    Column("sleeper", Boolean),
    Column("serves", Text),
)
"""*code* is Tuya's id; the local key is not here: it lies in the secret store under that id."""
