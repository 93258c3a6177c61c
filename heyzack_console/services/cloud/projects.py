"""The cloud projects in use: attached at the start and when they are connected, detached when they are not wanted."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.domain.errors import InvalidInput, NotFound, SecretsError
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.ports.cloud import CloudNetwork
from heyzack_console.ports.secrets import SecretStore
from heyzack_console.ports.store import CloudStore
from heyzack_console.services.troubles import Troubles

PREFIX = "cloud/"
LONGEST = 200
_SUFFIX = re.compile(r"[A-Za-z0-9._-]{1,60}")
_OF_THIS_MACHINE = {"127.0.0.1", "::1", "localhost"}


@dataclass(frozen=True, slots=True)
class Safe:
    """Where secrets are kept, and who is told them so that none stands in a log."""

    secrets: SecretStore
    hide: Callable[[str], None]


class CloudProjects:
    """A project without a secret is kept and waits; the header says what it waits for."""

    def __init__(self, store: CloudStore, safe: Safe, network: CloudNetwork, troubles: Troubles) -> None:
        self._store = store
        self._safe = safe
        self._network = network
        self._troubles = troubles
        self._projects: dict[ProjectId, CloudProject] = {}
        self._attached: dict[ProjectId, tuple[CloudProject, str]] = {}

    @property
    def all(self) -> tuple[CloudProject, ...]:
        """Every connected project."""
        return tuple(self._projects.values())

    def get(self, project: ProjectId) -> CloudProject | None:
        """One project, None where it is not connected."""
        return self._projects.get(project)

    def known(self, project: ProjectId) -> CloudProject:
        """One project.

        Raises:
            NotFound: it is not connected.
        """
        found = self._projects.get(project)
        if found is None:
            raise NotFound(f"There is no cloud project {project}. Nothing was changed.")
        return found

    async def load(self) -> None:
        """Read the projects and use each whose secret is at hand; calling it again changes nothing that stands."""
        self._projects = {project.id: project for project in await self._store.projects()}
        try:
            found = await self._safe.secrets.get_all(PREFIX) if self._projects else {}
        except SecretsError as problem:
            self._troubles.came("cloud secrets", f"Cloud projects wait for their secrets. {problem.text}")
            return
        missing = []
        for project in self._projects.values():
            secret = found.get(PREFIX + project.id, "")
            if secret:
                self._attach(project, secret)
            else:
                missing.append(project.access_id)
        if missing:
            text = f"The secret of cloud project {', '.join(missing)} is not known. Connect it again."
            self._troubles.came("cloud secrets", text)
        else:
            self._troubles.went("cloud secrets")
        for project_id in [one for one in self._attached if one not in self._projects]:
            self._detach(project_id)

    async def put(self, project: CloudProject, secret: str, by: By) -> EntryRef:
        """Connect a project or change it.

        Raises:
            InvalidInput: something of it is not acceptable; nothing was changed.
            SecretsError: the secret could not be kept; nothing was changed.
        """
        check(project)
        secret = secret.strip() or await self.secret(project.id)
        if not secret or not secret.isprintable() or len(secret) > LONGEST:
            raise InvalidInput("The access secret must be given. Nothing was changed.", "secret")
        self._safe.hide(secret)
        await self._safe.secrets.put_all({PREFIX + project.id: secret})
        entry = await self._store.put_project(project, by)
        await self.load()
        return entry

    async def subscribe(self, project: ProjectId, suffix: str) -> CloudProject:
        """Let this console read another subscription of the message queue.

        Raises:
            NotFound: the project is not connected.
            InvalidInput: no subscription can be called so; nothing was changed.
        """
        changed = replace(self.known(project), queue_suffix=suffix.strip())
        check(changed)
        await self._store.keep_subscription(project, changed.queue_suffix)
        await self.load()
        return changed

    async def remove(self, project: ProjectId, by: By) -> EntryRef:
        """Disconnect a project and forget its secret.

        Raises:
            NotFound: it is not connected.
        """
        self.known(project)
        entry = await self._store.remove_project(project, by)
        await self._safe.secrets.remove(PREFIX + project)
        await self.load()
        return entry

    async def secret(self, project: ProjectId) -> str:
        """The stored secret, empty where there is none.

        Raises:
            SecretsError: it cannot be read.
        """
        return await self._safe.secrets.get(PREFIX + project) or ""

    def _attach(self, project: CloudProject, secret: str) -> None:
        self._safe.hide(secret)
        if self._attached.get(project.id) != (project, secret):
            try:
                self._network.attach(project, secret)
            except InvalidInput as problem:
                self._troubles.came(f"cloud {project.id}", problem.text)
                return
            self._attached[project.id] = project, secret
            self._troubles.went(f"cloud {project.id}")

    def _detach(self, project: ProjectId) -> None:
        del self._attached[project]
        self._network.detach(project)


def check(project: CloudProject) -> None:
    """Refuse a project that cannot be used.

    Raises:
        InvalidInput: the text names the field.
    """
    access = project.access_id
    if not access or len(access) > LONGEST or not access.isascii() or not access.isalnum():
        raise InvalidInput("The access id consists of letters and digits. Nothing was changed.", "access_id")
    if not project.id or not project.id.startswith(access):
        raise InvalidInput("The project's id is its access id and data centre. Nothing was changed.", "id")
    if not project.region and not (project.base_url and project.queue_url):
        raise InvalidInput("Choose the project's data centre. Nothing was changed.", "region")
    for field, url, schemes in (
        ("base_url", project.base_url, ("https", "http")),
        ("queue_url", project.queue_url, ("wss", "ws")),
    ):
        _check_url(field, url, schemes)
    if not _SUFFIX.fullmatch(project.queue_suffix):
        text = "A subscription's name has up to 60 letters, digits, dots, dashes and underscores. Nothing was changed."
        raise InvalidInput(text, "queue_suffix")
    if not 0 < project.background_share <= 1 or project.calls_per_month < 0 or project.messages_per_month < 0:
        raise InvalidInput("The quota or the share for background work is not acceptable.", "background_share")


def _check_url(field: str, url: str, schemes: tuple[str, str]) -> None:
    if not url:
        return
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError as wrong:
        raise InvalidInput("This is no address. Nothing was changed.", field) from wrong
    if parts.scheme not in schemes or not host or len(url) > LONGEST:
        raise InvalidInput(f"An address begins with {schemes[0]}://. Nothing was changed.", field)
    if parts.scheme != schemes[0] and host not in _OF_THIS_MACHINE:
        raise InvalidInput(f"Without encryption ({schemes[0]}://) nothing is sent. Nothing was changed.", field)
