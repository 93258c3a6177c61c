"""Hears what the cloud tells; implements `ports.cloud.CloudListener`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from heyzack_console.domain.cloud import CloudNews, CloudState
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.services.cloud.members import CloudMembers
from heyzack_console.services.pipeline import Pipeline
from heyzack_console.services.sampling import Sampling


@dataclass(frozen=True, slots=True)
class CloudFollowers:
    """Who hears of happenings and of projects' states; called in this order, on the loop."""

    news: tuple[Callable[[CloudNews], None], ...] = ()
    states: tuple[Callable[[CloudState], None], ...] = ()


class CloudEar:
    """Puts the book's ids in the place of the cloud's and passes everything on."""

    def __init__(self, pipeline: Pipeline, members: CloudMembers, sampling: Sampling) -> None:
        self._pipeline = pipeline
        self._members = members
        self._sampling = sampling
        self._followers = CloudFollowers()

    def lead_to(self, followers: CloudFollowers) -> None:
        """Tell *followers* from now on."""
        self._followers = followers

    def heard(self, readings: Sequence[Reading]) -> None:
        """Take new values."""
        self._pipeline.heard([replace(each, device=self._members.book_id(each.device)) for each in readings])

    async def stored(self) -> None:
        """Return once every value heard before is in the store; StoreError where it refused."""
        await self._pipeline.settled()
        await self._sampling.written()

    def cloud_news(self, news: CloudNews) -> None:
        """Take word of a happening."""
        mine = replace(news, device=self._members.book_id(news.device))
        for follower in self._followers.news:
            follower(mine)

    def cloud_state(self, state: CloudState) -> None:
        """Take a project's new state."""
        for follower in self._followers.states:
            follower(state)
