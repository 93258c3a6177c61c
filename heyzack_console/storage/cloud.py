"""Cloud projects on the journal, and beside it what this console alone remembers of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select

from heyzack_console.domain.cloud import CloudMember, CloudProject, ProjectId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.clock import from_us, to_us
from heyzack_console.storage.keys import program_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.cloud import cloud_counter, cloud_local, cloud_member, cloud_project
from heyzack_console.storage.tables.journal import this_console
from heyzack_console.storage.work import Draft

TABLE = "cloud_project"
MONTHS_KEPT = 24


class CloudRecords:
    """The cloud store: projects are records, subscriptions, members and counters are local tables."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def projects(self) -> tuple[CloudProject, ...]:
        """Every project that is connected, by id, with the subscription that this console reads."""
        living = select(cloud_project).where(cloud_project.c.deleted == 0).order_by(cloud_project.c.code)

        def job(conn: Connection) -> tuple[CloudProject, ...]:
            local = {row.project: row.queue_suffix for row in conn.execute(select(cloud_local))}
            own = _suffix_of(conn)
            rows = conn.execute(living).mappings()
            return tuple(_project(row, local.get(row["code"], own)) for row in rows)

        return await self._store.read(job)

    async def put_project(self, project: CloudProject, by: By) -> EntryRef:
        """Add a project or change what differs; one that was disconnected comes back."""
        values = _values(project) | {"deleted": 0}

        def job(draft: Draft) -> None:
            draft.put(TABLE, program_key(TABLE, project.id), values)

        entry = await self._write(by, job)
        await self.keep_subscription(project.id, project.queue_suffix)
        return entry

    async def keep_subscription(self, project: ProjectId, suffix: str) -> None:
        """Let this console read another subscription of the message queue; the other consoles keep theirs."""
        await self._store.keep(lambda conn: _keep_suffix(conn, project, suffix))

    async def remove_project(self, project: ProjectId, by: By) -> EntryRef:
        """Delete softly; its members are forgotten with it.

        Raises:
            NotFound: there is no such project.
        """

        def job(draft: Draft) -> None:
            try:
                draft.delete(TABLE, program_key(TABLE, project))
            except NotFound as error:
                raise NotFound(f"There is no cloud project {project}. Nothing was changed.") from error
            draft.conn.execute(delete(cloud_member).where(cloud_member.c.project == project))

        return await self._write(by, job)

    async def members(self) -> tuple[CloudMember, ...]:
        """Which device was listed by which project when it was last seen."""
        query = select(cloud_member).order_by(cloud_member.c.project, cloud_member.c.device)
        return await self._store.read(lambda conn: tuple(map(_member, conn.execute(query).mappings())))

    async def keep_members(self, project: ProjectId, members: Sequence[CloudMember]) -> None:
        """Replace what is remembered of *project*."""

        def job(conn: Connection) -> None:
            conn.execute(delete(cloud_member).where(cloud_member.c.project == project))
            if members:
                conn.execute(insert(cloud_member), [_member_values(member) for member in members])

        await self._store.keep(job)

    async def counters(self) -> dict[tuple[ProjectId, str], tuple[int, int]]:
        """Calls and messages by project and month."""

        def job(conn: Connection) -> dict[tuple[ProjectId, str], tuple[int, int]]:
            rows = conn.execute(select(cloud_counter)).mappings()
            return {(ProjectId(row["project"]), row["month"]): (row["calls"], row["messages"]) for row in rows}

        return await self._store.read(job)

    async def keep_counters(self, counters: Mapping[tuple[ProjectId, str], tuple[int, int]]) -> None:
        """Write counters over what is there; of each project the newest months stay."""

        def job(conn: Connection) -> None:
            for (project, month), (calls, messages) in counters.items():
                here = (cloud_counter.c.project == project) & (cloud_counter.c.month == month)
                conn.execute(delete(cloud_counter).where(here))
                values = {"project": project, "month": month, "calls": calls, "messages": messages}
                conn.execute(insert(cloud_counter), values)
                _forget_old(conn, project)

        await self._store.keep(job)

    async def _write(self, by: By, job: Callable[[Draft], None]) -> EntryRef:
        _, entries = await self._store.write(by, job)
        return entries[0] if entries else EntryRef("")


def _forget_old(conn: Connection, project: ProjectId) -> None:
    mine = cloud_counter.c.project == project
    months = conn.execute(select(cloud_counter.c.month).where(mine).order_by(cloud_counter.c.month.desc())).scalars()
    old = months.all()[MONTHS_KEPT:]
    if old:
        conn.execute(delete(cloud_counter).where(mine & cloud_counter.c.month.in_(old)))


def _values(project: CloudProject) -> dict[str, Any]:
    ends = project.subscription_ends
    return {
        "code": project.id,
        "access_id": project.access_id,
        "region": project.region,
        "base_url": project.base_url,
        "queue_url": project.queue_url,
        "queue_topic": project.queue_topic,
        "calls_per_month": project.calls_per_month,
        "messages_per_month": project.messages_per_month,
        "background_share": float(project.background_share),
        "subscription_ends": None if ends is None else to_us(ends),
    }


def _suffix_of(conn: Connection) -> str:
    """The subscription of a console to which somebody else brought the project."""
    return f"sub-{conn.execute(select(this_console.c.id)).scalar_one().hex()[-4:]}"


def _keep_suffix(conn: Connection, project: ProjectId, suffix: str) -> None:
    conn.execute(delete(cloud_local).where(cloud_local.c.project == project))
    conn.execute(insert(cloud_local), {"project": project, "queue_suffix": suffix})


def _project(row: RowMapping, suffix: str) -> CloudProject:
    ends = row["subscription_ends"]
    return CloudProject(
        id=ProjectId(row["code"]),
        access_id=row["access_id"] or "",
        region=row["region"] or "",
        base_url=row["base_url"] or "",
        queue_url=row["queue_url"] or "",
        queue_suffix=suffix,
        queue_topic=row["queue_topic"] or "",
        calls_per_month=row["calls_per_month"] or 0,
        messages_per_month=row["messages_per_month"] or 0,
        background_share=row["background_share"] or 0.0,
        subscription_ends=None if ends is None else from_us(ends),
    )


def _member_values(member: CloudMember) -> dict[str, Any]:
    return {
        "project": member.project,
        "device": member.device,
        "cloud_id": member.cloud_id,
        "name": member.name,
        "online": member.online,
    }


def _member(row: RowMapping) -> CloudMember:
    return CloudMember(
        DeviceId(row["device"]), ProjectId(row["project"]), DeviceId(row["cloud_id"]), row["name"], bool(row["online"])
    )
