"""Who acts: the administrator of this machine, and the console itself."""

from sqlalchemy import Connection, select

from heyzack_console.domain.identity import Actor, ActorId, By, Role
from heyzack_console.ports.clock import Clock
from heyzack_console.storage.keys import new_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.journal import this_console
from heyzack_console.storage.tables.people import person
from heyzack_console.storage.work import Draft

CONSOLE_NAME = "HeyZack Console"
ADMINISTRATOR_NAME = "Administrator"


async def console_actor(store: RecordStore) -> Actor:
    """The console itself, as which rules act."""
    return await store.read(_console)


async def local_administrator(store: RecordStore, clock: Clock) -> Actor:
    """The administrator of this machine, made as one journal entry where there is none yet."""
    known = await store.read(_administrator)
    if known is not None:
        return known

    def make(draft: Draft) -> Actor:
        there = _administrator(draft.conn)
        if there is not None:
            return there
        key = new_key(clock.now())
        draft.insert("person", key, {"name": ADMINISTRATOR_NAME, "role": Role.ADMINISTRATOR.value})
        return Actor(ActorId(key.hex()), ADMINISTRATOR_NAME, Role.ADMINISTRATOR)

    made, _ = await store.write(By(await console_actor(store), "first start", "identity.begin"), make)
    return made


class Names:
    """Names of actors, as they are now."""

    def __init__(self, conn: Connection) -> None:
        self._names: dict[bytes, str] = {one.key: one.name for one in conn.execute(select(person.c.key, person.c.name))}
        self._names |= dict.fromkeys(conn.execute(select(this_console.c.id)).scalars(), CONSOLE_NAME)

    def of(self, actor: bytes) -> str:
        """The name; the beginning of the id for an actor that is not (or no longer) known."""
        return self._names.get(actor) or f"unknown {actor.hex()[:8]}"


def _console(conn: Connection) -> Actor:
    name = conn.execute(select(this_console.c.id)).scalar_one()
    return Actor(ActorId(name.hex()), CONSOLE_NAME, Role.ADMINISTRATOR)


def _administrator(conn: Connection) -> Actor | None:
    living = (person.c.deleted == 0) & (person.c.role == Role.ADMINISTRATOR.value)
    row = conn.execute(select(person.c.key, person.c.name).where(living).order_by(person.c.key).limit(1)).first()
    return None if row is None else Actor(ActorId(row.key.hex()), row.name or "", Role.ADMINISTRATOR)
