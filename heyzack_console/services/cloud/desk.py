"""What people do with cloud projects and ask about them."""

from heyzack_console.domain.cloud import (
    CloudCause,
    CloudCheck,
    CloudDevice,
    CloudError,
    CloudProject,
    CloudSpace,
    CloudState,
    LinkState,
    PairingPass,
    ProjectId,
    ProposedPlace,
)
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.cloud import CloudNetwork
from heyzack_console.ports.engine import cloud
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.rules.places import proposed
from heyzack_console.services.cloud.importing import CloudImport
from heyzack_console.services.cloud.listings import Memory
from heyzack_console.services.cloud.projects import CloudProjects, check
from heyzack_console.services.cloud.sync import CloudSync
from heyzack_console.services.feed import Feed


class CloudDesk:
    """Whatever is asked of the cloud at a person's wish may use the calls that background work must leave."""

    def __init__(
        self,
        projects: CloudProjects,
        network: CloudNetwork,
        memory: Memory,
        sync: CloudSync,
        importing: CloudImport,
        told: tuple[Feed, Clock],
    ) -> None:
        self._projects = projects
        self._network = network
        self._memory = memory
        self._sync = sync
        self._importing = importing
        self._feed, self._clock = told

    async def connect(self, command: cloud.ConnectCloud, by: By) -> Receipt:
        """Use a project from now on.

        Raises:
            InvalidInput: something of it is not acceptable; nothing was changed.
            SecretsError: the secret could not be kept; nothing was changed.
        """
        entry = await self._projects.put(command.project, command.secret, by)
        self._feed.journal_changed()
        return Receipt(entry, count=1, text=f"The cloud project {command.project.access_id} is being connected.")

    async def disconnect(self, command: cloud.DisconnectCloud, by: By) -> Receipt:
        """Stop using a project and forget its secret.

        Raises:
            NotFound: it is not connected.
        """
        project = self._projects.known(command.project)
        entry = await self._projects.remove(project.id, by)
        self._sync.project_gone(project.id)
        self._memory.listed.pop(project.id, None)
        self._memory.paths.project_gone(project.id)
        self._feed.cloud(CloudState(project.id, LinkState.OFF, self._clock.now(), text="It is not used any more"))
        self._feed.journal_changed()
        return Receipt(entry, count=1, text=f"The cloud project {project.access_id} is not used any more.")

    async def read_subscription(self, command: cloud.ReadSubscription, _by: By) -> Receipt:
        """Read another subscription of the message queue on this console.

        Raises:
            NotFound: the project is not connected.
            InvalidInput: no subscription can be called so; nothing was changed.
        """
        project = await self._projects.subscribe(command.project, command.suffix)
        return Receipt(count=1, text=f"This console reads the subscription {project.access_id}-{project.queue_suffix}.")

    async def sync(self, command: cloud.SyncCloud, _by: By) -> Receipt:
        """List the devices of a project anew and read their values; a project that is off is tried first.

        Raises:
            NotFound: the project is not connected.
            CloudError: with its cause.
        """
        project = self._projects.known(command.project)
        await self._try_again(project)
        count = await self._sync.compare(project.id)
        return Receipt(count=count, text=f"Compared with the cloud: {count} devices.")

    async def take_in(self, command: cloud.ImportCloudDevices, by: By) -> Receipt:
        """Take listed devices into the book, or only say what would happen.

        Raises:
            NotFound: the project is not connected, or there is no site.
            InvalidInput: nothing of what is wanted was listed.
            CloudError: with its cause; nothing was taken in.
        """
        project = self._projects.known(command.project).id
        if not self._memory.listed.get(project):
            await self._sync.compare(project)
        return await self._importing.take_in(command, by)

    async def check(self, query: cloud.CheckCloud) -> CloudCheck:
        """Try a project step by step; nothing is kept."""
        try:
            check(query.project)
        except InvalidInput as problem:
            return CloudCheck(False, "address", message=problem.text)
        secret = query.secret.strip() or await self._projects.secret(query.project.id)
        if not secret:
            return CloudCheck(False, "token", message="The access secret is missing.", advice="Enter it.")
        return await self._network.check(query.project, secret)

    async def projects(self, _query: cloud.CloudProjects) -> tuple[CloudProject, ...]:
        """Answer with every connected project."""
        return self._projects.all

    async def states(self, _query: cloud.CloudStates) -> tuple[CloudState, ...]:
        """Answer with how each project stands."""
        return self._network.states

    async def inventory(self, query: cloud.CloudInventory) -> tuple[CloudDevice, ...]:
        """Answer with what the project listed last, without keys; a project not listed yet is listed now."""
        project = self._projects.known(query.project).id
        if project not in self._memory.listed:
            await self._sync.compare(project)
        return tuple(self._importing.shown(each) for each in self._memory.listed.get(project, ()))

    async def spaces(self, query: cloud.CloudSpaces) -> tuple[CloudSpace, ...]:
        """Answer with the project's own tree."""
        return await self._network.spaces(self._projects.known(query.project).id)

    async def places(self, query: cloud.ProposedPlaces) -> tuple[ProposedPlace, ...]:
        """Answer with the site tree that the spaces and the devices in them suggest."""
        project = self._projects.known(query.project).id
        if project not in self._memory.listed:
            await self._sync.compare(project)
        return proposed(await self._network.spaces(project), self._in_spaces(project))

    async def pairing_token(self, query: cloud.PairingToken) -> PairingPass:
        """Answer with a token for a new device."""
        return await self._network.pairing_token(self._projects.known(query.project).id)

    async def _try_again(self, project: CloudProject) -> None:
        """Whoever has just renewed a plan does not wait for the hourly try."""
        state = next((state for state in self._network.states if state.project == project.id), None)
        if state is None or state.state is not LinkState.OFF:
            return
        tried = await self._network.check(project, await self._projects.secret(project.id))
        if not tried.ok:
            raise CloudError(f"{tried.message} {tried.advice}".strip(), state.cause or CloudCause.OTHER, tried.code)

    def _in_spaces(self, project: ProjectId) -> dict[str, list[DeviceId]]:
        found: dict[str, list[DeviceId]] = {}
        for each in self._memory.listed.get(project, ()):
            if each.space:
                found.setdefault(each.space, []).append(self._memory.members.book_id(each.id))
        return found
