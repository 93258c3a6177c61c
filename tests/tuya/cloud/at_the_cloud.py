"""A client at a strict peer on this machine, in time that a test moves."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.tuya.cloud.client import CloudClient, Patience
from heyzack_console.tuya.cloud.pace import Pace
from heyzack_console.tuya.cloud.quota import Quota
from heyzack_console.tuya.cloud.wire import Call
from tests.support.cloud_meter import MemoryMeter
from tests.support.cloud_peer import ACCESS_ID, SECRET, CloudPeer, cloud_peer
from tests.support.hand_clock import HandClock
from tests.support.quick_time import QuickTime

READ = Call("GET", "/v1.0/thing")
ORDER = Call("POST", "/v1.0/thing", body={"on": True}, pace=Pace.CONTROL, repeatable=False)
PROJECT = CloudProject(ProjectId(f"{ACCESS_ID}@eu"), ACCESS_ID, "eu", "", "")


def unix_ms(clock: HandClock) -> Callable[[], int]:
    """A cloud's clock that agrees with *clock*."""
    return lambda: (clock.now() - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


@dataclass
class AtTheCloud:
    """Both ends, and the time between them."""

    client: CloudClient
    peer: CloudPeer
    time: QuickTime
    meter: MemoryMeter
    project: CloudProject

    def another(self, secret: str = SECRET) -> CloudClient:
        """A client as after a restart or a change of the secret."""
        quota = Quota(self.project, self.meter, self.time.timing)
        return CloudClient(self.project, secret, quota, self.time.timing)


@asynccontextmanager
async def at_the_cloud(
    project: CloudProject = PROJECT, secret: str = SECRET, patience: Patience | None = None
) -> AsyncIterator[AtTheCloud]:
    """Run a peer and a client for it; `/v1.0/thing` answers 'fine' and 'done'."""
    time, meter = QuickTime(), MemoryMeter()
    async with cloud_peer(unix_ms(time.clock)) as peer:
        peer.on("GET", "/v1.0/thing", "fine")
        peer.on("POST", "/v1.0/thing", "done")
        project = replace(project, base_url=peer.base_url)
        client = CloudClient(project, secret, Quota(project, meter, time.timing), time.timing, patience)
        try:
            yield AtTheCloud(client, peer, time, meter, project)
        finally:
            await client.close()
