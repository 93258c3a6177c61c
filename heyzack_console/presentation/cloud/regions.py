"""The data centres of the Tuya cloud, and what a person types to connect a project."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.domain.errors import InvalidInput

OWN = "own"
DEMO = "demo"


@dataclass(frozen=True, slots=True)
class Region:
    """One data centre with its two addresses."""

    key: str
    name: str
    base_url: str
    queue_url: str


# tuya-cloud section 1: the vendor's SDKs name these hosts.
REGIONS: tuple[Region, ...] = (
    Region("eu", "Central Europe", "https://openapi.tuyaeu.com", "wss://mqe.tuyaeu.com:8285"),
    Region("eu-w", "Western Europe", "https://openapi-weaz.tuyaeu.com", "wss://mqe.tuyaeu.com:8285"),
    Region("us", "Western America", "https://openapi.tuyaus.com", "wss://mqe.tuyaus.com:8285"),
    Region("us-e", "Eastern America", "https://openapi-ueaz.tuyaus.com", "wss://mqe.tuyaus.com:8285"),
    Region("cn", "China", "https://openapi.tuyacn.com", "wss://mqe.tuyacn.com:8285"),
    Region("in", "India", "https://openapi.tuyain.com", "wss://mqe.tuyain.com:8285"),
    Region("sg", "Singapore", "https://openapi-sg.iotbing.com", ""),
)


def region_words(key: str, base_url: str = "") -> str:
    """A data centre as a person says it; the host of *base_url* for one of their own."""
    if key == DEMO:
        return "Simulated cloud"
    known = next((region.name for region in REGIONS if region.key == key), "")
    return known or urlsplit(base_url).netloc or "Own address"


@dataclass(frozen=True, slots=True)
class ProjectDraft:
    """What the form holds; *base_url* and *queue_url* count only for the region OWN."""

    region: str
    access_id: str
    secret: str = field(repr=False)
    base_url: str = ""
    queue_url: str = ""
    queue_suffix: str = "sub"

    def project(self) -> CloudProject:
        """The project to connect.

        Raises:
            InvalidInput: names the field that is missing or wrong.
        """
        access_id = self.access_id.strip()
        if not access_id:
            raise InvalidInput("The access id of the project is missing.", "access_id")
        if not self.secret.strip():
            raise InvalidInput("The access secret of the project is missing.", "secret")
        base, queue = self._addresses()
        name = ProjectId(f"{access_id}@{self.region}")
        suffix = self.queue_suffix.strip() or "sub"
        return CloudProject(name, access_id, "" if self.region == OWN else self.region, base, queue, suffix)

    def _addresses(self) -> tuple[str, str]:
        region = next((r for r in REGIONS if r.key == self.region), None)
        if region is not None:
            return region.base_url, region.queue_url
        base, queue = self.base_url.strip().rstrip("/"), self.queue_url.strip().rstrip("/")
        if urlsplit(base).scheme not in {"http", "https"} or not urlsplit(base).netloc:
            raise InvalidInput("The address begins with https:// and names a host.", "base_url")
        if queue and (urlsplit(queue).scheme not in {"ws", "wss"} or not urlsplit(queue).netloc):
            raise InvalidInput("The queue's address begins with wss:// and names a host.", "queue_url")
        return base, queue
