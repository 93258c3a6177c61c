"""The cloud's part of an engine's services: projects, members, listings, keys, gaps, news."""

from dataclasses import dataclass
from functools import partial

from heyzack_console.composition.engine_parts import Ground, Stores, World
from heyzack_console.services.alerts.book import AlertBook
from heyzack_console.services.alerts.projects import ProjectWatch
from heyzack_console.services.cloud.desk import CloudDesk
from heyzack_console.services.cloud.ear import CloudFollowers
from heyzack_console.services.cloud.gap_filling import GapFiller
from heyzack_console.services.cloud.gaps import GapBook
from heyzack_console.services.cloud.importing import CloudImport
from heyzack_console.services.cloud.key_renewal import KeyRenewal
from heyzack_console.services.cloud.listings import CloudLister, Memory
from heyzack_console.services.cloud.news import NewsDesk
from heyzack_console.services.cloud.paths import CloudPaths
from heyzack_console.services.cloud.projects import CloudProjects, Safe
from heyzack_console.services.cloud.remembered import RememberedValues
from heyzack_console.services.cloud.sync import CloudSync
from heyzack_console.services.devices.desk import DeviceDesk
from heyzack_console.services.devices.guessing import PointKeeper
from heyzack_console.services.devices.watching import Watching
from heyzack_console.services.errands import Errands
from heyzack_console.services.identity import Identity


@dataclass(frozen=True, slots=True)
class Cloud:
    """The cloud and everyone around it. Gaps are filled beside comparisons, which they would hold up for long."""

    memory: Memory
    projects: CloudProjects
    lister: CloudLister
    sync: CloudSync
    remembered: RememberedValues
    keys: KeyRenewal
    gaps: GapBook
    filler: GapFiller
    news: NewsDesk
    watch: ProjectWatch
    points: PointKeeper
    errands: Errands
    imports: Errands

    async def begin(self, ground: Ground) -> None:
        """Take up what earlier runs left, then use the projects."""
        await ground.members.load()
        await ground.counters.restore()
        await self.gaps.restore(ground.building.devices)
        self.watch.restore()
        self.news.lead_to(self.list_soon)
        ground.ear.lead_to(
            CloudFollowers(
                news=(self.news.happened,),
                states=(self.memory.paths.project_changed, self.sync.project_changed, ground.feed.cloud),
            )
        )
        self.book_changed(ground)
        await self.projects.load()

    def book_changed(self, ground: Ground) -> None:
        """The book changed: what is understood and which paths there are follows."""
        self.lister.know()
        self.memory.paths.retell_all()
        self.gaps.know(ground.building.devices)

    def list_soon(self) -> None:
        """Devices were linked or unlinked."""
        for project in self.projects.all:
            self.sync.list_soon(project.id)


def build_cloud(
    stores: Stores, world: World, ground: Ground, watching: Watching, book: AlertBook, identity: Identity
) -> Cloud:
    """Join the cloud's services; nothing is asked before `begin`."""
    errands, imports = Errands(), Errands()
    by = identity.by_rule("cloud.sync")
    paths = CloudPaths(ground.members, ground.building.device, world.clock, ground.pipeline.path_changed)
    memory = Memory(ground.members, paths)
    safe = Safe(world.secrets, world.hide)
    projects = CloudProjects(stores.cloud, safe, ground.cloud, ground.troubles)
    keys = KeyRenewal(ground.cloud, ground.members, ground.keys, ground.troubles, errands, watching.reconcile)
    about = world.clock, world.words, by
    lister = CloudLister(ground.cloud, memory, ground.building, stores.sites, keys, about)
    gaps = GapBook(stores.telemetry, ground.members, ground.settings)
    warn = partial(ground.settings.days, "cloud.warn_days")
    return Cloud(
        memory=memory,
        projects=projects,
        lister=lister,
        sync=CloudSync(lister, memory, ground.settings, world.clock, errands, ground.pipeline.drain),
        remembered=RememberedValues(ground.twins, lister.read, errands),
        keys=keys,
        gaps=gaps,
        filler=GapFiller(ground.cloud, ground.members, stores.telemetry, ground.twins, gaps, imports),
        news=NewsDesk(memory, ground.building, stores.sites, by, ground.pipeline, errands),
        watch=ProjectWatch(book, lambda: projects.all, lambda: ground.cloud.states, warn, lambda: ground.building.site),
        points=PointKeeper(ground.building, stores.sites, world.words, identity.by_rule("devices.guess"), errands),
        errands=errands,
        imports=imports,
    )


def cloud_desk(world: World, ground: Ground, cloud: Cloud, devices: DeviceDesk) -> CloudDesk:
    """Who takes commands and answers queries about the cloud."""
    importing = CloudImport(cloud.lister, cloud.memory, ground.building, devices, world.words)
    told = ground.feed, world.clock
    return CloudDesk(cloud.projects, ground.cloud, cloud.memory, cloud.sync, importing, told)
