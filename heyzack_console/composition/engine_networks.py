"""The two networks of an engine: the building's LAN and the cloud."""

from collections.abc import Callable, Coroutine, Iterator
from typing import Any

from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.cloud import CloudListener, CloudMeter
from heyzack_console.ports.lan import LanListener
from heyzack_console.simulator.cloud.account import CloudAccess
from heyzack_console.tuya.cloud_network import TuyaCloud, cloud_network
from heyzack_console.tuya.lan.timings import Timings
from heyzack_console.tuya.network import TuyaNetwork, lan_network

# The demo's cloud is in no data centre.
_DEMO = "demo"


class Networks:
    """Makes each network once its listener is there, and knows what must run for them."""

    def __init__(self, clock: Clock, timings: Timings | None) -> None:
        self._clock = clock
        self._timings = timings
        self._lan: TuyaNetwork | None = None
        self._cloud: TuyaCloud | None = None

    def lan(self, listener: LanListener) -> TuyaNetwork:
        """Make the LAN's side."""
        self._lan = lan_network(self._clock, listener, timings=self._timings)
        return self._lan

    def cloud(self, listener: CloudListener, meter: CloudMeter) -> TuyaCloud:
        """Make the cloud's side."""
        self._cloud = cloud_network(self._clock, meter, listener)
        return self._cloud

    def runs(self, listens: Callable[[], bool]) -> Iterator[tuple[str, Coroutine[Any, Any, None]]]:
        """Yield what must run, each with its name; *listens*: whether to hear the LAN's announcements now."""
        if self._lan is not None:
            yield "lan", self._lan.run(listens)
        if self._cloud is not None:
            yield "cloud", self._cloud.run()


# A building of 150 devices tells about 1.4 messages a second, 3.7 million a month.
DEMO_MESSAGES = 10_000_000


def demo_project(access: CloudAccess | None) -> CloudProject | None:
    """The cloud project of a demo building, which is always the same but for its ports; None where it has none."""
    if access is None:
        return None
    return CloudProject(
        id=ProjectId(f"{access.access_id}@{_DEMO}"),
        access_id=access.access_id,
        region="",
        base_url=access.base_url,
        queue_url=access.queue_url,
        messages_per_month=DEMO_MESSAGES,
    )
